import type { Identity } from './identity.ts';
import type { Role } from './roles.ts';
import type { Unit } from './units.ts';

/**
 * What something is called: the key of its texts under `src/messages/en/catalogue`, or, of what belongs
 * to a KPI of somebody's own, what they wrote.
 */
export type Called = string | { readonly own: string };

/**
 * How a quantity adds up over rows or time: `sum` (cost, leads), `first` (customers at the start),
 * `last` (customers at the end, followers), `aboutPlan` (unique people, rates, survey readings), which
 * is never combined: a reading for a week says nothing exact about the month.
 */
export type Over = 'sum' | 'first' | 'last' | 'whole';

/** Which rows of a report count: by one of the values, by a beginning, or as the user is asked. */
type RowTest = { readonly dimension: string } & (
  | { readonly is: readonly string[] }
  | { readonly startsWith: readonly string[] }
  | { readonly asked: true }
);

/** Where a quantity can be read, system by system; typing by hand is always possible. */
export interface ReadableFrom {
  /** A metric of the Google Analytics Data API; only rows count for which every test holds. */
  readonly ga4?: { readonly metric: string; readonly only?: readonly RowTest[] };
  readonly searchConsole?: string;
  /** A metric of its source: contacts that were created or came into a stage, deals that ended. */
  readonly hubspot?: string;
  /** A metric of Salesforce, or one whose rows the user is asked to choose. */
  readonly salesforce?: string;
  /** A metric of Zoho CRM, or one whose rows the user is asked to choose. */
  readonly zoho?: string;
  readonly semrush?: string;
  /** A platform's own report or an export of it: Facebook, TikTok, Google Ads, an e-mail tool, a shop. */
  readonly platform?: string;
}

/** Something that is measured: the leads, the cost of getting them. KPIs are arithmetic over these. */
export interface Quantity {
  readonly called: Called;
  readonly unit: Unit;
  readonly over: Over;
  /** Below this a value cannot be right and is refused. */
  readonly min?: number;
  /** Above this a value cannot be right and is refused (a margin of 40 that should be 40%). */
  readonly max?: number;
  readonly sources?: ReadableFrom;
  /** How large a made-up number of it is, in a middling shop with a sales team. Money is in đồng. */
  readonly sample?: SampleSize;
}

/** How large a made-up number is; a quantity it belongs to is named by its key. */
export type SampleSize =
  /** So much in a week; of unique people less than so many times more in a month. */
  | { readonly each: number }
  /** A part of another number, never more than it. */
  | { readonly of: string; readonly share: number }
  /** So many times another number. */
  | { readonly of: string; readonly times: number }
  /** A reading that stays about the same, and moves by `drift` a week. */
  | { readonly level: number; readonly drift: number }
  /** What there is at the start or the end, gained and lost along the way: another number, or so much in a week. */
  | { readonly stock: number; readonly gains: string | number; readonly loses: string | number };

/** An argument that picks one of a few meanings, in words of any language. */
export interface Choice {
  readonly called: string;
  /** The meanings, each by the word that selects it whatever the language. */
  readonly options: readonly string[];
}

/** A quantity or a choice in the role of a function's argument. */
export type Input = (Quantity | Choice) & {
  /** May be left out. Without a `default`, leaving it out selects another variant of the formula. */
  readonly optional?: true;
  readonly default?: number | string;
};

export type Direction = 'higher' | 'lower' | 'on plan';
type Group = 'input' | 'output' | 'impact';
type Level = 'functional' | 'operational' | 'strategic';
type Timing = 'leading' | 'lagging';
export type Funnel = 'awareness' | 'engagement' | 'lead' | 'customer' | 'revenue' | 'retention';
export type { Role };

/** What to know before choosing a KPI: it needs data of the whole industry, or fits one stage of a business. */
export type OfferNote = 'industryData' | 'early' | 'established';

/** What somebody who sets a target on a KPI should know of it. */
export type Trait =
  /** Pleasant to look at; by itself it brings neither a lead nor an order. */
  | 'vanity'
  /** What people say, think or feel, in numbers. */
  | 'voice'
  /** The first of these to listen to, where a plan listens to none. */
  | 'usualVoice'
  /** Known only after asking many people, which takes weeks and money. */
  | 'survey'
  /** Says much before there are customers, and little once there are. */
  | 'earlyStage'
  /** Says nothing before there is a customer base, or a market that knows you. */
  | 'lateStage'
  /** Needs numbers that no system of one's own holds. */
  | 'outside'
  /** Means something else to everybody until somebody writes down what counts. */
  | 'undefined'
  /** Credited by a rule that somebody has to choose. */
  | 'attributed'
  /** Counted more often than it happens: its guardrails say it better. */
  | 'overstated'
  /** What costs of marketing are part of. */
  | 'budget';

/** A figure of the director's page. */
export type Figure = 'spend' | 'leads' | 'newCustomers' | 'revenue' | 'roi';

type Letter =
  | ('a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i' | 'j' | 'k' | 'l' | 'm')
  | ('n' | 'o' | 'p' | 'q' | 'r' | 's' | 't' | 'u' | 'v' | 'w' | 'x' | 'y' | 'z');
type WordPart =
  | Letter
  | Uppercase<Letter>
  | ('0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9');

/** The words of an expression, read letter by letter. */
type Words<
  S extends string,
  Word extends string = '',
  Found extends string = never,
> = S extends `${infer Next}${infer Rest}`
  ? Next extends WordPart
    ? Words<Rest, `${Word}${Next}`, Found>
    : Words<Rest, '', Found | Word>
  : Found | Word;

type Unknown<F extends string, Names extends string> = Exclude<Words<F>, Names | '' | `${number}`>;

/** An expression over the named inputs: a misspelt name does not compile. */
type Expression<F extends string, Names extends string> = [Unknown<F, Names>] extends [never]
  ? F
  : `${Unknown<F, Names>} is not an input of this KPI`;

type NamesOf<Inputs> = keyof Inputs & string;

/** The formula to use instead when an optional input is given, or a choice says so. */
export interface Variant {
  readonly given?: string;
  readonly chosen?: { readonly input: string; readonly is: string };
  readonly formula: string;
  readonly must?: readonly string[];
}

interface Described {
  /** The code of the KPI in the list the catalogue began with; several entries may share one. */
  readonly k?: `K${number}`;
  /** The entry's name, and the cell function's where there is a formula; its texts go by it. */
  readonly name: Uppercase<string>;
  /** How somebody called a KPI of their own, which has no texts. */
  readonly ownTitle?: string;
  readonly unit: Unit;
  /** `null`: nobody has said it, of a KPI of somebody's own. The catalogue says it of each. */
  readonly better: Direction | null;
  /** How it adds up is not said, of a KPI of somebody's own: its weeks come to no number. */
  readonly totalling?: 'unsaid';
  readonly group: Group;
  readonly level: Level;
  readonly timing: Timing;
  readonly funnel: Funnel | 'any';
  readonly roles: readonly Role[];
  /** Roles to whom it is offered beside their ready-made plan, not ticked, and what to know before. */
  readonly offered?: Readonly<Partial<Record<Role, OfferNote>>>;
  /**
   * KPIs that stand guard beside this one, at whose expense it can be pushed up: any one of these will
   * do, the first is proposed.
   */
  readonly guardrails?: readonly string[];
  /** KPIs that say the same in another way, so that weighing both counts one thing twice. */
  readonly twins?: readonly string[];
  readonly traits?: readonly Trait[];
  /** Where neither role nor objective know what a plan lacks, it is proposed: the first of these that does. */
  readonly fallback?: number;
  /** What its value can be, where its formula and its inputs do not say so. */
  readonly bounds?: { readonly min?: number; readonly max?: number };
  /** The figure of the director's page that can be read from it; of several, the first choice is. */
  readonly figure?: { readonly of: Figure; readonly choice: number };
  /** What it multiplies to with others, of which targets must not say otherwise. */
  readonly identities?: readonly Identity[];
  /** The address of the accepted definition. */
  readonly source: `https://${string}`;
}

/** A KPI without arithmetic: one quantity, read as it is. */
export interface Counted extends Described {
  readonly counts: Quantity;
}

/** A KPI with arithmetic: a cell function. */
export interface Calculated extends Described {
  readonly inputs: Readonly<Record<string, Input>>;
  readonly formula: string;
  readonly variants?: readonly Variant[];
  /** Comparisons that hold for every true set of inputs: `customersLost <= customersAtStart`. */
  readonly must?: readonly string[];
  readonly examples: readonly {
    readonly given: { readonly [input: string]: number | string | undefined };
    readonly gives: number;
  }[];
}

export type Kpi = Counted | Calculated;

interface VariantOf<Names extends string> extends Variant {
  readonly given?: Names;
  readonly chosen?: { readonly input: Names; readonly is: string };
}

interface CalculatedFrom<
  Inputs extends Readonly<Record<string, Input>>,
  F extends string,
  Must extends readonly string[],
> extends Calculated {
  readonly inputs: Inputs;
  readonly formula: F & Expression<F, NamesOf<Inputs>>;
  readonly variants?: readonly VariantOf<NamesOf<Inputs>>[];
  readonly must?: Must & { readonly [At in keyof Must]: Expression<Must[At], NamesOf<Inputs>> };
  readonly examples: readonly {
    readonly given: { readonly [Name in NamesOf<Inputs>]?: number | string | undefined };
    readonly gives: number;
  }[];
}

/**
 * Declares a KPI that is arithmetic over its inputs. The order of the inputs is the order of the
 * arguments. Names in `formula` and `must` are checked by the compiler, those in the formulas of
 * variants when the add-on is built.
 */
export function defineKpi<
  const Inputs extends Readonly<Record<string, Input>>,
  const F extends string,
  const Must extends readonly string[] = readonly [],
>(kpi: CalculatedFrom<Inputs, F, Must>): Calculated {
  return kpi;
}

/** Declares a KPI that is counted or read, not calculated. */
export function defineCount(kpi: Counted): Counted {
  return kpi;
}

/** An input that may be left out; `value` is what it then counts as. */
export function leftOut<I extends Quantity | Choice>(input: I, value?: number | string) {
  return value === undefined
    ? ({ ...input, optional: true } as const)
    : ({ ...input, optional: true, default: value } as const);
}
