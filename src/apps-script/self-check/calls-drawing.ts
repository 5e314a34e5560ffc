import { type Bench, type Calls, expectSame } from './bench.ts';

const all = <T>(value: T): T[][] => [
  [value, value],
  [value, value],
];
const rule = () => SpreadsheetApp.newDataValidation();
const highlight = () => SpreadsheetApp.newConditionalFormatRule();
const marked = () => highlight().whenFormulaSatisfied('=INDEX($B1;1)="a"');
const chart = ({ sheet, range }: Bench) => sheet.newChart().asLineChart().addRange(range());
const built = (bench: Bench) => chart(bench).setPosition(1, 1, 0, 0).build();

/** Calls that draw: styles, rules, groups and charts. */
export const drawingCalls: Calls = {
  'Range.setBackgrounds': ({ range }) => range().setBackgrounds(all<string | null>('#fff2cc')),
  'Range.setFontColors': ({ range }) => range().setFontColors(all<string | null>('#123456')),
  'Range.setFontWeights': ({ range }) =>
    range().setFontWeights(all<'bold' | 'normal' | null>('bold')),
  'Range.setFontStyles': ({ range }) =>
    range().setFontStyles(all<'italic' | 'normal' | null>('italic')),
  'Range.setFontSizes': ({ range }) => range().setFontSizes(all(14)),
  'Range.setHorizontalAlignments': ({ range }) =>
    range().setHorizontalAlignments(all<'left' | null>('left')),
  'Range.setVerticalAlignment': ({ range }) => range().setVerticalAlignment('middle'),
  'Range.setWraps': ({ range }) => range().setWraps(all(true)),
  'Range.setNotes': ({ range }) => {
    const cells = range();
    cells.setNotes(all<string | null>('note'));
    expectSame(cells.getNotes()[1], ['note', 'note']);
  },
  'Range.clearNote': ({ range }) => {
    const cells = range();
    cells.setNotes(all<string | null>('note'));
    cells.clearNote();
    expectSame(cells.getNotes()[0], ['', '']);
  },
  'Sheet.getRangeList': ({ sheet }) => sheet.getRangeList(['A1:B2', 'D4']),
  'RangeList.getRanges': ({ sheet }) =>
    expectSame(sheet.getRangeList(['A1:B2', 'D4']).getRanges().length, 2),
  'RangeList.setBorder': ({ sheet }) => {
    const { SOLID } = SpreadsheetApp.BorderStyle;
    sheet
      .getRangeList(['A1:B2', 'D4'])
      .setBorder(null, null, true, null, null, null, '#cccccc', SOLID);
  },
  'Range.setBorder': ({ range }) => {
    const { SOLID } = SpreadsheetApp.BorderStyle;
    range().setBorder(null, null, true, null, null, null, '#cccccc', SOLID);
  },
  'Range.breakApart': ({ range }) => range().breakApart(),
  'Range.setDataValidations': ({ range }) => {
    const checkbox = rule().requireCheckbox().build();
    range().setDataValidations([
      [checkbox, null],
      [null, checkbox],
    ]);
  },
  'Range.getDataValidations': ({ stage }) => {
    const range = stage.free();
    range.setDataValidations([[rule().requireValueInList(['a', 'b'], true).build()]]);
    expectSame(range.getDataValidations()[0]?.length, 1);
  },
  'DataValidation.getAllowInvalid': () =>
    expectSame(rule().requireCheckbox().setAllowInvalid(false).build().getAllowInvalid(), false),
  'DataValidation.getCriteriaType': () =>
    expectSame(String(rule().requireCheckbox().build().getCriteriaType()), 'CHECKBOX'),
  'DataValidation.getCriteriaValues': () =>
    expectSame(rule().requireNumberBetween(1, 2).build().getCriteriaValues(), [1, 2]),
  'Range.clearDataValidations': ({ range }) => range().clearDataValidations(),
  'Range.shiftRowGroupDepth': ({ sheet }) => sheet.getRange(10, 1, 3).shiftRowGroupDepth(1),
  'SpreadsheetApp.newDataValidation': rule,
  'DataValidationBuilder.requireCheckbox': () => rule().requireCheckbox(),
  'DataValidationBuilder.requireValueInList': () => rule().requireValueInList(['a', 'b'], true),
  'DataValidationBuilder.requireNumberBetween': () => rule().requireNumberBetween(-1e15, 1e15),
  'DataValidationBuilder.setAllowInvalid': () => rule().requireCheckbox().setAllowInvalid(true),
  'DataValidationBuilder.setHelpText': () => rule().requireCheckbox().setHelpText('help'),
  'DataValidationBuilder.build': () => rule().requireCheckbox().build(),
  'SpreadsheetApp.newConditionalFormatRule': highlight,
  'ConditionalFormatRuleBuilder.whenFormulaSatisfied': marked,
  'ConditionalFormatRuleBuilder.setBackground': () => highlight().setBackground('#fff2cc'),
  'ConditionalFormatRuleBuilder.setFontColor': () => highlight().setFontColor('#123456'),
  'ConditionalFormatRuleBuilder.setBold': () => highlight().setBold(true),
  'ConditionalFormatRuleBuilder.setItalic': () => highlight().setItalic(true),
  'ConditionalFormatRuleBuilder.setRanges': ({ range }) => highlight().setRanges([range()]),
  'ConditionalFormatRuleBuilder.build': ({ range }) =>
    marked().setBackground('#fff2cc').setRanges([range()]).build(),
  'Sheet.setConditionalFormatRules': ({ sheet }) => {
    const cells = sheet.getRange(1, 1, 2, 2);
    sheet.setConditionalFormatRules([marked().setBold(true).setRanges([cells]).build()]);
  },
  'Sheet.clearConditionalFormatRules': ({ sheet }) => sheet.clearConditionalFormatRules(),
  'Sheet.setHiddenGridlines': ({ sheet }) => sheet.setHiddenGridlines(true),
  'Sheet.setTabColor': ({ sheet }) => sheet.setTabColor('#188038').setTabColor(null),
  'Sheet.setRowGroupControlPosition': ({ sheet }) =>
    sheet.setRowGroupControlPosition(SpreadsheetApp.GroupControlTogglePosition.BEFORE),
  'Sheet.getRowGroupDepth': ({ sheet }) => {
    sheet.getRange(20, 1, 3).shiftRowGroupDepth(1);
    expectSame(sheet.getRowGroupDepth(20), 1);
  },
  'Sheet.getRowGroup': ({ sheet }) => {
    sheet.getRange(30, 1, 3).shiftRowGroupDepth(1);
    expectSame(sheet.getRowGroup(30, 1) === null, false);
  },
  'Group.collapse': ({ sheet }) => {
    sheet.getRange(40, 1, 3).shiftRowGroupDepth(1);
    sheet.getRowGroup(40, 1)?.collapse();
  },
  'Sheet.newChart': ({ sheet }) => sheet.newChart(),
  'EmbeddedChartBuilder.asLineChart': ({ sheet }) => sheet.newChart().asLineChart(),
  'EmbeddedChartBuilder.setTitle': (bench) =>
    bench.sheet.newChart().asLineChart().setTitle('title'),
  'EmbeddedChartBuilder.setColors': (bench) =>
    bench.sheet.newChart().asLineChart().setColors(['#188038', '#5f6368']),
  'EmbeddedChartBuilder.addRange': chart,
  'EmbeddedChartBuilder.setNumHeaders': (bench) => chart(bench).setNumHeaders(1),
  'EmbeddedChartBuilder.setHiddenDimensionStrategy': (bench) =>
    chart(bench).setHiddenDimensionStrategy(Charts.ChartHiddenDimensionStrategy.SHOW_BOTH),
  'EmbeddedChartBuilder.setOption': (bench) => chart(bench).setOption('width', 300),
  'EmbeddedChartBuilder.setPosition': (bench) => chart(bench).setPosition(1, 1, 0, 0),
  'EmbeddedChartBuilder.build': built,
  'Sheet.insertChart': (bench) => {
    bench.sheet.insertChart(built(bench));
    expectSame(bench.sheet.getCharts().length > 0, true);
  },
  'Sheet.getCharts': ({ stage }) => expectSame(stage.sheet().getCharts(), []),
  'Sheet.removeChart': (bench) => {
    bench.sheet.insertChart(built(bench));
    for (const one of bench.sheet.getCharts()) bench.sheet.removeChart(one);
    expectSame(bench.sheet.getCharts().length, 0);
  },
};
