import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../../src/app/refresh/error-messages.ts';
import { historyOf } from '../../../src/sources/history.ts';
import { shippedSources } from '../../../src/sources/registry.ts';
import { domainOf, readSite } from '../../../src/sources/semrush/account.ts';
import { classify } from '../../../src/sources/semrush/classify.ts';
import { semrush } from '../../../src/sources/semrush/entry.ts';
import { unitsOf } from '../../../src/sources/semrush/question.ts';
import { unitsLookup } from '../../../src/sources/semrush/units.ts';
import type { HttpResponse } from '../../../src/sources/source.ts';
import { dayNumber } from '../../../src/workbench/vendors/days.ts';
import { playedSemrush } from '../../../src/workbench/vendors/semrush/semrush.ts';
import { siteMonth } from '../../../src/workbench/vendors/semrush/sites.ts';
import { account, answered, both, fetched, noon, sofar, wanted } from './played.ts';

const text = (body: string, status = 200): HttpResponse => ({ status, headers: {}, body });
const days = (year: number, month: number) =>
  dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
const visits = (domain: string, month: string) =>
  siteMonth(domain, 'vn', month)?.visits ?? Number.NaN;

/** What the played Semrush answers, some of it in the place of its own. */
const from =
  (vendor = playedSemrush(), instead: (url: string) => string | null = () => null) =>
  (request: Parameters<typeof answered>[1], nowMs: number) => {
    const body = instead(request.url);
    return body === null ? answered(vendor, request, nowMs) : text(body);
  };

describe('what an answer of Semrush means', () => {
  const page = '<!DOCTYPE html><html><head><title>Please wait</title></head></html>';
  it.each([
    ['WRONG KEY', text('ERROR 120 :: WRONG KEY - ID PAIR'), 'stop', 'keyRefused'],
    [
      'WRONG KEY with a line end',
      text('ERROR 120 :: WRONG KEY - ID PAIR\r\n'),
      'stop',
      'keyRefused',
    ],
    ['an empty key', text('ERROR 122 :: WRONG FORMAT OR EMPTY KEY'), 'stop', 'keyRefused'],
    [
      'a wrong key with a mark before it',
      text('\uFEFFERROR 120 :: WRONG KEY - ID PAIR'),
      'stop',
      'keyRefused',
    ],
    [
      'a wrong key with a status',
      text('ERROR 120 :: WRONG KEY - ID PAIR', 403),
      'stop',
      'keyRefused',
    ],
    ['no units', text('ERROR 132 :: API UNITS BALANCE IS ZERO'), 'stop', 'noUnits'],
    ['a limit', text('ERROR 131 :: LIMIT EXCEEDED'), 'wait', 'limit'],
    ['the API being off', text('ERROR 130 :: API DISABLED'), 'stop', 'apiOff'],
    ['a database of another plan', text('ERROR 133 :: DB ACCESS DENIED'), 'stop', 'noDatabase'],
    ['an error nobody knows', text('ERROR 977 :: ODD THING'), 'stop', 'unknown'],
    ['a page with status 200', text(page), 'retry', 'webPage'],
    ['a page with 503', text(page, 503), 'retry', 'webPage'],
    ['too many at once', text('', 429), 'retry', 'quotaAtOnce'],
    ['nothing at all', text(''), 'retry', 'halfAnswer'],
    ['no connection', text('', 0), 'retry', 'noAnswer'],
    ['a busy server', text('', 502), 'retry', 'busy'],
    ['another refusal', text('no', 418), 'stop', 'unknown'],
  ])('%s', (_, response, is, kind) => {
    expect(classify(response, noon)).toMatchObject({ is, trouble: { kind } });
  });

  it('takes a table and NOTHING FOUND as answers', () => {
    expect(classify(text('ERROR 50 :: NOTHING FOUND\n'), noon)).toEqual({ is: 'ok' });
    expect(classify(text('Organic Traffic;Date\n1;20270115'), noon)).toEqual({ is: 'ok' });
  });

  it('quotes what it does not know', () => {
    expect(classify(text('ERROR 977 :: ODD THING'), noon)).toMatchObject({
      trouble: { detail: '977: ODD THING' },
    });
  });

  it.each(['en', 'vi'] as const)('has words and a way out in %s', (language) => {
    const kinds = [
      'keyRefused',
      'noUnits',
      'limit',
      'apiOff',
      'noDatabase',
      'webPage',
      'lostEmpty',
    ];
    for (const kind of [...kinds, 'unknown', 'busy', 'halfAnswer', 'quotaAtOnce', 'serverError']) {
      const { what, way } = wordsFor({ kind, detail: 'x' }, semrush, language);
      expect(what({ where: 'Semrush', detail: 'x' })).toContain('Semrush');
      expect(way).not.toBe('');
    }
  });

  it('reads the balance with and without commas', () => {
    const units = (body: string) => unitsLookup.read(text(body), noon);
    expect(units('1,000')).toEqual({ is: 'ok', value: 1000 });
    expect(units('0\n')).toEqual({ is: 'ok', value: 0 });
    expect(units('1234567')).toEqual({ is: 'ok', value: 1_234_567 });
    expect(units('12,34')).toMatchObject({ is: 'stop', trouble: { kind: 'halfAnswer' } });
    expect(units(page)).toMatchObject({ is: 'retry', trouble: { kind: 'webPage' } });
    expect(units('ERROR 120 :: WRONG KEY - ID PAIR')).toMatchObject({
      trouble: { kind: 'keyRefused' },
    });
  });
});

describe('share of voice from Semrush', () => {
  it('gives each day its part of the month, so that months come to what Semrush says', () => {
    const { outcome } = fetched({}, from());
    if (outcome.is !== 'done') throw new Error(JSON.stringify(outcome));
    expect(outcome.lost).toEqual([]);
    const sum = (input: string, month: number) =>
      outcome.rows
        .filter((row) => row.input === input && row.from >= dayNumber(2027, month, 1))
        .filter((row) => row.to < dayNumber(2027, month + 1, 1))
        .reduce((total, { value }) => total + value, 0);
    const rivals = (month: string) =>
      visits('rival.example', month) + visits('other.example', month);
    expect(sum('SOV.own', 1)).toBeCloseTo(visits('shop.example', '2027-01'), 6);
    expect(sum('SOV.competitors', 1)).toBeCloseTo(rivals('2027-01'), 6);
    // Of the month that runs 13 of 28 days are over.
    expect(sum('SOV.own', 2)).toBeCloseTo(
      (visits('shop.example', '2027-02') * 13) / days(2027, 2),
      6,
    );
    expect(sum('SOV.competitors', 2)).toBeCloseTo((rivals('2027-02') * 13) / 28, 6);
    expect(outcome.rows).toHaveLength(2 * 44);
  });

  it('asks each report once, by a URL that holds no key, and within what it says to cost', () => {
    const vendor = playedSemrush({ units: 1000 });
    const { requests } = fetched({}, from(vendor));
    expect(requests).toHaveLength(6);
    for (const url of requests) {
      expect(url).not.toContain('key=');
      expect(url.length).toBeLessThan(2048);
    }
    expect(1000 - vendor.unitsLeft()).toBeLessThanOrEqual(unitsOf(account));
    const whole = playedSemrush({ units: 1000 });
    const to = dayNumber(2027, 3, 31);
    const { outcome } = fetched({ from: sofar.from, to }, (request) =>
      answered(whole, request, Date.UTC(2027, 3, 20)),
    );
    expect(outcome).toMatchObject({ is: 'done', lost: [] });
    expect(1000 - whole.unitsLeft()).toBe(unitsOf(account));
  });

  it('asks only for what flows in', () => {
    const { requests } = fetched({ wanted: [wanted('SOV.own', 'Ot')] }, from());
    expect(requests.map((url) => /type=(\w+)&domain=([\w.]+)/.exec(url)?.slice(1))).toEqual([
      ['domain_rank_history', 'shop.example'],
      ['domain_ranks', 'shop.example'],
    ]);
  });

  it('does not take a domain that Semrush does not know for 0', () => {
    const strange = { ...account, competitors: ['rival.example', 'nobody.test'] };
    const { outcome } = fetched({ account: strange }, from());
    if (outcome.is !== 'done') throw new Error(JSON.stringify(outcome));
    expect(new Set(outcome.rows.map(({ input }) => input))).toEqual(new Set(['SOV.own']));
    expect(outcome.lost.map(({ input, why, detail }) => [input, why, detail])).toEqual([
      ['SOV.competitors', 'empty', 'nobody.test'],
      ['SOV.competitors', 'empty', 'nobody.test'],
    ]);
  });

  it('leaves a month blank that is not listed yet, and has the others', () => {
    const only = 'Organic Traffic;Date\n900;20261215\n';
    const { outcome } = fetched(
      {},
      from(undefined, (url) => (url.includes('history') ? only : null)),
    );
    expect(outcome).toMatchObject({
      is: 'done',
      lost: [
        { input: 'SOV.own', from: sofar.from, to: dayNumber(2027, 1, 31), detail: 'shop.example' },
        { input: 'SOV.competitors' },
      ],
    });
  });

  it.each([
    ['unquoted, without a last line end', 'Organic Traffic;Date\n900;20270115'],
    ['quoted, with Windows line ends', '"Organic Traffic";"Date"\r\n"900";"20270115"\r\n'],
    ['with codes for names, in another order, with more columns', 'Dt;Rk;Ot\n20270115;5;900\n'],
    ['with a mark at its beginning', '\uFEFFOrganic Traffic;Date\n900;20270115'],
    ['with days that have dashes', 'Organic Traffic;Date\n900;2027-01-15'],
    ['with the newest line last', 'Organic Traffic;Date\n1;20261215\n900;20270115'],
  ])('reads a table %s', (_, table) => {
    const { outcome } = fetched(
      { wanted: [wanted('SOV.own', 'Ot')], to: dayNumber(2027, 1, 31) },
      () => text(table),
    );
    if (outcome.is !== 'done') throw new Error(JSON.stringify(outcome));
    expect(outcome.rows).toHaveLength(31);
    expect(outcome.rows.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(900, 9);
  });

  it.each([
    ['breaks off amid a day', 'Organic Traffic;Date\n900;202701'],
    ['breaks off amid a number', 'Organic Traffic;Date\n90'],
    ['has no visits', 'Rank;Date\n900;20270115'],
    ['has a month twice', 'Organic Traffic;Date\n900;20270115\n800;20270115'],
    ['has a text for a number', 'Organic Traffic;Date\nn/a;20270115'],
    ['has a line of another length', 'Organic Traffic;Date\n900;20270115;1'],
    ['has a quote that does not end', 'Organic Traffic;Date\n"900;20270115'],
  ])('uses nothing of a table that %s', (_, table) => {
    const { outcome } = fetched({ to: dayNumber(2027, 1, 31) }, () => text(table));
    expect(outcome).toMatchObject({ is: 'failed', trouble: { kind: 'halfAnswer' } });
  });

  it('takes its own database and domain of a report alone', () => {
    const ask = (body: string) =>
      fetched({ from: dayNumber(2027, 2, 1), wanted: [wanted('SOV.own', 'Ot')] }, () => text(body))
        .outcome;
    const two = 'Organic Traffic;Domain;Database\n1;shop.example;us\n280;shop.example;vn';
    expect(ask(two)).toMatchObject({ is: 'done', rows: { length: 13 } });
    const done = ask(two);
    expect(done.is === 'done' ? done.rows[0]?.value : 0).toBe(10);
    expect(ask('Organic Traffic;Domain;Database\n280;shop.example;v')).toMatchObject({
      lost: [{ why: 'empty' }],
    });
    expect(ask('Organic Traffic;Domain;Database\n280;rival.example;vn')).toMatchObject({
      is: 'failed',
    });
  });

  it('brings the right numbers or none, whatever goes wrong on the way', () => {
    const right = fetched({}, from()).outcome;
    const wrongs = [
      ...['', 'ERROR 131 :: LIMIT EXCEEDED', '<html><title>x</title>', 'ERROR 132 :: ZERO', '5'],
      ...['Organic Traffic;Date', 'Organic Traffic;Domain;Database\n5;shop.example'],
    ];
    let whole = 0;
    for (let seed = 0; seed < 200; seed += 1) {
      let at = 0;
      const vendor = playedSemrush();
      const { outcome } = fetched({}, (request, nowMs) => {
        at += 1;
        const chance = Math.abs(Math.imul(seed * 31 + at, 0x9e3779b1)) % 100;
        if (chance < 4) return text('', [0, 429, 500, 503][chance] ?? 0);
        if (chance < 10) return text(wrongs[(seed + at) % wrongs.length] ?? '');
        const answer = answered(vendor, request, nowMs);
        return chance < 14 ? text(answer.body.slice(0, (seed * 7) % answer.body.length)) : answer;
      });
      if (outcome.is !== 'done') continue;
      const gone = new Set(outcome.lost.map((each) => `${each.input} ${each.from}`));
      if (gone.size > 0) {
        for (const row of outcome.rows) {
          const same =
            right.is === 'done' &&
            right.rows.some((each) => JSON.stringify(each) === JSON.stringify(row));
          expect(same).toBe(true);
        }
        continue;
      }
      whole += 1;
      expect(outcome.rows).toEqual(right.is === 'done' ? right.rows : []);
    }
    expect(whole).toBeGreaterThan(30);
  });
});

describe('a site of Semrush', () => {
  it('is read back as it was kept, and nothing else is', () => {
    expect(readSite({ ...account })).toEqual(account);
    const wrong = [
      { source: 'hubspot' },
      { domain: 'shop example' },
      { domain: 'shop' },
      { database: 'vietnam' },
      { competitors: 'rival.example' },
      { competitors: ['rival.example', 'shop.example'] },
      { competitors: ['a.example', 'b.example', 'c.example', 'd.example', 'e.example'] },
      { id: 'hubspot-abc123' },
    ];
    for (const each of wrong) expect(readSite({ ...account, ...each })).toBeNull();
  });

  it.each([
    ['https://www.Shop.Example/page?x=1', 'shop.example'],
    [' shop.com.vn ', 'shop.com.vn'],
    ['xn--ca-hng-dta.vn', 'xn--ca-hng-dta.vn'],
    ['shop', null],
    ['shop..vn', null],
    ['shop.example&key=1', null],
    ['-shop.vn', null],
  ])('takes %s', (typed, domain) => {
    expect(domainOf(typed)).toBe(domain);
  });

  it('knows its own keys from those of others', () => {
    const looks = semrush.access.is === 'address' ? semrush.access.secrets[0].looks : /^$/;
    expect(looks.test('5eed00000000111122223333c0ffee01')).toBe(true);
    for (const other of [
      'pat-na1-5eed0000-1111-4222-8333-c0ffee000001',
      '1000.5eed000011114222833333c0ffee0001.5eed000011114222833333c0ffee0001',
      '3MVG9abcdefghijklmnopqrstuvwxyz.ABCDEFGH',
      '5eed00000000111122223333c0ffee0',
      'Apikey 5eed00000000111122223333c0ffee01',
    ]) {
      expect(looks.test(other)).toBe(false);
    }
  });

  it('has no history that could be kept', () => {
    const period = { from: dayNumber(2026, 1, 1), to: dayNumber(2026, 3, 31), yesterday: sofar.to };
    const [own] = both;
    if (!own) throw new Error('Nothing is wanted.');
    expect(historyOf(shippedSources.of(account), account, own, period)).toBeNull();
    expect(
      historyOf({ ...semrush, keepDays: undefined } as never, account, own, period),
    ).not.toBeNull();
  });
});
