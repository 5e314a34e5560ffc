import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../src/sources/history.ts';
import { salesforceCrm } from '../../../src/sources/salesforce/entry.ts';
import { metricNames } from '../../../src/sources/salesforce/metrics.ts';
import { salesforce } from '../../../src/sources/salesforce/source.ts';
import { business } from '../../../src/workbench/vendors/business/people.ts';
import { dayNumber, startOf } from '../../../src/workbench/vendors/days.ts';
import { account, hanoi, january, noon, played, summed, totals } from './played.ts';
import { dateOfDay, happened } from './truth.ts';

const all = metricNames.map((metric) => summed(metric));
const week = (date: string): number => Math.floor((Date.parse(date) / 86_400_000 + 3) / 7);
const inJanuary = ({ date }: { readonly date: string }) =>
  date >= '2027-01-01' && date <= '2027-01-31';
const byInput = ({ input }: { readonly input: string }) => input;

/** Sums of what happened, by whatever it is told by. */
function truth(
  of: (each: ReturnType<typeof happened>[number]) => string,
  events = happened(noon).filter(inJanuary),
): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const each of events) found[of(each)] = (found[of(each)] ?? 0) + each.value;
  return found;
}

describe('numbers of Salesforce', () => {
  it('are those of the business, metric by metric, day by day and week by week', () => {
    const outcome = played().fetch({ wanted: all });
    const byDay = totals(outcome, ({ input, from }) => `${input} ${dateOfDay(from)}`);
    const true_ = truth(({ metric, date }) => `${metric.toUpperCase()} ${date}`);
    expect(Object.keys(true_).length).toBeGreaterThan(130);
    expect(byDay).toEqual(true_);
    expect(totals(outcome, ({ input, from }) => `${input} ${week(dateOfDay(from))}`)).toEqual(
      truth(({ metric, date }) => `${metric.toUpperCase()} ${week(date)}`),
    );
  });

  it('are told apart by lead source, whose parts come to the whole', () => {
    const wanted = metricNames.map((metric) => summed(metric, { split: 'LeadSource' }));
    const outcome = played().fetch({ wanted });
    const bySource = totals(outcome, ({ input, segment }) => `${input} ${segment}`);
    expect(bySource).toEqual(truth(({ metric, channel }) => `${metric.toUpperCase()} ${channel}`));
    expect(bySource['LEADS --None--']).toBeGreaterThan(0);
    expect(
      totals(outcome, ({ input, from, segment }) => `${input} ${week(dateOfDay(from))} ${segment}`),
    ).toEqual(
      truth(({ metric, date, channel }) => `${metric.toUpperCase()} ${week(date)} ${channel}`),
    );
  });

  it('count a won opportunity without an amount, which adds nothing to revenue', () => {
    const untyped = business().deals.filter(
      ({ closeMs, ends, amount }) =>
        ends === 'won' &&
        amount === null &&
        closeMs >= startOf(hanoi, january.from) &&
        closeMs < startOf(hanoi, january.to + 1),
    );
    expect(untyped.length).toBeGreaterThan(0);
    const rows = totals(played().fetch({ wanted: all }), byInput);
    expect(rows.DEALSWON).toBe(truth(({ metric }) => metric).dealsWon);
    expect(rows.WONAMOUNT).toBe(truth(({ metric }) => metric).wonAmount);
  });

  it('count a lead of the late evening for its day in the user’s zone', () => {
    const late = business().leads.filter(({ createdMs }) => {
      const [date, hour] = new Date(createdMs + 7 * 3_600_000).toISOString().split('T');
      return inJanuary({ date: date ?? '' }) && (hour ?? '') >= '23';
    });
    expect(late.length).toBeGreaterThan(20);
    const zone = 'America/Los_Angeles';
    const elsewhere = played({ zone: () => zone });
    const days = totals(
      elsewhere.fetch({ wanted: [summed('leads')], account: { ...account, zone } }),
      ({ from }) => dateOfDay(from),
    );
    const written = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
    const there: Record<string, number> = {};
    for (const { createdMs } of business().leads) {
      const date = written.format(createdMs);
      if (inJanuary({ date })) there[date] = (there[date] ?? 0) + 1;
    }
    expect(days).toEqual(there);
  });

  it('are refused where the user’s zone is another one since, by the moments of the days themselves', () => {
    for (const zone of ['America/Los_Angeles', 'Asia/Tokyo', 'Pacific/Kiritimati']) {
      expect(played({ zone: () => zone }).fetch({ wanted: [summed('leads')] })).toMatchObject({
        is: 'failed',
        trouble: { kind: 'otherZone' },
      });
    }
  });

  it('count only what passes the conditions, a status by any of the names chosen', () => {
    const only = [{ dimension: 'Status', is: ['MQL', 'Closed - Converted'] }];
    const desk = played();
    const rows = totals(desk.fetch({ wanted: [summed('leads', { only })] }), byInput);
    const marked = business().leads.filter(
      ({ createdMs, mqlMs }) =>
        createdMs >= startOf(hanoi, january.from) &&
        createdMs < startOf(hanoi, january.to + 1) &&
        mqlMs !== null &&
        mqlMs <= noon,
    );
    expect(rows.LEADS).toBe(marked.length);
    expect(desk.asked[0]).toContain('/sobjects/Lead/describe');
  });

  it('know what nobody filled in by its name, and beginnings of names', () => {
    const sum = (only: Parameters<typeof summed>[1]) =>
      totals(played().fetch({ wanted: [summed('leads', only)] }), byInput).LEADS;
    const true_ = truth(({ metric, channel }) => `${metric} ${channel}`);
    expect(sum({ only: [{ dimension: 'LeadSource', is: ['--None--'] }] })).toBe(
      true_['leads --None--'],
    );
    expect(sum({ only: [{ dimension: 'LeadSource', startsWith: ['paid'] }] })).toBe(
      (true_['leads paid search'] ?? 0) + (true_['leads paid social'] ?? 0),
    );
  });

  it.each([
    ['badField', { split: 'Campaign__c' }],
    ['badField', { split: 'Description' }],
    ['valueGone', { only: [{ dimension: 'Status', is: ['Qualified'] }] }],
  ])('are %s, and no 0, where what tells them apart is not there', (kind, given) => {
    expect(played().fetch({ wanted: [summed('leads', given)] })).toMatchObject({
      is: 'failed',
      trouble: { kind },
    });
  });

  it('know of later days nothing yet, and of a deal what it is by now', () => {
    const early = startOf(hanoi, dayNumber(2027, 1, 16));
    const before = totals(played({}, early).fetch({ wanted: all }), byInput);
    const after = totals(played().fetch({ wanted: all }), byInput);
    expect(before).toEqual(
      truth(({ metric }) => metric.toUpperCase(), happened(early).filter(inJanuary)),
    );
    for (const [input, value] of Object.entries(after)) expect(before[input]).toBeLessThan(value);
    expect(salesforce.settleDays).toBe(30);
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

  it('are the same for days long past, slice by slice', () => {
    const from = dayNumber(2025, 10, 1);
    const to = dayNumber(2026, 3, 31);
    const wanted = summed('wonAmount', { split: 'LeadSource' });
    const slices = historyOf(salesforceCrm, account, wanted, { from, to, yesterday: to + 30 });
    expect(slices).toHaveLength(6);
    const found: Record<string, number> = {};
    for (const slice of slices ?? []) {
      const part = totals(played().fetch({ ...slice, account }), ({ segment }) => segment);
      for (const [name, value] of Object.entries(part)) found[name] = (found[name] ?? 0) + value;
    }
    const events = happened(noon).filter(
      ({ metric, date }) => metric === 'wonAmount' && date >= '2025-10-01' && date <= '2026-03-31',
    );
    expect(found).toEqual(truth(({ channel }) => channel, events));
  });

  it('take five calls a month, and say how many of the day are left', () => {
    const desk = played();
    const outcome = desk.fetch({ wanted: all });
    expect(desk.asked).toHaveLength(5);
    expect(desk.vendor.calls(desk.now)).toBe(5);
    expect(outcome.quota?.day).toEqual({ used: 5, left: 14_995, of: 15_000 });
  });

  it('are asked for in addresses below 2 KB, by questions that hold no key', () => {
    const everything = metricNames.map((metric) =>
      summed(metric, {
        split: 'LeadSource',
        only: ['Status', 'StageName', 'Type', 'Industry__c'].map((dimension) => ({
          dimension,
          is: Array.from({ length: 30 }, (_, at) => `Một giá trị dài bằng tiếng Việt ${at}`),
        })),
      }),
    );
    for (const question of salesforce.plan({ account, ...january, wanted: everything })) {
      if (!('reading' in question.asks)) continue;
      const { reading } = question.asks;
      const { url } = salesforce.request({ ...question, asks: { is: 'groups', reading } });
      expect(url.length).toBeLessThan(2000);
      expect(JSON.parse(JSON.stringify(question))).toEqual(question);
      expect(JSON.stringify(question)).not.toContain('3MVG');
    }
  });
});

describe('amounts of several currencies', () => {
  const amount = (only: { readonly dimension: string; readonly is: readonly string[] }[] = []) =>
    summed('wonAmount', { only });
  const corporate = { dimension: 'CurrencyIsoCode', is: ['VND'] };

  it('are refused where no currency is chosen, or more than the corporate one', () => {
    for (const only of [
      [],
      [{ ...corporate, is: ['USD'] }],
      [{ ...corporate, is: ['VND', 'USD'] }],
    ]) {
      const outcome = played({ severalCurrencies: true }).fetch({ wanted: [amount(only)] });
      expect(outcome).toMatchObject({ is: 'failed', trouble: { kind: 'mixedCurrencies' } });
    }
  });

  it('are those in the corporate currency alone, where that is chosen', () => {
    const rows = totals(
      played({ severalCurrencies: true }).fetch({ wanted: [amount([corporate])] }),
      byInput,
    );
    const sum = business()
      .deals.filter(
        ({ id, ends, closeMs }) =>
          id % 10 !== 0 &&
          ends === 'won' &&
          closeMs >= startOf(hanoi, january.from) &&
          closeMs < startOf(hanoi, january.to + 1),
      )
      .reduce((all_, each) => all_ + (each.amount ?? 0), 0);
    expect(rows.WONAMOUNT).toBe(sum);
  });

  it('are refused where the corporate currency is another one since: sums would come in that one', () => {
    const desk = played({ severalCurrencies: true, corporate: () => 'USD' });
    expect(desk.fetch({ wanted: [amount([corporate])] })).toMatchObject({
      is: 'failed',
      trouble: { kind: 'otherCurrency', detail: 'USD' },
    });
  });

  it('do not keep deals from being counted', () => {
    const rows = totals(
      played({ severalCurrencies: true }).fetch({ wanted: [summed('dealsWon')] }),
      byInput,
    );
    expect(rows.DEALSWON).toBe(truth(({ metric }) => metric).dealsWon);
  });
});
