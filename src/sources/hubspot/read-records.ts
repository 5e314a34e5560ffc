import { isJson, type Json, numberOf, objectsOf, textOf } from '../json.ts';
import { segmentOf } from '../segment.ts';
import type { Loss, ResultPage, Row, SourceError } from '../source.ts';
import { wholeTrust } from '../trust.ts';
import { dayInZone } from '../zone.ts';
import { mostPageRows, mostSearched } from './api.ts';
import { dimensions, sourceName } from './dimensions.ts';
import {
  type Ask,
  beginning,
  type Cell,
  daysOf,
  type HubSpotQuestion,
  halves,
  isCount,
  type Reading,
  type Report,
} from './question.ts';
import { amountOf, idOf, momentOf } from './record-values.ts';

type Records = Ask & { readonly is: 'records' };
type Read = ResultPage<HubSpotQuestion> | { readonly trouble: SourceError };

/** More than this are asked for in two halves: the less there is to read, the less moves meanwhile. */
const mostTogether = 4_000;
const mostBegun = 3;

const half = (detail: string): Read => ({ trouble: { kind: 'halfAnswer', detail } });

/**
 * A page of records. Nothing of a report counts before its last page is here, and each page has to
 * leave as many as the one before it said: where something came, went or moved meanwhile, all of it is
 * read anew.
 */
export function readRecords(question: HubSpotQuestion, ask: Records, said: Json): Read {
  const { report, reading } = ask;
  const total = numberOf(said.total);
  const records = Array.isArray(said.results) ? objectsOf(said.results) : null;
  if (total === null || !Number.isInteger(total) || total < 0) return half('total');
  if (!records || records.length !== Math.min(total, reading.counted ? 1 : mostPageRows))
    return half('results');
  const asked = (...next: readonly (readonly [Report, Reading])[]) =>
    page({ more: next.map(([each, from]) => askedFor(question, each, from)) });
  if (reading.counted) {
    // Beyond what a search says at most, only reading them tells.
    return total < mostSearched
      ? page({ rows: rowsOf(report, [[report.from, '', total, 0]]) })
      : asked([report, beginning]);
  }
  if (reading.left !== null && total !== reading.left) return anew(question, ask);
  if (reading.after === null && records.length < total) {
    const days = report.to - report.from + 1;
    const pages = Math.ceil(total / mostPageRows);
    // Reading them all says more than asking how many there are on each day; whichever is less is asked.
    if (isCount(report) && pages > days && total < mostSearched) {
      return asked(...daysOf(report).map((day) => [day, { ...beginning, counted: true }] as const));
    }
    if (days > 1 && total > mostTogether) {
      return asked(...halves(report).map((each) => [each, beginning] as const));
    }
  }
  const read = tally(question, report, reading, records);
  if (read === 'order') return half('hs_object_id');
  if (read === 'moved') return anew(question, ask);
  const { cells, lost, after } = read;
  if (records.length === total) return page({ rows: rowsOf(report, cells), lost });
  // A search that says its most may mean more: of these nobody knows how many are left.
  const left = total < mostSearched ? total - records.length : null;
  const next = { ...reading, after, left, cells };
  return page({ lost, more: [askedFor(question, report, next)] });
}

const askedFor = (
  question: HubSpotQuestion,
  report: Report,
  reading: Reading,
): HubSpotQuestion => ({ ...question, ask: { is: 'records', report, reading } });

/** The report from its beginning, in halves where it has several days; at last it is given up. */
function anew(question: HubSpotQuestion, { report, reading }: Records): Read {
  const begun = report.from === report.to ? reading.begun + 1 : 0;
  if (begun > mostBegun) return { trouble: { kind: 'keepsMoving', detail: '' } };
  return page({
    more: halves(report).map((each) => askedFor(question, each, { ...beginning, begun })),
  });
}

/** What a page adds to those before it; nothing of it where it is not what was asked for. */
function tally(
  { zone, currency }: HubSpotQuestion,
  report: Report,
  reading: Reading,
  records: readonly Json[],
) {
  const { from, to, date, ends, stages, split, inputs } = report;
  const cells = new Map(reading.cells.map((cell) => [keyOf(cell[0], cell[1]), cell]));
  const lost = new Map<string, Loss>();
  const lose = (first: number, last: number, names: readonly { readonly input: string }[]) => {
    for (const { input } of names) {
      const loss: Loss = { input, from: first, to: last, why: 'unreadable', detail: '' };
      lost.set(`${input} ${first}-${last}`, loss);
    }
  };
  const summed = inputs.filter(({ sums }) => sums);
  let after = reading.after ?? '0';
  for (const record of records) {
    const id = idOf(record.id);
    if (id === null || !isBehind(id, after)) return 'order' as const;
    after = id;
    const properties = isJson(record.properties) ? record.properties : {};
    const ms = momentOf(properties[date]);
    if (ms === null) {
      lose(from, to, inputs);
      continue;
    }
    const day = dayInZone(ms, zone);
    if (day < from || day > to) return 'moved' as const;
    if (ends !== null && !stages.includes(textOf(properties.dealstage))) return 'moved' as const;
    const amount = summed.length > 0 ? amountOf(properties, currency) : 0;
    if (amount === null) lose(day, day, summed);
    const segment = split === null ? '' : nameOf(report, textOf(properties[dimensions[split]]));
    const [, , count, sum] = cells.get(keyOf(day, segment)) ?? [day, segment, 0, 0];
    cells.set(keyOf(day, segment), [day, segment, count + 1, sum + (amount ?? 0)]);
  }
  return { cells: [...cells.values()], lost: [...lost.values()], after };
}

const keyOf = (day: number, segment: string): string => `${day} ${segment}`;

/** Ids are numbers that may be too long for one: the longer is the larger. */
const isBehind = (id: string, other: string): boolean =>
  id.length === other.length ? id > other : id.length > other.length;

const nameOf = ({ split, labels }: Report, value: string): string =>
  segmentOf(
    split === 'pipeline'
      ? Object.keys(labels).includes(value)
        ? (labels[value] ?? value)
        : value
      : sourceName(value),
  );

/** Cents that computers cannot write are rounded away. */
const exact = (sum: number): number => Math.round(sum * 1e6) / 1e6;

const rowsOf = ({ inputs }: Report, cells: readonly Cell[]): readonly Row[] =>
  inputs.flatMap(({ input, sums }) =>
    cells.map(([day, segment, count, sum]): Row => {
      return { from: day, to: day, input, segment, value: sums ? exact(sum) : count };
    }),
  );

const page = (of: {
  readonly rows?: readonly Row[];
  readonly lost?: readonly Loss[];
  readonly more?: readonly HubSpotQuestion[];
}): Read => ({
  rows: of.rows ?? [],
  lost: of.lost ?? [],
  more: of.more ?? [],
  trust: wholeTrust,
  quota: null,
});
