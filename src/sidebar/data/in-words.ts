import type { ConnectedPlan, FieldFacts } from '../../app/api/data-api.ts';
import type { DataPanelWords } from '../../messages/compiled/data-panel.ts';
import type { Feed, FeedTest } from '../../plan/model/feeds.ts';
import { type MissingField, valuesOf } from './mapping/feeds-draft.ts';

/** So many values of a test are named; more would hide the rest of the sentence. */
const mostNamed = 4;
/** So many days of sources are told apart in one line. */
const mostSources = 2;

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

/** «đến 21/11, 2 ngày tạm tính · cập nhật lúc 07:10»; sources that differ are told apart. */
export function freshness(plan: ConnectedPlan, words: DataPanelWords['home']): string {
  const known = plan.feeds.filter(({ through }) => through !== '');
  if (known.length === 0) return words.never;
  const days = [...new Set(known.map(({ through }) => through))];
  const provisional = Math.max(...known.map((feed) => feed.provisional));
  const [same = ''] = days;
  const through =
    days.length === 1
      ? [words.through({ day: same }), provisional > 0 && words.provisional({ days: provisional })]
      : sourcesOf(known, words);
  const line = through.filter(Boolean).join(', ');
  return plan.updated === '' ? line : `${line} · ${words.updated({ when: plan.updated })}`;
}

function sourcesOf(
  feeds: ConnectedPlan['feeds'],
  words: DataPanelWords['home'],
): readonly string[] {
  const days = [...new Set(feeds.map(({ through }) => through))];
  const told = days.map((day) => {
    const places = new Set(
      feeds.filter(({ through }) => through === day).map(({ where }) => where),
    );
    const [first = '', ...others] = places;
    return words.throughAt({
      day,
      where: others.length > 0 ? words.others({ where: first, count: others.length }) : first,
    });
  });
  const left = days.slice(mostSources);
  const rest = new Set(
    feeds.filter(({ through }) => left.includes(through)).map(({ where }) => where),
  ).size;
  return rest > 0 ? [...told.slice(0, mostSources), words.more({ count: rest })] : told;
}

/** What went wrong, each thing once, the first first. */
export const errorsOf = ({ feeds }: ConnectedPlan): readonly string[] => [
  ...new Set(feeds.map(({ trouble }) => trouble).filter((trouble) => trouble !== '')),
];
