import { useEffect, useMemo, useState } from 'preact/hooks';
import type { FieldFacts, TableFacts } from '../../../app/api/data-api.ts';
import type { Language } from '../../../kpi/define.ts';
import type { Account } from '../../../plan/model/feeds.ts';
import { dimensionSaid, metricSaid } from '../../../sheet/data/feed-words.ts';
import { usePanel } from '../../shell/panel-context.ts';
import { asLabel } from '../../ui/titles.ts';

/** What can be chosen of a connected place. */
export interface Fields {
  readonly metrics: readonly FieldFacts[];
  readonly dimensions: readonly FieldFacts[];
  /** `null` for a table, which has none. */
  readonly keyEvents: readonly string[] | null;
  /** The table itself, where it is one. */
  readonly table: TableFacts | null;
}

const nothing: Fields = { metrics: [], dimensions: [], keyEvents: null, table: null };

export type KnownFields = Readonly<Record<string, Fields | { readonly problem: string }>>;

/** What can be chosen of each of these places, asked once each. */
export function useFields(accounts: readonly Account[]): KnownFields {
  const { client, language } = usePanel();
  const [known, setKnown] = useState<KnownFields>({});
  const ids = accounts.map(({ id }) => id).join(' ');
  useEffect(() => {
    let current = true;
    const put = (id: string, fields: KnownFields[string]) =>
      current && setKnown((last) => ({ ...last, [id]: fields }));
    const properties = accounts.filter(({ id, source }) => source === 'ga4' && !known[id]);
    const tables = accounts.filter(({ id, source }) => source === 'table' && !known[id]);
    const ask = async () => {
      for (const { id } of properties) {
        const answer = await client.openProperty(id);
        put(id, 'problem' in answer ? answer : { ...answer.ok, table: null });
      }
      if (tables.length === 0) return;
      const answer = await client.listTables();
      for (const account of tables) {
        put(account.id, 'problem' in answer ? answer : fieldsOfTable(account, answer.ok));
      }
    };
    ask();
    return () => {
      current = false;
    };
  }, [ids]);
  return useMemo(
    () =>
      Object.fromEntries(Object.entries(known).map(([id, each]) => [id, calledIn(each, language)])),
    [known, language],
  );
}

/** Google Analytics names its fields in English; the common ones have names of their own elsewhere. */
function calledIn(fields: KnownFields[string], language: Language): KnownFields[string] {
  if (language === 'en' || 'problem' in fields || fields.table) return fields;
  const called = (said: typeof metricSaid) => (field: FieldFacts) => {
    const title = said(field.name, language);
    return title === field.name ? field : { ...field, title: asLabel(title) };
  };
  return {
    ...fields,
    metrics: fields.metrics.map(called(metricSaid)),
    dimensions: fields.dimensions.map(called(dimensionSaid)),
  };
}

/** What can be chosen of a place; nothing as long as it has not said. */
export function fieldsIn(known: KnownFields, account: string): Fields {
  const fields = known[account];
  return fields && !('problem' in fields) ? fields : nothing;
}

/** A table's columns may hold numbers or tell rows apart: which one does what is the user's to say. */
function fieldsOfTable(account: Account, tables: readonly TableFacts[]): Fields {
  const table = tables.find((each) => account.source === 'table' && each.sheet === account.sheet);
  const columns = (table?.headers ?? [])
    .filter((header) => header !== '')
    .map((header) => ({ name: header, title: header }));
  return { metrics: columns, dimensions: columns, keyEvents: null, table: table ?? null };
}

/** What the sample of a table shows in a column, each once. */
export function sampled(table: TableFacts, header: string): readonly string[] {
  const at = table.headers.indexOf(header);
  const values = table.sample.map((row) => (row[at] ?? '').trim());
  return [...new Set(values)].filter((value) => value !== '');
}
