import type { Answer } from '../../../src/app/api/api.ts';

/** What went wrong without anybody having foreseen it. */
export const unforeseen: unknown[] = [];

/** What the panel was given; the sentence instead fails the test. */
export const ok = <T>(answer: Answer<T>): T => {
  if ('ok' in answer) return answer.ok;
  throw new Error(answer.problem, { cause: unforeseen[unforeseen.length - 1] });
};

/** The sentence the panel was given. */
export const problem = (answer: Answer<unknown>): string =>
  'problem' in answer ? answer.problem : 'no problem';
