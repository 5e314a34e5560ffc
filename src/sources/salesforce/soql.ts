import type { Day } from '../../plan/calendar/calendar.ts';
import { dateOf } from '../../plan/calendar/day.ts';
import type { HttpRequest } from '../source.ts';
import { apiAt, restAt } from './domain.ts';
import { metrics, type ObjectName, type ReadingName, readings } from './metrics.ts';
import { dimensionsOf, type SalesforceQuestion } from './question.ts';

/** An aggregate query brings no more groups, and no next page of them. */
export const mostGroups = 2000;
/** The earliest and the latest zones of the earth, in hours from UTC. */
const earliest = 14;
const latest = 12;

/** What the columns of an answer are called; those that tell groups apart are `g0`, `g1` … */
export const columns = {
  day: 'd',
  first: 'f',
  last: 'l',
  won: 'w',
  count: 'n',
  amount: 'a',
} as const;
export const groupColumn = (at: number): string => `g${at}`;

export function requestFor(question: SalesforceQuestion): HttpRequest {
  const { domain, asks } = question;
  if (asks.is === 'opening') return organisationRequest(domain);
  if (asks.is === 'corporate') return corporateRequest(domain);
  if (asks.is === 'rest') return get(restAt(domain, asks.path));
  if (asks.is === 'fields') return fieldsRequest(domain, readings[asks.reading].object);
  return queryRequest(domain, groupsQuery(question, asks.reading));
}

const get = (url: string): HttpRequest => ({ method: 'get', url, body: null });

const queryRequest = (domain: string, query: string): HttpRequest =>
  get(`${apiAt(domain)}query?q=${encodeURIComponent(query)}`);

export const fieldsRequest = (domain: string, object: ObjectName): HttpRequest =>
  get(`${apiAt(domain)}sobjects/${object}/describe`);

/** What there is at all: the address of who asks is among it. */
export const resourcesRequest = (domain: string): HttpRequest => get(apiAt(domain));

/** Who asks, for apps that may know it. */
export const whoRequest = (domain: string): HttpRequest =>
  get(restAt(domain, '/services/oauth2/userinfo'));

export const userRequest = (domain: string, id: string): HttpRequest =>
  queryRequest(domain, `SELECT Id, TimeZoneSidKey FROM User WHERE Id = '${id}'`);

export const organisationRequest = (domain: string): HttpRequest =>
  queryRequest(domain, 'SELECT Name, CreatedDate FROM Organization');

export const corporateRequest = (domain: string): HttpRequest =>
  queryRequest(domain, 'SELECT IsoCode FROM CurrencyType WHERE IsCorporate = true');

/**
 * One row for each day and group. Of moments the first and the last of a row are asked for as well:
 * they show in which zone Salesforce told the day.
 */
function groupsQuery({ from, to, inputs }: SalesforceQuestion, reading: ReadingName): string {
  const { object, date, is, where } = readings[reading];
  const day = is === 'moment' ? `DAY_ONLY(convertTimezone(${date}))` : date;
  const closed = reading === 'dealsClosed';
  const fields = dimensionsOf(inputs);
  const selected = [
    `${day} ${columns.day}`,
    ...(is === 'moment' ? [`MIN(${date}) ${columns.first}`, `MAX(${date}) ${columns.last}`] : []),
    ...(closed ? [`IsWon ${columns.won}`] : []),
    ...fields.map((field, at) => `${field} ${groupColumn(at)}`),
    `COUNT(Id) ${columns.count}`,
    ...(inputs.some(({ metric }) => metrics[metric].sums) ? [`SUM(Amount) ${columns.amount}`] : []),
  ];
  const days =
    is === 'day'
      ? [`${date} >= ${isoDate(from)}`, `${date} <= ${isoDate(to)}`]
      : [`${date} >= ${momentOf(from, -earliest)}`, `${date} < ${momentOf(to + 1, latest)}`];
  const groups = [day, ...(closed ? ['IsWon'] : []), ...fields];
  return [
    `SELECT ${selected.join(', ')} FROM ${object}`,
    `WHERE ${[...(where === null ? [] : [where]), ...days].join(' AND ')}`,
    `GROUP BY ${groups.join(', ')}`,
  ].join(' ');
}

const two = (number: number): string => String(number).padStart(2, '0');

function isoDate(day: Day): string {
  const { year, month, day: date } = dateOf(day);
  return `${year}-${two(month)}-${two(date)}`;
}

function momentOf(day: Day, hours: number): string {
  const on = day + Math.floor(hours / 24);
  return `${isoDate(on)}T${two(((hours % 24) + 24) % 24)}:00:00Z`;
}
