import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ChangeRequest } from '../../../src/app/api/plan-api.ts';
import type { Plan, PlannedKpi } from '../../../src/plan/model/plan.ts';
import { connected } from '../../kit/panel/data-way.ts';
import {
  complaintsIn,
  focused,
  panelInBrowser,
  sent,
  stopClock,
} from '../../kit/panel/panel-page.ts';
import { built, next } from '../../kit/panel/plans-way.ts';

const open = panelInBrowser();

/** What somebody types into cells of the plan, while its panel is open. */
const typed = (page: Page, kpi: string, part: Partial<PlannedKpi>): Promise<void> =>
  page.evaluate(
    ([name, given]) => {
      const [kept] = window.standIn.plans;
      if (!kept) throw new Error('No plan.');
      const kpis = kept.plan.kpis.map((each) => (each.kpi === name ? { ...each, ...given } : each));
      kept.plan = { ...kept.plan, kpis };
    },
    [kpi, part] as const,
  );
/** What somebody who comes back from the grid does first. */
const come = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('focus')));
const looks = async (page: Page) => (await sent(page, 'changesSince')).length;
/** The panel looks, and has seen what there is. */
async function look(page: Page): Promise<void> {
  const answered = () => window.standIn.answered.filter((name) => name === 'changesSince').length;
  const before = await page.evaluate(answered);
  await come(page);
  await page.waitForFunction(
    (count) => window.standIn.answered.filter((name) => name === 'changesSince').length > count,
    before,
  );
  // What was answered is drawn by then.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 20)));
}
const target = (page: Page, kpi = 'Leads') =>
  page.textContent(`.standings li:has(.title:text-is("${kpi}")) dt:text-is("Target") + dd`);
const shows = (page: Page, text: string, kpi = 'Leads') =>
  page.waitForSelector(
    `.standings li:has(.title:text-is("${kpi}")) .figures dd:text-is("${text}")`,
  );
const edit = async (page: Page) => {
  await page.click('main > .actions button:nth-child(2)');
  await page.waitForSelector('.numbers');
};
const holds = (page: Page, field: string, value: string) =>
  page.waitForFunction(
    ([at, text]) => document.querySelector<HTMLInputElement>(at)?.value === text,
    [field, value] as const,
  );
const plans = (page: Page): Promise<Plan[]> =>
  page.evaluate(() => window.standIn.plans.map(({ plan }) => plan));
const leads = async (page: Page) => (await plans(page))[0]?.kpis.find(({ kpi }) => kpi === 'LEADS');
const news = '.sheet-changed p';

describe('the page of a plan', () => {
  it('shows what stands on the sheet after an undo', async () => {
    const page = await open('en', 'home');
    await built(page);
    await typed(page, 'LEADS', { target: 1000 });
    await look(page);
    await edit(page);
    await page.fill('#LEADS-target', '1300');
    await page.click(next);
    await shows(page, '1300');
    await page.click('.undo button');
    await shows(page, '1000');
    await edit(page);
    expect(await page.inputValue('#LEADS-target')).toBe('1,000');
    await page.fill('#LEADS-target', '1400');
    await page.click(next);
    await shows(page, '1400');
    expect(await page.$('.problem')).toBeNull();
  });

  it('shows a target that was typed into its cell, when somebody comes back, and on a beat', async () => {
    const page = await open('en', 'home');
    await built(page);
    await typed(page, 'LEADS', { target: 1111 });
    await come(page);
    await shows(page, '1111');
    await stopClock(page);
    await come(page);
    await page.clock.runFor(1000);
    const before = await looks(page);
    await page.clock.runFor(10_000);
    expect(await looks(page)).toBe(before);
    await typed(page, 'LEADS', { target: 2222 });
    await page.clock.runFor(30_000);
    expect(await target(page)).toBe('2222');
    expect(await looks(page)).toBe(before + 1);
    // Nobody sees it: nothing is asked, until they do.
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    });
    await typed(page, 'LEADS', { target: 3333 });
    await page.clock.runFor(300_000);
    expect(await looks(page)).toBe(before + 1);
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await page.clock.runFor(1000);
    expect(await target(page)).toBe('3333');
  });

  it('says nothing of a beat that fails, and says it where something was to be done', async () => {
    const page = await open('en', 'home');
    await built(page);
    await page.evaluate(() => {
      window.standIn.failure = 'NetworkError: Connection failure';
    });
    await look(page);
    await look(page);
    expect(await page.$('.problem')).toBeNull();
    await page.click('main > .actions button:nth-child(1)');
    await page.waitForSelector('.problem');
    expect(await page.textContent('.problem')).toContain('Check your connection');
    await page.evaluate(() => {
      window.standIn.failure = '';
    });
    await typed(page, 'LEADS', { target: 1111 });
    await come(page);
    await shows(page, '1111');
  });

  it('is never drawn anew under somebody who types there: a line says so, and shows it when asked', async () => {
    const page = await open('en', 'home');
    await built(page);
    await page.click('.more-ways summary');
    await page.fill('#given-by', 'Director');
    await typed(page, 'LEADS', { target: 1111 });
    await look(page);
    await page.waitForSelector(news);
    expect(await page.$('.standings dd:text-is("1111")')).toBeNull();
    expect(await page.inputValue('#given-by')).toBe('Director');
    expect(await complaintsIn('vi')(page)).toEqual([]);
    await page.focus(`${news} button`);
    await page.keyboard.press('Enter');
    await shows(page, '1111');
    expect(await page.inputValue('#given-by')).toBe('Director');
    expect(await page.$(news)).toBeNull();
    // What was filled in is saved: from then on there is nothing to lose.
    await page.click('.more-ways section button >> nth=0');
    await page.waitForSelector('text=Given by Director');
    await typed(page, 'LEADS', { target: 2222 });
    await come(page);
    await shows(page, '2222');
  });

  it('shows it as soon as a field is left in which nothing was changed', async () => {
    const page = await open('en', 'home');
    await built(page);
    await page.click('.more-ways summary');
    await page.focus('#given-by');
    await typed(page, 'LEADS', { target: 1111 });
    await look(page);
    await page.waitForSelector(news);
    await page.focus('.back');
    await shows(page, '1111');
  });

  it('follows what became of the plan elsewhere', async () => {
    const page = await open('en', 'home');
    await built(page);
    await page.evaluate(() => {
      for (const kept of window.standIn.plans) kept.state = 'broken';
    });
    await come(page);
    await page.waitForSelector('text=Missing from the sheet');
    expect(await page.$('.standings')).toBeNull();
    await page.evaluate(() => {
      window.standIn.plans = [];
    });
    await come(page);
    await page.waitForSelector('text=no longer in this spreadsheet');
  });
});

describe('a plan that is edited here', () => {
  it('begins with what the sheet says by now, as long as nothing was changed', async () => {
    const page = await open('en', 'home');
    await built(page);
    await edit(page);
    await typed(page, 'LEADS', { target: 1111 });
    await come(page);
    await holds(page, '#LEADS-target', '1,111');
    // In a field, somebody may be about to type.
    await page.focus('#LEADS-target');
    await typed(page, 'LEADS', { target: 2222 });
    await look(page);
    await page.waitForSelector(news);
    expect(await page.inputValue('#LEADS-target')).toBe('1,111');
    await page.click(`${news} button`);
    await holds(page, '#LEADS-target', '2,222');
  });

  it('is saved with what somebody typed into other cells meanwhile, without a word', async () => {
    const page = await open('en', 'home');
    await built(page);
    await edit(page);
    await page.fill('#LEADS-target', '1300');
    await typed(page, 'LEADS', { owner: 'Hoa' });
    await page.click(next);
    await shows(page, '1300');
    expect(await leads(page)).toMatchObject({ target: 1300, owner: 'Hoa' });
  });

  it.each(['vi', 'en'] as const)(
    'asks in %s for what was changed in both places, shows both, and goes on by itself',
    async (language) => {
      const page = await open(language, 'home');
      await built(page);
      await edit(page);
      await page.fill('#LEADS-target', '1300');
      await page.fill('#CPL-target', '70000');
      await page.fill('#LEADS-owner', 'Minh');
      await typed(page, 'LEADS', { target: 1500, owner: 'Hoa' });
      await page.click(next);
      await page.waitForSelector('.conflict');
      const heading =
        language === 'vi' ? 'Cùng một mục được sửa ở hai nơi' : 'Changed in two places';
      expect(await focused(page)).toBe(heading);
      const texts = await page.$$eval('.conflict fieldset', (all) =>
        all.map((each) =>
          [...each.querySelectorAll('legend, label')].map((one) => one.textContent),
        ),
      );
      expect(texts).toEqual(
        language === 'vi'
          ? [
              [
                'Số lượng khách hàng tiềm năng · Chỉ tiêu',
                'Của bạn: 1.300',
                'Trong trang tính: 1.500',
              ],
              [
                'Số lượng khách hàng tiềm năng · Người phụ trách',
                'Của bạn: Minh',
                'Trong trang tính: Hoa',
              ],
            ]
          : [
              ['Leads · Target', 'Yours: 1,300', 'On the sheet: 1,500'],
              ['Leads · Owner', 'Yours: Minh', 'On the sheet: Hoa'],
            ],
      );
      expect(await complaintsIn('vi')(page)).toEqual([]);
      expect(await page.$$('main button.main')).toHaveLength(1);
      // By keyboard alone: nothing is chosen before somebody does.
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.standings');
      expect(await leads(page)).toMatchObject({ target: 1300, owner: 'Hoa' });
      const [, second] = await sent<ChangeRequest>(page, 'changePlan');
      expect(second?.plan.kpis.find(({ kpi }) => kpi === 'CPL')?.target).toBe(70_000);
      expect(await page.$('.unfinished')).toBeNull();
    },
  );

  it('does not go on before everything is chosen, and keeps the choice where saving fails', async () => {
    const page = await open('en', 'home');
    await built(page);
    await edit(page);
    await page.fill('#LEADS-target', '1300');
    await typed(page, 'LEADS', { target: 1500 });
    await page.click(next);
    await page.click('.conflict button');
    await page.waitForSelector('.conflict .error');
    expect(await sent(page, 'changePlan')).toHaveLength(1);
    await page.click('#conflict-0-theirs');
    await page.evaluate(() => {
      window.standIn.failure = 'NetworkError: Connection failure';
    });
    await page.click('.conflict button');
    await page.waitForSelector('.problem');
    expect(await page.inputValue('#LEADS-target')).toBe('1,500');
    await page.evaluate(() => {
      window.standIn.failure = '';
    });
    await page.click(next);
    await page.waitForSelector('.standings');
    expect((await leads(page))?.target).toBe(1500);
  });

  it('says in a line that the sheet has changed, and takes it over where that is wanted', async () => {
    const page = await open('en', 'home');
    await built(page);
    await edit(page);
    await page.fill('#LEADS-target', '1300');
    await typed(page, 'CPL', { target: 70_000 });
    await look(page);
    await page.waitForSelector(news);
    expect(await page.inputValue('#CPL-target')).toBe('');
    await page.click(`${news} button`);
    await holds(page, '#CPL-target', '70,000');
    expect(await page.inputValue('#LEADS-target')).toBe('1300');
    await typed(page, 'LEADS', { target: 1500 });
    await look(page);
    await page.click(`${news} button`);
    await page.waitForSelector('.conflict');
    await page.click('#conflict-0-theirs');
    await page.click('.conflict button');
    await holds(page, '#LEADS-target', '1,500');
    expect(await page.$('.conflict')).toBeNull();
    expect(await sent(page, 'changePlan')).toEqual([]);
  });

  it('is asked about as well where a switch on its page was set elsewhere', async () => {
    const page = await open('en', 'home');
    await built(page);
    await page.click('.more-ways summary');
    await page.fill('#given-by', 'Director');
    await page.evaluate(() => {
      const [kept] = window.standIn.plans;
      if (kept) {
        const agreed = { givenBy: 'Hoa', acceptedBy: 'Lan', on: 46_340 };
        kept.plan = { ...kept.plan, agreed };
      }
    });
    await page.click('.more-ways section button >> nth=0');
    await page.waitForSelector('.conflict');
    expect(await page.textContent('.conflict fieldset')).toContain('Director → Lan');
    expect(await page.textContent('.conflict fieldset')).toContain('Hoa → Lan');
    await page.click('#conflict-0-theirs');
    await page.click('.conflict button');
    await page.waitForSelector('text=Given by Hoa');
  });
});

describe('the other pages', () => {
  /** What somebody else builds, or throws away, while the panel is open. */
  const others = (page: Page, names: readonly string[]) =>
    page.evaluate((all) => {
      const [kept] = window.standIn.plans;
      if (!kept) throw new Error('No plan.');
      window.standIn.plans = all.map((name, at) => ({
        ...kept,
        plan: { ...kept.plan, name, id: at === 0 ? kept.plan.id : `other${at}` },
      }));
    }, names);
  const listed = (page: Page, names: readonly string[]) =>
    page.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll('.plans .title')]
          .map(({ firstChild }) => firstChild?.textContent)
          .join() === wanted,
      names.join(),
    );

  it('list the plans there are, by what became of them elsewhere', async () => {
    const page = await open('en', 'home');
    await built(page);
    await page.click('.back');
    await listed(page, ['Lan']);
    await others(page, ['Lan', 'Minh']);
    await come(page);
    await listed(page, ['Lan', 'Minh']);
    await others(page, ['Lan Chi']);
    await come(page);
    await listed(page, ['Lan Chi']);
    await page.click('.quiet-ways button:nth-child(1)');
    await page.waitForSelector('#department-name');
    await page.fill('#department-name', 'Shop');
    await others(page, ['Lan', 'Minh']);
    await look(page);
    expect(await page.inputValue('#department-name')).toBe('Shop');
    await page.click('.back');
    await listed(page, ['Lan', 'Minh']);
  });

  it('say of data what is known by now, and leave a schedule alone that somebody is choosing', async () => {
    const page = await open('en', 'home');
    await connected(page);
    await page.evaluate(() => {
      window.dataStandIn.trouble = { LEADS: 'Since 20/11 “Shop Việt” cannot be read.' };
    });
    await come(page);
    await page.waitForSelector('.problem:has-text("cannot be read")');
    await page.selectOption('#schedule-every', 'week');
    await page.evaluate(() => {
      window.dataStandIn.schedule = { every: 'hour', hour: 1, weekday: 1, mail: false };
    });
    await look(page);
    await page.waitForSelector(news);
    expect(await page.inputValue('#schedule-every')).toBe('week');
    await page.click(`${news} button`);
    await holds(page, '#schedule-every', 'hour');
  });

  it('ask nothing where nothing of the plans is shown', async () => {
    const page = await open('en', 'home');
    await built(page);
    for (const part of [1, 2]) {
      await page.click(`header nav button >> nth=${part}`);
      await page.waitForSelector(part === 1 ? '.finder' : 'main h1');
      const before = await looks(page);
      await come(page);
      await stopClock(page);
      await page.clock.runFor(120_000);
      expect(await looks(page)).toBe(before);
    }
  });
});

describe('answers in any order', () => {
  it('never put an older plan in the place of a newer one', async () => {
    const page = await open('en', 'home');
    await built(page);
    await page.click('.back');
    await page.waitForSelector('.plans');
    // Opening takes long, and is answered with what it read at its beginning.
    await page.evaluate(() => {
      const { api } = window.standIn;
      const openPlan = api.openPlan;
      if (!openPlan) return;
      api.openPlan = ((id: string) => window.early ?? openPlan(id)) as typeof openPlan;
      const [kept] = window.standIn.plans;
      window.early = kept && openPlan(kept.plan.id);
      window.standIn.lasts.openPlan = 700;
    });
    const opened = () =>
      page.evaluate(() => window.standIn.answered.filter((name) => name === 'openPlan').length);
    const before = await opened();
    await page.click('.plans button >> nth=0');
    await typed(page, 'LEADS', { target: 1111 });
    await come(page);
    await shows(page, '1111');
    await expect.poll(opened).toBe(before + 1);
    await look(page);
    expect(await target(page)).toBe('1111');
  });
});

declare global {
  interface Window {
    /** An answer that was made before it is sent. */
    early: unknown;
  }
}
