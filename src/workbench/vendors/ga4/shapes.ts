import { notTheShape } from './failure.ts';

/** What a method takes, message by message; what is not listed is refused, as Google refuses it. */
type Kind = 'string' | 'bool' | 'int64' | 'int32' | 'double' | { readonly one: readonly string[] };
type Field = Kind | { readonly is: MessageName } | { readonly listOf: MessageName | Kind };
interface Message {
  readonly fields: Readonly<Record<string, Field>>;
  /** Fields of which only one may be given, and what they are together. */
  readonly oneOf?: readonly [string, readonly string[]];
}

const is = (name: MessageName): Field => ({ is: name });
const listOf = (item: MessageName | Kind): Field => ({ listOf: item });
const one = (...names: readonly string[]): Kind => ({ one: names });

const comparisons = [
  'OPERATION_UNSPECIFIED',
  'EQUAL',
  'LESS_THAN',
  'LESS_THAN_OR_EQUAL',
  'GREATER_THAN',
  'GREATER_THAN_OR_EQUAL',
];
const matches = [
  'MATCH_TYPE_UNSPECIFIED',
  'EXACT',
  'BEGINS_WITH',
  'ENDS_WITH',
  'CONTAINS',
  'FULL_REGEXP',
  'PARTIAL_REGEXP',
];

const asked = {
  dimensions: listOf('Dimension'),
  metrics: listOf('Metric'),
  dimensionFilter: is('FilterExpression'),
  metricFilter: is('FilterExpression'),
} as const;

type MessageName =
  | ('BatchRunReportsRequest' | 'RunReportRequest' | 'CheckCompatibilityRequest' | 'DateRange')
  | ('Dimension' | 'Metric' | 'FilterExpression' | 'FilterExpressionList' | 'Filter')
  | ('StringFilter' | 'InListFilter' | 'NumericFilter' | 'BetweenFilter' | 'NumericValue')
  | ('OrderBy' | 'DimensionOrderBy' | 'MetricOrderBy' | 'Anything' | 'Nothing');

export const messages: Readonly<Record<MessageName, Message>> = {
  BatchRunReportsRequest: { fields: { requests: listOf('RunReportRequest') } },
  RunReportRequest: {
    fields: {
      ...asked,
      property: 'string',
      dateRanges: listOf('DateRange'),
      offset: 'int64',
      limit: 'int64',
      metricAggregations: listOf(
        one('METRIC_AGGREGATION_UNSPECIFIED', 'TOTAL', 'MINIMUM', 'MAXIMUM', 'COUNT'),
      ),
      orderBys: listOf('OrderBy'),
      currencyCode: 'string',
      cohortSpec: is('Anything'),
      keepEmptyRows: 'bool',
      returnPropertyQuota: 'bool',
      comparisons: listOf('Anything'),
    },
  },
  CheckCompatibilityRequest: {
    fields: {
      ...asked,
      compatibilityFilter: one('COMPATIBILITY_UNSPECIFIED', 'COMPATIBLE', 'INCOMPATIBLE'),
    },
  },
  DateRange: { fields: { startDate: 'string', endDate: 'string', name: 'string' } },
  Dimension: { fields: { name: 'string', dimensionExpression: is('Anything') } },
  Metric: { fields: { name: 'string', expression: 'string', invisible: 'bool' } },
  FilterExpression: {
    fields: {
      andGroup: is('FilterExpressionList'),
      orGroup: is('FilterExpressionList'),
      notExpression: is('FilterExpression'),
      filter: is('Filter'),
    },
    oneOf: ['expr', ['andGroup', 'orGroup', 'notExpression', 'filter']],
  },
  FilterExpressionList: { fields: { expressions: listOf('FilterExpression') } },
  Filter: {
    fields: {
      fieldName: 'string',
      stringFilter: is('StringFilter'),
      inListFilter: is('InListFilter'),
      numericFilter: is('NumericFilter'),
      betweenFilter: is('BetweenFilter'),
      emptyFilter: is('Nothing'),
    },
    oneOf: [
      'one_filter',
      ['stringFilter', 'inListFilter', 'numericFilter', 'betweenFilter', 'emptyFilter'],
    ],
  },
  StringFilter: {
    fields: { matchType: one(...matches), value: 'string', caseSensitive: 'bool' },
  },
  InListFilter: { fields: { values: listOf('string'), caseSensitive: 'bool' } },
  NumericFilter: { fields: { operation: one(...comparisons), value: is('NumericValue') } },
  BetweenFilter: { fields: { fromValue: is('NumericValue'), toValue: is('NumericValue') } },
  NumericValue: {
    fields: { int64Value: 'int64', doubleValue: 'double' },
    oneOf: ['one_value', ['int64Value', 'doubleValue']],
  },
  OrderBy: {
    fields: {
      dimension: is('DimensionOrderBy'),
      metric: is('MetricOrderBy'),
      pivot: is('Anything'),
      desc: 'bool',
    },
    oneOf: ['one_order_by', ['dimension', 'metric', 'pivot']],
  },
  DimensionOrderBy: {
    fields: {
      dimensionName: 'string',
      orderType: one(
        'ORDER_TYPE_UNSPECIFIED',
        'ALPHANUMERIC',
        'CASE_INSENSITIVE_ALPHANUMERIC',
        'NUMERIC',
      ),
    },
  },
  MetricOrderBy: { fields: { metricName: 'string' } },
  Anything: { fields: {} },
  Nothing: { fields: {} },
};

interface Finding {
  readonly field: string;
  readonly text: string;
}

const typeNames = {
  string: 'TYPE_STRING',
  bool: 'TYPE_BOOL',
  int64: 'TYPE_INT64',
  int32: 'TYPE_INT32',
  double: 'TYPE_DOUBLE',
};

function fits(kind: Kind, value: unknown): boolean {
  if (kind === 'string') return typeof value === 'string';
  if (kind === 'bool') return typeof value === 'boolean';
  if (kind === 'double') return typeof value === 'number';
  if (typeof kind === 'object') return typeof value === 'string' && kind.one.includes(value);
  if (typeof value === 'number') return Number.isSafeInteger(value);
  return typeof value === 'string' && /^-?\d{1,19}$/.test(value);
}

const at = (place: string): string => (place === '' ? '' : ` at '${place}'`);
const snake = (name: string): string => name.replace(/[A-Z]/g, (big) => `_${big.toLowerCase()}`);

function findings(field: Field, value: unknown, place: string): Finding[] {
  const wrong = (type: string): Finding[] => [
    { field: place, text: `Invalid value at '${place}' (${type}), ${JSON.stringify(value)}` },
  ];
  if (typeof field === 'string') return fits(field, value) ? [] : wrong(typeNames[field]);
  if ('one' in field) return fits(field, value) ? [] : wrong('TYPE_ENUM');
  if ('listOf' in field) {
    const { listOf: item } = field;
    if (!Array.isArray(value)) return wrong('repeated field');
    const each: Field =
      typeof item === 'string' && item in messages ? is(item as MessageName) : (item as Kind);
    return value.flatMap((entry, index) => findings(each, entry, `${place}[${index}]`));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong('message');
  return field.is === 'Anything' ? [] : inMessage(field.is, value, place);
}

function inMessage(name: MessageName, value: object, place: string): Finding[] {
  const { fields, oneOf } = messages[name];
  const below = (key: string): string => (place === '' ? snake(key) : `${place}.${snake(key)}`);
  const found = Object.entries(value).flatMap(([key, entry]) => {
    const field = fields[key];
    if (field !== undefined) return findings(field, entry, below(key));
    const text = `Invalid JSON payload received. Unknown name "${key}"${at(place)}: Cannot find field.`;
    return [{ field: place, text }];
  });
  const [together, members] = oneOf ?? ['', []];
  const given = members.filter((member) => member in value);
  const [, second] = given;
  if (second !== undefined) {
    const text = `Invalid value at '${place}' (oneof), oneof field '${together}' is already set. Cannot set '${snake(second)}'`;
    found.push({ field: place, text });
  }
  return found;
}

/** The body of a request, once it is what the method takes; throws what Google would answer. */
export function readMessage(name: MessageName, body: string): unknown {
  let json: unknown;
  try {
    json = JSON.parse(body === '' ? '{}' : body);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const text = `Invalid JSON payload received. ${reason}`;
    throw notTheShape([{ field: '', text }]);
  }
  const found = findings(is(name), json, '');
  if (found.length > 0) throw notTheShape(found);
  return json;
}
