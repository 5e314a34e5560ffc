import type { ComponentChildren } from 'preact';
import { asLabel } from './labels.ts';

interface Labelled {
  readonly id: string;
  readonly label: string;
  /** What the user should know; `''` for nothing. */
  readonly hint?: string;
  /** What is wrong; `''` for nothing. */
  readonly wrong?: string;
}

interface TextFieldProps extends Labelled {
  readonly value: string;
  readonly change: (text: string) => void;
  readonly left?: () => void;
  readonly placeholder?: string;
  readonly required?: boolean;
  /** Numbers stand at the right. */
  readonly numeric?: boolean;
  readonly most?: number;
  /** More than one line. */
  readonly rows?: number;
  /** Nobody who looks at the screen should read it. */
  readonly secret?: boolean;
}

/** A field to type into: its label above, what is wrong and what to know below. */
export function TextField(props: TextFieldProps) {
  const { id, value, change, rows, numeric, placeholder, most = 100 } = props;
  const shared = {
    id,
    value,
    placeholder: placeholder ?? '',
    autocomplete: props.secret ? 'new-password' : 'off',
    spellcheck: false,
    'aria-invalid': Boolean(props.wrong),
    'aria-required': props.required === true,
    'aria-describedby': notesOf(props),
    ...(props.left ? { onBlur: props.left } : {}),
  } as const;
  return (
    <Field {...props}>
      {rows ? (
        <textarea {...shared} rows={rows} onInput={(event) => change(event.currentTarget.value)} />
      ) : (
        <input
          {...shared}
          {...(props.secret ? { type: 'password' } : { type: 'text' })}
          class={numeric ? 'numeric' : ''}
          maxLength={most}
          onInput={(event) => change(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface SelectFieldProps<Value extends string> extends Labelled {
  readonly value: Value;
  readonly options: readonly (readonly [Value, string])[];
  readonly choose: (value: Value) => void;
  readonly required?: boolean;
}

/** A field to choose from a list. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { id, value, options, choose } = props;
  return (
    <Field {...props}>
      <select
        id={id}
        value={value}
        aria-invalid={Boolean(props.wrong)}
        aria-required={props.required === true}
        aria-describedby={notesOf(props)}
        onChange={(event) => choose(event.currentTarget.value as Value)}
      >
        {options.map(([option, title]) => (
          <option key={option} value={option}>
            {asLabel(title)}
          </option>
        ))}
      </select>
    </Field>
  );
}

function Field(props: Labelled & { readonly children: ComponentChildren }) {
  const { id, label, hint, wrong, children } = props;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
      {wrong && (
        <p id={`${id}-wrong`} class="error">
          {wrong}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} class="muted">
          {hint}
        </p>
      )}
    </div>
  );
}

const notesOf = ({ id, hint, wrong }: Labelled): string | undefined =>
  [wrong && `${id}-wrong`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;

/** A problem that belongs to no field, said at once. */
export function ProblemBox({ children }: { readonly children: ComponentChildren }) {
  return (
    <p class="error problem" role="alert">
      {children}
    </p>
  );
}
