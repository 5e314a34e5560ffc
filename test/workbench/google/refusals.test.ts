import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ok, problem } from '../../kit/desk/answers.ts';
import { cellAt } from '../../kit/desk/blocks.ts';
import { type BuiltDesk, openBuiltDesk } from '../../kit/desk/built-desk.ts';
import { addOnOf, openDesk, type RunningDesk } from '../../kit/desk/open-desk.ts';
import { lan, planned } from '../../kit/plans/plans.ts';

const code = `
  const book = () => SpreadsheetApp.getActiveSpreadsheet();
  function only(of, strict) {
    const range = book().getSheets()[0].getRange(5, 2);
    range.clearDataValidations();
    range.setValue(5);
    const rule = SpreadsheetApp.newDataValidation();
    const built = of === 'list' ? rule.requireValueInList(['a', 'b']) : of === 'tick'
      ? rule.requireCheckbox() : rule.requireNumberBetween(1, 10);
    range.setDataValidations([[built.setAllowInvalid(!strict).build()]]);
    SpreadsheetApp.flush();
    return range;
  }
  function told(work) {
    try { work(); SpreadsheetApp.flush(); return ''; } catch (error) { return error.message; }
  }
  function wrote(of, strict, value, how) {
    const range = only(of, strict);
    const said = told(() => how === 'formula' ? range.setFormula(value) : range.setValue(value));
    return [said, range.getValue()];
  }
  function wroteMany() {
    const range = only('number', true);
    const said = told(() => range.getSheet().getRange(4, 2, 3, 1).setValues([[1], [50], [3]]));
    return [said, range.getSheet().getRange(4, 2, 3, 1).getValues()];
  }
  function rules() {
    const [[none], [rule]] = only('number', true).getSheet().getRange(4, 2, 2, 1).getDataValidations();
    return [none, rule.getAllowInvalid(), String(rule.getCriteriaType()), rule.getCriteriaValues()];
  }
  function chart() {
    const sheet = book().getSheets()[0];
    sheet.insertChart(sheet.newChart().asLineChart().addRange(sheet.getRange(1, 1, 2, 1)).setPosition(1, 1, 0, 0).build());
    const moved = book().moveChartToObjectSheet(sheet.getCharts()[0]);
    const asks = ['getDataRange', 'getLastRow', 'getMaxRows', 'getMaxColumns'];
    const said = [...asks.map((name) => told(() => moved[name]())), told(() => moved.getRange(1, 1))];
    const kinds = book().getSheets().map((each) => each.getType() === SpreadsheetApp.SheetType.GRID);
    return [said, kinds, moved.getName(), moved.isSheetHidden(), sheet.getCharts().length];
  }`;

describe('the stand-ins', () => {
  let open: RunningDesk;
  beforeAll(async () => {
    const book = { sheets: [{ name: 'Front', rows: [[1], [2]] }] };
    open = await openDesk(await addOnOf(code), book, { language: 'en', locale: 'en_US' });
  });
  afterAll(() => open.desk.dispose());
  const refused =
    'The data you entered in cell B5 violates the data validation rules set on this cell.';

  it.each<[of: string, strict: boolean, value: unknown, how: string, found: unknown[]]>([
    ['number', true, 50, 'value', [refused, 5]],
    ['number', true, 'x', 'value', [refused, 5]],
    ['number', true, '=25*2', 'formula', [refused, 5]],
    ['number', true, 7, 'value', ['', 7]],
    ['number', true, '', 'value', ['', '']],
    ['number', false, 50, 'value', ['', 50]],
    ['list', true, 'c', 'value', [refused, 5]],
    ['list', true, "'b", 'value', ['', 'b']],
    ['tick', true, 'yes', 'value', [refused, 5]],
    ['tick', true, true, 'value', ['', true]],
  ])('%s, strict: %s, given %s as a %s', async (of, strict, value, how, found) => {
    expect(await open.run('wrote', [of, strict, value, how])).toEqual(found);
  });

  it('lose the whole of a write that a rule refuses', async () => {
    expect(await open.run('wroteMany')).toEqual([refused, [[''], [5], ['']]]);
  });

  it('hand rules out as they are, and `null` where there is none', async () => {
    expect(await open.run('rules')).toEqual([null, false, 'NUMBER_BETWEEN', [1, 10]]);
  });

  it('have sheets without cells, which cannot be asked for any', async () => {
    const no = 'The action is not supported for OBJECT sheet';
    expect(await open.run('chart')).toEqual([
      [no, no, no, no, no],
      [true, false],
      'Chart1',
      false,
      0,
    ]);
  });
});

describe('the built add-on', () => {
  let built: BuiltDesk;
  const plan = (target: number) => lan({}, [planned('LEADS', { target, weight: 1 })]);
  beforeAll(async () => {
    built = await openBuiltDesk({ language: 'en', locale: 'en_US' });
    built.desk.addChartSheet('Chart1');
    ok(await built.panel.buildPlan({ plan: plan(1240), sample: false }));
  });
  afterAll(() => built.desk.dispose());

  it('builds plans and lists tables beside a chart on a sheet of its own', async () => {
    expect(ok(await built.panel.planStart()).plans).toHaveLength(1);
    expect(ok(await built.panel.listTables())).toEqual([]);
    ok(
      await built.panel.buildDepartment({
        quarter: { year: 2027, month: 1 },
        name: '',
        activities: [],
      }),
    );
  });

  it('names the cell whose strict rule does not take a target, and changes nothing', async () => {
    const { sheet, row, column } = cellAt(built.book, 'abc123', 'score', 'LEADS', 'target');
    const [area] = [
      { startRow: row - 1, endRow: row - 1, startColumn: column - 1, endColumn: column - 1 },
    ];
    built.desk.allowOnly(sheet, area, { is: 'number', min: 0, max: 1300, strict: true, help: '' });
    const { revision } = ok(await built.panel.openPlan('abc123'));
    const ask = (target: number) =>
      built.panel.changePlan({ plan: plan(target), revision, who: 'Lan' });
    expect(problem(await ask(1400))).toContain(`E${row} · Lan`);
    expect(ok(await built.panel.openPlan('abc123'))).toMatchObject({ revision, noticed: [] });
    expect(ok(await ask(1300)).statuses[0]?.target).toBe('1,300');
  });
});
