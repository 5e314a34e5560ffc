import { type Json, numberOf, objectsOf, readJson, textOf } from '../json.ts';
import type { HttpResponse, Loss, Quota, ResultPage, Row, SourceError } from '../source.ts';
import { rowsOf } from '../tally.ts';
import { wholeTrust } from '../trust.ts';
import { dayInZone } from '../zone.ts';
import { isRest } from './domain.ts';
import { fieldsIn, hasCurrencies, wrongWith } from './fields.ts';
import { countGroups } from './groups.ts';
import { trouble } from './lookup.ts';
import { metrics } from './metrics.ts';
import { corporateIn, organisationIn } from './organisation.ts';
import { type Asks, type SalesforceQuestion, smaller } from './question.ts';
import { mostGroups } from './soql.ts';

type Read = ResultPage<SalesforceQuestion> | { readonly trouble: SourceError };
type Groups = Extract<Asks, { readonly is: 'groups' | 'rest' }>;

const half = (detail: string) => trouble('halfAnswer', detail);

/** What an answer says. Whatever is not exactly what was asked for is half an answer. */
export function readAnswer(question: SalesforceQuestion, response: HttpResponse): Read {
  const { asks, inputs, currency } = question;
  const answer = readJson(response.body);
  const quota = quotaIn(response);
  const page = (
    rows: readonly Row[],
    more: readonly SalesforceQuestion[] = [],
    lost: readonly Loss[] = [],
  ): Read => ({ rows, lost, more, trust: wholeTrust, quota });

  if (asks.is === 'opening') {
    const org = organisationIn(answer);
    return org ? page([], [], lostBefore(question, org.madeMs)) : half('Organization');
  }
  if (asks.is === 'fields') {
    const fields = fieldsIn(answer);
    if (!fields) return half('fields');
    const wrong = wrongWith(inputs, fields, currency);
    if (wrong) return wrong;
    const several = hasCurrencies(fields) && inputs.some(({ metric }) => metrics[metric].sums);
    const { reading } = asks;
    return page([], [{ ...question, asks: { is: several ? 'corporate' : 'groups', reading } }]);
  }
  if (asks.is === 'corporate') {
    const corporate = corporateIn(answer);
    if (corporate === null) return half('CurrencyType');
    if (corporate !== currency) return trouble('otherCurrency', corporate);
    return page([], [{ ...question, asks: { is: 'groups', reading: asks.reading } }]);
  }
  const read = readGroups(question, asks, answer);
  if ('trouble' in read) return read;
  if ('more' in read) return page([], read.more);
  const untold = inputs.filter((each) => each.untold).map(({ input }) => input);
  return { rows: rowsOf(read.tally, inputs), untold, more: [], trust: wholeTrust, quota };
}

/** An organisation counts from some moment of the day on which it was made: that day is not whole either. */
function lostBefore(
  { inputs, zone, from }: SalesforceQuestion,
  madeMs: number | null,
): readonly Loss[] {
  const to = madeMs === null ? from - 1 : dayInZone(madeMs, zone);
  if (to < from) return [];
  return inputs.map(({ input }): Loss => ({ input, from, to, why: 'notYet', detail: '' }));
}

/** Groups are used once all of them are here: what they come to, or what is still to be asked. */
function readGroups(
  question: SalesforceQuestion,
  asks: Groups,
  answer: Json | null,
):
  | { readonly tally: Readonly<Record<string, number>> }
  | { readonly more: readonly SalesforceQuestion[] }
  | { readonly trouble: SourceError } {
  const records = answer && Array.isArray(answer.records) ? objectsOf(answer.records) : null;
  const total = numberOf(answer?.totalSize);
  if (!records || total === null || typeof answer?.done !== 'boolean') return half('records');
  const before = asks.is === 'rest' ? asks : { read: 0, total, tally: {} };
  if (total !== before.total) return half('totalSize');
  const tally = countGroups(question, asks.reading, records, before.tally);
  if (typeof tally === 'string') return half(tally);
  if ('trouble' in tally) return tally;
  const read = before.read + records.length;
  if (answer.done) {
    if (read !== total) return half('totalSize');
    // As many as one answer can hold may be fewer than there are.
    return total < mostGroups || asks.is === 'rest' ? tally : fewer(question);
  }
  const path = textOf(answer.nextRecordsUrl);
  if (path === '') return fewer(question);
  if (!isRest(path) || records.length === 0 || read >= total) return half('nextRecordsUrl');
  const { reading } = asks;
  return { more: [{ ...question, asks: { is: 'rest', reading, path, read, total, ...tally } }] };
}

function fewer(
  question: SalesforceQuestion,
): { readonly more: readonly SalesforceQuestion[] } | { readonly trouble: SourceError } {
  const more = smaller(question);
  return more.length > 0 ? { more } : trouble('dayTooLong');
}

/** `api-usage=18/5000`: calls of everybody in the organisation in the last 24 hours. */
export function quotaIn({ headers }: Pick<HttpResponse, 'headers'>): Quota | null {
  const [, used, most] =
    /\bapi-usage=(\d{1,12})\/(\d{1,12})\b/.exec(headers['sforce-limit-info'] ?? '') ?? [];
  if (used === undefined) return null;
  const of = Number(most);
  const day = { used: 1, left: Math.max(0, of - Number(used)), of };
  return { hour: null, projectHour: null, day };
}
