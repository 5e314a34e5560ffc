import type { Day } from '../../plan/calendar/calendar.ts';
import { dateOf } from '../../plan/calendar/day.ts';
import type { HttpRequest, Source } from '../source.ts';
import type { PropertyAccount } from './account.ts';
import { readAnswer } from './answer.ts';
import { classify } from './classify.ts';
import { dimensionFilter } from './filter.ts';
import { ga4Request } from './methods.ts';
import {
  askedDimensions,
  type Ga4Question,
  type Ga4Report,
  metricsOf,
  questionsOf,
  rangeName,
  smallerQuestions,
} from './question.ts';

export type { Ga4Question };

/** The most rows of a report; one that has more is asked for fewer days. */
const mostRows = 10_000;

/** The Data API of Google Analytics. */
export const ga4: Source<Ga4Question, PropertyAccount> = {
  // Google says that numbers may move for up to two days; a third one is for late hits.
  settleDays: 3,
  // Google allows ten at once for a property; the other half is for people who look at their reports.
  pace: { atOnce: 5, perSecond: null },
  plan: questionsOf,
  request: requestFor,
  classify,
  parse: readAnswer,
  apart: smallerQuestions,
};

function requestFor({ property, reports, opening }: Ga4Question): HttpRequest {
  if (opening) return ga4Request('getProperty', property);
  return ga4Request('batchRunReports', property, { requests: reports.map(reportBody) });
}

function reportBody(report: Ga4Report): object {
  const { ranges, inputs, only } = report;
  const dimensions = askedDimensions(report);
  const filter = dimensionFilter(only);
  return {
    dateRanges: ranges.map((range) => ({
      startDate: isoDate(range.from),
      endDate: isoDate(range.to),
      ...(ranges.length > 1 ? { name: rangeName(range) } : {}),
    })),
    ...(dimensions.length > 0 ? { dimensions: dimensions.map((name) => ({ name })) } : {}),
    metrics: metricsOf(inputs).map((name) => ({ name })),
    ...(filter ? { dimensionFilter: filter } : {}),
    ...(dimensions.length > 0
      ? { orderBys: dimensions.map((dimensionName) => ({ dimension: { dimensionName } })) }
      : {}),
    limit: String(mostRows),
    keepEmptyRows: false,
    returnPropertyQuota: true,
  };
}

function isoDate(day: Day): string {
  const { year, month, day: date } = dateOf(day);
  return `${year}-${two(month)}-${two(date)}`;
}

const two = (number: number): string => String(number).padStart(2, '0');
