import { calculated, totalTwin, twinOf } from '../../derive/index.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import type { OwnFunctions } from '../formula/replace-calls.ts';

const byName = new Map(calculated.map((kpi) => [kpi.name as string, kpi]));
const range = /^(?:'(?:[^']|'')+'!|[\w.]+!)?\$?[A-Z]*\$?\d*:\$?[A-Z]*\$?\d*$/i;

/** The add-on's functions and what stands for them where it is not: their native twins. */
export function ownFunctions(language: Language): OwnFunctions {
  const dialect = { language, separator: ',' } as const;
  const inputs = (args: readonly string[]) => args.map((arg) => (arg === '' ? undefined : arg));
  return {
    each: new Set([...byName.keys(), 'KPI']),
    whole: new Set(['KPI_TOTAL']),
    twin: (name, args) => {
      const byText = name === 'KPI' || name === 'KPI_TOTAL';
      const kpi = byName.get(byText ? named(args[0]) : name);
      const given = byText ? args.slice(1) : args;
      const needed = Object.values(kpi?.inputs ?? {}).filter(({ optional }) => !optional).length;
      const most = Object.keys(kpi?.inputs ?? {}).length;
      if (!kpi || given.length < needed || given.length > most) return null;
      if (name !== 'KPI_TOTAL') return twinOf(kpi, inputs(given), dialect);
      // A range that is computed has no cells of its own to be counted.
      if (given.some((arg) => arg.includes(':') && !range.test(arg))) return null;
      const totals = inputs(given).map((text) =>
        text === undefined ? undefined : { text, isRange: range.test(text) },
      );
      return totalTwin(kpi, totals, dialect);
    },
  };
}

/** The name that stands as a literal; one in a cell is not known before the file is opened. */
const named = (text = ''): string => /^"([^"]*)"$/.exec(text)?.[1]?.trim().toUpperCase() ?? '';
