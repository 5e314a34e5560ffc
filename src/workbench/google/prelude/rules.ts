import type { RangeAddress } from './range.ts';
import { standIn } from './wire.ts';

type Validation = GoogleAppsScript.Spreadsheet.DataValidation;
type ValidationBuilder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;
type FormatRule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type FormatBuilder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;
type GoogleRange = GoogleAppsScript.Spreadsheet.Range;

/** What may be typed, as it is sent out of the context. */
export interface AllowedSent {
  readonly is: 'number' | 'list' | 'tick' | null;
  readonly min: number;
  readonly max: number;
  readonly items: readonly string[];
  readonly arrow: boolean;
  readonly strict: boolean;
  readonly help: string;
}

/** A conditional format, as it is sent out of the context. */
export interface FormatSent {
  readonly formula: string | null;
  readonly ranges: readonly RangeAddress[];
  readonly background: string | null;
  readonly color: string | null;
  readonly bold: boolean | null;
  readonly italic: boolean | null;
}

const validations = new WeakMap<object, AllowedSent>();
const formats = new WeakMap<object, FormatSent>();
export const allowedSent = (rule: Validation | null): AllowedSent | null =>
  rule ? validations.get(rule)! : null;
export const formatSent = (rule: FormatRule): FormatSent => formats.get(rule)!;

/** What Google calls the criteria. */
const criteria = { number: 'NUMBER_BETWEEN', list: 'VALUE_IN_LIST', tick: 'CHECKBOX' } as const;

/** A rule as scripts see it. */
export function validationOf(
  facts: AllowedSent & { is: NonNullable<AllowedSent['is']> },
): Validation {
  const values = { number: [facts.min, facts.max], list: [facts.items, facts.arrow], tick: [] };
  const rule = standIn('DataValidation', {
    getHelpText: () => facts.help,
    getAllowInvalid: () => !facts.strict,
    getCriteriaType: () =>
      criteria[facts.is] as unknown as GoogleAppsScript.Spreadsheet.DataValidationCriteria,
    getCriteriaValues: () => [...values[facts.is]],
  } satisfies Partial<Validation>) as Validation;
  validations.set(rule, facts);
  return rule;
}

/** Google's `newDataValidation()`. What is wrong is let in with a warning unless the rule forbids it. */
export function newValidation(): ValidationBuilder {
  let facts: AllowedSent = {
    is: null,
    min: 0,
    max: 0,
    items: [],
    arrow: true,
    strict: false,
    help: '',
  };
  const change = (next: Partial<AllowedSent>) => {
    facts = { ...facts, ...next };
    return self;
  };
  const methods = {
    requireNumberBetween: (min: number, max: number) => change({ is: 'number', min, max }),
    requireValueInList: (items: string[], arrow = true) =>
      change({ is: 'list', items: items.map(String), arrow }),
    requireCheckbox: () => change({ is: 'tick' }),
    setAllowInvalid: (allow: boolean) => change({ strict: !allow }),
    setHelpText: (help: string) => change({ help }),
    build: () => {
      const { is } = facts;
      if (is === null) throw new Error('A data validation needs a criterion.');
      return validationOf({ ...facts, is });
    },
  } satisfies Partial<Record<keyof ValidationBuilder, unknown>>;
  const self = standIn('DataValidationBuilder', methods) as unknown as ValidationBuilder;
  return self;
}

/** Google's `newConditionalFormatRule()`, for cells for which a formula is true. */
export function newFormatRule(placeOf: (range: GoogleRange) => RangeAddress): FormatBuilder {
  let facts: FormatSent = {
    formula: null,
    ranges: [],
    background: null,
    color: null,
    bold: null,
    italic: null,
  };
  const change = (next: Partial<FormatSent>) => {
    facts = { ...facts, ...next };
    return self;
  };
  const methods = {
    whenFormulaSatisfied: (formula: string) => change({ formula }),
    setBackground: (background: string | null) => change({ background }),
    setFontColor: (color: string | null) => change({ color }),
    setBold: (bold: boolean | null) => change({ bold }),
    setItalic: (italic: boolean | null) => change({ italic }),
    setRanges: (ranges: GoogleRange[]) => change({ ranges: ranges.map(placeOf) }),
    build: () => {
      if (facts.formula === null || facts.ranges.length === 0) {
        throw new Error('A conditional format rule needs a condition and a range.');
      }
      const rule = standIn('ConditionalFormatRule', {}) as FormatRule;
      formats.set(rule, facts);
      return rule;
    },
  } satisfies Partial<Record<keyof FormatBuilder, unknown>>;
  const self = standIn('ConditionalFormatRuleBuilder', methods) as unknown as FormatBuilder;
  return self;
}
