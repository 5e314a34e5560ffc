import type { Day } from '../../plan/calendar/calendar.ts';
import type { ResultPage, Row } from '../source.ts';
import { wholeTrust } from '../trust.ts';
import type { DayCounts, SiteInput, SiteQuestion } from './question.ts';

export type Page = ResultPage<SiteQuestion>;

/** What an answer brings; Search Console says nothing of itself with it. */
export const page = (given: Partial<Page>): Page => ({
  rows: [],
  more: [],
  trust: wholeTrust,
  quota: null,
  ...given,
});

/** The number of a day that an input counts. */
export const countOf = ([, clicks, impressions]: DayCounts, { metric }: SiteInput): number =>
  metric === 'clicks' ? clicks : impressions;

/** Days as rows of the inputs that count them. A position is none that days add up to. */
export const brought = (
  inputs: readonly SiteInput[],
  days: readonly DayCounts[],
  end: Day,
): readonly Row[] =>
  inputs
    .filter(({ metric }) => metric !== 'position')
    .flatMap((each) =>
      days
        .filter(([day]) => day <= end)
        .map((day) => ({
          from: day[0],
          to: day[0],
          input: each.input,
          segment: '',
          value: countOf(day, each),
        })),
    );
