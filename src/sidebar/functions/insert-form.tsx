import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FunctionInserted } from '../../app/api/api.ts';
import type { Calculated } from '../../kpi/define.ts';
import { usePanel } from '../shell/panel-context.ts';
import { CellsField } from '../ui/cells-field.tsx';
import { AnswersChoice } from '../wizard/check/answers-choice.tsx';
import { Done, Occupied } from '../wizard/check/outcomes.tsx';
import { ArgumentFields } from './arguments.tsx';
import { emptyForm, type Form, firstCell, functionRequest, wrongs } from './function-form.ts';
import { PreviewBox } from './preview.tsx';
import { usePreview } from './use-preview.ts';

interface InsertFormProps {
  readonly kpi: Calculated;
  readonly form: Form;
  readonly change: (form: Form) => void;
  readonly leave: () => void;
  readonly inserted: (recent: readonly string[]) => void;
}

type Step =
  | { readonly is: 'filling' | 'inserting' }
  | { readonly is: 'asking'; readonly target: string }
  | { readonly is: 'done'; readonly result: FunctionInserted };

interface FieldProblem {
  readonly problem: string;
  readonly field?: string;
}

/** The fields of a function, a preview, and the button that inserts it. */
export function InsertForm({ kpi, form, change, leave, inserted }: InsertFormProps) {
  const { client, words } = usePanel();
  const say = words.insert;
  const box = useRef<HTMLFormElement>(null);
  const wasElsewhere = useRef(false);
  const [step, setStep] = useState<Step>({ is: 'filling' });
  const [touched, setTouched] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<FieldProblem | null>(null);
  const found = wrongs(kpi, form);
  const complete = Object.keys(found).length === 0;
  const request = complete ? JSON.stringify(functionRequest(kpi, form, false)) : '';
  const preview = usePreview(step.is === 'done' ? '' : request);

  useEffect(() => {
    setStep((last) => (last.is === 'asking' ? { is: 'filling' } : last));
    setRefused(null);
  }, [request]);

  // A button that had the focus may be gone; whoever works by keyboard goes on from here.
  useLayoutEffect(() => {
    const lost = wasElsewhere.current && document.activeElement === document.body;
    if (step.is === 'filling' && lost) {
      box.current?.querySelector<HTMLElement>('button.main')?.focus();
    }
    wasElsewhere.current = step.is !== 'filling';
  }, [step]);

  const previewed = preview.of === request ? preview.answer : null;
  const trouble = refused ?? (previewed && 'problem' in previewed ? previewed : null);
  const known = (field: string) => field === 'target' || field in kpi.inputs;
  const wrong = (name: string): string => {
    const local = found[name];
    if (local) return touched.includes(name) ? say[local] : '';
    return trouble?.field === name ? trouble.problem : '';
  };
  const left = (name: string) => {
    // Passing through an empty field is no mistake yet.
    if (found[name] !== 'required') setTouched((names) => [...names, name]);
  };

  const insert = async (replace: boolean) => {
    setStep({ is: 'inserting' });
    setRefused(null);
    const answer = await client.insertFunction(functionRequest(kpi, form, replace));
    if ('ok' in answer) {
      inserted(answer.ok.recent);
      setStep({ is: 'done', result: answer.ok });
    } else if (replace || !(await asked())) refuse(answer);
  };
  const refuse = (error: FieldProblem) => {
    setRefused(error);
    setStep({ is: 'filling' });
  };
  /** Looks again, and asks where something is in the way; whether that was so. */
  const asked = async (): Promise<boolean> => {
    const check = await client.previewFunction(functionRequest(kpi, form, false));
    if (!('ok' in check) || !check.ok.occupied) return false;
    setStep({ is: 'asking', target: check.ok.target });
    return true;
  };
  const submit = async () => {
    if (step.is === 'inserting') return;
    const [first] = [...Object.keys(kpi.inputs), 'target'].filter((name) => name in found);
    if (first !== undefined) {
      setTouched([...Object.keys(kpi.inputs), 'target']);
      box.current?.querySelector<HTMLElement>(`#${idOf(first)}`)?.focus();
      return;
    }
    setStep({ is: 'inserting' });
    const free = previewed && 'ok' in previewed && !previewed.ok.occupied;
    if (free || !(await asked())) await insert(false);
  };
  const startOver = () => {
    change(emptyForm);
    setTouched([]);
    setStep({ is: 'filling' });
    box.current?.querySelector<HTMLElement>('input')?.focus();
  };
  if (step.is === 'done') {
    return (
      <Done
        result={step.result}
        another={() => {
          change(emptyForm);
          leave();
        }}
        again={startOver}
      />
    );
  }
  return (
    <form
      ref={box}
      class="insert"
      aria-label={say.title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p class="muted">{say.how}</p>
      <ArgumentFields kpi={kpi} form={form} change={change} wrong={wrong} left={left} />
      <AnswersChoice kpi={kpi} form={form} change={change} />
      <CellsField
        id="target"
        label={say.target}
        optional={true}
        placeholder=""
        hint={form.target.text === '' ? say.targetHint : ''}
        wrong={wrong('target')}
        field={form.target}
        change={(target) => change({ ...form, target })}
        take={firstCell}
        left={() => left('target')}
      />
      <PreviewBox
        preview={preview}
        problem={trouble && !(trouble.field && known(trouble.field)) ? trouble.problem : ''}
      />
      {step.is === 'asking' ? (
        <Occupied
          target={step.target}
          replace={() => insert(true)}
          keep={() => setStep({ is: 'filling' })}
        />
      ) : (
        <button type="submit" class="main" aria-disabled={step.is === 'inserting'}>
          {step.is === 'inserting' ? say.inserting : say.insert}
        </button>
      )}
    </form>
  );
}

const idOf = (name: string) => (name === 'target' ? name : `argument-${name}`);
