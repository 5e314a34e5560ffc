import { kpiTitle } from '../../messages/catalogue.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { planWords } from '../../messages/compiled/plan.ts';
import { type PlanAnswersWords, planAnswersWords } from '../../messages/compiled/plan-answers.ts';
import { formatAmount } from '../../plan/amounts/parse-amount.ts';
import { kpiNamed } from '../../plan/model/aggregation.ts';
import type { PlacedField, PlacedFields } from '../../plan/model/field.ts';
import {
  cadences,
  kpiFields,
  type Plan,
  planFields,
  profileFields,
  type ToldField,
} from '../../plan/model/plan.ts';
import type { SheetKey } from '../../sheet/layout/staged-title.ts';
import type { CellChange } from '../../sheet/plan/cell-changes.ts';
import type { Difference } from '../../sheet/plan/diff-plans.ts';
import { who } from '../api/request.ts';
import { dropLongNote, keepLongNote, longNote } from '../plan-store/chunked-property.ts';
import type { Context } from '../ports/context.ts';
import type { OnSheet, Spreadsheet } from '../ports/spreadsheet.ts';

/** One line of the log: who changed what, from what to what. */
export interface LogLine {
  /** Says which change of which plan it is, so that it is written once. */
  readonly key: string;
  readonly when: string;
  readonly who: string;
  readonly plan: string;
  readonly kpi: string;
  readonly what: string;
  readonly before: string | number;
  readonly after: string | number;
}

/** Writes those lines that are not in the log yet. */
export function log(lines: readonly LogLine[], sheet: number, spreadsheet: Spreadsheet): void {
  if (lines.length === 0) return;
  const { rows } = spreadsheet.used(sheet);
  const known = spreadsheet.values(sheet, { row: 1, column: 2, rows, columns: 1 });
  logUnknown(lines, known.flat(), sheet, spreadsheet);
}

/** Writes lines below all others, but for those whose keys are known to be there. */
export function logUnknown(
  lines: readonly LogLine[],
  known: readonly unknown[],
  on: OnSheet,
  spreadsheet: Spreadsheet,
  last?: number,
): void {
  const fresh = new Map(
    lines
      .filter(({ key }) => !known.includes(key))
      .map(({ key, when, who, plan, kpi, what, before, after }) => {
        return [key, [when, key, who, plan, kpi, what, before, after]] as const;
      }),
  );
  if (fresh.size > 0) spreadsheet.append(on, [...fresh.values()], last);
}

export type Deed = keyof ReturnType<typeof planAnswersWords>['did'];

/** A line that says what was done to a plan as a whole. It speaks the language of the sheets. */
export function deedLine(
  did: Deed,
  plan: Plan,
  revision: number,
  detail: { readonly before?: string; readonly after?: string },
  context: Context,
): LogLine {
  const say = planAnswersWords(plan.language);
  return {
    key: `${plan.id}.${revision}.${did}`,
    when: context.spreadsheet.now(),
    who: who(context) ?? say.someone,
    plan: plan.name,
    kpi: '',
    what: say.did[did],
    before: detail.before ?? '',
    after: detail.after ?? '',
  };
}

/** One line per difference; `by` is `null` for what somebody did in the cells themselves. */
export function differenceLines(
  found: readonly Difference[],
  plan: Plan,
  revision: number,
  by: string | null,
  context: Context,
): LogLine[] {
  const say = planAnswersWords(plan.language);
  const when = context.spreadsheet.now();
  return found.map(({ kpi, field, before, after }) => ({
    key: `${plan.id}.${revision}.${kpi}.${field}`,
    when,
    who: by ?? say.nobody,
    plan: plan.name,
    kpi,
    what: fieldWords(field, before, plan),
    before: shown(field, before, plan),
    after: shown(field, after, plan),
  }));
}

/** What changed in the cells themselves, for the panel to say. */
export function noticedWords(found: readonly Difference[], plan: Plan, context: Context): string[] {
  const { say, language, catalogue } = context;
  return found.map(({ kpi, field, before, after }) => {
    const known = kpiNamed(kpi, plan, catalogue);
    const title = known ? kpiTitle(known, language) : plan.name;
    const { currency } = plan.circumstances;
    const isShare = shares.includes(entryOf(field)?.is ?? '');
    const as = (value: Difference['before']) => {
      if (value === null || value === '') return say.blank;
      if (typeof value === 'string') return cadenceWords(value, language);
      const unit = isShare ? 'fraction' : (known?.unit ?? 'count');
      return formatAmount(value, unit, currency, language);
    };
    const words = field === 'kpi' ? say.did.plan : labelOf(field, language);
    return say.noticed({ kpi: title, field: words, before: as(before), after: as(after) });
  });
}

const entries: PlacedFields = { ...planFields, ...profileFields, ...kpiFields };
/** What is known of a field that is told when it changes. */
const entryOf = (field: Difference['field']): PlacedField | undefined =>
  field === 'kpi' ? undefined : entries[field];

/** The shapes of numbers that are shares of something. */
const shares: readonly string[] = ['share', 'threshold'] satisfies PlacedField['is'][];

/** What a field is called in the log. */
function labelOf(field: ToldField, language: Language): string {
  const labels: Readonly<Record<ToldField, string>> = planAnswersWords(language).fields;
  return labels[field];
}

const cadenceWords = (value: string, language: Language): string => {
  const named = cadences.find((each) => each === value);
  return named ? planWords(language).cadences[named] : value;
};

function fieldWords(field: Difference['field'], before: Difference['before'], plan: Plan): string {
  if (field !== 'kpi') return labelOf(field, plan.language);
  const { did } = planAnswersWords(plan.language);
  return before === null ? did.added : did.dropped;
}

function shown(
  field: Difference['field'],
  value: Difference['before'],
  plan: Plan,
): string | number {
  const log = entryOf(field)?.log;
  if (value === null || log === 'name') return '';
  return log === 'agreement' ? agreedWords(plan) : value;
}

/** Who agreed, and to which targets: later edits show what they were. */
function agreedWords({ agreed, kpis, language }: Plan): string {
  const by = planAnswersWords(language).agreedBy({
    givenBy: agreed?.givenBy ?? '',
    acceptedBy: agreed?.acceptedBy ?? '',
  });
  const targets = kpis.flatMap(({ kpi, target }) => (target === null ? [] : [`${kpi} ${target}`]));
  return [by, ...targets].join('; ');
}

/** What is needed to take back the last build, change or roll-over. */
export type UndoFacts = { readonly plan: SheetKey; readonly name: string } & (
  | {
      readonly is: 'build';
      readonly sheet: number;
      /** What stood on the sheet when it was built. */
      readonly print: string;
      /** The plan whose quarter was closed by it. */
      readonly closed: string | null;
    }
  | { readonly is: 'close' }
  | { readonly is: 'swap'; readonly sheet: number; readonly print: string }
  | {
      readonly is: 'change';
      readonly revision: number;
      readonly cells: readonly CellChange[];
      readonly card: string;
    }
);

const undoKey = 'undo';

export const keepUndo = (facts: UndoFacts, spreadsheet: Spreadsheet): void =>
  keepLongNote(undoKey, JSON.stringify(facts), spreadsheet);
export const dropUndo = (spreadsheet: Spreadsheet): void => dropLongNote(undoKey, spreadsheet);

export function undoFacts(notes: Readonly<Record<string, string>>): UndoFacts | null {
  const text = longNote(undoKey, notes);
  return text === null ? null : (JSON.parse(text) as UndoFacts);
}

/** What `undo` would take back, in words. */
export function undoWords(facts: UndoFacts, say: PlanAnswersWords): string {
  const { name } = facts;
  if (facts.is === 'change') return say.undoChange({ name });
  if (facts.is === 'swap') return say.undoSwap({ name });
  if (facts.is === 'close') return say.undoClose({ name });
  return facts.closed === null ? say.undoBuild({ name }) : say.undoNext({ name });
}
