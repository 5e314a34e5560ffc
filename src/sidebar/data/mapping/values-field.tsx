import { useEffect, useState } from 'preact/hooks';
import { fold } from '../../../messages/fold.ts';
import { mostValues } from '../../../plan/model/feeds.ts';
import { usePanel } from '../../shell/panel-context.ts';
import { useDataWords } from '../data-context.tsx';
import { type Fields, sampleValues } from './use-fields.ts';

/** So many values are offered at once; typing finds the others. */
const mostShown = 8;

interface ValuesFieldProps {
  readonly id: string;
  /** What the values are; `''` where that stands above already. */
  readonly label?: string;
  readonly dimension: string;
  /** The metric that is taken: of some the values are known. */
  readonly counting: string | null;
  readonly fields: Fields;
  readonly values: readonly string[];
  readonly put: (values: readonly string[]) => void;
}

/** Values to tick, as the source has them, and a box to find or type others. */
export function ValuesField(props: ValuesFieldProps) {
  const { id, dimension, values, put } = props;
  const { account } = props.fields;
  const { client } = usePanel();
  const say = useDataWords().map;
  const [typed, setTyped] = useState('');
  const known = knownWithoutAsking(props);
  const [found, setFound] = useState<readonly string[] | null>(known);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    if (known) return setFound(known);
    if (!account) return;
    let current = true;
    client.dimensionValues({ source: account.source, account, dimension }).then((answer) => {
      if (!current) return;
      if ('problem' in answer) setProblem(answer.problem);
      setFound('ok' in answer ? answer.ok : []);
    });
    return () => {
      current = false;
    };
  }, [account?.id, dimension, known?.length]);

  const wanted = fold(typed.trim());
  const others = (found ?? []).filter(
    (value) => !values.includes(value) && (wanted === '' || fold(value).includes(wanted)),
  );
  const shown = [...values, ...others.slice(0, mostShown)];
  const toggle = (value: string) =>
    put(values.includes(value) ? values.filter((each) => each !== value) : add(value));
  const add = (value: string) =>
    values.includes(value) || values.length >= mostValues ? values : [...values, value];
  const take = () => {
    const value = typed.trim();
    if (value === '') return;
    put(add(value));
    setTyped('');
  };
  return (
    <fieldset class="values" id={id}>
      <legend>{props.label || say.values}</legend>
      {found === null && account && (
        <p class="muted" role="status">
          {say.valuesLooking}
        </p>
      )}
      {problem && <p class="error">{problem}</p>}
      {found?.length === 0 && !problem && values.length === 0 && (
        <p class="muted">{say.valuesNone}</p>
      )}
      {shown.map((value) => (
        <label class="option" key={value}>
          <input type="checkbox" checked={values.includes(value)} onChange={() => toggle(value)} />
          <span>{value}</span>
        </label>
      ))}
      <div class="entry">
        <input
          type="text"
          id={`${id}-typed`}
          aria-label={say.valueAdd}
          placeholder={say.valueAdd}
          autocomplete="off"
          spellcheck={false}
          maxLength={300}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            take();
          }}
        />
        <button type="button" class="take" onClick={take}>
          {say.add}
        </button>
      </div>
    </fieldset>
  );
}

function knownWithoutAsking({ dimension, counting, fields }: ValuesFieldProps) {
  const { table, known } = fields;
  if (table) return sampleValues(table, dimension);
  const found = known.find((each) => each.dimension === dimension && each.metric === counting);
  return found?.values ?? null;
}
