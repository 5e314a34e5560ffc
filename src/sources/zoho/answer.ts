import { isJson, type Json, numberOf, objectsOf, readJson } from '../json.ts';
import type { HttpResponse, Loss, ResultPage, Row, SourceError } from '../source.ts';
import { rowsOf } from '../tally.ts';
import { wholeTrust } from '../trust.ts';
import { dayInZone, zoneName } from '../zone.ts';
import { fieldsAsked, mostOffset, mostRecords, offsetOf } from './coql.ts';
import { fieldsIn, withFields } from './fields.ts';
import { trouble } from './lookup.ts';
import { organisationIn } from './organisation.ts';
import { type Asks, beginning, firstPage, halves, type ZohoQuestion } from './question.ts';
import { countRecords } from './records.ts';

type Read = ResultPage<ZohoQuestion> | { readonly trouble: SourceError };
type Page = Extract<Asks, { readonly is: 'page' }>;
type Count = Extract<Asks, { readonly is: 'count' }>;

/** So often it is begun again before it is left for the next refresh. */
const mostAgain = 3;

const half = (detail: string) => trouble('halfAnswer', detail);

const page = (
  rows: readonly Row[],
  more: readonly ZohoQuestion[] = [],
  lost: readonly Loss[] = [],
): Read => ({ rows, lost, more, trust: wholeTrust, quota: null });

/** What an answer says. Whatever is not exactly what was asked for is half an answer. */
export function readAnswer(question: ZohoQuestion, response: HttpResponse): Read {
  const { asks } = question;
  const answer = readJson(response.body);
  const none = response.status === 204;
  if (asks.is === 'opening') return readOpening(question, answer);
  if (asks.is === 'fields') {
    const fields = fieldsIn(answer);
    if (!fields) return half('fields');
    const read = withFields(question.inputs, fields);
    if ('trouble' in read) return read;
    return page([], [firstPage({ ...question, inputs: read.inputs }, asks, read.fields)]);
  }
  return asks.is === 'count'
    ? readCount(question, asks, none ? 0 : countIn(answer))
    : readPage(question, asks, none ? { data: [], info: { more_records: false } } : answer);
}

/** An organisation counts from some moment of the day on which it was made: that day is not whole either. */
function readOpening({ zone, currency, inputs, from }: ZohoQuestion, answer: Json | null): Read {
  const org = organisationIn(answer);
  if (!org) return half('org');
  if (org.zone !== '' && zoneName(org.zone) !== zoneName(zone)) {
    return trouble('otherZone', org.zone);
  }
  if (org.currency !== '' && org.currency !== currency) {
    return trouble('otherCurrency', org.currency);
  }
  const to = org.madeMs === null ? from - 1 : dayInZone(org.madeMs, zone);
  if (to < from) return page([]);
  const lost = inputs.map(({ input }): Loss => ({ input, from, to, why: 'notYet', detail: '' }));
  return page([], [], lost);
}

/** The key of a count is written exactly as it was asked for. */
function countIn(answer: Json | null): number | null {
  const rows = objectsOf(answer?.data);
  return rows?.length === 1 ? numberOf(rows[0]?.['COUNT(id)']) : null;
}

/** A lead that was converted between the two readings would be counted twice, or not at all. */
function readCount(question: ZohoQuestion, asks: Count, count: number | null): Read {
  if (count === null) return half('COUNT(id)');
  if (count !== asks.converted) return begunAgain(question, asks);
  return page(rowsOf(asks.tally, question.inputs));
}

function readPage(question: ZohoQuestion, asks: Page, answer: Json | null): Read {
  const records = answer && Array.isArray(answer.data) ? objectsOf(answer.data) : null;
  const info = isJson(answer?.info) ? answer.info : null;
  if (!records || typeof info?.more_records !== 'boolean') return half('data');
  if (records.length > mostRecords) return half('data');
  if (info.count !== undefined && info.count !== records.length) return half('count');
  const ids = records.map(({ id }) => (typeof id === 'string' ? id : ''));
  if (!ids.every((id, at) => /^\d{1,30}$/.test(id) && (at === 0 || isAfter(id, ids[at - 1])))) {
    return half('id');
  }
  // The page has to begin with the last record of the one before: else something came, went or moved.
  if (asks.last !== null && ids[0] !== asks.last) return begunAgain(question, asks);
  const fresh = asks.last === null ? records : records.slice(1);
  const counted = countRecords(question, asks, fresh);
  if (counted === 'half') return half('data');
  if ('trouble' in counted) return counted;
  const read = asks.read + fresh.length;
  const absent = fieldsAbsent(question, asks, records);
  const next: Page = {
    ...asks,
    read,
    last: ids[ids.length - 1] ?? null,
    tally: counted.tally,
    absent,
  };
  if (!info.more_records) return readPart(question, next);
  if (fresh.length === 0) return half('more_records');
  if (offsetOf(next) + mostRecords > mostOffset) {
    const fewer = halves(question);
    return fewer.length > 0 ? page([], fewer) : trouble('dayTooLong');
  }
  return page([], [{ ...question, asks: next }]);
}

/** All of a part is here: what follows it, or what comes of it. */
function readPart(question: ZohoQuestion, asks: Page): Read {
  const [missing] = asks.read > 0 ? (asks.absent ?? []) : [];
  // A field that no record has is one that may not be seen: what it would say is unknown.
  if (missing !== undefined) return trouble('badField', missing);
  if (asks.reading !== 'leads') return page(rowsOf(asks.tally, question.inputs));
  if (asks.part === 'open') return page([], [{ ...question, asks: { ...asks, is: 'count' } }]);
  const converted = asks.read;
  const open: Page = { ...asks, part: 'open', read: 0, last: null, converted, absent: null };
  return page([], [{ ...question, asks: open }]);
}

/** The fields that none of the records has had so far, a blank one counts as had. */
function fieldsAbsent(question: ZohoQuestion, asks: Page, records: readonly Json[]) {
  const absent = asks.absent ?? fieldsAsked(asks, question.inputs);
  return absent.filter((field) => !records.some((record) => Object.keys(record).includes(field)));
}

/** Something changed while it was read: what was read so far is not used. */
function begunAgain(question: ZohoQuestion, { reading, again }: Page | Count): Read {
  if (again >= mostAgain) return trouble('moving');
  return page([], [beginning(question, reading, again + 1)]);
}

/** Whether an id comes after another: both are numbers too long to be reckoned with. */
const isAfter = (id: string, before = ''): boolean =>
  id.length === before.length ? id > before : id.length > before.length;
