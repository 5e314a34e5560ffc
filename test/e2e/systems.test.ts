import { describe, expect, it } from 'vitest';
import type { PlanStart } from '../../src/app/api/plan-api.ts';
import { dataWords } from '../../src/messages/compiled/data.ts';
import { dataPanelWords } from '../../src/messages/compiled/data-panel.ts';
import type { Language } from '../../src/messages/compiled/languages.ts';
import { hubspotWords } from '../../src/messages/compiled/sources/hubspot.ts';
import { zohoWords } from '../../src/messages/compiled/sources/zoho.ts';
import { named } from '../../src/sidebar/wizard/draft.ts';
import { draftOf } from '../../src/sidebar/wizard/draft-begun.ts';
import { newPlan } from '../../src/sidebar/wizard/new-plan.ts';
import { withProposals } from '../../src/sidebar/wizard/numbers/proposals.ts';
import type { Handle } from '../../src/workbench/page/handle.ts';
import { business, businessDay } from '../../src/workbench/vendors/business/people.ts';
import { dayNumber } from '../../src/workbench/vendors/days.ts';
import { playedHubSpot } from '../../src/workbench/vendors/hubspot/hubspot.ts';
import { playedZohoCrm } from '../../src/workbench/vendors/zoho/zoho-crm.ts';
import { next, quarterDesk, type Visitor } from './quarter-desk.ts';

const desk = quarterDesk('vi', '2026-11-22');
const hubspotKeys = playedHubSpot().keys ?? {};
const zohoKeys = playedZohoCrm().keys ?? {};
/** What the business is called wherever its people and deals are kept. */
const name = 'Nội thất Lan';

interface Shared {
  readonly workbench: Handle;
}

/** From here on no system outside answers: whoever asks one hears of that. */
const silence = (visitor: Visitor, on: boolean): Promise<void> =>
  visitor.page.evaluate((now) => (window as unknown as Shared).workbench.fault('broken', now), on);

/** Builds what the panel proposes to somebody of sales. */
async function build(visitor: Visitor, name: string, language: Language): Promise<void> {
  const { ok: start } = (await visitor.run('planStart')) as { ok: PlanStart };
  const first = { ...newPlan(start, language), quarter: { year: 2026, month: 10 } };
  const draft = withProposals(draftOf('new', { ...first, role: 'sales' }, 1));
  const { plan } = named(draft, name);
  expect(await visitor.run('buildPlan', { plan, sample: false })).toHaveProperty('ok');
}

/** The page about a plan's data, read anew. */
async function toData(visitor: Visitor, plan: string): Promise<void> {
  await visitor.home();
  await visitor.click(`.plans li:has-text("${plan}") [data-data]`);
  await visitor.waitFor('[data-input]');
}

const said = async (visitor: Visitor, selector = 'main'): Promise<string> =>
  (await visitor.panel.locator(selector).allTextContents()).join(' ');

/** What the list of systems says of one. */
const card = (visitor: Visitor, source: string): Promise<string> =>
  said(visitor, `.systems li:has([data-source=${source}])`);

/** Fills the form in and sends it; what is left out stays as it is. */
async function send(visitor: Visitor, keys: Readonly<Record<string, string>>): Promise<void> {
  for (const [field, value] of Object.entries(keys)) {
    const at = `#field-${field}`;
    const isList = (await visitor.panel.locator(`select${at}`).count()) > 0;
    await (isList ? visitor.choose(at, value) : visitor.fill(at, value));
  }
  await visitor.click('main form .main');
}

/** What is said of a key that is not sent: no system would have answered. */
async function refused(
  visitor: Visitor,
  keys: Readonly<Record<string, string>>,
  sentence: string,
): Promise<void> {
  await silence(visitor, true);
  await send(visitor, keys);
  await expect.poll(() => said(visitor, 'main form .error')).toContain(sentence);
  await silence(visitor, false);
}

/** Connects with the keys that count, by which the account is named. */
async function opened(visitor: Visitor, keys: Readonly<Record<string, string>>): Promise<void> {
  await send(visitor, keys);
  await visitor.waitFor('.property');
  expect(await said(visitor, 'h1')).toBe(name);
}

/** Takes what is proposed; which inputs these are. */
async function taken(visitor: Visitor): Promise<readonly string[]> {
  await visitor.click('.property .main');
  await visitor.waitFor('.feeds');
  const edits = visitor.panel.locator('.feeds [id^=edit-]');
  return (await edits.evaluateAll((all) => all.map(({ id }) => id))).map((id) => id.slice(5));
}

async function save(visitor: Visitor): Promise<void> {
  if ((await visitor.panel.locator('#who').count()) > 0) await visitor.fill('#who', 'Lan');
  await visitor.click(next);
  await visitor.waitFor('.schedule');
}

async function refresh(visitor: Visitor): Promise<void> {
  await visitor.click('.refresh .main');
  await visitor.waitFor('.refresh progress');
  await visitor.waitFor('.refresh .main');
  await visitor.settle();
  expect(await visitor.panel.locator('.problem').count()).toBe(0);
}

/** Whether it happened on a day of the quarter that is over. */
const counts = (ms: number | null): boolean => {
  const day = ms === null ? 0 : businessDay(ms);
  return day >= dayNumber(2026, 10, 1) && day <= dayNumber(2026, 11, 21);
};

/** What the business came to, counted over its people. */
function truth() {
  const came = { SALES: 0, NEWCUSTOMERS: 0, SQLS: 0, won: 0, lost: 0 };
  for (const { sqlMs, customerMs } of business().leads) {
    if (counts(sqlMs)) came.SQLS += 1;
    if (counts(customerMs)) came.NEWCUSTOMERS += 1;
  }
  for (const { ends, closeMs, amount } of business().deals) {
    if (!counts(closeMs)) continue;
    if (ends === 'lost') came.lost += 1;
    if (ends !== 'won') continue;
    came.won += 1;
    came.SALES += amount ?? 0;
  }
  const { won, lost, ...whole } = came;
  return { ...whole, WINRATE: won / (won + lost) };
}

/** Holds the scorecard against what happened. */
async function shows(
  visitor: Visitor,
  owner: string,
  kpis: readonly ('SALES' | 'NEWCUSTOMERS' | 'SQLS')[],
): Promise<void> {
  const plan = await visitor.plan(`${owner} · Q4 2026`);
  const came = truth();
  for (const kpi of kpis) expect(plan.value('score', kpi, 'actual')).toBe(came[kpi]);
  expect(plan.value('score', 'WINRATE', 'actual')).toBeCloseTo(came.WINRATE, 9);
  expect(plan.errors()).toEqual([]);
}

describe('systems that a quarter of sales is connected with', () => {
  it('fills it from HubSpot, in Vietnamese', async () => {
    const lan = desk.visitor();
    const wrong = dataWords('vi').secret;
    const { title, connectHint, fields } = hubspotWords('vi');
    const { label } = fields.key;
    await build(lan, 'Lan', 'vi');
    await lan.openPanel();
    await toData(lan, 'Lan');
    const inputs = 'doanh số, số khách hàng mới, số cơ hội thắng, số cơ hội thua';
    expect(await card(lan, 'hubspot')).toContain(
      dataPanelWords('vi').connect.fills({ inputs, more: 2 }),
    );
    // What it could bring to other plans is said where it fills nothing here.
    expect(await card(lan, 'hubspot')).not.toContain(connectHint);
    await lan.click('.systems [data-source=hubspot]');
    await lan.waitFor('#field-key');
    await refused(
      lan,
      { key: zohoKeys.clientId ?? '' },
      wrong.foreign({ label, other: zohoWords('vi').title, title }),
    );
    await refused(
      lan,
      { key: `Bearer ${hubspotKeys.key}` },
      wrong.headed({ label, scheme: 'Bearer' }),
    );
    await opened(lan, hubspotKeys);
    expect(await taken(lan)).toEqual([
      'SALES',
      'CAC-newCustomers',
      'WINRATE-won',
      'WINRATE-lost',
      'SQLS',
      'LEADS',
    ]);
    await save(lan);
    await refresh(lan);
    await shows(lan, 'Lan', ['SALES', 'NEWCUSTOMERS', 'SQLS']);
  });

  it('fills another from Zoho CRM, in English, and shows both among all connections', async () => {
    const mai = desk.visitor();
    const wrong = dataWords('en').secret;
    const { title, fields, where } = zohoWords('en');
    await build(mai, 'Mai', 'en');
    await mai.panel.locator('.languages [lang=en]').click();
    await mai.waitFor('.languages [lang=en][aria-pressed=true]');
    await toData(mai, 'Mai');
    expect(await card(mai, 'zoho')).toMatch(/Fills sales.*, deals won, deals lost/);
    await mai.click('.systems [data-source=zoho]');
    await mai.waitFor('#field-clientId');
    const { clientId, clientSecret } = fields;
    await refused(
      mai,
      { ...zohoKeys, clientId: hubspotKeys.key ?? '' },
      wrong.foreign({ label: clientId.label, other: hubspotWords('en').title, title }),
    );
    await refused(
      mai,
      { ...zohoKeys, clientSecret: `Bearer ${zohoKeys.clientSecret}` },
      wrong.headed({ label: clientSecret.label, scheme: 'Bearer' }),
    );
    await opened(mai, zohoKeys);
    expect(await taken(mai)).toEqual(['SALES', 'WINRATE-won', 'WINRATE-lost', 'SQLS', 'LEADS']);
    await save(mai);
    await refresh(mai);
    await shows(mai, 'Mai', ['SALES', 'SQLS']);
    await mai.click('[data-another]');
    await mai.waitFor('.systems [data-source]');
    await mai.click('.back');
    await mai.panel.locator('.more-ways > summary').last().click();
    await mai.click('[data-connections]');
    await mai.waitFor('[data-connection]');
    const connections = await mai.panel.locator('[data-connection]').allTextContents();
    const hub = connections.find((each) => each.includes(hubspotWords('en').where({ name })));
    expect(hub).toContain('Lan');
    expect(connections.find((each) => each.includes(where({ name })))).toContain('Mai');
    expect(connections).toHaveLength(2);
  });
});
