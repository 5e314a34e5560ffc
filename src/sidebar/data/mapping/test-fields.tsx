import type { FeedTest } from '../../../plan/model/feeds.ts';
import { SelectField } from '../../ui/fields.tsx';
import { useDataWords } from '../data-context.tsx';
import { titleIn } from '../in-words.ts';
import { valuesOf, withValues } from './feeds-draft.ts';
import { FieldPicker } from './field-picker.tsx';
import type { Fields } from './use-fields.ts';
import { ValuesField } from './values-field.tsx';

type How = 'is' | 'startsWith';

interface TestFieldsProps {
  readonly id: string;
  readonly title: string;
  readonly test: FeedTest;
  readonly fields: Fields;
  /** The metric that is taken. */
  readonly counting: string | null;
  readonly put: (test: FeedTest | null) => void;
}

/** A condition: what is looked at, how, and the values it may have. */
export function TestFields(props: TestFieldsProps) {
  const { id, title, test, fields, counting, put } = props;
  const say = useDataWords().map;
  const { dimension } = test;
  const named = dimension ? titleIn(fields.dimensions, dimension) : title;
  const removal = (
    <button
      type="button"
      class="link"
      aria-label={say.removeOf({ what: named })}
      onClick={() => put(null)}
    >
      {say.remove}
    </button>
  );
  if (dimension === '') {
    return (
      <fieldset class="test">
        <legend>{named}</legend>
        <FieldPicker
          id={`${id}-dimension`}
          label={say.dimension}
          choose={say.dimensionChoose}
          fields={fields.dimensions}
          value=""
          put={(name) => put({ ...test, dimension: name })}
        />
        {removal}
      </fieldset>
    );
  }
  return (
    <fieldset class="test">
      <legend>{named}</legend>
      <SelectField<How>
        id={`${id}-how`}
        label={say.how}
        value={'is' in test ? 'is' : 'startsWith'}
        options={Object.entries(say.ways) as [How, string][]}
        choose={(how) => put(testOf(dimension, how, valuesOf(test)))}
      />
      <ValuesField
        id={`${id}-values`}
        dimension={dimension}
        counting={counting}
        fields={fields}
        values={valuesOf(test)}
        put={(values) => put(withValues(test, values))}
      />
      {removal}
    </fieldset>
  );
}

const testOf = (dimension: string, how: How, values: readonly string[]): FeedTest =>
  how === 'is' ? { dimension, is: values } : { dimension, startsWith: values };
