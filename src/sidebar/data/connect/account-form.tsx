import { useState } from 'preact/hooks';
import type { SourceFacts } from '../../../app/api/data-api.ts';
import type { Account } from '../../../plan/model/feeds.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { useDataWords } from '../data-context.tsx';

interface AccountFormProps {
  readonly source: SourceFacts;
  /** What stands of it already; a secret never does. */
  readonly known: Account | null;
  readonly busy: boolean;
  readonly connect: (fields: Readonly<Record<string, string>>) => void;
}

/** What connects an account that no list has: the fields its source asks for. */
export function AccountForm({ source, known, busy, connect }: AccountFormProps) {
  const say = useDataWords().connect;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() => kept(known));
  const [tried, setTried] = useState(false);
  const typedIn = (id: string) => typed[id] ?? '';
  const wrong = (id: string, missing: string) =>
    tried && typedIn(id).trim() === '' ? missing : '';
  const send = () => {
    setTried(true);
    const first = source.fields.find(
      ({ id, missing }) => missing !== '' && typedIn(id).trim() === '',
    );
    if (first) return document.getElementById(`field-${first.id}`)?.focus();
    if (!busy) connect(typed);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {source.fields.map(({ id, label, hint, is, options, missing }) => {
        const put = (value: string) => setTyped({ ...typed, [id]: value });
        const shared = {
          id: `field-${id}`,
          label,
          hint,
          value: typedIn(id),
          wrong: wrong(id, missing),
          required: missing !== '',
        };
        return is === 'choice' ? (
          <SelectField key={id} {...shared} options={[['', '–'], ...options]} choose={put} />
        ) : (
          <TextField key={id} {...shared} secret={is === 'secret'} most={2000} change={put} />
        );
      })}
      <p class="actions">
        <button type="submit" class="main" aria-disabled={busy}>
          {busy ? say.connecting : say.connect}
        </button>
      </p>
    </form>
  );
}

/** What of an account can be put back into its form. */
const kept = (known: Account | null): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(known ?? {}).filter(
      (each): each is [string, string] => typeof each[1] === 'string',
    ),
  );
