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
        { name: 'Lan (before)', stays: '' },
        { name: 'Lan (before) (2)', stays: '' },
        { name: 'Hoa (before)', stays: '“Hoa (before)” stays: one cell stands nowhere else.' },
      ];
    });
    await built(page);
    await page.click('.back');
    await page.waitForSelector('.kept');
    expect(await complaints(page)).toEqual([]);
    const text = (await page.textContent('.kept')) ?? '';
    expect(text).toContain('3');
    expect(text).toContain('one cell stands nowhere else');
    expect(await page.textContent('.kept button')).toContain('2');
    await page.click('.kept button');
    await page.waitForFunction(() => document.querySelector('.kept button') === null);
    expect(await sent(page, 'clearKept')).toHaveLength(1);
    expect(await page.textContent('.kept')).toContain('nowhere else');
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
