import type { Feed, FeedTest } from '../../../plan/model/feeds.ts';
import { mostTests } from '../../../plan/model/feeds.ts';
import type { PlanInput } from '../../../plan/model/inputs.ts';
import { SelectField } from '../../ui/fields.tsx';
import { asLabel } from '../../ui/labels.ts';
import { useDataWords } from '../data-context.tsx';
import { titleIn } from '../in-words.ts';
import { FieldPicker } from './field-picker.tsx';
import { TestFields } from './test-fields.tsx';
import type { Fields } from './use-fields.ts';

interface FeedFormProps {
  readonly id: string;
  readonly feed: Feed;
  readonly input: PlanInput;
  readonly fields: Fields;
  readonly put: (feed: Feed) => void;
}

/** Headers are trimmed: no column is called like this. */
const rows = ' ';

/** What is taken for an input: which number, where only some of it counts, by what it is told apart. */
export function FeedForm({ id, feed, input, fields, put }: FeedFormProps) {
  const say = useDataWords().map;
  const isTable = fields.table !== null;
  const counting = isTable ? [{ name: rows, title: asLabel(say.countRows) }] : [];
  const test = (at: number, next: FeedTest | null) =>
    put({
      ...feed,
      only: feed.only.flatMap((each, index) => (index === at ? (next ?? []) : each)),
    });
  return (
    <>
      <FieldPicker
        id={`${id}-metric`}
        label={isTable ? say.column : say.metric}
        choose={say.metricChoose}
        fields={[...counting, ...fields.metrics]}
        value={feed.metric ?? rows}
        put={(name) => put({ ...feed, metric: name === rows ? null : name })}
      />
      {feed.only.map((each, at) => (
        <TestFields
          key={`${at} ${each.dimension}`}
          id={`${id}-test-${at}`}
          title={say.test({ at: at + 1 })}
          test={each}
          fields={fields}
          counting={feed.metric}
          put={(next) => test(at, next)}
        />
      ))}
      {feed.only.length < mostTests && (
        <button
          type="button"
          class="link"
          onClick={() => put({ ...feed, only: [...feed.only, { dimension: '', is: [] }] })}
        >
          {say.addTest}
        </button>
      )}
      {input.over === 'sum' && <Split id={id} feed={feed} fields={fields} put={put} />}
    </>
  );
}

function Split({ id, feed, fields, put }: Omit<FeedFormProps, 'input'>) {
  const say = useDataWords().map;
  const offered = fields.splits;
  const names =
    feed.split === null || offered.includes(feed.split) ? offered : [...offered, feed.split];
  return (
    <SelectField
      id={`${id}-split`}
      label={say.split}
      value={feed.split ?? ''}
      options={[
        ['', say.splitNone],
        ...names.map((name): [string, string] => [name, titleIn(fields.dimensions, name)]),
      ]}
      choose={(name) => put({ ...feed, split: name === '' ? null : name })}
    />
  );
}
