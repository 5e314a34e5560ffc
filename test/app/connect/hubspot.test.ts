import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstDay } from '../../../src/plan/calendar/calendar.ts';
import { permissionsFor } from '../../../src/sources/access.ts';
import { hubspotCrm } from '../../../src/sources/hubspot/entry.ts';
import { business } from '../../../src/workbench/vendors/business/people.ts';
import { playedKey } from '../../../src/workbench/vendors/hubspot/hubspot.ts';
import { ok, problem, unforeseen } from '../../kit/desk/answers.ts';
import type { FakeDesk } from '../../kit/desk/fake-desk.ts';
import { covered, dataRows, day, logLines, noon, refreshed } from '../../kit/desk/fed-desk.ts';
import { connectHub, openHub, plannedHubDesk } from '../../kit/desk/hub-desk.ts';
import { truth } from '../../sources/hubspot/played-portal.ts';

const inputs = {
  LEADS: 'LEADS',
  MQLS: 'MQL',
  SQLS: 'SQL',
  'CAC.newCustomers': 'CUSTOMERS',
  'WINRATE.won': 'DEALSWON',
  'WINRATE.lost': 'DEALSLOST',
  SALES: 'REVENUE',
} as const;

const yesterday = ({ outside }: FakeDesk) => outside.dayIn('Asia/Ho_Chi_Minh', outside.now) - 1;

/** What stands on the sheets, put together by input. */
function standing({ book }: FakeDesk): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const row of dataRows(book)) {
    if (row) sums[row.input] = (sums[row.input] ?? 0) + row.value;
  }
  return sums;
}

/** What it has to be, counted over the business. */
function expected(desk: FakeDesk): Record<string, number> {
  const days = { from: firstDay({ year: 2027, month: 1 }), to: yesterday(desk) };
  const sums: Record<string, number> = {};
  for (const [key, value] of truth(business(), days, { nowMs: desk.outside.now })) {
    const [name = ''] = key.split(' ');
    sums[name] = (sums[name] ?? 0) + value;
  }
  return Object.fromEntries(
    Object.entries(inputs).map(([input, name]) => [input, sums[name] ?? 0]),
  );
}

beforeEach(() => {
  unforeseen.length = 0;
});

afterEach(() => {
  expect(unforeseen.splice(0)).toEqual([]);
});

describe('HubSpot, from its key to numbers in a plan', () => {
  it('is told by its key, connected with what is proposed, and fills the inputs it knows', () => {
    const desk = plannedHubDesk();
    expect(problem(openHub(desk, { key: `Bearer ${playedKey}` }))).toContain('“Bearer”');
    expect(problem(openHub(desk, { key: 'f'.repeat(33) }))).toContain(
      'HubSpot không có giá trị nào như vậy',
    );
    expect(problem(openHub(desk, { key: 'f'.repeat(32) }))).toContain('khóa của Semrush');
    expect(desk.outside.sent).toEqual([]);
    expect(problem(openHub(desk, { key: `${playedKey.slice(0, -1)}2` }))).toBe(
      'HubSpot: khóa không được chấp nhận. Có thể khóa đã được đổi hoặc đã bị xóa. Bạn hãy sao chép lại khóa trong HubSpot (Development → Keys → Service keys) rồi kết nối lại ở trang Dữ liệu.',
    );
    expect([...desk.host.notes].filter(([key]) => key.startsWith('secret.'))).toEqual([]);
    const { account, proposals, details, metrics, notices } = ok(openHub(desk, { key: playedKey }));
    expect(account).toEqual({
      source: 'hubspot',
      id: expect.stringMatching(/^hubspot-[a-z0-9]{6}$/),
      name: 'Nội thất Lan',
      currency: 'VND',
      zone: 'Asia/Ho_Chi_Minh',
      portal: '147893286',
    });
    expect(details).toContainEqual(['Hub ID', '147893286']);
    expect(notices).toEqual([]);
    expect(metrics.at(-1)).toEqual({
      name: 'stage:94628104',
      title: 'Liên hệ vào giai đoạn “Khách giới thiệu bạn bè”',
    });
    // What was spent HubSpot does not know.
    expect(proposals.map(({ input }) => input).sort()).toEqual(Object.keys(inputs).sort());
    connectHub(desk);
    refreshed(desk);
    expect(standing(desk)).toEqual(expected(desk));
    for (const input of Object.keys(inputs)) {
      expect(covered(desk.book, input, 'from')).toBe(firstDay({ year: 2027, month: 1 }));
      expect(covered(desk.book, input, 'through')).toBe(yesterday(desk));
    }
    desk.outside.now += 9 * day;
    refreshed(desk);
    expect(standing(desk)).toEqual(expected(desk));
  });

  it('corrects what was entered late, and says so', () => {
    const desk = plannedHubDesk();
    connectHub(desk);
    // A deal that was won on Thursday is entered the day after tomorrow.
    desk.change = (response, { url }) => {
      if (!url.includes('deals/search')) return response;
      const page = JSON.parse(response.body);
      const late = page.results.findLastIndex(
        ({ properties }: { properties: { closedate: string } }) =>
          Date.parse(properties.closedate) > noon - 5 * day,
      );
      if (late >= 0 && page.results.length === page.total) {
        page.results.splice(late, 1);
        page.total -= 1;
      }
      return { ...response, body: JSON.stringify(page) };
    };
    refreshed(desk);
    expect(standing(desk)).not.toEqual(expected(desk));
    desk.change = (response) => response;
    desk.outside.now += 2 * day;
    refreshed(desk);
    expect(standing(desk)).toEqual(expected(desk));
    expect(logLines(desk.book).join('\n')).toContain('đã báo');
  });

  it.each(['vi', 'en'] as const)(
    'names the permission that lacks, and keeps all else coming, in %s',
    (language) => {
      const desk = plannedHubDesk(language);
      desk.vendor.faults.set('noPermission', true);
      const { notices, proposals } = ok(openHub(desk, { key: playedKey }));
      expect(notices.join()).toContain('crm.objects.deals.read');
      expect(proposals.map(({ input }) => input).sort()).toEqual([
        'CAC.newCustomers',
        'LEADS',
        'MQLS',
        'SQLS',
      ]);
      desk.vendor.faults.set('noPermission', false);
      const { id } = connectHub(desk);
      desk.vendor.faults.set('noPermission', true);
      const said = refreshed(desk).join();
      expect(said).toContain('crm.objects.deals.read');
      expect(said).toContain(language === 'en' ? 'the key works' : 'khóa dùng được');
      const { LEADS, MQLS } = expected(desk);
      expect(standing(desk)).toMatchObject({ LEADS, MQLS });
      expect(covered(desk.book, 'SALES', 'through')).toBe('');
      expect(desk.host.notes.has(`secret.${id}`)).toBe(true);
      desk.vendor.faults.set('noPermission', false);
      desk.outside.now += day;
      refreshed(desk);
      expect(standing(desk)).toEqual(expected(desk));
    },
  );

  it('does not take the numbers of another account for its own', () => {
    const desk = plannedHubDesk();
    const account = connectHub(desk);
    refreshed(desk);
    const before = standing(desk);
    desk.change = (response) => ({ ...response, body: response.body.replace('147893286', '5') });
    desk.outside.now += day;
    expect(refreshed(desk).join()).toContain('Hub ID 5');
    expect(standing(desk)).toEqual(before);
    expect(problem(openHub(desk, { key: playedKey }, account))).toContain('Hub ID 5');
  });

  it('is not saved with what it does not have, or cannot add up', () => {
    const desk = plannedHubDesk();
    const account = connectHub(desk);
    const { revision } = ok(desk.panel.openPlan('abc123'));
    const save = (feed: object) =>
      problem(
        desk.panel.saveFeeds({
          plan: 'abc123',
          revision,
          accounts: [account],
          feeds: [
            {
              input: 'LEADS',
              account: account.id,
              metric: 'leads',
              only: [],
              split: null,
              ...feed,
            },
          ],
          who: 'Lan',
        }),
      );
    expect(save({ metric: 'stage:77' })).toContain('không có “77”');
    expect(save({ split: 'pipeline' })).toContain('chỉ deal mới nằm trong pipeline');
    const gone = { dimension: 'pipeline', is: ['Xuất khẩu'] };
    expect(save({ metric: 'dealsWon', only: [gone] })).toContain('“Xuất khẩu”');
    expect(save({ metric: 'emails' })).not.toBe('no problem');
  });
});

describe('the key of HubSpot', () => {
  it('leaves for HubSpot alone, and nothing of Google’s with it', () => {
    expect(permissionsFor(hubspotCrm.access)).toEqual(['fetch']);
    const desk = plannedHubDesk();
    connectHub(desk);
    refreshed(desk);
    expect(desk.outside.sent.length).toBeGreaterThan(10);
    const ways = desk.outside.sent.map(({ url, google, headers }) =>
      JSON.stringify({ host: new URL(url).host, google, headers }),
    );
    expect([...new Set(ways)]).toEqual([
      JSON.stringify({
        host: 'api.hubapi.com',
        google: false,
        headers: { Authorization: `Bearer ${playedKey}` },
      }),
    ]);
    for (const { url, body } of desk.outside.sent) {
      expect(url.length).toBeLessThan(2000);
      expect(JSON.stringify([url, body])).not.toContain(playedKey);
    }
  });

  it('stands in no cell, note, log, mail, answer or report, whatever goes wrong and is repeated to us', () => {
    const desk = plannedHubDesk();
    connectHub(desk);
    refreshed(desk);
    ok(desk.panel.setSchedule({ every: 'hour', hour: 0, weekday: 1, mail: true }));
    const faults = [
      'signedOut',
      'quotaDay',
      'webPage',
      'halfAnswer',
      'busy',
      'noPermission',
    ] as const;
    for (const fault of faults) {
      desk.vendor.faults.set(fault, true);
      desk.change = (response, { headers }) => ({
        ...response,
        body: response.body.replace('"message":"', `"message":"${headers.Authorization} `),
      });
      desk.outside.now += day;
      refreshed(desk);
      openHub(desk, { key: playedKey });
      desk.vendor.faults.set(fault, false);
    }
    desk.change = () => {
      throw new Error(`Request failed: Bearer ${playedKey}`);
    };
    desk.outside.now += day;
    desk.panel.refresh({ plan: 'abc123', anew: false });
    unforeseen.splice(0);
    const { book, host, outside, told } = desk;
    const cells = book.tabs.map((tab) => [...tab.cells]);
    const written = JSON.stringify([cells, [...book.properties], outside.mails, told]);
    expect(written).toContain('hubspot-');
    expect(written).not.toContain(playedKey);
    const keeping = [...host.notes].filter(([, text]) => text.includes(playedKey));
    expect(keeping.every(([key]) => key.startsWith('secret.hubspot-'))).toBe(true);
  });

  it('goes with the account, and nothing of it is left', () => {
    const desk = plannedHubDesk();
    const { id } = connectHub(desk);
    refreshed(desk);
    const { revision } = ok(desk.panel.openPlan('abc123'));
    ok(desk.panel.saveFeeds({ plan: 'abc123', revision, accounts: [], feeds: [], who: 'Lan' }));
    expect(JSON.stringify([...desk.host.notes])).not.toContain(playedKey);
    expect([...desk.host.notes.keys()].filter((key) => key.includes(id))).toEqual([]);
    const sent = desk.outside.sent.length;
    desk.outside.now += day;
    refreshed(desk);
    expect(desk.outside.sent).toHaveLength(sent);
  });
});
