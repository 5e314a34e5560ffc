import type { Probes } from './probes.ts';
import { addressOf } from './stage.ts';

/** How formulas are read, written back and calculated. */
export const formulaProbes: Probes<'formulas'> = {
  'semicolons-read': ({ calculated }) => calculated('=SUM(1;2)') === 3,
  'semicolons-in-values': ({ put }) => put([['=SUM(1;2)']]).getValues()[0]?.[0] === 3,
  'english-function-names': ({ calculated }) => calculated('=IF(ISNUMBER(1);MAX(1;5);0)') === 5,
  'decimal-sign': ({ put, decimal }) => {
    const range = put([[0.5]]);
    range.setNumberFormat('0.0');
    return range.getDisplayValues()[0]?.[0] === `0${decimal}5` ? 'of the locale' : 'other';
  },
  'decimal-literal': ({ calculated, decimal }) => {
    if (calculated(`=1${decimal}5*2`) === 3) return 'of the locale';
    return calculated('=1.5*2') === 3 ? 'point' : 'neither';
  },
  'formula-read-back': ({ free, decimal }) => {
    const range = free();
    range.setFormula('=SUM(1;2)');
    const comma = (range.getFormulas()[0]?.[0] ?? '').indexOf(',') >= 0;
    if (comma === (decimal === '.')) return 'of the locale';
    return comma ? 'comma' : 'as written';
  },
  'quotes-doubled': ({ calculated }) => calculated('="a""b"') === 'a"b',
  'read-calculates': ({ put, free }) => {
    const input = put([[20], [22]]);
    const answer = free();
    answer.setFormula(`=SUM(${addressOf(input)})`);
    return answer.getValues()[0]?.[0] === 42;
  },
  'sumifs-equals-first': (stage) => sumOf(stage, ["'<b", "'ab", "'<b"], '"=<b"') === 5,
  'sumifs-tilde': (stage) => sumOf(stage, ["'*x", "'ax", "'*x"], '"=~*x"') === 5,
  'sumifs-any-case': (stage) => sumOf(stage, ['Ads', 'x', 'ADS'], '"=ads"') === 5,
  'sumifs-compares': (stage) => {
    const limit = stage.put([[2.5]]);
    return sumOf(stage, [2.5, 1, 4], `">="&${addressOf(limit)}`) === 5;
  },
  'sumifs-over-index': (stage) => {
    const name = stage.name(
      stage.put([
        ['a', 1],
        ['b', 2],
        ['a', 4],
      ]),
    );
    return stage.calculated(`=SUMIFS(INDEX(${name};0;2);INDEX(${name};0;1);"=a")`) === 5;
  },
  'maxifs-none': (stage) => {
    const keys = stage.put([['a'], ['b']]);
    const values = stage.put([[1], [2]]);
    const most = stage.calculated(`=MAXIFS(${addressOf(values)};${addressOf(keys)};"=c")`);
    return most === 0 ? 'zero' : most === '' ? 'blank' : 'error';
  },
  'deleted-name-in-formula': (stage) => {
    const sheet = stage.sheet();
    const name = stage.name(sheet.getRange(2, 1, 2, 2));
    const answer = stage.free();
    answer.setFormula(`=ISERROR(ROWS(${name}))`);
    if (answer.getValues()[0]?.[0] !== false) return false;
    sheet.deleteRows(2, 2);
    SpreadsheetApp.flush();
    return answer.getValues()[0]?.[0] === true;
  },
};

/** What SUMIFS makes of 1, 2 and 4 beside three keys. */
function sumOf(
  stage: Parameters<(typeof formulaProbes)['semicolons-read']>[0],
  keys: readonly (string | number)[],
  criterion: string,
): unknown {
  const area = stage.put(keys.map((key) => [key]));
  const values = stage.put([[1], [2], [4]]);
  return stage.calculated(`=SUMIFS(${addressOf(values)};${addressOf(area)};${criterion})`);
}
