import type { Day } from '../../plan/calendar/calendar.ts';
import { dateOf } from '../../plan/calendar/day.ts';
import type { HttpRequest } from '../source.ts';
import { apiAt, type Center } from './centers.ts';
import {
  convertedField,
  currencyField,
  type Module,
  metrics,
  readings,
  stageField,
} from './metrics.ts';
import { type Asks, takesStageKinds, type ZohoQuestion } from './question.ts';

/** What a call of COQL brings at most, and how far it pages by offset. */
export const mostRecords = 2000;
export const mostOffset = 100_000;
/** The earliest and the latest zones of the earth, in hours from UTC. */
const earliest = 14;
const latest = 12;

type Reading = Extract<Asks, { readonly reading: unknown }>;

export function requestFor({ dc, from, to, inputs, asks }: ZohoQuestion): HttpRequest {
  if (asks.is === 'opening') return orgRequest(dc);
  if (asks.is === 'fields') return fieldsRequest(dc, readings[asks.reading].module);
  const { module, date } = readings[asks.reading];
  const where = conditionsOf(asks, from, to);
  const query =
    asks.is === 'count'
      ? `select COUNT(id) from ${module} where ${where}`
      : [
          `select ${['id', date, ...fieldsAsked(asks, inputs)].join(', ')} from ${module}`,
          `where ${where} order by id asc limit ${offsetOf(asks)}, ${mostRecords}`,
        ].join(' ');
  return { method: 'post', url: `${apiAt(dc)}coql`, body: { select_query: query } };
}

export const orgRequest = (dc: Center): HttpRequest => ({
  method: 'get',
  url: `${apiAt(dc)}org`,
  body: null,
});

export const fieldsRequest = (dc: Center, module: Module): HttpRequest => ({
  method: 'get',
  url: `${apiAt(dc)}settings/fields?module=${module}`,
  body: null,
});

/** The last record of the page before is asked for again: where another one stands, something moved. */
export const offsetOf = ({ read }: { readonly read: number }): number => Math.max(0, read - 1);

/**
 * Days as they are in any zone: which of them a moment falls on is seen where its own zone is known.
 * Three conditions have to be nested two by two.
 */
function conditionsOf(asks: Reading, from: Day, to: Day): string {
  const { date, is } = readings[asks.reading];
  const days =
    is === 'day'
      ? `${date} >= '${isoDate(from)}' and ${date} <= '${isoDate(to)}'`
      : `${date} >= '${momentOf(from, -earliest)}' and ${date} < '${momentOf(to + 1, latest)}'`;
  const converted = convertedIn(asks);
  return converted === null ? `(${days})` : `((${days}) and ${convertedField} = ${converted})`;
}

function convertedIn(asks: Reading): boolean | null {
  if (asks.reading === 'converted' || asks.is === 'count') return true;
  return asks.reading !== 'leads' || asks.is === 'fields' ? null : asks.part === 'converted';
}

/** What is read of each record beside its id and its day. */
export function fieldsAsked(
  asks: Pick<Extract<Asks, { is: 'page' }>, 'reading' | 'fields'>,
  inputs: ZohoQuestion['inputs'],
): readonly string[] {
  const { date, module } = readings[asks.reading];
  const sums = inputs.some(({ metric }) => metrics[metric].sums !== null);
  const asked = [
    ...(module === 'Leads' ? [convertedField] : []),
    ...(inputs.some(takesStageKinds) ? [stageField] : []),
    ...(sums ? ['Amount'] : []),
    ...(sums && asks.fields?.currency ? [currencyField] : []),
    ...inputs.flatMap(({ only, split }) => [
      ...only.map(({ dimension }) => dimension),
      ...(split === null ? [] : [split]),
    ]),
  ];
  return [...new Set(asked)].filter((name) => name !== date && name !== 'id');
}

const two = (number: number): string => String(number).padStart(2, '0');

function isoDate(day: Day): string {
  const { year, month, day: date } = dateOf(day);
  return `${year}-${two(month)}-${two(date)}`;
}

function momentOf(day: Day, hours: number): string {
  const on = day + Math.floor(hours / 24);
  return `${isoDate(on)}T${two(((hours % 24) + 24) % 24)}:00:00+00:00`;
}
