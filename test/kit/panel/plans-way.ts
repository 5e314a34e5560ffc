import type { Page } from 'playwright-core';

/** The button that goes on. */
export const next = 'footer .main';

/** From the first page to the third step, with what must be said and nothing else. */
export async function toNumbers(page: Page, name = 'Lan'): Promise<void> {
  await page.click('main button.main');
  await page.fill('#name', name);
  await page.selectOption('#role', 'digital');
  await page.click(next);
  await page.waitForSelector('#objective');
  await page.click(next);
  await page.waitForSelector('.numbers');
}

export async function build(page: Page, name = 'Lan'): Promise<void> {
  await toNumbers(page, name);
  await page.click(next);
  await page.waitForSelector('.check');
  await page.click(next);
  await page.waitForSelector('.summary');
  await page.click(next);
}

export async function built(page: Page): Promise<void> {
  await build(page);
  await page.waitForSelector('.done');
  await page.click('.done .main');
  await page.waitForSelector('.standings');
}
