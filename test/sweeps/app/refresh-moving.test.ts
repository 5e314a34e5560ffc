import { expect, it } from 'vitest';
import type { HttpRequest, HttpResponse } from '../../../src/sources/source.ts';
import { dataRows, fedDesk, refreshed } from '../../kit/desk/fed-desk.ts';
import { type Counts, type ScriptedReport, scriptedGa4 } from '../../kit/desk/scripted-ga4.ts';
import { sweep } from '../../kit/run/sweep.ts';

const segments = ['Direct', 'Email', 'Organic Search', 'Paid Social'];
const before: Counts = (metric, day, segment) => 1 + ((day + metric.length + segment.length) % 9);

/** What the property counts from some answer on. */
const changes: readonly (readonly [string, Counts])[] = [
  [
    'rows inserted',
    (metric, day, segment) => before(metric, day, segment) + (day % 3 === 0 ? 50 : 0),
  ],
  [
    'rows deleted',
    (metric, day, segment) =>
      segment === 'Email' && day % 2 === 0 ? 0 : before(metric, day, segment),
  ],
  [
    'values moved from one row to another',
    (metric, day, segment) =>
      before(metric, day, segment) + ({ Direct: -1, Email: 1 }[segment] ?? 0),
  ],
];

interface Asked {
  readonly requests: readonly object[];
}

/** A property of which so many rows fit into one answer, and which takes its time. */
function slowly(
  desk: ReturnType<typeof fedDesk>,
  of: { most: number; after: number; later: Counts; seconds: number },
) {
  let answers = 0;
  desk.outside.answer = (request: HttpRequest): HttpResponse => {
    desk.outside.now += of.seconds * 1000;
    const counts = answers < of.after ? before : of.later;
    if ((request.body as Asked | null)?.requests) answers += 1;
    const cut = (report: ScriptedReport) => {
      if (report.rows) report.rows = report.rows.slice(0, of.most);
    };
    return scriptedGa4({ counts, segments, spoil: cut })(request);
  };
  return () => answers;
}

it.each(changes)(
  'brings each day as it was at one moment, however often a run is cut off: %s',
  (_, later) => {
    let tried = 0;
    const wrong: string[] = [];
    for (const seconds of sweep([4], [0, 4])) {
      for (const most of sweep([5, 40], [4, 5, 9, 40, 150])) {
        const still = fedDesk();
        const count = slowly(still, { most, after: Number.POSITIVE_INFINITY, later, seconds });
        refreshed(still);
        const step = Math.max(1, Math.floor(count() / sweep(4, count())));
        for (let after = 1; after <= count(); after += step) {
          const desk = fedDesk();
          slowly(desk, { most, after, later, seconds });
          refreshed(desk);
          tried += 1;
          const leads = dataRows(desk.book).filter((row) => row?.input === 'LEADS');
          for (const day of new Set(leads.map((row) => row?.from ?? 0))) {
            const own = leads.filter((row) => row?.from === day);
            const right = [before, later].some((counts) => {
              const parts = segments.map((each) => [each, counts('keyEvents', day, each)] as const);
              const total = parts.reduce((sum, [, value]) => sum + value, 0);
              const told = new Map(parts.filter(([, value]) => value !== 0));
              return (
                own.every((row) =>
                  row?.segment === ''
                    ? row.value === total
                    : told.get(row?.segment ?? '') === row?.value,
                ) &&
                (own[0]?.segment === '' || own.length === told.size)
              );
            });
            if (!right) wrong.push(`${most} rows, ${seconds} s, after ${after}: day ${day}`);
          }
        }
      }
    }
    expect(tried).toBeGreaterThan(sweep(7, 100));
    expect(wrong).toEqual([]);
  },
);
