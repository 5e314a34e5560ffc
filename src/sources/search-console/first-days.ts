import type { Day } from '../../plan/calendar/calendar.ts';
import type { Loss } from '../source.ts';
import {
  type BeforeQuestion,
  type DayCounts,
  type DaysQuestion,
  type FirstLook,
  lookedBack,
} from './question.ts';
import { type Page, page } from './result-page.ts';

/**
 * What the first answer about a site says of its days. Search Console leaves out days without a
 * number as it leaves out days that it has not counted yet: those from which on it says that they
 * are not whole, and where it says nothing the last few, are unknown as long as nothing comes.
 */
export function firstDays(
  question: DaysQuestion & { readonly first: FirstLook },
  days: readonly DayCounts[],
  incomplete: Day | null,
): { readonly page: Page; readonly through: Day } {
  const { from, to, wanted, first } = question;
  const came = new Set(days.map(([day]) => day));
  const isKnown = (day: Day): boolean => {
    if (incomplete !== null && day < incomplete) return true;
    if (first.fresh === null) return came.has(day) || incomplete === null;
    // A day that was to be whole by now and is not would be taken for whole.
    if (incomplete !== null && day < first.fresh) return false;
    return came.has(day) || day < first.fresh;
  };
  let through = first.gone && first.gone.to >= to ? from - 1 : to;
  for (let day = from; day <= through; day += 1) if (!isKnown(day)) through = day - 1;
  const lose = (loss: Omit<Loss, 'input' | 'detail'>): readonly Loss[] =>
    wanted.map(({ input }) => ({ ...loss, input, detail: '' }));
  const [start] = days;
  const since = Math.min(start?.[0] ?? through + 1, through + 1);
  const asksBefore = first.opening && since > from;
  const before: BeforeQuestion = {
    is: 'before',
    site: question.site,
    from: from - lookedBack,
    to: from - 1,
    inputs: wanted.map(({ input }) => input),
    days: { from, to: since - 1 },
  };
  const added = wanted.filter(({ metric, over }) => metric === 'position' && over !== 'whole');
  return {
    page: page({
      lost: [
        ...(first.gone ? lose({ ...first.gone, why: 'cutOff' }) : []),
        ...(through < to && !(first.gone && first.gone.to >= to)
          ? lose({ from: through + 1, to, why: 'later' })
          : []),
        ...added.map(({ input }) => ({ input, from, to, why: 'unreadable' as const, detail: '' })),
      ],
      more: asksBefore ? [before] : [],
    }),
    through,
  };
}
