import type { Calculated, Choice, Input } from '../../kpi/define.ts';
import { choiceLabel, inputTitle } from '../../messages/catalogue.ts';
import { usePanel } from '../shell/panel-context.ts';
import { CellsField } from '../ui/cells-field.tsx';
import { isChoice } from '../ui/choices.ts';
import { asLabel } from '../ui/labels.ts';
import { formatWithUnit } from '../ui/numbers.ts';
import { type Field, type Form, formField, withField } from './function-form.ts';

interface ArgumentsProps {
  readonly kpi: Calculated;
  readonly form: Form;
  readonly change: (form: Form) => void;
  /** What is wrong with a field, in words; `''` for nothing. */
  readonly wrong: (name: string) => string;
  readonly left: (name: string) => void;
}

/** One field for every argument of a function, in the order of the arguments. */
export function ArgumentFields({ kpi, form, change, wrong, left }: ArgumentsProps) {
  const { language, words } = usePanel();
  const say = words.insert;
  const leftOut = (input: Input) => {
    if (!input.optional || isChoice(input)) return '';
    const { default: value, unit } = input;
    if (typeof value !== 'number') return say.leftOutFormula;
    return say.leftOut({ value: formatWithUnit(value, unit, language, words.unitAfter) });
  };
  return (
    <>
      {Object.entries(kpi.inputs).map(([name, input]) => {
        const put = (field: Field) => change(withField(form, name, field));
        if (isChoice(input)) {
          return (
            <Options
              key={name}
              name={name}
              choice={input}
              text={formField(form, name).text}
              choose={(text) => put({ text })}
            />
          );
        }
        return (
          <CellsField
            key={name}
            id={`argument-${name}`}
            label={asLabel(inputTitle(input, language))}
            optional={input.optional === true}
            placeholder={input.unit === 'fraction' ? '40%' : 'J2:J1144'}
            hint={leftOut(input)}
            wrong={wrong(name)}
            field={formField(form, name)}
            change={put}
            left={() => left(name)}
          />
        );
      })}
    </>
  );
}

interface OptionsProps {
  readonly name: string;
  readonly choice: Choice & Input;
  /** The canonical word of the option chosen; `''` for the one that counts when left out. */
  readonly text: string;
  readonly choose: (text: string) => void;
}

function Options({ name, choice, text, choose }: OptionsProps) {
  const { language } = usePanel();
  return (
    <fieldset>
      <legend>{asLabel(inputTitle(choice, language))}</legend>
      {choice.options.map((option) => {
        const own = option === choice.default ? '' : option;
        return (
          <label key={option} class="option">
            <input
              type="radio"
              name={`argument-${name}`}
              checked={text === own}
              onChange={() => choose(own)}
            />
            <span>{asLabel(choiceLabel(choice, option, language))}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
