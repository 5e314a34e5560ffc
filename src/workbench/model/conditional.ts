import { engineRange } from './address.ts';
import type { ComparisonOperator, ConditionalFormat, Highlight, ScaleStop } from './book.ts';

const operators: Readonly<Record<ComparisonOperator, string>> = {
  '<': 'lessThan',
  '<=': 'lessThanOrEqual',
  '>': 'greaterThan',
  '>=': 'greaterThanOrEqual',
  '=': 'equal',
  '<>': 'notEqual',
};
const stops = { min: 'min', max: 'max', percentile: 'percentile', number: 'num' } as const;

/** Conditional formats in the engine's form. */
export function conditionalRules(formats: readonly ConditionalFormat[]): object[] {
  return formats.map((format, i) => ({
    cfId: `cf-${i + 1}`,
    ranges: [engineRange(format.block)],
    stopIfTrue: false,
    rule: ruleOf(format),
  }));
}

function ruleOf(format: ConditionalFormat): object {
  if (format.kind === 'scale') return { type: 'colorScale', config: format.stops.map(stopOf) };
  const highlight = { type: 'highlightCell', style: styleOf(format.style) };
  if (format.kind === 'formula') {
    return { ...highlight, subType: 'formula', value: format.formula };
  }
  if (format.kind === 'begins') {
    return { ...highlight, subType: 'text', operator: 'beginsWith', value: format.text };
  }
  if (format.kind === 'between') {
    const value = [format.from, format.to];
    return { ...highlight, subType: 'number', operator: 'between', value };
  }
  const subType = typeof format.value === 'number' ? 'number' : 'text';
  return { ...highlight, subType, operator: operators[format.is], value: format.value };
}

const stopOf = ({ at, value, color }: ScaleStop, index: number): object => ({
  index,
  color,
  value: { type: stops[at], ...(value === undefined ? {} : { value }) },
});

const styleOf = ({ bold, color, background }: Highlight): object => ({
  ...(bold ? { bl: 1 } : {}),
  ...(color ? { cl: { rgb: color } } : {}),
  ...(background ? { bg: { rgb: background } } : {}),
});

interface EngineRule {
  ranges: { startRow: number; startColumn: number; endRow: number; endColumn: number }[];
  rule: {
    type: string;
    subType?: string;
    operator?: string;
    value?: unknown;
    style?: { bl?: number; cl?: { rgb?: string }; bg?: { rgb?: string } };
    config?: { color: string; value: { type: string; value?: number } }[];
  };
}

/** The engine's rules as plain conditional formats; kinds that have no plain form are left out. */
export function conditionalFormats(rules: readonly unknown[]): ConditionalFormat[] {
  return (rules as EngineRule[]).flatMap(({ ranges, rule }) =>
    ranges.flatMap((range): ConditionalFormat[] => {
      const block = {
        row: range.startRow,
        column: range.startColumn,
        rows: range.endRow - range.startRow + 1,
        columns: range.endColumn - range.startColumn + 1,
      };
      const plain = plainRule(rule);
      return plain ? [{ block, ...plain } as ConditionalFormat] : [];
    }),
  );
}

function plainRule({ type, subType, operator, value, style, config }: EngineRule['rule']) {
  if (type === 'colorScale' && config) {
    const kinds: Record<string, ScaleStop['at']> = { ...inverted(stops) };
    return {
      kind: 'scale',
      stops: config.map((stop) => ({
        at: kinds[stop.value.type] ?? 'number',
        ...(stop.value.value === undefined ? {} : { value: stop.value.value }),
        color: stop.color,
      })),
    };
  }
  if (type !== 'highlightCell') return null;
  const look: Highlight = {
    ...(style?.bl ? { bold: true } : {}),
    ...(style?.cl?.rgb ? { color: style.cl.rgb } : {}),
    ...(style?.bg?.rgb ? { background: style.bg.rgb } : {}),
  };
  if (subType === 'formula') return { kind: 'formula', formula: String(value), style: look };
  if (subType === 'text' && operator === 'beginsWith') {
    return { kind: 'begins', text: String(value), style: look };
  }
  if (operator === 'between' && Array.isArray(value)) {
    return { kind: 'between', from: value[0], to: value[1], style: look };
  }
  const is = inverted(operators)[operator ?? ''];
  return is && (subType === 'number' || subType === 'text')
    ? { kind: 'cell', is, value, style: look }
    : null;
}

const inverted = <K extends string>(table: Readonly<Record<K, string>>): Record<string, K> =>
  Object.fromEntries(Object.entries(table).map(([key, name]) => [name as string, key as K]));
