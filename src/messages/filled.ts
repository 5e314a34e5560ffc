/** A message that has gaps in some of its cases only: `reasons[why]`. */
export const filled = <Gaps>(message: string | ((gaps: Gaps) => string), gaps: Gaps): string =>
  typeof message === 'string' ? message : message(gaps);
