import type { FieldFacts } from '../../app/api/data-api.ts';
import type { DataPanelWords } from '../../messages/compiled/data-panel.ts';
import type { Feed, FeedTest } from '../../plan/model/feeds.ts';
import { type MissingField, valuesOf } from './mapping/feeds-draft.ts';

/** So many values of a test are named; more would hide the rest of the sentence. */
const mostNamed = 4;

export const titleIn = (fields: readonly FieldFacts[], name: string): string =>
  fields.find((field) => field.name === name)?.title ?? name;

/** What is asked of a source for an input: «Lấy “Key events”, chỉ khi “Event name” là generate_lead». */
export function feedInWords(
  { metric, only, split }: Feed,
  { metrics, dimensions }: { metrics: readonly FieldFacts[]; dimensions: readonly FieldFacts[] },
  words: DataPanelWords['map'],
): string {
  const quoted = (name: string) => words.quote({ text: titleIn(dimensions, name) });
  const conditions = only
    .filter((test) => test.dimension !== '' && valuesOf(test).length > 0)
    .map((test) => testInWords(test, quoted(test.dimension), words));
  const parts = [
    metric === null
      ? words.rowsTaken
      : words.taken({ metric: words.quote({ text: titleIn(metrics, metric) }) }),
    conditions.length > 0 && words.only({ conditions: conditions.join(words.and) }),
    split !== null && words.splitBy({ field: quoted(split) }),
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}

function testInWords(test: FeedTest, field: string, words: DataPanelWords['map']): string {
  const values = valuesOf(test);
  const named = values.slice(0, mostNamed).map((text) => words.quote({ text }));
  const rest = values.length > mostNamed ? [`+${values.length - mostNamed}`] : [];
  const joined = [...named, ...rest].join(words.or);
  return 'is' in test
    ? words.is({ field, values: joined })
    : words.startsWith({ field, values: joined });
}

/** What the user is asked to choose. */
export function missingInWords(
  missing: MissingField,
  dimensions: readonly FieldFacts[],
  words: DataPanelWords['map'],
): string {
  if ('metric' in missing) return words.choose;
  if (missing.dimension === '') return words.testEmpty;
  const field = dimensions.find(({ name }) => name === missing.dimension);
  return field?.ask ?? words.asks({ field: titleIn(dimensions, missing.dimension) });
}
