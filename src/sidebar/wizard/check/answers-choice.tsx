import type { Calculated } from '../../../kpi/define.ts';
import { inputTitle } from '../../../messages/catalogue.ts';
import { answerOf, type Form, rangesOf, uncombinable } from '../../functions/function-form.ts';
import { usePanel } from '../../shell/panel-context.ts';
import { isChoice } from '../../ui/choices.ts';

interface AnswersChoiceProps {
  readonly kpi: Calculated;
  readonly form: Form;
  readonly change: (form: Form) => void;
}

/** One number for all rows, or one per row: asked when a range of several cells is chosen. */
export function AnswersChoice({ kpi, form, change }: AnswersChoiceProps) {
  const { language, words } = usePanel();
  const say = words.insert;
  const ranges = rangesOf(kpi, form);
  if (ranges.length === 0) return null;
  const never = uncombinable(ranges);
  const chosen = answerOf(kpi, form);
  const special = ranges.flatMap((input) => {
    if (isChoice(input)) return [];
    if (input.over === 'first') return [say.totalFirst({ input: inputTitle(input, language) })];
    return input.over === 'last' ? [say.totalLast({ input: inputTitle(input, language) })] : [];
  });
  const why = never
    ? say.totalNever({ input: inputTitle(never, language) })
    : [say.totalWhy, ...special].join(' ');
  return (
    <fieldset>
      <legend>{say.answers}</legend>
      <label class="option">
        <input
          type="radio"
          name="answer"
          checked={chosen === 'total'}
          disabled={never !== undefined}
          aria-describedby="total-why"
          onChange={() => change({ ...form, answer: 'total' })}
        />
        <span>{say.total}</span>
      </label>
      <p id="total-why" class="muted under">
        {why}
      </p>
      <label class="option">
        <input
          type="radio"
          name="answer"
          checked={chosen === 'rows'}
          aria-describedby="rows-why"
          onChange={() => change({ ...form, answer: 'rows' })}
        />
        <span>{say.eachRow}</span>
      </label>
      <p id="rows-why" class="muted under">
        {say.eachRowWhy}
      </p>
    </fieldset>
  );
}
