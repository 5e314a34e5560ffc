import type { SourceError } from '../source.ts';
import type { Pipeline } from './pipelines.ts';
import type { Report } from './question.ts';

/**
 * A report with what only the account knows: which of its stages end a deal as asked, which pipelines
 * are meant, and what all are called. They are looked at each time: a stage that was added since counts.
 */
export function inPipelines(
  report: Report,
  pipelines: readonly Pipeline[],
): Report | { readonly trouble: SourceError } {
  const { ends } = report;
  const stages = ends === null ? [] : pipelines.flatMap((each) => each.ends[ends]);
  if (ends !== null && stages.length === 0) return { trouble: { kind: 'noStage', detail: ends } };
  const only: Report['only'][number][] = [];
  for (const test of report.only) {
    if (test.dimension !== 'pipeline') {
      only.push(test);
      continue;
    }
    const values: string[] = [];
    for (const name of test.values) {
      const found = pipelines.filter(({ id, label }) => id === name || label === name);
      if (found.length === 0) return { trouble: { kind: 'pipelineGone', detail: name } };
      values.push(...found.map(({ id }) => id));
    }
    only.push({ ...test, values });
  }
  const labels = Object.fromEntries(pipelines.map(({ id, label }) => [id, label]));
  return { ...report, stages, only, labels: report.split === 'pipeline' ? labels : {} };
}
