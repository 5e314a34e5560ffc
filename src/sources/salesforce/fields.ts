import { type Json, objectsOf, textOf } from '../json.ts';
import type { Lookup, SourceError } from '../source.ts';
import { lookup, trouble } from './lookup.ts';
import { currencyField, metrics, noValue, type ObjectName } from './metrics.ts';
import type { SalesforceInput } from './question.ts';
import { fieldsRequest } from './soql.ts';

/** A field of an object by which records can be told apart. */
export interface SalesforceField {
  readonly name: string;
  readonly title: string;
  /** What can be chosen in it; none where it is no list. */
  readonly values: readonly string[];
}

/** The fields that can be grouped by, others tell nothing apart; and whether there are currencies. */
export function fieldsIn(answer: Json | null): readonly SalesforceField[] | null {
  const fields = answer && objectsOf(answer.fields);
  if (!fields || fields.length === 0) return null;
  const read: SalesforceField[] = [];
  for (const field of fields) {
    const name = textOf(field.name);
    const values = objectsOf(field.picklistValues ?? undefined);
    if (name === '' || !values) return null;
    if (field.groupable !== true && name !== currencyField) continue;
    read.push({
      name,
      title: textOf(field.label) || name,
      values: values.map(({ value }) => textOf(value)).filter((value) => value !== ''),
    });
  }
  return read;
}

export const fieldsLookup = (
  domain: string,
  object: ObjectName,
): Lookup<readonly SalesforceField[]> => lookup(fieldsRequest(domain, object), fieldsIn);

/** Only where an organisation has several currencies its records say which one is theirs. */
export const hasCurrencies = (fields: readonly SalesforceField[]): boolean =>
  fields.some(({ name }) => name === currencyField);

/**
 * Whether sums of an input are of one currency: Salesforce converts sums of several into the corporate
 * one by rates that nobody sees here.
 */
export const isOfOneCurrency = (
  { metric, only }: Pick<SalesforceInput, 'metric' | 'only'>,
  currency: string,
): boolean =>
  !metrics[metric].sums ||
  only.some(
    (test) =>
      test.dimension === currencyField &&
      'is' in test &&
      test.is.length === 1 &&
      test.is[0] === currency,
  );

/** The first field or value of an input that is not there: it would count nothing, which is no 0. */
export function unknownIn(
  { only, split }: Pick<SalesforceInput, 'only' | 'split'>,
  fields: readonly SalesforceField[],
): { readonly field: string; readonly value: string | null } | null {
  const find = (name: string) => fields.find((each) => each.name === name);
  for (const test of only) {
    const field = find(test.dimension);
    if (!field) return { field: test.dimension, value: null };
    if (!('is' in test) || field.values.length === 0) continue;
    const value = test.is.find((each) => each !== noValue && !field.values.includes(each));
    if (value !== undefined) return { field: test.dimension, value };
  }
  return split !== null && !find(split) ? { field: split, value: null } : null;
}

/** What keeps inputs from being asked for, by the fields as they are now; `null` for nothing. */
export function wrongWith(
  inputs: readonly SalesforceInput[],
  fields: readonly SalesforceField[],
  currency: string,
): { readonly trouble: SourceError } | null {
  const gone = inputs.map((each) => unknownIn(each, fields)).find((each) => each !== null);
  if (gone) {
    return trouble(gone.value === null ? 'badField' : 'valueGone', gone.value ?? gone.field);
  }
  if (!hasCurrencies(fields)) return null;
  return inputs.every((each) => isOfOneCurrency(each, currency))
    ? null
    : trouble('mixedCurrencies');
}
