import type { Hosts } from '../access.ts';
import type { HttpRequest } from '../source.ts';
import type { SemrushQuestion } from './question.ts';

const api = 'https://api.semrush.com/';
const users = 'https://www.semrush.com/users/';
export const semrushHosts: Hosts = [api, users];

/**
 * The next report of a question. What tells that a line is whole stands last in it: of a number that
 * stood there nobody could see that digits were cut off.
 */
export function requestFor({ steps: [step], database, lines }: SemrushQuestion): HttpRequest {
  if (!step) throw new Error('Nothing is left to be asked.');
  const { report, domain } = step;
  return asked(
    report === 'now'
      ? { type: 'domain_ranks', domain, database, export_columns: 'Ot,Dn,Db' }
      : {
          type: 'domain_rank_history',
          domain,
          database,
          display_limit: String(lines),
          display_sort: 'dt_desc',
          export_columns: 'Ot,Dt',
        },
  );
}

const asked = (parameters: Readonly<Record<string, string>>): HttpRequest => {
  const query = Object.entries(parameters).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  return { method: 'get', url: `${api}?${query.join('&')}`, body: null };
};

/** How many units are left, which costs none. */
export const unitsRequest: HttpRequest = {
  method: 'get',
  url: `${users}countapiunits.html`,
  body: null,
};
