import type { ConnectedPlan } from '../../app/api/data-api.ts';
import type { DataPanelWords } from '../../messages/compiled/data-panel.ts';

/** So many days of sources are told apart in one line. */
const mostSources = 2;

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
