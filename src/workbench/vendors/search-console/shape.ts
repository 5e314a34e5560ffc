import { type DayNumber, dayOfText } from '../days.ts';
import { invalid, notPlayed } from './failure.ts';

/** A report as it was asked for, every field looked at. */
export interface AskedReport {
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly dimensions: readonly Dimension[];
  readonly filters: readonly Filter[];
  readonly all: boolean;
  readonly rowLimit: number;
  readonly startRow: number;
}

interface Filter {
  readonly dimension: Dimension;
  readonly passes: (value: string) => boolean;
}

const dimensions = ['DATE', 'COUNTRY', 'DEVICE', 'QUERY'] as const;
export type Dimension = (typeof dimensions)[number];

const unplayed = ['PAGE', 'SEARCH_APPEARANCE', 'HOUR'];
const fields = [
  ...['startDate', 'endDate', 'dimensions', 'type', 'searchType', 'dataState', 'aggregationType'],
  ...['dimensionFilterGroups', 'rowLimit', 'startRow'],
];
const mostRows = 25_000;
const usualRows = 1000;

type Json = Readonly<Record<string, unknown>>;

export function askedReport(body: string): AskedReport {
  const asked = parsed(body);
  const unknown = Object.keys(asked).find((name) => !fields.includes(name));
  if (unknown !== undefined) {
    throw invalid(`Invalid JSON payload received. Unknown name "${unknown}": Cannot find field.`);
  }
  const [from, to] = [dayIn(asked, 'startDate'), dayIn(asked, 'endDate')];
  if (from > to) throw invalid('startDate must be less than or equal to endDate.');
  const searched = word(asked.type ?? asked.searchType ?? 'WEB', 'type', types);
  if (searched !== 'WEB') throw notPlayed(`searches of the type ${searched}`);
  const state = word(asked.dataState ?? 'FINAL', 'dataState', ['FINAL', 'ALL', 'HOURLY_ALL']);
  if (state === 'HOURLY_ALL') throw notPlayed('hours');
  const aggregated = ['AUTO', 'BY_PROPERTY', 'BY_PAGE', 'BY_NEWS_SHOWCASE_PANEL'];
  const by = word(asked.aggregationType ?? 'AUTO', 'aggregationType', aggregated);
  const grouped = listIn(asked, 'dimensions').map((each) => dimensionOf(each, by));
  if (new Set(grouped).size < grouped.length) throw invalid('Duplicate dimensions.');
  if (by !== 'AUTO' && by !== 'BY_PROPERTY') throw notPlayed(`the aggregation ${by}`);
  return {
    from,
    to,
    dimensions: grouped,
    filters: listIn(asked, 'dimensionFilterGroups').flatMap((each) => filtersOf(each, by)),
    all: state === 'ALL',
    rowLimit: count(asked, 'rowLimit', usualRows, 1, mostRows),
    startRow: count(asked, 'startRow', 0, 0, Number.MAX_SAFE_INTEGER),
  };
}

const types = ['WEB', 'IMAGE', 'VIDEO', 'NEWS', 'DISCOVER', 'GOOGLE_NEWS'];

function parsed(body: string): Json {
  let found: unknown;
  try {
    found = JSON.parse(body);
  } catch {
    throw invalid('Invalid JSON payload received.');
  }
  return objectOf(found, 'the body');
}

function objectOf(value: unknown, name: string): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw invalid(`Invalid value at '${name}'.`);
}

function dayIn(asked: Json, name: string): DayNumber {
  const text = asked[name];
  if (text === undefined) throw invalid(`Missing required field: ${name}.`);
  const day = typeof text === 'string' ? dayOfText(text) : null;
  if (day === null) throw invalid(`Invalid date format '${String(text)}'.`);
  return day;
}

/** A name of an enum; the API takes it in capitals and in small letters. */
function word(value: unknown, name: string, words: readonly string[]): string {
  const found = words.find((each) => typeof value === 'string' && each === capitals(value));
  if (found === undefined) throw invalid(`Invalid value at '${name}': ${JSON.stringify(value)}`);
  return found;
}

/** `byProperty` is `BY_PROPERTY`. */
const capitals = (text: string): string =>
  (/[a-z]/.test(text) ? text.replace(/[A-Z]/g, (letter) => `_${letter}`) : text).toUpperCase();

function listIn(asked: Json, name: string): readonly unknown[] {
  const value = asked[name];
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw invalid(`Invalid value at '${name}': no list.`);
  return value;
}

function dimensionOf(value: unknown, by: string): Dimension {
  const name = word(value, 'dimensions', [...dimensions, ...unplayed]);
  if (name === 'PAGE' && by === 'BY_PROPERTY') {
    throw invalid("'BY_PROPERTY' is not a valid aggregation type in the context of the request.");
  }
  const found = dimensions.find((each) => each === name);
  if (found === undefined) throw notPlayed(`the dimension ${name}`);
  return found;
}

function filtersOf(value: unknown, by: string): readonly Filter[] {
  const group = objectOf(value, 'dimensionFilterGroups');
  const unknown = Object.keys(group).find((name) => !['groupType', 'filters'].includes(name));
  if (unknown !== undefined) throw invalid(`Unknown name "${unknown}".`);
  word(group.groupType ?? 'AND', 'groupType', ['AND']);
  return listIn(group, 'filters').map((each): Filter => {
    const { dimension, operator = 'EQUALS', expression, ...more } = objectOf(each, 'filters');
    if (Object.keys(more).length > 0) throw invalid(`Unknown name "${Object.keys(more)[0]}".`);
    if (typeof expression !== 'string') throw invalid("Invalid value at 'expression'.");
    const of = dimensionOf(dimension, by);
    if (of === 'DATE') throw invalid("Invalid value at 'dimension': DATE");
    const operators = ['EQUALS', 'NOT_EQUALS', 'CONTAINS', 'NOT_CONTAINS'];
    const patterns = ['INCLUDING_REGEX', 'EXCLUDING_REGEX'];
    const is = word(operator, 'operator', [...operators, ...patterns]);
    return { dimension: of, passes: passes(is, expression) };
  });
}

function passes(is: string, expression: string): Filter['passes'] {
  const wanted = expression.toLowerCase();
  const not = is.startsWith('NOT_') || is.startsWith('EXCLUDING_');
  if (is.endsWith('REGEX')) {
    const [, flag, source = ''] = /^(\(\?i\))?(.*)$/s.exec(expression) ?? [];
    let pattern: RegExp;
    try {
      pattern = new RegExp(source, flag === undefined ? '' : 'i');
    } catch {
      throw invalid('Invalid regular expression.');
    }
    return (value) => pattern.test(value) !== not;
  }
  return (value) => {
    const text = value.toLowerCase();
    return (is.endsWith('EQUALS') ? text === wanted : text.includes(wanted)) !== not;
  };
}

function count(asked: Json, name: string, usual: number, least: number, most: number): number {
  const value = asked[name] ?? usual;
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) {
    return value;
  }
  throw invalid(`Invalid value at '${name}': ${JSON.stringify(value)}`);
}
