import type { Day } from '../../plan/calendar/calendar.ts';
import type { FeedTest } from '../../plan/model/feeds.ts';
import type { Assignment, InputRequest } from '../source.ts';
import type { Tally } from '../tally.ts';
import type { ZohoAccount } from './account.ts';
import type { Center } from './centers.ts';
import type { ModuleFields } from './fields.ts';
import {
  type MetricName,
  metricNamed,
  metrics,
  type ReadingName,
  readings,
  stageField,
} from './metrics.ts';

/** Records of one reading over some days, of which a page is asked at a time; or the look before. */
export interface ZohoQuestion {
  readonly dc: Center;
  /** What the organisation was in when it was connected: an answer of another is refused. */
  readonly zone: string;
  readonly currency: string;
  readonly from: Day;
  readonly to: Day;
  readonly inputs: readonly ZohoInput[];
  readonly asks: Asks;
}

export type Asks =
  /** Since when the organisation has been there. */
  | { readonly is: 'opening' }
  /** What the module's fields are by now: which stages are won, which values there still are. */
  | ({ readonly is: 'fields' } & About)
  | ({ readonly is: 'page' } & About & Progress)
  /** Whether as many leads are converted as when they were read. */
  | ({ readonly is: 'count' } & About & Progress);

interface About {
  readonly reading: ReadingName;
  /** How often all of it was begun again, because it changed while it was read. */
  readonly again: number;
}

/** How far a reading is, which is JSON: what was counted is used only when all of it is here. */
interface Progress {
  readonly part: Part;
  readonly fields: ModuleFields | null;
  /** Records read of this part, and the last one: the next page has to begin with it. */
  readonly read: number;
  readonly last: string | null;
  /** Leads that were converted, once they are read. */
  readonly converted: number;
  readonly tally: Tally;
  /** Fields that no record had so far. */
  readonly absent: readonly string[] | null;
}

/** Of leads those that were converted come first; whatever else is read is one part. */
type Part = 'all' | 'converted' | 'open';

export interface ZohoInput {
  readonly input: string;
  readonly metric: MetricName;
  readonly only: readonly FeedTest[];
  readonly split: string | null;
}

/** The questions that answer an assignment: one for each kind of records. */
export function questionsOf({
  account,
  wanted,
  from,
  to,
  opening = false,
}: Assignment<ZohoAccount>): readonly ZohoQuestion[] {
  const { dc, zone, currency } = account;
  const inputs = wanted.flatMap(inputOf);
  if (inputs.length === 0) return [];
  const question = { dc, zone, currency, from, to, inputs };
  const names = Object.keys(readings) as readonly ReadingName[];
  return [
    ...(opening ? [{ ...question, asks: { is: 'opening' } } as const] : []),
    ...names.flatMap((reading) => {
      const own = inputs.filter(({ metric }) => metrics[metric].reading === reading);
      return own.length > 0 ? [beginning({ ...question, inputs: own }, reading, 0)] : [];
    }),
  ];
}

/** Only what is added up over days comes from here. */
function inputOf({ feed, over }: InputRequest): readonly ZohoInput[] {
  const { input, metric, only, split } = feed;
  if (over !== 'sum' || !metricNamed(metric)) return [];
  return [{ input, metric: metric as MetricName, only, split }];
}

/** The first question about a kind of records. */
export const beginning = (
  question: Omit<ZohoQuestion, 'asks'>,
  reading: ReadingName,
  again: number,
): ZohoQuestion =>
  needsFields(question, reading)
    ? { ...question, asks: { is: 'fields', reading, again } }
    : firstPage(question, { reading, again }, null);

/** Names of stages and values may be other ones by now, and one that is gone would count nothing. */
const needsFields = ({ inputs }: Pick<ZohoQuestion, 'inputs'>, reading: ReadingName): boolean =>
  reading === 'dealsClosed' || inputs.some(({ only }) => only.length > 0);

export const firstPage = (
  question: Omit<ZohoQuestion, 'asks'>,
  { reading, again }: About,
  fields: ModuleFields | null,
): ZohoQuestion => ({
  ...question,
  asks: {
    is: 'page',
    reading,
    again,
    part: reading === 'leads' ? 'converted' : 'all',
    fields,
    read: 0,
    last: null,
    converted: 0,
    tally: {},
    absent: null,
  },
});

/** The same of fewer days, where there is more than can be paged through; `[]` of a single day. */
export function halves({ asks, ...question }: ZohoQuestion): readonly ZohoQuestion[] {
  const { from, to } = question;
  if (asks.is === 'opening' || from === to) return [];
  const middle = Math.floor((from + to) / 2);
  return [
    beginning({ ...question, to: middle }, asks.reading, 0),
    beginning({ ...question, from: middle + 1 }, asks.reading, 0),
  ];
}

/** Whether an input takes the stages that Zoho itself calls won or lost. */
export const takesStageKinds = ({ metric, only }: Pick<ZohoInput, 'metric' | 'only'>): boolean =>
  metrics[metric].stage !== null && only.every(({ dimension }) => dimension !== stageField);
