import { describe, expect, it } from 'vitest';
import { connected, toData, toMapping } from '../../kit/panel/data-way.ts';
import { complaintsIn, panelInBrowser } from '../../kit/panel/panel-page.ts';

const open = panelInBrowser();

describe.each(['vi', 'en'] as const)(
  'what Google does not let the add-on do, in %s',
  (language) => {
    const complaints = complaintsIn(language);

    it('is said on the data page, with a link to where it can be allowed', async () => {
      const page = await open(language, 'home');
      await page.evaluate(() => {
        window.dataStandIn.missing = {
          sentences: ['No mail may be sent.', 'No other system may be asked.'],
          consent: 'https://script.google.com/allow',
        };
      });
      await toData(page);
      const link = page.locator('main.data section.notice a');
      expect(await link.getAttribute('href')).toBe('https://script.google.com/allow');
      expect(await link.getAttribute('target')).toBe('_blank');
      expect(await page.textContent('main.data section.notice')).toMatch(
        /No mail.*No other system/,
      );
      expect(await complaints(page)).toEqual([]);
      await page.evaluate(() => {
        window.dataStandIn.missing = { sentences: ['No mail may be sent.'], consent: null };
      });
      await page.click('header nav button >> nth=1');
      await page.click('header nav button >> nth=0');
      await link.waitFor({ state: 'detached' });
      await page.waitForSelector('main.data section.notice >> text=No mail');
    });

    it('has a way out that can be pressed, whichever page met it, and can be put away', async () => {
      const page = await open(language, 'home');
      await toData(page);
      await toMapping(page);
      await page.check('[data-input=LEADS] .values label:has-text("contact_form") input');
      await page.evaluate(() => {
        window.dataStandIn.refused = { problem: 'It is full.', wayOut: 'makeRoom' };
      });
      await page.click('footer .main');
      const notice = page.locator('section.notice:has(button)');
      await notice.waitFor();
      expect(await complaints(page)).toEqual([]);
      await notice.locator('button').first().click();
      await page.waitForSelector('section.notice >> text=Room.');
      await notice.locator('button').click();
      expect(await notice.count()).toBe(0);
      await page.evaluate(() => {
        window.dataStandIn.refused = null;
      });
      await page.click('footer .main');
      await page.waitForSelector('.schedule');
    });
  },
);

describe('a page about data with nothing missing', () => {
  it('says nothing of permissions', async () => {
    const page = await open('en', 'home');
    await connected(page);
    expect(await page.locator('main.data section.notice').count()).toBe(0);
  });
});
