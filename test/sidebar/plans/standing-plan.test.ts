import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { BuildRequest, ChangeRequest } from '../../../src/app/api/plan-api.ts';
import { complaintsIn, focused, panelInBrowser, sent } from '../../kit/panel/panel-page.ts';
import { built, next } from '../../kit/panel/plans-way.ts';

const open = panelInBrowser();

describe.each(['vi', 'en'] as const)('the pages of plans in %s', (language) => {
  const complaints = complaintsIn(language);
  /** Looks at a page with everything unfolded. */
  const unfolded = async (page: Page): Promise<unknown[]> => {
    await page.evaluate(() => {
      for (const part of document.querySelectorAll('details')) part.setAttribute('open', '');
    });
    return complaints(page);
  };

  it('pass the checks of accessibility at every step, and nothing is too wide', async () => {
    const page = await open(language, 'home');
    expect(await complaints(page)).toEqual([]);
    await page.click('main button.main');
    await page.waitForSelector('#name');
    await page.click(next);
    await page.waitForSelector('.error');
    expect(await unfolded(page)).toEqual([]);
    await page.fill('#name', 'Lan');
    await page.selectOption('#role', 'digital');
    await page.click(next);
    await page.waitForSelector('#objective');
    await page.selectOption('#objective', 'sales');
    await unfolded(page);
    await page.fill('#kpi-query', 'ctr');
    await page.selectOption('#own-way', 'ratio');
    expect(await complaints(page)).toEqual([]);
    await page.click(next);
    await page.waitForSelector('.numbers');
    await page.fill('#TRAFFIC-target', '+20%');
    expect(await unfolded(page)).toEqual([]);
    await page.fill('#TRAFFIC-target', '52000');
    await page.fill('#LEADS-target', '1240');
    await page.click(next);
    await page.waitForSelector('.finding');
    expect(await unfolded(page)).toEqual([]);
    await page.click(next);
    await page.waitForSelector('.summary');
    await page.evaluate(() => {
      window.standIn.lasts.buildPlan = 1500;
    });
    await page.click(next);
    await page.waitForSelector('progress[value]');
    expect(await complaints(page)).toEqual([]);
    await page.waitForSelector('.done');
    expect(await complaints(page)).toEqual([]);
  });

  it('pass them where a plan is shown and changed, a table pasted, everything removed', async () => {
    const page = await open(language, 'home');
    await built(page);
    await page.evaluate(() => {
      window.standIn.noticed.push('LEADS: 1 → 2');
    });
    expect(await unfolded(page)).toEqual([]);
    await page.click('main > .actions button:nth-child(2)');
    await page.waitForSelector('.numbers');
    expect(await complaints(page)).toEqual([]);
    await page.click('footer .quiet');
    await page.click('.back');
    await page.waitForSelector('.plans');
    expect(await complaints(page)).toEqual([]);
    await page.click('.quiet-ways button:nth-child(1)');
    await page.waitForSelector('#department-name');
    expect(await complaints(page)).toEqual([]);
    await page.click('.back');
    await page.click('.quiet-ways button:nth-child(2)');
    await page.click('.actions button');
    await page.waitForSelector('.asking');
    expect(await complaints(page)).toEqual([]);
    await page.click('.back');
    await page.click('main button.main');
    await page.click('.way:nth-of-type(3)');
    await page.waitForSelector('#table');
    expect(await complaints(page)).toEqual([]);
    await page.click('form > button');
    await page.waitForSelector('.read li');
    expect(await complaints(page)).toEqual([]);
  });
});

describe('a plan that stands', () => {
  it('is changed with what it was before', async () => {
    const page = await open('en', 'home');
    await built(page);
    await page.click('main > .actions button:nth-child(2)');
    await page.waitForSelector('.numbers');
    await page.fill('#LEADS-target', '1300');
    await page.click(next);
    await page.waitForSelector('.standings');
    const [request] = await sent<ChangeRequest>(page, 'changePlan');
    expect(request).toMatchObject({ revision: 1, who: 'lan@example.com' });
    const target = (plan?: ChangeRequest['plan']) =>
      plan?.kpis.find(({ kpi }) => kpi === 'LEADS')?.target;
    expect([target(request?.base), target(request?.plan)]).toEqual([null, 1300]);
  });

  it('asks for a name once where nobody says who it is', async () => {
    const page = await open('en', 'home');
    await page.evaluate(() => {
      window.standIn.who = null;
    });
    await built(page);
    await page.click('main > .actions button:nth-child(2)');
    await page.click(next);
    await page.waitForSelector('#who-wrong');
    await page.fill('#who', 'Lan');
    await page.click(next);
    await page.waitForSelector('.standings');
    await page.click('.more-ways summary');
    await page.fill('#given-by', 'Director');
    await page.click('.more-ways section button >> nth=0');
    await page.waitForFunction(
      () => window.standIn.calls.filter(([name]) => name === 'changePlan').length === 2,
    );
    const agreed = (await sent<ChangeRequest>(page, 'changePlan'))[1];
    expect(agreed?.who).toBe('Lan');
    expect(agreed?.plan.agreed).toEqual({ givenBy: 'Director', acceptedBy: 'Lan', on: 46348 });
  });

  it('says who sees scores before it switches them on', async () => {
    const page = await open('en', 'home');
    await built(page);
    await page.click('.more-ways summary');
    await page.click('text=Switch on scores');
    expect(await page.textContent('#scores-warn')).toContain(
      'Anyone who can open this spreadsheet',
    );
    expect(await sent(page, 'changePlan')).toEqual([]);
    await page.click('.asking button >> nth=0');
    await page.waitForSelector('text=Switch off scores');
    const [request] = await sent<ChangeRequest>(page, 'changePlan');
    expect(request?.plan.scores).toMatchObject({ way: 'linear', floor: 0, cap: 1.2 });
  });

  it('gives the next quarter, and takes the last step back', async () => {
    const page = await open('vi', 'home');
    await built(page);
    await page.click('text=Tạo quý mới từ quý này');
    await page.waitForSelector('.numbers');
    expect(await page.inputValue('#LEADS-baseline')).toBe('500');
    await page.click(next);
    await page.click(next);
    await page.click(next);
    await page.waitForSelector('.done');
    const [first, second] = await sent<BuildRequest>(page, 'buildPlan');
    expect(second?.plan.after).toBe(first?.plan.id);
    expect(second?.plan.id).toMatch(/^[a-z0-9]{6}$/);
    expect(second?.plan.quarter).toEqual({ year: 2027, month: 4 });
    await page.click('header nav button >> nth=0');
    await page.click('.undo button');
    await page.waitForFunction(() => document.querySelector('.undo') === null);
    expect(await sent(page, 'undo')).toHaveLength(1);
  });

  it('is repaired where something is missing, and only read where it is newer', async () => {
    const page = await open('en', 'home');
    await built(page);
    await page.evaluate(() => {
      for (const kept of window.standIn.plans) kept.state = 'newer';
    });
    // Back and forth through another language: everything is asked anew.
    await page.click('header .languages button >> nth=0');
    await page.waitForSelector('.notice');
    expect(await page.textContent('.notice')).toContain('phiên bản mới hơn');
    expect(await page.$('.more-ways')).toBeNull();
    await page.evaluate(() => {
      for (const kept of window.standIn.plans) kept.state = 'broken';
    });
    await page.click('header .languages button >> nth=1');
    await page.waitForSelector('.notice button');
    expect(await page.textContent('.notice')).toContain('Nhập liệu');
    await page.click('.notice button');
    await page.waitForSelector('.standings');
    expect(await sent(page, 'repairPlan')).toHaveLength(1);
  });
});

describe('what is begun', () => {
  it('is never lost to something else that is begun: it is gone on with, or dropped after a question', async () => {
    const page = await open('en', 'home');
    await built(page);
    await page.click('main > .actions button:nth-child(2)');
    await page.waitForSelector('.numbers');
    await page.fill('#LEADS-target', '1300');
    await page.click('.back');
    await page.waitForSelector('.standings');
    await page.click('.back');
    await page.waitForSelector('.unfinished');
    expect(await page.$$('main button.main')).toHaveLength(1);
    await page.click('.unfinished .quiet');
    await page.click('.asking .quiet');
    await page.click('.unfinished .main');
    await page.waitForSelector('.numbers');
    expect(await page.inputValue('#LEADS-target')).toBe('1300');
    await page.click('header nav button >> nth=0');
    await page.click('.unfinished .quiet');
    await page.click('.asking button >> nth=0');
    await page.waitForFunction(() => document.querySelector('.unfinished') === null);
    expect(await page.$$('main button.main')).toHaveLength(1);
    expect(await sent(page, 'changePlan')).toEqual([]);
  });
});

describe('removing', () => {
  it('asks twice, and takes the sheets only where that is ticked', async () => {
    const page = await open('en', 'home');
    await built(page);
    await page.click('.back');
    await page.click('.quiet-ways button:nth-child(2)');
    await page.click('.actions button');
    await page.waitForSelector('.asking');
    expect(await focused(page)).toBe('Cancel');
    await page.check('.option input');
    expect(await page.$('.asking')).toBeNull();
    await page.click('.actions button');
    await page.click('.asking button >> nth=0');
    await page.waitForSelector('text=Removed.');
    expect(await sent(page, 'removeEverything')).toEqual([{ sheets: true }]);
  });
});
