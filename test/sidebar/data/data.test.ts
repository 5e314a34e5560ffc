import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { SaveFeedsRequest, Schedule } from '../../../src/app/api/data-api.ts';
import { connected, toData, toMapping, typedPlan } from '../../kit/panel/data-way.ts';
import { complaintsIn, focused, panelInBrowser, sent } from '../../kit/panel/panel-page.ts';

const open = panelInBrowser();
const main = 'main button.main';

describe.each(['vi', 'en'] as const)('the pages about data in %s', (language) => {
  const complaints = complaintsIn(language);

  it('pass the checks of accessibility, nothing is too wide, one button is coloured', async () => {
    const page = await open(language, 'home');
    const fine = async () => {
      expect(await complaints(page)).toEqual([]);
      expect((await page.$$(main)).length).toBeLessThan(2);
    };
    await toData(page);
    await fine();
    await page.evaluate(() => {
      Object.assign(window.dataStandIn, { zone: 'America/Los_Angeles', currency: 'USD' });
    });
    await page.click(main);
    await page.waitForSelector('.properties');
    await fine();
    await page.click('[data-account="properties/311000003"]');
    await page.waitForSelector('.property');
    await fine();
    await page.click(main);
    await page.waitForSelector('.feeds');
    await page.click('footer .main');
    await page.click('#edit-LEADS');
    await page.click('[data-input=LEADS] >> text=/Thêm điều kiện|Add a condition/');
    await page.waitForSelector('#LEADS-test-1-dimension');
    await fine();
    await page.click('#edit-LEADS');
    await page.check('[data-input=LEADS] .values input >> nth=0');
    await page.selectOption('[data-input=LEADS] select >> nth=0', '');
    await page.click('[data-another]');
    await page.waitForSelector('[data-source=table]');
    await fine();
    await page.click('[data-source=table]');
    await page.waitForSelector('#table-sheet');
    await page.selectOption('#table-sheet', '7');
    await page.waitForSelector('#table-day');
    await fine();
    await page.click(main);
    await page.waitForSelector('.previews [data-table]');
    await fine();
    await page.click('footer .main');
    await page.waitForSelector('.schedule');
    await page.evaluate(() => {
      const { dataStandIn: mine, standIn } = window;
      mine.quotas = [{ account: 'properties/1', name: 'Shop', hourLeft: 0.8, dayLeft: 0.1 }];
      mine.log = [{ when: '21/11 07:10', what: 'LEADS 02/10: 412 → 431' }];
      mine.trouble = { TRAFFIC: 'Since 20/11 this account may not read “Shop”.' };
      mine.trust = { REVENUE: ['Rare values were put together.'] };
      mine.clockStands = false;
      mine.stale = true;
      mine.answers = 30;
      standIn.lasts.refresh = 100;
    });
    await page.click('.refresh .main');
    await page.waitForSelector('progress[value]');
    await fine();
    await page.click('.refresh button');
    await page.selectOption('#schedule-every', 'week');
    await page.click('.schedule [type=submit]');
    await page.waitForSelector('.schedule .good');
    await page.click('.more-ways summary');
    await page.click('[data-account] .link:last-child');
    await page.waitForSelector('.asking');
    await fine();
    await page.click('.back');
    await page.waitForSelector('.standings');
    await fine();
    await page.click('.back');
    await page.waitForSelector('.plans');
    await fine();
  });
});

describe('connecting Google Analytics', () => {
  it('takes a search, what is proposed, and the one event that only the user knows', async () => {
    const page = await open('en', 'home');
    await toData(page);
    await page.click(main);
    await page.waitForSelector('.properties');
    await page.fill('#account-search', 'shop v');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('[data-account]').length === 1);
    await page.click('[data-account]');
    await page.click('.property .main');
    await page.waitForSelector('.asks');
    expect(await page.textContent('.asks .choose')).toContain('Choose your key event.');
    await page.click('footer .main');
    expect(await sent(page, 'saveFeeds')).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('from-LEADS');
    await page.check('.asks .values label:has-text("zalo_click") input');
    expect(await page.textContent('#said-LEADS')).toContain(
      'Takes “Key events”, only where “Event name” is “zalo_click”.',
    );
    await page.click('footer .main');
    await page.waitForSelector('.schedule');
    const [request] = await sent<SaveFeedsRequest>(page, 'saveFeeds');
    expect(request).toMatchObject({ plan: 'aaaaaa', revision: 1, who: 'lan@example.com' });
    expect(request?.accounts.map(({ name }) => name)).toEqual(['Shop Việt']);
    expect(request?.feeds.find(({ input }) => input === 'LEADS')).toEqual({
      input: 'LEADS',
      account: 'properties/311000001',
      metric: 'keyEvents',
      split: null,
      only: [{ dimension: 'eventName', is: ['zalo_click'] }],
    });
    expect(request?.feeds.some(({ input }) => input === 'CPL.cost')).toBe(false);
    expect(await page.textContent('.data')).toContain('does not know what Facebook');
  });

  it('shows more properties when asked, and says what to do where there are none', async () => {
    const page = await open('en', 'home');
    await toData(page);
    await page.click(main);
    await page.waitForSelector('.properties');
    expect(await page.$$('[data-account]')).toHaveLength(20);
    await page.click('text=Show more');
    await page.waitForFunction(() => document.querySelectorAll('[data-account]').length === 32);
    await page.fill('#account-search', 'nothing');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=No property is called “nothing”.');
    expect(await page.textContent('main')).toContain('Viewer');
  });

  it('says in words where the zone and the currency differ from the sheet’s, and where the rate goes', async () => {
    const page = await open('vi', 'home');
    await toData(page);
    await page.evaluate(() => {
      Object.assign(window.dataStandIn, { zone: 'Europe/Berlin', currency: 'EUR' });
    });
    await page.click(main);
    await page.click('[data-account="properties/311000003"]');
    await page.waitForSelector('.property');
    expect(await page.textContent('.property')).toContain('Europe/Berlin');
    await page.click('.property .main');
    await page.waitForSelector('.rate');
    expect(await page.textContent('.rate')).toContain('1 EUR = ? VND');
  });

  it('shows names from outside as the texts they are', async () => {
    const page = await open('en', 'home');
    await toData(page);
    await toMapping(page, 'properties/311000003');
    expect(await page.textContent('#from-TRAFFIC option:checked')).toBe('Shop US <b>bold</b>');
    await page.click('#edit-TRAFFIC');
    await page.click('[data-input=TRAFFIC] >> text=Add a condition');
    await page.selectOption('#TRAFFIC-test-0-dimension', 'sessionCampaignName');
    await page.check('[data-input=TRAFFIC] .values label:has-text("onerror") input');
    expect(await page.textContent('#said-TRAFFIC')).toContain('<img src=x onerror=1>');
    expect(await page.$('main img, main b')).toBeNull();
  });

  it('takes another number, a condition that is typed, and what to tell apart by', async () => {
    const page = await open('en', 'home');
    await toData(page);
    await toMapping(page);
    await page.check('.asks .values label:has-text("contact_form") input');
    await page.click('#edit-TRAFFIC');
    await page.fill('[data-input=TRAFFIC] .filter', 'engaged');
    await page.keyboard.press('Enter');
    await page.click('[data-input=TRAFFIC] >> text=Add a condition');
    await page.selectOption('#TRAFFIC-test-0-dimension', 'landingPage');
    await page.selectOption('#TRAFFIC-test-0-how', 'startsWith');
    await page.fill('#TRAFFIC-test-0-values-typed', '/blog');
    await page.keyboard.press('Enter');
    await page.selectOption('#TRAFFIC-split', 'sessionDefaultChannelGroup');
    await page.click('footer .main');
    await page.waitForSelector('.schedule');
    const [request] = await sent<SaveFeedsRequest>(page, 'saveFeeds');
    expect(request?.feeds.find(({ input }) => input === 'TRAFFIC')).toMatchObject({
      metric: 'engagedSessions',
      only: [{ dimension: 'landingPage', startsWith: ['/blog'] }],
      split: 'sessionDefaultChannelGroup',
    });
  });

  it('keeps what was chosen over a reload, and puts a refusal at its number', async () => {
    const page = await open('en', 'home');
    await toData(page);
    await toMapping(page);
    await page.check('.asks .values label:has-text("purchase") input');
    await page.evaluate(() => {
      const field = 'feeds.LEADS.metric';
      window.dataStandIn.refused = { problem: 'This property has no such field.', field };
    });
    await page.click('footer .main');
    await page.waitForSelector('#said-LEADS .error');
    expect(await page.textContent('#said-LEADS .error')).toBe('This property has no such field.');
    await page.reload();
    await page.waitForSelector('main');
    const kept = await page.evaluate(() => sessionStorage.getItem('marketing-kpis-place-2'));
    expect(JSON.parse(kept ?? '{}').feeding.feeds).toContainEqual(
      expect.objectContaining({ only: [{ dimension: 'eventName', is: ['purchase'] }] }),
    );
  });
});

describe('connecting a table', () => {
  it('asks which column is the day, shows what comes of it, and names the cells it could not read', async () => {
    const page = await open('vi', 'home');
    await toData(page);
    await page.evaluate(() => {
      window.dataStandIn.problems = ['J17: “n/a” là chữ'];
    });
    await page.click('[data-source=table]');
    await page.waitForSelector('#table-sheet');
    await page.click(main);
    await page.waitForSelector('#table-sheet-wrong');
    await page.selectOption('#table-sheet', '7');
    await page.waitForSelector('#table-day');
    expect(await page.$('.sample img')).toBeNull();
    await page.selectOption('#table-day', 'Ngày');
    await page.click(main);
    await page.waitForSelector('.feeds');
    await page.selectOption('#from-CPL-cost', { index: 1 });
    const column = '#CPL-cost-metric';
    if ((await page.$(column)) === null) await page.click('#edit-CPL-cost');
    await page.selectOption(column, 'Số tiền đã chi tiêu (VND)');
    await page.selectOption('#CPL-cost-split', 'Tên chiến dịch');
    await page.waitForSelector('.previews [data-table]');
    expect(await page.textContent('#said-CPL-cost')).toContain('58.400.000 ₫');
    expect(await page.textContent('.previews')).toContain('J17: “n/a” là chữ');
    expect(await page.textContent('main')).not.toContain('Google Analytics không biết');
    await page.click('footer .main');
    await page.waitForSelector('.schedule');
    const [request] = await sent<SaveFeedsRequest>(page, 'saveFeeds');
    const [account] = request?.accounts ?? [];
    expect(account).toMatchObject({ source: 'table', sheet: 7, day: 'Ngày' });
    expect(account?.id).toMatch(/^table-[a-z0-9]{6}$/);
    expect(request?.feeds.find(({ input }) => input === 'CPL.cost')).toMatchObject({
      account: account?.id,
      metric: 'Số tiền đã chi tiêu (VND)',
      split: 'Tên chiến dịch',
    });
  });

  it('may count its rows', async () => {
    const page = await open('en', 'home');
    await toData(page);
    await page.click('[data-source=table]');
    await page.selectOption('#table-sheet', '7');
    await page.selectOption('#table-day', 'Ngày');
    await page.click(main);
    await page.waitForSelector('.feeds');
    await page.selectOption('#from-LEADS', { index: 1 });
    if ((await page.$('#LEADS-metric')) === null) await page.click('#edit-LEADS');
    await page.selectOption('#LEADS-metric', ' ');
    expect(await page.textContent('#said-LEADS')).toContain('Counts the rows');
    await page.click('footer .main');
    await page.waitForSelector('.schedule');
    const [request] = await sent<SaveFeedsRequest>(page, 'saveFeeds');
    expect(request?.feeds.find(({ input }) => input === 'LEADS')?.metric).toBeNull();
  });
});

describe('refreshing', () => {
  it('asks again until it is done, shows how far it is, and goes on while the user is elsewhere', async () => {
    const page = await open('en', 'home');
    await connected(page);
    expect(await page.textContent('.notice')).toContain('Refresh now');
    await page.evaluate(() => {
      window.dataStandIn.answers = 4;
      window.standIn.lasts.refresh = 150;
    });
    await page.click('.refresh .main');
    await page.waitForSelector('progress[value]');
    await page.click('header nav button >> nth=1');
    await page.waitForSelector('.finder');
    await page.waitForFunction(
      () => window.standIn.calls.filter(([name]) => name === 'refresh').length === 4,
    );
    await page.click('header nav button >> nth=0');
    await page.waitForSelector('text=Up to date through 21/11.');
    const requests = await sent(page, 'refresh');
    expect(requests).toEqual(Array(4).fill({ plan: 'aaaaaa', anew: false }));
    expect(await page.textContent('[data-input=TRAFFIC]')).toContain('2 days provisional');
  });

  it('can be stopped, and asks for the whole quarter again where that is wanted', async () => {
    const page = await open('en', 'home');
    await connected(page);
    await page.evaluate(() => {
      window.dataStandIn.answers = 50;
      window.standIn.lasts.refresh = 60;
    });
    await page.click('.more-ways summary');
    await page.click('text=Fetch the whole quarter again');
    await page.click('text=Stop here');
    await page.waitForSelector('text=What has come stays');
    const asked = (await sent(page, 'refresh')).length;
    await page.waitForTimeout(200);
    expect(await sent(page, 'refresh')).toEqual(Array(asked).fill({ plan: 'aaaaaa', anew: true }));
  });

  it('says what to do when it failed, and how fresh each plan is on the first page', async () => {
    const page = await open('en', 'home');
    await connected(page);
    await page.evaluate(() => {
      window.standIn.failure = 'Error code PERMISSION_DENIED.';
    });
    await page.click('.refresh .main');
    await page.waitForSelector('.refresh .problem');
    expect(await page.textContent('.refresh .problem')).toContain('several Google accounts');
    await page.evaluate(() => {
      window.standIn.failure = '';
      window.dataStandIn.through = '19/11';
      window.dataStandIn.stale = true;
      window.dataStandIn.trouble = {
        LEADS: 'Since 20/11 “Shop Việt” cannot be read. Ask for access.',
      };
    });
    await page.click('header nav button >> nth=0');
    await page.waitForSelector('.plans .error');
    expect(await page.textContent('.plans .data-line')).toContain('out of date: through 19/11');
    expect(await page.textContent('.plans .error')).toContain('Ask for access.');
  });
});

describe('the schedule', () => {
  it('is saved as it was chosen, names its zone, and says when its clock does not stand', async () => {
    const page = await open('en', 'home');
    await connected(page);
    await page.selectOption('#schedule-every', 'week');
    await page.selectOption('#schedule-weekday', '5');
    await page.selectOption('#schedule-hour', '6');
    expect(await page.textContent('.schedule')).toContain('Asia/Ho_Chi_Minh');
    await page.click('.schedule [type=submit]');
    await page.waitForSelector('.schedule .good');
    expect(await sent<Schedule>(page, 'setSchedule')).toEqual([
      { every: 'week', hour: 6, weekday: 5, mail: true },
    ]);
    expect(await page.textContent('.schedule')).toContain('Next time 23/11 at 07:00.');
    await page.evaluate(() => {
      window.dataStandIn.clockStands = false;
    });
    await page.click('.back');
    await page.click('[data-data]');
    await page.waitForSelector('.schedule .notice');
    await page.selectOption('#schedule-every', 'none');
    await page.click('.schedule [type=submit]');
    await page.waitForFunction(() => window.dataStandIn.schedule === null);
  });
});

describe('disconnecting', () => {
  it('asks first, with the focus on the way back, and gives the numbers back to typing', async () => {
    const page = await open('en', 'home');
    await connected(page);
    await page.click('[data-account] .link:last-child');
    await page.waitForSelector('.asking');
    expect(await focused(page)).toBe('Cancel');
    expect(await page.textContent('.asking')).toContain('typed there before comes back');
    await page.click('.asking button >> nth=0');
    await page.waitForSelector('text=“Shop Việt” is disconnected.');
    const [, last] = await sent<SaveFeedsRequest>(page, 'saveFeeds');
    expect(last).toMatchObject({ feeds: [], accounts: [] });
    expect(await page.$('.refresh')).toBeNull();
  });
});

describe('data', () => {
  it('says why nothing is known of it, and asks again', async () => {
    const page = await open('en', 'home');
    await page.evaluate((plan) => {
      window.standIn.plans = [{ plan, revision: 1, state: 'open', sample: false }];
      window.standIn.lasts.dataStart = 1;
      const { api } = window.standIn;
      const answer = api.dataStart;
      let asked = 0;
      api.dataStart = () => {
        asked += 1;
        return asked < 3 || !answer ? { problem: 'Google did not answer.' } : answer();
      };
    }, typedPlan);
    await page.click('header nav button >> nth=1');
    await page.click('header nav button >> nth=0');
    await page.click('[data-data]');
    await page.waitForSelector('.problem');
    await page.click(main);
    await page.waitForSelector('[data-input]');
  });

  it('flows only into plans that are open', async () => {
    const page = await open('en', 'home');
    await page.evaluate((plan) => {
      window.standIn.plans = [{ plan, revision: 1, state: 'frozen', sample: false }];
    }, typedPlan);
    await page.click('header nav button >> nth=1');
    await page.click('header nav button >> nth=0');
    await page.waitForSelector('.plans');
    expect(await page.$('.data-line')).toBeNull();
    expect(await sent(page, 'dataStart')).toEqual([]);
  });
});

describe('what flows in, changed in two places', () => {
  /** Another panel lets something else flow into an input. */
  const elsewhere = (page: Page, input: string, metric: string) =>
    page.evaluate(
      ([key, name]) => {
        const [kept] = window.standIn.plans;
        if (!kept) throw new Error('No plan.');
        const feeds = kept.plan.feeds.map((each) =>
          each.input === key ? { ...each, metric: name } : each,
        );
        kept.plan = { ...kept.plan, feeds };
      },
      [input, metric] as const,
    );
  const feedOf = (page: Page, input: string) =>
    page.evaluate(
      (key) => window.standIn.plans[0]?.plan.feeds.find((each) => each.input === key)?.metric,
      input,
    );
  const toChange = async (page: Page) => {
    await page.click('.standings ~ .actions button');
    await page.waitForSelector('.feeds');
  };

  it('is saved with what another panel has connected to another input', async () => {
    const page = await open('en', 'home');
    await connected(page);
    await toChange(page);
    await page.click('#edit-TRAFFIC');
    await page.selectOption('#TRAFFIC-metric', 'activeUsers');
    await elsewhere(page, 'REVENUE', 'purchaseRevenue');
    await page.click('footer .main');
    await page.waitForSelector('.schedule');
    expect(await feedOf(page, 'TRAFFIC')).toBe('activeUsers');
    expect(await feedOf(page, 'REVENUE')).toBe('purchaseRevenue');
  });

  it('is asked where it is the same input, with both, and saved with the choice', async () => {
    const page = await open('vi', 'home');
    await connected(page);
    await toChange(page);
    await page.click('#edit-TRAFFIC');
    await page.selectOption('#TRAFFIC-metric', 'activeUsers');
    await elsewhere(page, 'TRAFFIC', 'engagedSessions');
    await page.click('footer .main');
    await page.waitForSelector('.conflict');
    const texts = await page.$$eval('.conflict label', (all) => all.map((one) => one.textContent));
    expect(texts).toEqual([
      'Của bạn: Shop Việt · activeUsers',
      'Trong trang tính: Shop Việt · engagedSessions',
    ]);
    expect(await complaintsIn('vi')(page)).toEqual([]);
    expect(await page.$$(main)).toHaveLength(1);
    await page.click('#conflict-0-mine');
    await page.click('.conflict .main');
    await page.waitForSelector('.schedule');
    expect(await feedOf(page, 'TRAFFIC')).toBe('activeUsers');
  });

  it('is said in a line while it is being chosen, and taken over where that is wanted', async () => {
    const page = await open('en', 'home');
    await connected(page);
    await toChange(page);
    await page.click('#edit-TRAFFIC');
    await page.selectOption('#TRAFFIC-metric', 'activeUsers');
    await elsewhere(page, 'REVENUE', 'purchaseRevenue');
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.click('.sheet-changed button');
    await page.waitForFunction(() => document.querySelector('.sheet-changed p') === null);
    expect(await page.textContent('#said-REVENUE')).toContain('Purchase revenue');
    expect(await page.textContent('#said-TRAFFIC')).toContain('Active users');
  });
});
