import { useState } from 'preact/hooks';
import type { FieldFacts } from '../../../app/api/data-api.ts';
import { fold } from '../../../messages/fold.ts';
import { useDataWords } from '../data-context.tsx';

/** A list of this length is looked over; a longer one is searched. */
const short = 12;

interface FieldPickerProps {
  readonly id: string;
  readonly label: string;
  /** What stands there until something is chosen. */
  readonly choose: string;
  readonly fields: readonly FieldFacts[];
  readonly value: string;
  readonly put: (name: string) => void;
}

/** One of many fields: a box to search by either name, then a list of what is left. */
export function FieldPicker({ id, label, choose, fields, value, put }: FieldPickerProps) {
  const say = useDataWords().map;
  const [query, setQuery] = useState('');
  const wanted = fold(query.trim());
  const fits = ({ name, title }: FieldFacts) =>
    wanted === '' || fold(title).includes(wanted) || fold(name).includes(wanted.replace(/ /g, ''));
  const found = fields.filter((field) => field.name === value || fits(field));
  const unknown = value !== '' && !fields.some(({ name }) => name === value);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {fields.length > short && (
        <input
          type="search"
          class="filter"
          aria-label={`${say.filter}: ${label}`}
          placeholder={say.filter}
          autocomplete="off"
          spellcheck={false}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            const [best] = fields.filter(fits);
            if (wanted !== '' && best) put(best.name);
          }}
        />
      )}
      <select id={id} value={value} onChange={(event) => put(event.currentTarget.value)}>
        {value === '' && <option value="">{choose}</option>}
        {unknown && <option value={value}>{value}</option>}
        {found.map(({ name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}
