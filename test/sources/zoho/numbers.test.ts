import { describe, expect, it } from 'vitest';
import { metricNames } from '../../../src/sources/zoho/metrics.ts';
import { business } from '../../../src/workbench/vendors/business/people.ts';
import { dayNumber, startOf } from '../../../src/workbench/vendors/days.ts';
import { account, hanoi, january, noon, played, summed, totals } from './played.ts';
import { dateOfDay, happened } from './truth.ts';

const all = metricNames.map((metric) => summed(metric));
const week = (date: string): number => Math.floor((Date.parse(date) / 86_400_000 + 3) / 7);
const inJanuary = ({ date }: { readonly date: string }) =>
  date >= '2027-01-01' && date <= '2027-01-31';

/** Sums of what happened, by whatever it is told by; only what is not 0. */
function truth(
  of: (each: ReturnType<typeof happened>[number]) => string,
  events = happened(noon).filter(inJanuary),
): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const each of events) found[of(each)] = (found[of(each)] ?? 0) + each.value;
  return found;
}

describe('numbers of Zoho CRM', () => {
  it('are those of the business, metric by metric, day by day and week by week', () => {
    const outcome = played().fetch({ wanted: all });
    const byDay = totals(outcome, ({ input, from }) => `${input} ${dateOfDay(from)}`);
    const true_ = truth(({ metric, date }) => `${metric.toUpperCase()} ${date}`);
    expect(Object.keys(true_).length).toBeGreaterThan(130);
    // A deal without an amount is a row of 0, which adds nothing.
    const numbers = Object.entries(byDay).filter(([, value]) => value !== 0);
    expect(Object.fromEntries(numbers)).toEqual(
      Object.fromEntries(Object.entries(true_).filter(([, value]) => value !== 0)),
    );
    expect(totals(outcome, ({ input, from }) => `${input} ${week(dateOfDay(from))}`)).toEqual(
      truth(({ metric, date }) => `${metric.toUpperCase()} ${week(date)}`),
    );
  });

  it('are told apart by lead source, whose parts come to the whole', () => {
    const wanted = metricNames.map((metric) => summed(metric, { split: 'Lead_Source' }));
    const outcome = played().fetch({ wanted });
    expect(totals(outcome, ({ input, segment }) => `${input} ${segment}`)).toEqual(
      truth(({ metric, channel }) => `${metric.toUpperCase()} ${channel}`),
    );
  });

  it('have leads that were converted among the leads, which a plain query leaves out', () => {
    const desk = played();
    const rows = totals(desk.fetch({ wanted: [summed('leads')] }), ({ input }) => input);
    expect(rows).toEqual(
      truth(
        ({ metric }) => metric.toUpperCase(),
        happened(noon).filter((each) => inJanuary(each) && each.metric === 'leads'),
      ),
    );
    const { body } = desk.send({
      method: 'post',
      url: 'https://www.zohoapis.com/crm/v8/coql',
      body: {
        select_query:
          "select COUNT(id) from Leads where (Created_Time >= '2027-01-01T00:00:00+07:00' and Created_Time < '2027-02-01T00:00:00+07:00')",
      },
    });
    expect(JSON.parse(body).data[0]['COUNT(id)']).toBeLessThan((rows.LEADS ?? 0) * 0.9);
  });

  it('count a lead of the late evening for the day that it is in the organisation’s zone', () => {
    const late = business().leads.filter(({ createdMs }) => {
      const [date, hour] = new Date(createdMs + 7 * 3_600_000).toISOString().split('T');
      return inJanuary({ date: date ?? '' }) && (hour ?? '') >= '23';
    });
    expect(late.length).toBeGreaterThan(20);
    const days = totals(played().fetch({ wanted: [summed('leads')] }), ({ from }) =>
      dateOfDay(from),
    );
    const elsewhere = totals(
      played().fetch({
        wanted: [summed('leads')],
        account: { ...account, zone: 'America/Los_Angeles' },
      }),
      ({ from }) => dateOfDay(from),
    );
    expect(elsewhere).not.toEqual(days);
  });

  it('count only what passes the conditions, a status by any of the names chosen', () => {
    const only = [{ dimension: 'Lead_Status', is: ['MQL', 'SQL'] }];
    const desk = played();
    const rows = totals(desk.fetch({ wanted: [summed('leads', { only })] }), ({ input }) => input);
    const marked = business().leads.filter(
      ({ createdMs, mqlMs }) =>
        createdMs >= startOf(hanoi, january.from) &&
        createdMs < startOf(hanoi, january.to + 1) &&
        mqlMs !== null &&
        mqlMs <= noon,
    );
    expect(rows.LEADS).toBe(marked.length);
    expect(desk.asked[0]).toBe('/crm/v8/settings/fields');
  });

  it('take the stages that are chosen in the place of those that Zoho calls won or lost', () => {
    const chosen = (...is: readonly string[]) =>
      totals(
        played().fetch({ wanted: [summed('dealsLost', { only: [{ dimension: 'Stage', is }] })] }),
        ({ input }) => input,
      ).DEALSLOST ?? 0;
    const both = chosen('Closed Lost', 'Closed Lost to Competition');
    expect(both).toBe(truth(({ metric }) => metric).dealsLost);
    // A stage counts by the name that is shown as well as by the one that is kept.
    expect(chosen('Closed Lost') + chosen('Closed-Lost to Competition')).toBe(both);
    expect(chosen('Closed Lost')).toBeLessThan(both);
  });

  it('know of later days nothing yet, and of a deal what it is by now', () => {
    const early = startOf(hanoi, dayNumber(2027, 1, 16));
    const before = totals(played({}, early).fetch({ wanted: all }), ({ input }) => input);
    const after = totals(played().fetch({ wanted: all }), ({ input }) => input);
    expect(before).toEqual(
      truth(({ metric }) => metric.toUpperCase(), happened(early).filter(inJanuary)),
    );
    for (const [input, value] of Object.entries(after)) expect(before[input]).toBeLessThan(value);
  });

  it('are not known before the organisation was there, of which it says so itself', () => {
    const from = dayNumber(2024, 11, 20);
    const outcome = played().fetch({ wanted: all, from, to: from + 30, opening: true });
    if (outcome.is !== 'done') throw new Error(JSON.stringify(outcome));
    expect(outcome.lost).toEqual(
      all.map(({ feed: { input } }) => ({
        input,
        from,
        to: dayNumber(2024, 12, 2),
        why: 'notYet',
        detail: '',
      })),
    );
  });

  it('take seven questions a month, and seventeen credits', () => {
    const desk = played();
    desk.fetch({ wanted: all });
    expect(desk.asked).toHaveLength(7);
    expect(desk.vendor.credits(desk.now)).toBe(17);
  });
});
