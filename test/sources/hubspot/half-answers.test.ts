import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HttpRequest, HttpResponse } from '../../../src/sources/source.ts';
import { business } from '../../../src/workbench/vendors/business/people.ts';
import { playedHubSpot } from '../../../src/workbench/vendors/hubspot/hubspot.ts';
import { pipelines } from '../../../src/workbench/vendors/hubspot/portal.ts';
import {
  all,
  behind,
  byWeek,
  fetched,
  november,
  numbersOf,
  type Outside,
  october,
  portal,
  truth,
  wanted,
} from './played-portal.ts';
import { recorded } from './recorded-answers.ts';

const isSearch = ({ url }: HttpRequest) => url.endsWith('/search');

interface Page {
  total?: unknown;
  results: { id: unknown; properties: Record<string, unknown> }[];
}

/** The played account whose answers to some requests are changed on the way. */
function changing(
  which: (request: HttpRequest, times: number) => boolean,
  change: (page: Page, request: HttpRequest) => void,
  people = 12,
): Outside {
  const answer = behind(playedHubSpot({ people }));
  let times = 0;
  return (request, nowMs) => {
    const response = answer(request, nowMs);
    if (response.status !== 200 || !which(request, times)) return response;
    times += 1;
    const page = JSON.parse(response.body) as Page;
    change(page, request);
    return { ...response, body: JSON.stringify(page) };
  };
}

const leads = wanted('leads');
const onLeads = (request: HttpRequest) => isSearch(request) && request.url.includes('contacts');
const onDeals = (request: HttpRequest) => isSearch(request) && request.url.includes('deals');
const wholeLeads = new Map(
  [...truth(business(), november)].filter(([key]) => key.startsWith('LEADS ')),
);

describe('half an answer', () => {
  const spoilt: Readonly<Record<string, (page: Page) => void>> = {
    'without a total': (page) => delete page.total,
    'with a total that is none': (page) => {
      page.total = '5 or so';
    },
    'with no records': (page) => {
      page.results = [];
    },
    'with fewer records than it says': (page) => {
      page.results.pop();
    },
    'without a list': (page) => {
      page.results = null as unknown as Page['results'];
    },
    'in another order': (page) => {
      page.results.reverse();
    },
    'with the same record twice': (page) => {
      page.results[1] = page.results[0] ?? { id: '1', properties: {} };
    },
    'with a record without an id': (page) => {
      delete (page.results[0] as { id?: unknown }).id;
    },
  };
  it.each(Object.entries(spoilt))('%s is asked for again, and never counted', (_, spoil) => {
    const once = fetched(
      [leads],
      november,
      changing((each, times) => onLeads(each) && times === 0, spoil),
    );
    expect(numbersOf(once.outcome)).toEqual(wholeLeads);
    const always = fetched([leads], november, changing(onLeads, spoil));
    expect(always.outcome).toMatchObject({ is: 'failed', trouble: { kind: 'halfAnswer' } });
  });

  it('is what comes with other fields, too: those are left alone', () => {
    const outside = changing(onLeads, (page) => {
      Object.assign(page, { requestId: 'x', paging: { next: { after: 'abc', link: '?' } } });
      for (const { properties } of page.results) Object.assign(properties, { hs_new: null });
    });
    expect(numbersOf(fetched([leads], november, outside).outcome)).toEqual(wholeLeads);
  });
});

describe('what cannot be read', () => {
  const revenue = [wanted('revenue'), wanted('dealsWon')];
  const amountOf = (amount: unknown, more: Record<string, unknown> = {}) =>
    changing(onDeals, ({ results: [first] }) =>
      Object.assign(first?.properties ?? {}, { amount, amount_in_home_currency: amount, ...more }),
    );

  it('costs the day of an amount its sum, not its count, and nothing else', () => {
    const { outcome } = fetched(revenue, november, amountOf('5 million'));
    if (outcome.is !== 'done') throw new Error('It failed.');
    expect(outcome.lost).toHaveLength(1);
    const [lost] = outcome.lost;
    expect(lost).toMatchObject({ input: 'REVENUE', why: 'unreadable' });
    expect(lost?.from).toBe(lost?.to);
    const real = truth(business(), november);
    const expected = [...real].filter(
      ([key]) =>
        key.startsWith('DEALSWON ') ||
        (key.startsWith('REVENUE ') && key !== `REVENUE ${lost?.from}`),
    );
    expect(new Map(numbersOf(outcome))).toEqual(new Map(expected));
  });

  it('is an amount in another currency whose worth nobody says; in the account’s own it counts', () => {
    const home = { amount_in_home_currency: null };
    const foreign = fetched(
      revenue,
      november,
      amountOf('70', { ...home, deal_currency_code: 'USD' }),
    );
    expect(foreign.outcome).toMatchObject({ lost: [{ input: 'REVENUE', why: 'unreadable' }] });
    const own = fetched(
      revenue,
      november,
      amountOf('70.00', { ...home, deal_currency_code: 'VND' }),
    );
    expect(own.outcome).toMatchObject({ lost: [] });
  });

  it.each([null, '', undefined])(
    'is not an amount that nobody has typed (%s): it adds nothing',
    (amount) => {
      const { outcome } = fetched(revenue, november, amountOf(amount));
      expect(outcome).toMatchObject({ is: 'done', lost: [] });
    },
  );

  it('costs all days where it is the day itself', () => {
    const outside = changing(onLeads, ({ results: [first] }) => {
      if (first) first.properties.createdate = 'soon';
    });
    const { outcome } = fetched([leads, wanted('dealsWon')], november, outside);
    const lost = { input: 'LEADS', ...november, why: 'unreadable', detail: '' };
    expect(outcome.is === 'done' && outcome.lost).toContainEqual(lost);
    expect(outcome.is === 'done' && outcome.rows.some(({ input }) => input === 'LEADS')).toBe(
      false,
    );
    expect(outcome.is === 'done' && outcome.rows.some(({ input }) => input === 'DEALSWON')).toBe(
      true,
    );
  });

  it('counts where it was so once alone', () => {
    const outside = changing(
      (each, times) => onLeads(each) && times === 0,
      ({ results: [first] }) => {
        if (first) first.properties.createdate = 'soon';
      },
    );
    expect(numbersOf(fetched([leads], november, outside).outcome)).toEqual(wholeLeads);
  });

  it('is no stage whose id is a number, nor a stage that was added today', () => {
    const all = fetched([wanted('dealsWon')], november, behind(playedHubSpot()));
    const numbered = pipelines[1].stages.filter(([, , closed]) => closed === 'true');
    expect(numbered.map(([id]) => id)).toEqual(['123456', '123457']);
    expect(JSON.stringify(all.sent.at(-1)?.request.body)).toContain(
      '"values":["closedwon","123456"]',
    );
    const sum = [...numbersOf(all.outcome).values()].reduce((total, each) => total + each, 0);
    const partners = business().deals.filter(({ pipeline }) => pipeline === 'partners');
    expect(sum).toBeGreaterThan(0);
    expect(partners.length).toBeGreaterThan(0);
  });
});

describe('what moves while it is read', () => {
  const days = october;
  const people = 120;
  const real = new Map(
    [...truth(business(people), days)].filter(([key]) => key.startsWith('LEADS ')),
  );
  const split = wanted('leads', { split: 'source' });
  const total = (numbers: ReadonlyMap<string, number>) =>
    [...numbers.values()].reduce((sum, each) => sum + each, 0);
  const isLaterPage = (request: HttpRequest) =>
    onLeads(request) && JSON.stringify(request.body).includes('hs_object_id","operator');

  it('is read anew, in smaller parts, until it holds still', () => {
    const outside = changing(
      (each, times) => isLaterPage(each) && times < 3,
      (page) => {
        page.total = Number(page.total) + 1;
        if (page.results.length < 200) {
          const last = page.results.at(-1);
          page.results.push({ id: '99999999', properties: { ...last?.properties } });
        }
      },
      people,
    );
    const { outcome } = fetched([split], days, outside);
    expect(total(numbersOf(outcome))).toBe(total(real));
  });

  it('is never half a number: what does not hold still at last is refused', () => {
    let ever = 0;
    const day = { from: days.from, to: days.from };
    const outside = changing(
      isLaterPage,
      (page) => {
        ever += 1;
        page.total = Number(page.total) + ever;
        const last = page.results.at(-1);
        while (page.results.length < Math.min(200, Number(page.total))) {
          const id = String(90_000_000 + page.results.length);
          page.results.push({ id, properties: { ...last?.properties } });
        }
      },
      400,
    );
    const { outcome, sent } = fetched([split], day, outside);
    expect(outcome).toMatchObject({ is: 'failed', trouble: { kind: 'keepsMoving' } });
    expect(sent.length).toBeLessThan(20);
  });
});

describe('an account that is another than it was', () => {
  const details = (change: object): Outside =>
    changing(
      ({ url }) => url.includes('account-info'),
      (page) => Object.assign(page, change),
    );
  const cases: readonly (readonly [object, string])[] = [
    [{ portalId: 5 }, 'otherPortal'],
    [{ timeZone: 'US/Eastern' }, 'otherZone'],
    [{ companyCurrency: 'USD' }, 'otherCurrency'],
    [{ companyCurrency: null }, 'noCurrency'],
    [{ portalId: undefined }, 'halfAnswer'],
  ];
  it.each(cases)('%o brings no number: %s', (change, kind) => {
    const { outcome, sent } = fetched(all, november, details(change));
    expect(outcome).toMatchObject({ is: 'failed', trouble: { kind } });
    expect(sent.filter(({ request }) => isSearch(request))).toEqual([]);
  });

  it('may call its zone by another name', () => {
    const { outcome } = fetched([leads], november, details({ timeZone: 'Asia/Saigon' }));
    expect(numbersOf(outcome)).toEqual(wholeLeads);
  });

  it('counts contacts whatever its currency', () => {
    const { outcome } = fetched([leads], november, details({ companyCurrency: 'USD' }));
    expect(numbersOf(outcome)).toEqual(wholeLeads);
  });

  it('without a stage that means won says so', () => {
    const outside = changing(
      ({ url }) => url.includes('/pipelines/'),
      (page) => {
        page.results = [];
      },
    );
    const { outcome } = fetched([wanted('dealsWon')], november, outside);
    expect(outcome).toMatchObject({ trouble: { kind: 'noStage', detail: 'won' } });
  });
});

describe('a permission that lacks', () => {
  it('costs the numbers that need it, and names it; all others come', () => {
    const vendor = playedHubSpot();
    vendor.faults.set('noPermission', true);
    const { outcome } = fetched(all, november, behind(vendor));
    if (outcome.is !== 'done') throw new Error(outcome.trouble.kind);
    expect([...outcome.trust.blocked].sort()).toEqual(
      ['crm.objects.deals.read', 'dealsCreated', 'dealsLost', 'dealsWon', 'revenue'].sort(),
    );
    const contacts = ['LEADS', 'MQL', 'SQL', 'OPPORTUNITIES', 'CUSTOMERS'];
    expect(new Set(outcome.rows.map(({ input }) => input))).toEqual(new Set(contacts));
    const real = [...truth(business(), november)].filter(([key]) =>
      contacts.includes(key.split(' ')[0] ?? ''),
    );
    expect(byWeek(numbersOf(outcome))).toEqual(byWeek(new Map(real)));
  });
});

describe('whatever goes wrong on the way', () => {
  const errors: readonly HttpResponse[] = Object.values(recorded)
    .filter(({ is }) => is !== 'ok')
    .map(({ response }) => response);
  const inputs = [wanted('leads', { split: 'source' }), wanted('dealsWon'), wanted('revenue')];
  const real = numbersOf(fetched(inputs, october, behind(playedHubSpot({ people: 60 }))).outcome);

  it('the numbers are right, or it is said what is wrong', () => {
    const seen = { done: 0, failed: 0 };
    const vendor = behind(playedHubSpot({ people: 60 }));
    const step = fc.oneof(
      { weight: 6, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom(...errors) },
      { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let at = 0;
        const outside: Outside = (request, nowMs) => {
          const now = steps[at];
          at += 1;
          if (now !== null && typeof now === 'object') return now;
          const answer = vendor(request, nowMs + 86_400_000 * at);
          if (typeof now !== 'number') return answer;
          return { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length * now)) };
        };
        const { outcome } = fetched(inputs, october, outside);
        seen[outcome.is] += 1;
        if (outcome.is === 'failed') {
          expect(outcome.trouble.kind).not.toBe('');
          return;
        }
        const { blocked } = outcome.trust;
        const missing = inputs.filter(({ feed }) => blocked.includes(feed.metric ?? ''));
        const told = [...real].filter(
          ([key]) => !missing.some(({ feed }) => key.startsWith(`${feed.input} `)),
        );
        expect(new Map([...numbersOf(outcome)].sort())).toEqual(new Map(told.sort()));
      }),
      { numRuns: 150 },
    );
    expect(seen.done).toBeGreaterThan(20);
    expect(seen.failed).toBeGreaterThan(20);
  });

  it('a second in which too much was asked is waited for', () => {
    const vendor = playedHubSpot({ limits: { searches: 2 } });
    const { outcome } = fetched(all, october, behind(vendor));
    expect(byWeek(numbersOf(outcome))).toEqual(byWeek(truth(business(), october)));
  });

  it('a day that is spent ends the run until it is midnight in the account', () => {
    const vendor = playedHubSpot({ limits: { day: 4 } });
    const { outcome } = fetched(all, october, behind(vendor));
    expect(outcome).toMatchObject({
      trouble: { kind: 'quotaDay' },
      untilMs: Date.UTC(2026, 10, 22, 17, 1),
    });
    expect(portal.zone).toBe('Asia/Ho_Chi_Minh');
  });
});
