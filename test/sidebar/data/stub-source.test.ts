import { describe, expect, it } from 'vitest';
import type { OpenAccount, SaveFeedsRequest } from '../../../src/app/api/data-api.ts';
import { shippedSources, sourcesOf } from '../../../src/sources/registry.ts';
import { toData } from '../../kit/panel/data-way.ts';
import { complaintsIn, focused, panelInBrowser, sent } from '../../kit/panel/panel-page.ts';
import { stubSource } from '../../sources/stub-source/entry.ts';
import { stubWords } from '../../sources/stub-source/words.ts';

const shop = {
  source: 'till',
  id: 'till-abc123',
  name: 'Quán Lan',
  currency: 'VND',
  shop: 'lan',
  region: 'vn',
};
const leads = { input: 'LEADS', metric: 'orders', only: [], split: null };
const open = panelInBrowser(sourcesOf([...shippedSources.all, stubSource]), {
  account: shop,
  details: [['Region', 'vn']],
  notices: [],
  metrics: [{ name: 'orders', title: 'Orders' }],
  dimensions: [],
  splits: [],
  known: [],
  proposals: [leads],
});

describe.each(['vi', 'en'] as const)('a system the panel has never heard of, in %s', (language) => {
  it('is offered, asks for what its form says, and is mapped and let go of', async () => {
    const words = stubWords(language);
    const page = await open(language, 'home');
    await toData(page);
    const offered = page.locator('.systems > li');
    expect(await offered.first().locator('[data-source]').getAttribute('data-source')).toBe('ga4');
    expect(await page.textContent('li:has([data-source=till])')).toContain(words.needs);
    expect(await complaintsIn(language)(page)).toEqual([]);
    await page.click(`text=${words.connect}`);
    await page.waitForSelector('#field-key');
    expect(await page.textContent('main')).toContain(words.why);
    expect(await page.textContent('main')).toContain(words.needs);
    expect(await complaintsIn(language)(page)).toEqual([]);
    expect(await page.getAttribute('#field-key', 'type')).toBe('password');
    await page.fill('#field-shop', 'lan');
    await page.click('main button.main');
    expect(await sent(page, 'openAccount')).toEqual([]);
    expect(await page.textContent('#field-region-wrong')).toBe(words.fields[1]?.missing);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-region');
    await page.selectOption('#field-region', 'vn');
    // A key that cannot be one is said beside its field, where the user is taken.
    await page.evaluate(() => {
      const { api } = window.standIn;
      const { openAccount } = api;
      api.openAccount = () => {
        if (openAccount) api.openAccount = openAccount;
        return { problem: 'That is no key.', field: 'fields.key' };
      };
    });
    await page.fill('#field-key', 'wrong');
    await page.click('main button.main');
    await page.waitForSelector('#field-key-wrong');
    expect(await page.textContent('#field-key-wrong')).toBe('That is no key.');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-key');
    expect(await page.locator('main .problem').count()).toBe(0);
    expect(await complaintsIn(language)(page)).toEqual([]);
    await page.fill('#field-key', 'k-1');
    await page.click('main button.main');
    await page.waitForSelector('.property');
    const [, request] = await sent<OpenAccount>(page, 'openAccount');
    const fields = { shop: 'lan', region: 'vn', key: 'k-1' };
    expect(request).toEqual({ plan: 'aaaaaa', source: 'till', id: '', known: null, fields });
    expect(await complaintsIn(language)(page)).toEqual([]);
    // Where the user was is kept in the browser; what was pasted is not.
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('k-1');
    await page.click('.property .main');
    await page.waitForSelector('.feeds');
    expect(await page.textContent('#from-LEADS option:checked')).toBe('Quán Lan');
    await page.click('footer .main');
    await page.waitForSelector('.schedule');
    const [saved] = await sent<SaveFeedsRequest>(page, 'saveFeeds');
    expect(saved).toMatchObject({ accounts: [shop], feeds: [{ ...leads, account: shop.id }] });
    expect(await page.textContent('[data-account]')).toContain(words.title);
    await page.click('[data-account] .link:last-child');
    await page.waitForSelector('.asking');
    expect(await focused(page)).not.toBe('');
    await page.click('.asking button >> nth=0');
    await page.waitForSelector('[data-account]', { state: 'detached' });
  });
});
