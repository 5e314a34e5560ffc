import { useState } from 'preact/hooks';
import type { Direction } from '../../../kpi/define.ts';
import { withBetter, withTotalling } from '../../../plan/custom-kpi/answer.ts';
import {
  type CustomKpi,
  type CustomKpiQuestion,
  customKpiQuestions,
} from '../../../plan/model/plan.ts';
import { useSay } from '../../plans/plans-context.ts';
import { usePanel } from '../../shell/panel-context.ts';
import { TextField } from '../../ui/fields.tsx';
import { asLabel } from '../../ui/labels.ts';

interface CustomKpiQuestionsProps {
  readonly id: string;
  readonly own: CustomKpi;
  readonly put: (own: CustomKpi) => void;
}

/** How a KPI of somebody's own was read; what its name does not say is asked, a click for each. */
export function CustomKpiQuestions({ id, own, put }: CustomKpiQuestionsProps) {
  const { words } = usePanel();
  const say = useSay().own;
  const [asked, ask] = useState(own.unsaid);
  const { unsaid } = own;
  const read = [
    asked.includes('totalling') ? '' : totallingOf(own, say.short),
    asked.includes('better') ? '' : words.better[own.better].toLowerCase(),
  ].filter((part) => part !== '');
  const reading = read.length > 0 && (
    <p class="muted reading">
      {say.reading({ how: read.join(' · ') })}{' '}
      <button
        type="button"
        class="link"
        id={asked.length === 0 ? id : `${id}-change`}
        onClick={() => ask(customKpiQuestions)}
      >
        {say.change}
      </button>
    </p>
  );
  return (
    <div class="questions">
      {reading}
      {unsaid.length > 0 && <p class="warn">{say.unsaid}</p>}
      {asked.includes('totalling') && <Totalling id={id} own={own} put={put} />}
      {asked.includes('better') && (
        <Options<Direction>
          id={asked.includes('totalling') ? `${id}-better` : id}
          legend={say.betterAsked}
          options={Object.entries(words.better) as [Direction, string][]}
          chosen={isSaid(own, 'better') ? own.better : null}
          choose={(better) => put(withBetter(own, better))}
        />
      )}
    </div>
  );
}

const isSaid = ({ unsaid }: CustomKpi, question: CustomKpiQuestion): boolean =>
  !unsaid.includes(question);

type Way = 'sum' | 'last' | 'whole' | 'ratio';

const wayOf = ({ how }: CustomKpi): Way => (how.is === 'ratio' ? 'ratio' : how.over);

/** `chi phí ÷ đơn hàng`, or how its weeks come together. */
function totallingOf({ how }: CustomKpi, short: Readonly<Record<Exclude<Way, 'ratio'>, string>>) {
  return how.is === 'ratio' ? `${how.top} ÷ ${how.bottom}` : short[how.over];
}

function Totalling({ id, own, put }: CustomKpiQuestionsProps) {
  const say = useSay().own;
  const { how } = own;
  const [way, setWay] = useState<Way | null>(isSaid(own, 'totalling') ? wayOf(own) : null);
  const [parts, setParts] = useState(
    how.is === 'ratio' ? how : { is: 'ratio' as const, top: '', bottom: '' },
  );
  const divide = (next: typeof parts) => {
    setParts(next);
    const [top, bottom] = [next.top.trim(), next.bottom.trim()];
    const whole = top !== '' && bottom !== '' && top !== bottom;
    if (whole) put(withTotalling(own, { is: 'ratio', top, bottom }));
    else if (isSaid(own, 'totalling')) put({ ...own, unsaid: ['totalling', ...own.unsaid] });
  };
  return (
    <>
      <Options<Way>
        id={id}
        legend={say.totallingAsked}
        options={Object.entries(say.waysAsked) as [Way, string][]}
        chosen={way}
        choose={(next) => {
          setWay(next);
          if (next === 'ratio') divide(parts);
          else put(withTotalling(own, { is: 'typed', over: next }));
        }}
      />
      {way === 'ratio' && (
        <div class="pair">
          <TextField
            id={`${id}-top`}
            label={say.top}
            value={parts.top}
            placeholder={say.topAsked}
            change={(top) => divide({ ...parts, top })}
          />
          <TextField
            id={`${id}-bottom`}
            label={say.bottom}
            value={parts.bottom}
            placeholder={say.bottomAsked}
            change={(bottom) => divide({ ...parts, bottom })}
          />
        </div>
      )}
    </>
  );
}

interface OptionsProps<Value extends string> {
  readonly id: string;
  readonly legend: string;
  readonly options: readonly (readonly [Value, string])[];
  /** `null`: nothing yet. */
  readonly chosen: Value | null;
  readonly choose: (value: Value) => void;
}

function Options<Value extends string>({
  id,
  legend,
  options,
  chosen,
  choose,
}: OptionsProps<Value>) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {options.map(([value, title], at) => (
        <label key={value} class="option">
          <input
            id={at === 0 ? id : `${id}-${at}`}
            type="radio"
            name={id}
            checked={chosen === value}
            onChange={() => choose(value)}
          />
          <span>{asLabel(title)}</span>
        </label>
      ))}
    </fieldset>
  );
}
