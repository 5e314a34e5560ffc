import { isoDate } from '../days.ts';
import { databases, type SiteMonth, siteMonth } from './sites.ts';

/** A refusal: a line of text, with status 200. */
export class Refusal extends Error {}

const labels: Readonly<Record<string, string>> = {
  Db: 'Database',
  Dn: 'Domain',
  Rk: 'Rank',
  Or: 'Organic Keywords',
  Ot: 'Organic Traffic',
  Dt: 'Date',
};
const columnsOf: Readonly<Record<string, readonly string[]>> = {
  domain_ranks: ['Db', 'Dn', 'Rk', 'Or', 'Ot'],
  domain_rank_history: ['Rk', 'Or', 'Ot', 'Dt'],
};
const parameters: Readonly<Record<string, readonly string[]>> = {
  domain_ranks: ['type', 'key', 'domain', 'database', 'export_columns'],
  domain_rank_history: [
    ...['type', 'key', 'domain', 'database', 'export_columns'],
    ...['display_limit', 'display_offset', 'display_sort'],
  ],
};

interface Line extends SiteMonth {
  readonly domain: string;
  readonly database: string;
  /** `20260915` */
  readonly date: string;
}

export interface Report {
  readonly text: string;
  readonly lines: number;
}

/** A report as it is asked for, of what is known on a day; each of its lines costs units. */
export function reportFor(query: URLSearchParams, today: number): Report {
  const type = query.get('type') ?? '';
  const all = columnsOf[type];
  if (!all) throw new Refusal('ERROR 40 :: MANDATORY PARAMETER "type" NOT SET OR EMPTY');
  for (const name of query.keys()) {
    if (!parameters[type]?.includes(name))
      throw new Refusal(`ERROR 43 :: UNKNOWN PARAMETER ${name}`);
  }
  const domain = query.get('domain') ?? '';
  if (domain === '') throw new Refusal('ERROR 40 :: MANDATORY PARAMETER "domain" NOT SET OR EMPTY');
  if (/[/:]|^www\./.test(domain)) throw new Refusal('ERROR 44 :: WRONG DOMAIN');
  const asked = (query.get('export_columns') ?? all.join(',')).split(',');
  const unknown = asked.find((each) => !all.includes(each));
  if (unknown !== undefined) throw new Refusal(`ERROR 45 :: WRONG COLUMN ${unknown}`);
  const isNow = type === 'domain_ranks';
  const lines = isNow ? linesNow(query, domain, today) : linesBefore(query, domain, today);
  if (lines.length === 0) throw new Refusal('ERROR 50 :: NOTHING FOUND');
  const quote = (text: string) => (isNow ? `"${text}"` : text);
  const rows = lines.map((line) => asked.map((column) => quote(cellOf(line, column))).join(';'));
  const text = [asked.map((column) => labels[column] ?? column).join(';'), ...rows].join('\r\n');
  return { text: isNow ? text : `${text}\n`, lines: lines.length };
}

function linesNow(query: URLSearchParams, domain: string, today: number): readonly Line[] {
  const one = query.get('database');
  const month = isoDate(today).slice(0, 7);
  if (one !== null && !databases.some((each) => each === one)) {
    throw new Refusal('ERROR 133 :: DB ACCESS DENIED');
  }
  return (one === null ? databases : [one]).flatMap((database) => {
    const found = siteMonth(domain, database, month);
    return found ? [{ ...found, domain, database, date: '' }] : [];
  });
}

/** A line a month, of its 15th, as far as that is over. */
function linesBefore(query: URLSearchParams, domain: string, today: number): readonly Line[] {
  const database = query.get('database') ?? '';
  if (!databases.some((each) => each === database)) {
    throw new Refusal('ERROR 133 :: DB ACCESS DENIED');
  }
  const lines: Line[] = [];
  for (let day = today; lines.length < 36; day -= 1) {
    const date = isoDate(day);
    if (!date.endsWith('-15')) continue;
    const found = siteMonth(domain, database, date.slice(0, 7));
    if (!found) return [];
    lines.push({ ...found, domain, database, date: date.replace(/-/g, '') });
  }
  if (query.get('display_sort') !== 'dt_desc') lines.reverse();
  const offset = Number(query.get('display_offset') ?? 0);
  const limit = Number(query.get('display_limit') ?? 0);
  return lines.slice(offset, limit > 0 ? offset + limit : undefined);
}

function cellOf(line: Line, column: string): string {
  if (column === 'Db') return line.database;
  if (column === 'Dn') return line.domain;
  if (column === 'Rk') return String(line.rank);
  if (column === 'Or') return String(line.keywords);
  return column === 'Ot' ? String(line.visits) : line.date;
}
