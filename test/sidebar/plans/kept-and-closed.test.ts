import { describe, expect, it } from 'vitest';
import { complaintsIn, panelInBrowser, sent } from '../../kit/panel/panel-page.ts';
import { built } from '../../kit/panel/plans-way.ts';

const open = panelInBrowser();

describe.each(['vi', 'en'] as const)('what was kept and what is closed, in %s', (language) => {
  const complaints = complaintsIn(language);

  it('tells of earlier sheets, clears those it may with one button, and says why others stay', async () => {
    const page = await open(language, 'home');
    await page.evaluate(() => {
      window.standIn.kept = [
        { plan: '', name: 'Lan (before)', stays: '', holds: false },
        { plan: '', name: 'Lan (before) (2)', stays: '', holds: false },
        { plan: '', name: 'Hoa (before)', stays: 'One cell stands nowhere else.', holds: true },
      ];
    });
    await built(page);
    await page.click('.back');
    await page.waitForSelector('.kept');
    expect(await complaints(page)).toEqual([]);
    const text = (await page.textContent('.kept')) ?? '';
    expect(text).toContain('3');
    expect(text).toContain('One cell stands nowhere else');
    expect(await page.textContent('.kept button')).toContain('2');
    await page.click('.kept button');
    await page.waitForFunction(() => document.querySelector('.kept button') === null);
    expect(await sent(page, 'clearKept')).toHaveLength(1);
    expect(await page.textContent('.kept')).toContain('nowhere else');
  });

  it('says on a plan’s own page what only its earlier sheet holds, and what a repair wrote over', async () => {
    const page = await open(language, 'home');
    await built(page);
    const answer = (note: string) =>
      page.evaluate((said) => {
        const { id } = window.standIn.plans[0]?.plan ?? { id: '' };
        const stays = 'One cell stands nowhere else.';
        window.standIn.kept = [{ plan: id, name: 'Lan (before)', stays, holds: true }];
        window.standIn.api.repairPlan = () => {
          const start = window.standIn.api.planStart?.();
          return start && 'ok' in start
            ? { ok: { plan: id, sheet: '', start: start.ok, note: said } }
            : { problem: 'No start.' };
        };
      }, note);
    await answer('');
    await page.click('.more-ways summary');
    await page.click('.more-ways .notice button');
    await page.waitForSelector('.told');
    expect(await page.textContent('.told')).toBe('One cell stands nowhere else.');
    await answer('Formulas stand again in one cell.');
    await page.click('.more-ways .notice button');
    await page.waitForFunction(
      () => document.querySelector('.told')?.textContent === 'Formulas stand again in one cell.',
    );
    expect(await complaints(page)).toEqual([]);
  });

  it('offers to look for what a closed quarter has lost, never to build it anew', async () => {
    const page = await open(language, 'home');
    await built(page);
    await page.evaluate(() => {
      for (const kept of window.standIn.plans)
        Object.assign(kept, { state: 'frozen', missing: ['The months'] });
    });
    // Back and forth through another language: everything is asked anew.
    await page.click('header .languages button >> nth=0');
    await page.click('header .languages button >> nth=1');
    await page.waitForSelector('.notice button');
    expect(await page.textContent('.notice')).toContain('The months');
    expect(await complaints(page)).toEqual([]);
    expect(await page.$('.more-ways')).toBeNull();
    await page.click('.notice button');
    await page.waitForFunction(() => window.standIn.calls.some(([name]) => name === 'repairPlan'));
  });
});
