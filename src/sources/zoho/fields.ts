import type { Feed, FeedTest } from '../../plan/model/feeds.ts';
import { type Json, objectsOf, textOf } from '../json.ts';
import type { Lookup, SourceError } from '../source.ts';
import type { Center } from './centers.ts';
import { fieldsRequest } from './coql.ts';
import { lookup, trouble } from './lookup.ts';
import {
  currencyField,
  type Module,
  metricNamed,
  noValue,
  type StageKind,
  stageField,
} from './metrics.ts';
import { takesStageKinds, type ZohoInput } from './question.ts';

/** A field of a module. */
export interface ZohoField {
  readonly name: string;
  readonly title: string;
  /** What can be chosen in it; none where it is no list. */
  readonly values: readonly ListValue[];
}

/** A value of a list: as records keep it, and as people see it. */
interface ListValue {
  readonly actual: string;
  readonly shown: string;
  /** What a stage comes to, in Zoho’s own terms; `null` where it does not say. */
  readonly ends: StageKind | 'open' | null;
}

/** What of a module’s fields the reading of its records needs. */
export interface ModuleFields {
  /** Deals may be in several currencies. */
  readonly currency: boolean;
  /** What each stage comes to, by both of its names. */
  readonly stages: Readonly<Record<string, StageKind | 'open'>>;
}

export function fieldsIn(answer: Json | null): readonly ZohoField[] | null {
  const fields = answer && objectsOf(answer.fields);
  if (!fields || fields.length === 0) return null;
  const read = fields.map(fieldIn);
  return read.every((field) => field !== null) ? read : null;
}

function fieldIn(field: Json): ZohoField | null {
  const name = textOf(field.api_name);
  const values = objectsOf(field.pick_list_values ?? undefined);
  if (name === '' || !values) return null;
  const title = textOf(field.display_label) || textOf(field.field_label) || name;
  return { name, title, values: values.flatMap(valueIn) };
}

function valueIn(value: Json): readonly ListValue[] {
  const shown = textOf(value.display_value);
  const actual = textOf(value.actual_value) || shown;
  if (actual === '') return [];
  const said = textOf(value.forecast_type) || textOf(value.deal_category);
  return [{ actual, shown: shown || actual, ends: endOf(said) }];
}

function endOf(said: string): ListValue['ends'] {
  if (/^closed[ _-]?won$/i.test(said)) return 'won';
  if (/^closed[ _-]?lost$/i.test(said)) return 'lost';
  return /^open$/i.test(said) ? 'open' : null;
}

export const fieldsLookup = (dc: Center, module: Module): Lookup<readonly ZohoField[]> =>
  lookup(fieldsRequest(dc, module), fieldsIn);

/** Whether Zoho says of its stages which are won and which are lost. */
export const saysHowStagesEnd = (fields: readonly ZohoField[]): boolean =>
  (['won', 'lost'] as const).every((kind) => stagesOf(fields).some(({ ends }) => ends === kind));

const stagesOf = (fields: readonly ZohoField[]): readonly ListValue[] =>
  fields.find(({ name }) => name === stageField)?.values ?? [];

export const hasCurrencies = (fields: readonly ZohoField[]): boolean =>
  fields.some(({ name }) => name === currencyField);

/**
 * What inputs take of records, by the fields as they are now: values by both of their names, for a
 * record may come with either. A field or a value that is gone would count nothing, which is no 0.
 */
export function withFields(
  inputs: readonly ZohoInput[],
  fields: readonly ZohoField[],
):
  | { readonly inputs: readonly ZohoInput[]; readonly fields: ModuleFields }
  | { readonly trouble: SourceError } {
  const gone = inputs.map((each) => unknownIn(each, fields)).find((each) => each !== null);
  if (gone)
    return trouble(gone.value === null ? 'badField' : 'valueGone', gone.value ?? gone.field);
  const stages = stageEnds(stagesOf(fields));
  if (inputs.some(takesStageKinds)) {
    if (typeof stages === 'string') return trouble('stagesUnclear', stages);
    if (!saysHowStagesEnd(fields)) return trouble('stagesUnknown');
  }
  return {
    inputs: inputs.map((input) => ({
      ...input,
      only: input.only.map((test) => withBothNames(test, fields)),
    })),
    fields: { currency: hasCurrencies(fields), stages: typeof stages === 'string' ? {} : stages },
  };
}

/** The first field or value of an input that is not there. */
export function unknownIn(
  { metric, only, split }: Pick<Feed, 'metric' | 'only' | 'split'>,
  fields: readonly ZohoField[],
): { readonly field: string; readonly value: string | null } | null {
  const find = (name: string) => fields.find((each) => each.name === name);
  for (const test of only) {
    const field = find(test.dimension);
    if (!field) return { field: test.dimension, value: null };
    if (!('is' in test) || field.values.length === 0) continue;
    const value = test.is.find((each) => each !== noValue && !listValue(each, field));
    if (value !== undefined) return { field: test.dimension, value };
  }
  // A field that this user may not see is not in the list: its numbers would come as blanks.
  const needed = [metricNamed(metric)?.sums ?? null, split];
  const gone = needed.find((name) => name !== null && !find(name));
  return gone == null ? null : { field: gone, value: null };
}

const listValue = (name: string, { values }: ZohoField): ListValue | undefined =>
  values.find(({ actual }) => actual === name) ?? values.find(({ shown }) => shown === name);

function withBothNames(test: FeedTest, fields: readonly ZohoField[]): FeedTest {
  const field = fields.find(({ name }) => name === test.dimension);
  if (!field || !('is' in test)) return test;
  const names = test.is.flatMap((each) => {
    const value = listValue(each, field);
    return value ? [value.actual, value.shown] : [each];
  });
  return { dimension: test.dimension, is: [...new Set(names)] };
}

/** What each stage comes to by its names; the name of one that is called like another that ends otherwise. */
function stageEnds(values: readonly ListValue[]): ModuleFields['stages'] | string {
  const ends: Record<string, StageKind | 'open'> = {};
  for (const value of values) {
    for (const name of [value.actual, value.shown]) {
      const end = value.ends ?? 'open';
      if (Object.keys(ends).includes(name) && ends[name] !== end) return name;
      ends[name] = end;
    }
  }
  return ends;
}
