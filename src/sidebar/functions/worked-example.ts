import type { Calculated, Input, Variant } from '../../kpi/define.ts';
import { choiceLabel, inputTitle, type NamedInput } from '../../messages/catalogue.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import type { PanelWords } from '../../messages/compiled/panel.ts';
import { spoken } from '../../messages/spoken.ts';
import { isChoice } from '../ui/choices.ts';
import type { UnitWords } from '../ui/numbers.ts';
import { formatWithUnit } from '../ui/numbers.ts';

type Example = Calculated['examples'][number];

/** An example as a person reads it. */
export interface WorkedExample {
  readonly given: readonly { readonly title: string; readonly value: string }[];
  /** `1,200 ÷ 300 = 4` */
  readonly calculation: string;
}

/** An example of a KPI with its numbers put into the formula that applies to them. */
export function workedExample(
  kpi: Calculated,
  example: Example,
  language: Language,
  words: PanelWords,
): WorkedExample {
  const filled = withDefaults(kpi, example);
  const shown = (name: string, input: Input, after: UnitWords) => {
    const value = filled[name];
    if (isChoice(input)) return choiceLabel(input, String(value), language);
    return typeof value === 'number' ? formatWithUnit(value, input.unit, language, after) : '';
  };
  const variant = kpi.variants?.find((way) => applies(way, example, filled));
  const numbers = Object.fromEntries(
    Object.entries(kpi.inputs).map(([name, input]): [string, NamedInput] => [
      name,
      { called: { own: shown(name, input, {}) } },
    ]),
  );
  return {
    given: Object.entries(kpi.inputs)
      .filter(([name]) => example.given[name] !== undefined)
      .map(([name, input]) => ({
        title: inputTitle(input, language),
        value: shown(name, input, words.unitAfter),
      })),
    calculation: `${spoken(variant?.formula ?? kpi.formula, numbers, language)} = ${formatWithUnit(
      example.gives,
      kpi.unit,
      language,
      words.unitAfter,
    )}`,
  };
}

type Given = Readonly<Record<string, number | string | undefined>>;

const withDefaults = (kpi: Calculated, example: Example): Given => ({
  ...Object.fromEntries(
    Object.entries(kpi.inputs).map(([name, input]) => [name, input.default] as const),
  ),
  ...example.given,
});

function applies(variant: Variant, example: Example, filled: Given): boolean {
  const { given, chosen } = variant;
  if (given !== undefined && example.given[given] === undefined) return false;
  return !chosen || filled[chosen.input] === chosen.is;
}
