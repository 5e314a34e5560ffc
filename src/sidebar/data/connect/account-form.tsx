import { useLayoutEffect, useState } from 'preact/hooks';
import type { SourceFacts } from '../../../app/api/data-api.ts';
import type { Account } from '../../../plan/model/feeds.ts';
import type { FormField } from '../../../sources/define-source.ts';
import type { RequestProblem } from '../../shell/use-request.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { useDataWords } from '../data-context.tsx';

interface AccountFormProps {
  readonly source: SourceFacts;
  /** What stands of it already; a secret never does. */
  readonly known: Account | null;
  readonly busy: boolean;
  /** What is wrong with a field, as the spreadsheet's side has said; `null` for nothing of that. */
  readonly refused: RequestProblem | null;
  readonly connect: (fields: Readonly<Record<string, string>>) => void;
}

/** What connects an account that no list has: the fields its source asks for. */
export function AccountForm({ source, known, busy, refused, connect }: AccountFormProps) {
  const say = useDataWords().connect;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() => kept(source, known));
  const [tried, setTried] = useState(false);
  const typedIn = (id: string) => typed[id] ?? '';
  /** What is said where a field is empty that may not be; the key of an account may be here already. */
  const missingIn = ({ id, is, missing }: FormField) =>
    typedIn(id).trim() !== '' || (is === 'secret' && known) ? '' : missing;
  const refusedIn = (id: string) => (refused?.field === fieldName(id) ? refused.problem : '');
  useLayoutEffect(() => {
    const wrong = source.fields.find(({ id }) => refusedIn(id) !== '');
    if (wrong) document.getElementById(`field-${wrong.id}`)?.focus();
  }, [refused]);
  const send = () => {
    setTried(true);
    const first = source.fields.find((field) => missingIn(field) !== '');
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
      {source.fields.map((field) => {
        const { id, label, hint, is, options, missing } = field;
        const put = (value: string) => setTyped({ ...typed, [id]: value });
        const shared = {
          id: `field-${id}`,
          label,
          hint,
          value: typedIn(id),
          wrong: (tried ? missingIn(field) : '') || refusedIn(id),
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

/** Whether a refusal is of one of the form's fields, beside which it is said. */
export const isOfField = ({ field }: RequestProblem, { fields }: SourceFacts): boolean =>
  fields.some(({ id }) => field === fieldName(id));

const fieldName = (id: string): string => `fields.${id}`;

/** What of an account can be put back into its form: a secret is never sent to the panel. */
function kept({ fields }: SourceFacts, known: Account | null): Readonly<Record<string, string>> {
  const facts = new Map(Object.entries(known ?? {}));
  const values = fields.flatMap(({ id, is }): [string, string][] => {
    const value = is === 'secret' ? undefined : facts.get(id);
    return typeof value === 'string' ? [[id, value]] : [];
  });
  return Object.fromEntries(values);
}
