import { calculated, totalTwin, twin } from '../../../src/derive/index.ts';
import type { Language } from '../../../src/kpi/define.ts';
import type { OwnFunctions } from '../../../src/workbench/files/calls.ts';

/** Our functions, with the twins derived from the catalogue. */
export function nativeTwins(language: Language): OwnFunctions {
  const dialect = { language, separator: ',' } as const;
  const kpis = new Map(calculated.map((kpi) => [kpi.name as string, kpi]));
  return {
    each: new Set(kpis.keys()),
    whole: new Set(['KPI_TOTAL']),
    twin(name, args) {
      const given = args.map((arg) => (arg === '' ? undefined : arg));
      if (name !== 'KPI_TOTAL') return twin(kpis.get(name)!, given, dialect);
      const kpi = kpis.get(/^"(.*)"$/.exec(args[0] ?? '')?.[1] ?? '');
      if (!kpi) return null;
      const inputs = given
        .slice(1)
        .map((text) => (text === undefined ? undefined : { text, isRange: text.includes(':') }));
      return totalTwin(kpi, inputs, dialect);
    },
  };
}
