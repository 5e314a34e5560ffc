import { useEffect, useRef, useState } from 'preact/hooks';
import type { AccountFacts, TableFacts } from '../../../app/api/data-api.ts';
import type { Account } from '../../../plan/model/feeds.ts';
import { readTableAccount } from '../../../sources/table/account.ts';
import { usePanel } from '../../shell/panel-context.ts';
import { openedAs, useData } from '../data-context.tsx';
import { sourceNamed, useSources } from '../use-sources.ts';

/** What can be chosen of a connected place. */
export interface Fields
  extends Pick<AccountFacts, 'metrics' | 'dimensions' | 'splits' | 'known' | 'proposals'> {
  /** Whose dimensions can be asked for their values; `null` where they stand in the table. */
  readonly account: Account | null;
  /** The table itself, where it is one. */
  readonly table: TableFacts | null;
}

const nothing: Fields = {
  metrics: [],
  dimensions: [],
  splits: [],
  known: [],
  proposals: [],
  account: null,
  table: null,
};

export type KnownFields = Readonly<Record<string, Fields | { readonly problem: string }>>;

/** What can be chosen of each of these places, asked once each, and anew in another language. */
export function useFields(plan: string, accounts: readonly Account[]): KnownFields {
  const { client, answersIn } = usePanel();
  const sources = useSources();
  const { opened } = useData();
  const [known, setKnown] = useState<KnownFields>(() => {
    const seen = accounts.flatMap((account): [string, Fields][] => {
      const facts = opened.get(openedAs(account.id, answersIn));
      return facts ? [[account.id, { ...facts, account, table: null }]] : [];
    });
    return Object.fromEntries(seen);
  });
  const asked = useRef(answersIn);
  const ids = accounts.map(({ id }) => id).join(' ');
  useEffect(() => {
    let current = true;
    const again = asked.current !== answersIn;
    asked.current = answersIn;
    const put = (id: string, fields: KnownFields[string]) =>
      current && setKnown((last) => ({ ...last, [id]: fields }));
    const open = accounts.filter(({ id }) => again || !known[id]);
    const inTabs = ({ source }: Account) => sourceNamed(source, sources)?.form === 'tabs';
    const ask = async () => {
      for (const account of open.filter((each) => !inTabs(each))) {
        const { id, source } = account;
        const answer = await client.openAccount({ plan, source, id, known: account, fields: {} });
        put(id, 'problem' in answer ? answer : { ...answer.ok, account, table: null });
      }
      const tables = open.filter(inTabs);
      if (tables.length === 0) return;
      const answer = await client.listTables();
      for (const account of tables) {
        put(account.id, 'problem' in answer ? answer : fieldsOfTable(account, answer.ok));
      }
    };
    if (sources.length > 0) ask();
    return () => {
      current = false;
    };
  }, [ids, answersIn, sources.length]);
  return known;
}

/** What can be chosen of a place; nothing as long as it has not said. */
export function fieldsIn(known: KnownFields, account: string): Fields {
  const fields = known[account];
  return fields && !('problem' in fields) ? fields : nothing;
}

/** A table's columns may hold numbers or tell rows apart: which one does what is the user's to say. */
function fieldsOfTable(account: Account, tables: readonly TableFacts[]): Fields {
  const sheet = readTableAccount({ ...account })?.sheet;
  const table = tables.find((each) => each.sheet === sheet);
  const columns = (table?.headers ?? [])
    .filter((header) => header !== '')
    .map((header) => ({ name: header, title: header }));
  return {
    ...nothing,
    metrics: columns,
    dimensions: columns,
    splits: columns.map(({ name }) => name),
    table: table ?? noTable,
  };
}

/** A tab that is gone still is one. */
const noTable: TableFacts = {
  sheet: -1,
  name: '',
  headers: [],
  sample: [],
  values: [],
  dated: [],
  rows: 0,
};

/** What the sample of a table shows in a column, each once. */
export function sampleValues(table: TableFacts, header: string): readonly string[] {
  const at = table.headers.indexOf(header);
  const shown = table.sample.map((row) => (row[at] ?? '').trim());
  const values = [...shown, ...(table.values[at] ?? [])];
  return [...new Set(values)].filter((value) => value !== '');
}
