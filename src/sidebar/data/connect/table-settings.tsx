import type { TableFacts } from '../../../app/api/data-api.ts';
import type { TableAccount } from '../../../sources/table/account.ts';
import type { Doubt } from '../../../sources/table/propose-mapping.ts';
import { usePanel } from '../../shell/panel-context.ts';
import { currencyOptions } from '../../ui/currencies.ts';
import { SelectField } from '../../ui/fields.tsx';
import { useDataWords } from '../data-context.tsx';
import { doubtInWords } from './table-doubts.ts';

interface TableSettingsProps {
  readonly table: TableFacts;
  readonly account: TableAccount;
  readonly doubts: readonly Doubt[];
  /** Somebody wanted to go on already. */
  readonly tried: boolean;
  readonly put: (part: Partial<TableAccount>) => void;
}

/** What somebody may have said of a table; `''` where nobody has. */
type Answer<Key extends 'decimal' | 'sums'> = NonNullable<TableAccount[Key]> | '';

/** So many rows of a table are shown: enough to recognise it. */
const shown = 3;

/** How a table is meant: which columns hold days, how they are written, in which currency. */
export function TableSettings({ table, account, doubts, tried, put }: TableSettingsProps) {
  const { language } = usePanel();
  const words = useDataWords().tabs;
  const columns = table.headers
    .filter((header) => header !== '')
    .map((header): readonly [string, string] => [header, header]);
  const messages = doubts.map((doubt) => doubtInWords(doubt, words)).filter((line) => line !== '');
  return (
    <>
      <Sample table={table} />
      {messages.map((line) => (
        <p key={line} class="notice">
          {line}
        </p>
      ))}
      <SelectField
        id="table-day"
        label={words.day}
        value={account.day}
        options={[['', '–'], ...columns]}
        wrong={tried && account.day === '' ? words.dayMissing : ''}
        required={true}
        choose={(day) => put({ day })}
      />
      <SelectField
        id="table-last-day"
        label={words.lastDay}
        value={account.lastDay ?? ''}
        options={[['', words.lastDayNone], ...columns]}
        choose={(header) => put({ lastDay: header === '' ? null : header })}
      />
      <div class="pair">
        <SelectField<TableAccount['order']>
          id="table-order"
          label={words.order}
          value={account.order}
          options={Object.entries(words.orders) as [TableAccount['order'], string][]}
          choose={(order) => put({ order })}
        />
        <SelectField
          id="table-currency"
          label={words.currency}
          value={account.currency}
          options={currencyOptions(account.currency, language)}
          choose={(currency) => put({ currency })}
        />
      </div>
      <p class="muted">{words.orderHint}</p>
      <SelectField<TableAccount['before']>
        id="table-before"
        label={words.before}
        value={account.before}
        options={Object.entries(words.befores) as [TableAccount['before'], string][]}
        choose={(before) => put({ before })}
      />
      <SelectField<Answer<'decimal'>>
        id="table-decimal"
        label={words.decimal}
        value={account.decimal ?? ''}
        options={Object.entries(words.decimals) as [Answer<'decimal'>, string][]}
        choose={(decimal) => put({ decimal: decimal === '' ? undefined : decimal })}
      />
      <SelectField<Answer<'sums'>>
        id="table-sums"
        label={words.sums}
        value={account.sums ?? ''}
        options={Object.entries(words.sumsWays) as [Answer<'sums'>, string][]}
        choose={(sums) => put({ sums: sums === '' ? undefined : sums })}
      />
    </>
  );
}

function Sample({ table }: { readonly table: TableFacts }) {
  const { sample } = useDataWords().tabs;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="sample" tabIndex={0} aria-label={sample}>
      <table>
        <thead>
          <tr>
            {table.headers.map((header, at) => (
              <th key={`${at} ${header}`} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.sample.slice(0, shown).map((row, at) => (
            <tr key={`${at} ${row[0]}`}>
              {table.headers.map((header, column) => (
                <td key={`${column} ${header}`}>{row[column] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
