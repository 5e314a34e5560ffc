import { invalid, noSuchProperty } from './failure.ts';
import type { Property } from './records.ts';

export interface Filter {
  readonly propertyName: string;
  readonly operator: Operator;
  readonly value: string;
  readonly highValue: string;
  readonly values: readonly string[];
}

export interface Search {
  readonly groups: readonly (readonly Filter[])[];
  readonly sort: { readonly propertyName: string; readonly descending: boolean } | null;
  readonly properties: readonly string[];
  readonly query: string;
  readonly limit: number;
  readonly after: number;
}

const operators = [
  ...['EQ', 'NEQ', 'LT', 'LTE', 'GT', 'GTE', 'BETWEEN', 'IN', 'NOT_IN'],
  ...['HAS_PROPERTY', 'NOT_HAS_PROPERTY', 'CONTAINS_TOKEN', 'NOT_CONTAINS_TOKEN'],
] as const;
type Operator = (typeof operators)[number];

const mostGroups = 5;
const mostFilters = 6;
const mostInAll = 18;
const mostPage = 200;
const mostFound = 10_000;

type Known = Readonly<Record<string, Property<never>>>;
type Sent = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Sent =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A search as it is sent; whatever HubSpot would not take, or would read otherwise, is refused. */
export function readSearch(body: string, known: Known): Search {
  const sent = parsed(body);
  refuseUnknown(sent, ['filterGroups', 'sorts', 'properties', 'query', 'limit', 'after']);
  const groups = listOf(sent.filterGroups, 'filterGroups').map((group) => {
    refuseUnknown(group, ['filters']);
    return listOf(group.filters, 'filters').map((filter) => filterOf(filter, known));
  });
  if (groups.length > mostGroups) throw invalid(`too many filterGroups: at most ${mostGroups}`);
  if (groups.some(({ length }) => length > mostFilters || length === 0)) {
    throw invalid(`each filterGroup has 1 to ${mostFilters} filters`);
  }
  if (groups.flat().length > mostInAll) throw invalid(`at most ${mostInAll} filters in all`);
  const { limit = 10, after = '0', query = '', properties = [] } = sent;
  if (!Number.isInteger(limit) || Number(limit) < 1 || Number(limit) > mostPage) {
    throw invalid(`limit has to be from 1 to ${mostPage}`);
  }
  if (!/^\d{1,9}$/.test(String(after))) throw invalid('after is no paging token of ours');
  if (Number(after) + Number(limit) > mostFound) {
    throw invalid(`paging ends at ${mostFound} results`);
  }
  if (typeof query !== 'string' || query.length > 3000) throw invalid('query is too long');
  const names = textsOf(properties, 'properties');
  const sort = sortOf(sent.sorts ?? [], known);
  return { groups, sort, properties: names, query, limit: Number(limit), after: Number(after) };
}

function parsed(body: string): Sent {
  try {
    const read: unknown = JSON.parse(body);
    if (isRecord(read)) return read;
  } catch {
    // Said below.
  }
  throw invalid('Invalid input JSON on line 1, column 1');
}

function refuseUnknown(record: Sent, fields: readonly string[]): void {
  const other = Object.keys(record).find((name) => !fields.includes(name));
  if (other !== undefined) throw invalid(`Invalid input JSON: unrecognized field "${other}"`);
}

function listOf(value: unknown, name: string): readonly Sent[] {
  if (!Array.isArray(value)) throw invalid(`Invalid input JSON: ${name} has to be a list`);
  const records = value.filter(isRecord);
  if (records.length !== value.length) throw invalid(`Invalid input JSON: ${name} holds no object`);
  return records;
}

function textsOf(value: unknown, name: string): readonly string[] {
  const texts = Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
  if (!Array.isArray(value) || texts.length !== value.length) {
    throw invalid(`Invalid input JSON: ${name} has to be a list of texts`);
  }
  return texts;
}

function filterOf(filter: Sent, known: Known): Filter {
  refuseUnknown(filter, ['propertyName', 'operator', 'value', 'highValue', 'values']);
  const { propertyName, operator: named } = filter;
  const operator = operators.find((each) => each === named);
  if (typeof propertyName !== 'string' || operator === undefined) {
    throw invalid('Cannot build Filter, some of required attributes are not set');
  }
  const property = propertyNamed(propertyName, known);
  const [value, highValue] = [filter.value ?? '', filter.highValue ?? ''];
  const values = textsOf(filter.values ?? [], 'values');
  if (typeof value !== 'string' || typeof highValue !== 'string') {
    throw invalid('Invalid input JSON: value has to be a text');
  }
  const isPresence = operator.endsWith('HAS_PROPERTY');
  const isList = operator === 'IN' || operator === 'NOT_IN';
  const isRange = operator === 'BETWEEN';
  if (isList !== values.length > 0 || (isList || isPresence) === (value !== '')) {
    throw invalid(`operator ${operator} does not take these values`);
  }
  if (isRange !== (highValue !== '')) throw invalid(`operator ${operator} and highValue`);
  const compared = [value, highValue, ...values].filter((each) => each !== '');
  const isNumeric = property.type === 'datetime' || property.type === 'number';
  if (isNumeric && !compared.every((each) => /^-?\d+(?:\.\d+)?$/.test(each))) {
    throw invalid(`${propertyName} is compared with numbers`);
  }
  return { propertyName, operator, value, highValue, values };
}

function propertyNamed(name: string, known: Known): Property<never> {
  const property = Object.keys(known).includes(name) ? known[name] : undefined;
  if (!property) throw noSuchProperty(name);
  return property;
}

/** One rule: a name, `-name` for the other way round, or an object that says it. */
function sortOf(value: unknown, known: Known): Search['sort'] {
  if (!Array.isArray(value) || value.length > 1) throw invalid('sorts takes one rule');
  const rules: readonly unknown[] = value;
  const [rule] = rules;
  if (rule === undefined) return null;
  const { propertyName = rule, direction = 'ASCENDING' } = isRecord(rule) ? rule : {};
  const name = String(propertyName);
  const plain = name.replace(/^-/, '');
  propertyNamed(plain, known);
  return { propertyName: plain, descending: name !== plain || direction === 'DESCENDING' };
}
