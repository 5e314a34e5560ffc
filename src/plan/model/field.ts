import type { PlanChecksWords } from '../../messages/compiled/plan-checks.ts';
import type { QuarterName } from '../calendar/calendar.ts';
import type { Account, Feed, FeedTest } from './feeds.ts';
import type {
  Agreement,
  CustomKpi,
  CustomKpiQuestion,
  CustomKpiReckoning,
  PlannedKpi,
  ScoreStep,
  Scores,
} from './plan.ts';

/**
 * What values of each shape are. A shape has its reader in `validation`; a field whose shape there is
 * already needs nothing but its entry.
 */
export interface Shapes {
  /** A cleaned line. */
  text: string;
  /** Of either sign, and no slip of the keyboard. */
  number: number;
  /** 0–1. */
  share: number;
  /** More than 0, at most 2. */
  threshold: number;
  /** A share of a target, up to ten times it. */
  attainment: number;
  whole: number;
  code: string;
  /** A name in another system or a table, as it stands there. */
  line: string;
  quarter: QuarterName;
  /** Names of rules. */
  rules: readonly string[];
  kpi: string;
  kpis: readonly PlannedKpi[];
  own: readonly CustomKpi[];
  how: CustomKpiReckoning;
  unsaid: readonly CustomKpiQuestion[];
  scores: Scores;
  ladder: readonly ScoreStep[];
  agreed: Agreement;
  accounts: readonly Account[];
  feeds: readonly Feed[];
  account: string;
  tests: readonly FeedTest[];
}

type Problems = PlanChecksWords['problems'];
/** Whose field it is, by whatever name a sentence has for it, and the field. */
type SpokenOf = Readonly<Record<'kpi' | 'name' | 'title' | 'field', string>>;
/** A sentence that may name them. */
export type Says = {
  [S in keyof Problems]: Problems[S] extends string | ((gaps: SpokenOf) => string) ? S : never;
}[keyof Problems];

/** Shapes that say themselves what is wrong; all others are refused with the sentence of the entry. */
type Outspoken = 'text' | 'number' | 'kpi' | 'kpis' | 'own' | 'unsaid';
/** What a shape has to know besides. */
interface Limits {
  /** `must`: blank it is refused with that. */
  readonly text: { readonly most?: number; readonly must?: Says };
  readonly whole: { readonly from: number; readonly to: number };
  readonly code: { readonly pattern: RegExp };
}

type Shaped = {
  [S in keyof Shapes]: { readonly is: S } & (S extends keyof Limits ? Limits[S] : object) &
    (S extends Outspoken ? object : { readonly says: Says });
}[keyof Shapes];

/** What a field of a plan is. */
export type Field = (
  | Shaped
  | { readonly is: 'one'; readonly of: readonly string[] }
  /** What has fields of its own. */
  | { readonly is: 'group'; readonly fields: Fields }
) & {
  /** What it is where nobody has said it: in a new plan, and in one kept before there was such a field. */
  readonly missing?: null | '' | readonly never[];
};
export type Fields = Readonly<Record<string, Field>>;

/**
 * Where the sheet of a plan has a field. From that follows how a change of it is written, and where it
 * is read back from.
 */
export type Place =
  /** In that table, in the KPI's row and a column of the field's name: the cell is written and read. */
  | 'score'
  | 'method'
  /** Beside the table of inputs, in a row of the field's name (and the KPI's): written and read. */
  | 'input'
  /** In many places, or in words of the sheet's own: it is built anew. */
  | 'sheet'
  /** Nowhere but in the metadata. */
  | 'metadata'
  /** Its own fields have their places. */
  | 'each'
  /** By it two versions are known to be of the same thing, so that it never changes. */
  | 'identity';

/** A field whose changes are told and saved one by one. */
export type PlacedField<On extends Place = Place> = Field & {
  readonly on: On;
  /** Said or not said, the sheet is another one: built anew when it becomes the one or the other. */
  readonly opens?: true;
  /** What the log has of it instead of both values. */
  readonly log?: 'name' | 'agreement';
  /** Of a list: the field by which two versions of an item are known; '' where that is the item. */
  readonly key?: string;
  /** Of a list: two people may change different fields of one item. */
  readonly apart?: true;
};
export type PlacedFields<On extends Place = Place> = Readonly<Record<string, PlacedField<On>>>;
/** Those of a plan as a whole have no row of a KPI to stand in. */
export type WholeFields = PlacedFields<Exclude<Place, 'score' | 'method'>>;

type ValueOf<F> =
  | (F extends { readonly missing: null } ? null : never)
  | (F extends { readonly is: 'one'; readonly of: readonly (infer Word)[] }
      ? Word
      : F extends { readonly is: 'group'; readonly fields: infer Part }
        ? FieldsOf<Part>
        : F extends { readonly is: infer S extends keyof Shapes }
          ? Shapes[S]
          : never);
export type FieldsOf<T> = { readonly [N in keyof T]: ValueOf<T[N]> };

/** The names of those fields that are told by themselves when they change. */
export type ToldIn<T> = {
  [N in keyof T]: T[N] extends { readonly on: 'each' | 'identity' } ? never : N;
}[keyof T];

/** The names of those fields of which a sentence may speak. */
export type SpokenIn<T> = {
  [N in keyof T]: T[N] extends { readonly is: 'text' | 'one' | 'number' | 'threshold' } ? N : never;
}[keyof T];

/** What has to be said: fields that nobody may leave out. */
type Needed<T> = {
  [N in keyof T]: T[N] extends { readonly missing: unknown } ? never : N;
}[keyof T];

/** Every field: what is given, and what the others are while nobody has said them. */
export function filled<T extends Fields>(
  fields: T,
  given: Partial<FieldsOf<T>> & Pick<FieldsOf<T>, Needed<T>>,
): FieldsOf<T> {
  const said: Readonly<Record<string, unknown>> = given;
  const values = Object.entries(fields).map(([name, { missing }]) => [
    name,
    said[name] === undefined ? missing : said[name],
  ]);
  return Object.fromEntries(values) as FieldsOf<T>;
}
