import type { FeedTest } from '../../plan/model/feeds.ts';
import type { HttpRequest } from '../source.ts';
import { isoDate } from './days.ts';
import { mostRows, reportRequest } from './methods.ts';
import type { SiteQuestion } from './question.ts';

/** The request that a question is. */
export function requestFor(question: SiteQuestion): HttpRequest {
  const { site, from, to } = question;
  const dimensions = dimensionsOf(question);
  const groups = question.is === 'before' ? [] : filterGroups(question.only);
  return reportRequest(site, {
    startDate: isoDate(from),
    endDate: isoDate(to),
    ...(dimensions.length > 0 ? { dimensions } : {}),
    ...(groups.length > 0 ? { dimensionFilterGroups: groups } : {}),
    rowLimit: question.is === 'before' ? 1 : mostRows,
    startRow: 'before' in question ? question.before.length : 0,
  });
}

function dimensionsOf(question: SiteQuestion): readonly string[] {
  if (question.is === 'reading') return [];
  return question.is === 'parts' ? ['DATE', question.by.toUpperCase()] : ['DATE'];
}

/** Tests that must all hold; of the values of one, any. */
function filterGroups(only: readonly FeedTest[]): readonly object[] {
  if (only.length === 0) return [];
  const filters = only.map((test) => {
    const values = 'is' in test ? test.is : [];
    const [single = ''] = values;
    return {
      dimension: test.dimension.toUpperCase(),
      ...(values.length === 1
        ? { operator: 'EQUALS', expression: single }
        : { operator: 'INCLUDING_REGEX', expression: `(?i)^(${values.map(escaped).join('|')})$` }),
    };
  });
  return [{ groupType: 'AND', filters }];
}

const escaped = (text: string): string => text.replace(/[^A-Za-z0-9]/g, (sign) => `\\${sign}`);
