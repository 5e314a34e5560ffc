import { describe, expect, it } from 'vitest';
import { planPagesWords } from '../../src/messages/compiled/plan-pages.ts';
import { next, quarterDesk, type Visitor } from './quarter-desk.ts';

const planPagesVi = planPagesWords('vi');

const desk = quarterDesk('vi');
const say = planPagesVi;
const tab = 'Lan · Q4 2026';

const cell = async (visitor: Visitor, kpi: string, column = 'target') =>
  (await visitor.plan(tab)).a1('score', kpi, column);
/** Types into a cell of the scorecard, and comes back to the panel. */
async function typed(visitor: Visitor, kpi: string, text: string): Promise<void> {
  await visitor.type(await cell(visitor, kpi), text, tab);
  await visitor.panel.locator('h1').click();
}
const shows = (visitor: Visitor, text: string) =>
  visitor.panel
    .locator('.standings dd', { hasText: new RegExp(`^${text}$`) })
    .first()
    .waitFor();
const edit = async (visitor: Visitor) => {
  await visitor.press(say.plan.edit);
  await visitor.waitFor('#LEADS-target');
};
/** Asked once, and known from then on. */
const named = async (visitor: Visitor, name: string) => {
  if ((await visitor.panel.locator('#who').count()) > 0) await visitor.fill('#who', name);
};
const target = async (visitor: Visitor, kpi: string) => {
  await visitor.settle();
  return (await visitor.plan(tab)).value('score', kpi, 'target');
};

describe('a panel that stays open', () => {
  it('shows what is typed into a cell, and what an undo gives back', async () => {
    const lan = desk.visitor();
    await lan.openPanel();
    await lan.click('main button.main');
    await lan.fill('#name', 'Lan');
    await lan.choose('#role', 'digital');
    for (const step of ['#objective', '.numbers', '.check', '.summary', '.done']) {
      await lan.click(next);
      await lan.waitFor(step);
    }
    await lan.click('.done .main');
    await lan.waitFor('.standings');
    await typed(lan, 'LEADS', '450');
    await shows(lan, '450');
    await edit(lan);
    await lan.fill('#LEADS-target', '500');
    await named(lan, 'Lan');
    await lan.click(next);
    await shows(lan, '500');
    await lan.press(say.home.undoDo);
    await shows(lan, '450');
    expect(await target(lan, 'LEADS')).toBe(450);
  });

  it('is edited again after that, and asks what is to stand where the cell was edited, too', async () => {
    const lan = desk.visitor();
    await edit(lan);
    await lan.fill('#LEADS-target', '520');
    await typed(lan, 'TRAFFIC', '9500');
    await lan.waitFor('.sheet-changed p');
    await lan.click('.sheet-changed button');
    expect(await lan.panel.locator('#TRAFFIC-target').inputValue()).toBe('9.500');
    await typed(lan, 'LEADS', '600');
    await lan.click(next);
    await lan.waitFor('.conflict');
    expect(await lan.panel.locator('.conflict label').allTextContents()).toEqual([
      'Của bạn: 520',
      'Trong trang tính: 600',
    ]);
    await lan.panel.locator('#conflict-0-mine').check();
    await lan.click('.conflict button');
    await shows(lan, '520');
    expect([await target(lan, 'LEADS'), await target(lan, 'TRAFFIC')]).toEqual([520, 9500]);
  });

  it('keeps the changes of two people who edit the plan at the same time', async () => {
    const lan = desk.visitor();
    const minh = await desk.visit();
    await minh.openPanel();
    await minh.openPlan('Lan');
    await edit(minh);
    await minh.fill('#LEADS-owner', 'Minh');
    await named(minh, 'Minh');
    await edit(lan);
    await lan.fill('#LEADS-target', '700');
    await lan.click(next);
    await shows(lan, '700');
    await minh.click(next);
    await minh.waitFor('.standings');
    await shows(minh, '700');
    await minh.settle();
    const plan = await minh.plan(tab);
    expect(plan.value('score', 'LEADS', 'owner')).toBe('Minh');
    expect(plan.value('score', 'LEADS', 'target')).toBe(700);
    await minh.page.close();
  });
});
