import type { FunctionDeclaration } from 'acorn';
import { describe, expect, it } from 'vitest';
import { functionEntries } from '../src/derive/entries.ts';
import { kpiTitle } from '../src/messages/catalogue.ts';
import { languages } from '../src/messages/compiled/languages.ts';
import { calculated } from './kit/engine/table.ts';
import { builds } from './kit/run/built-add-on.ts';

describe.each(Object.entries(builds))('Code.js, %s', (_, add) => {
  const { code, program, functions, customFunctions, byName, helpOf, fresh } = add;
  it('has nothing at its top level but functions', () => {
    expect(program.body.filter((node) => node.type !== 'FunctionDeclaration')).toEqual([]);
  });

  it('keeps what is not called by name in private functions, of which cells call but two', () => {
    const hidden = functions.filter((node) => node.id.name.endsWith('_'));
    const names = hidden.map((node) => node.id.name);
    const [atOnce, cells, opening, rest] = [
      'marketingKpis_',
      'marketingKpisCells_',
      'marketingKpisOpening_',
      'marketingKpisRest_',
    ];
    expect(names).toEqual([atOnce, cells, opening, rest]);
    const calls = (node: FunctionDeclaration) =>
      names.filter((name) => code.slice(node.start, node.end).includes(`${name}(`));
    for (const node of functions.filter((each) => !hidden.includes(each))) {
      const { name } = node.id;
      if (name === 'KPI' || name === 'KPI_TOTAL' || name === 'KPI_SELF_CHECK') {
        expect(calls(node), name).toEqual([cells]);
      } else if (customFunctions.includes(node)) expect(calls(node), name).toEqual([atOnce]);
      else if (name === 'onOpen' || name === 'onInstall') expect(calls(node)).toEqual([opening]);
      else if (name === 'onTick') expect(calls(node)).toEqual([opening, rest]);
      else expect(calls(node), name).toEqual([rest]);
    }
    const atOnceNode = byName.get(atOnce as string) as FunctionDeclaration;
    expect(calls(atOnceNode)).toEqual([atOnce, cells]);
  });

  it('makes a custom function of every KPI with arithmetic, and of KPI and KPI_TOTAL', () => {
    const names = customFunctions.map((node) => node.id.name).sort();
    expect(names).toEqual([...calculated.map(({ name }) => name), 'KPI', 'KPI_TOTAL'].sort());
  });

  it('offers Google the menu and the panel by name, and nothing that is private', () => {
    // What ends in an underscore Google offers to nobody.
    const others = functions.filter(
      (node) => !customFunctions.includes(node) && !node.id.name.endsWith('_'),
    );
    expect(others.map((node) => node.id.name).sort()).toEqual(
      [
        'onInstall',
        'onOpen',
        'openHelp',
        'openInsert',
        'openAccount',
        'openPanel',
        'useInThisSpreadsheet',
        'onTick',
        'selfCheck',
        'KPI_SELF_CHECK',
        'dataStart',
        'dimensionValues',
        'listAccounts',
        'listTables',
        'previewTable',
        'refresh',
        'saveFeeds',
        'setSchedule',
        'chooseLanguage',
        'insertFunction',
        'panelPart',
        'panelStart',
        'previewFunction',
        'readSelection',

        'adoptCopy',
        'buildDepartment',
        'buildPlan',
        'buildProgress',
        'changePlan',
        'changesSince',
        'draftNext',
        'goToPlan',
        'lastActuals',
        'makePortable',
        'makeRoom',
        'openPlan',
        'planStart',
        'removeEverything',
        'closePlan',
        'clearKept',
        'forgetPlan',
        'repairPlan',
        'selectedTable',
        'undo',
      ].sort(),
    );
  });

  it.each(calculated.map((kpi) => [kpi.name, kpi] as const))(
    'explains %s in the help box: both names, every parameter, no markup',
    (name, kpi) => {
      const node = byName.get(name);
      const help = node ? helpOf(node) : undefined;
      const lines = help?.split('\n').map((line) => line.replace(/^ \* ?/, '')) ?? [];
      for (const language of languages) expect(lines[1]).toContain(kpiTitle(kpi, language));
      expect(help).not.toMatch(/<[a-z]/i);
      const parameters = lines.flatMap((line) => /^@param \{\w+\} (\w+) \S/.exec(line)?.[1] ?? []);
      const real = node?.params.map((parameter) => code.slice(parameter.start, parameter.end));
      expect(parameters).toEqual(real);
      expect(real).toEqual(Object.keys(kpi.inputs));
      const optional = lines.filter((line) => line.includes(' Optional'));
      const leftOut = Object.values(kpi.inputs).filter((input) => input.optional);
      expect(optional).toHaveLength(leftOut.length);
    },
  );

  it('calls no service when it loads, and none on the way to a number', () => {
    expect(fresh()('CPL(1200, 300)')).toBe(4);
    expect(fresh()('JSON.stringify(CPL([["Cost"],[10],[""]], [["Leads"],[5],[""]]))')).toBe(
      '[[""],[2]]',
    );
    expect(fresh()('KPI_TOTAL("CPL", [[10],[90]], [[1],[3]])')).toBe(25);
  });

  it('speaks English where the locale of the spreadsheet cannot be read, else its language', () => {
    expect(fresh()('CPL(1200, 0)')).toBe('no leads');
    const inVietnam =
      'var SpreadsheetApp = { getActiveSpreadsheet: () => ({ getSpreadsheetLocale: () => "vi_VN" }) };';
    expect(fresh()(`${inVietnam} CPL(1200, 0)`)).toBe('không có lead');
    expect(() => fresh()(`${inVietnam} CPL("abc", 1)`)).toThrow('không phải số');
  });

  it('knows a date from the world it runs in', () => {
    expect(() => fresh()('CPL(new Date(0), 3)')).toThrow('is a date');
  });

  it('tells an argument left out from one that points at a blank cell', () => {
    expect(fresh()('ROI(200, 100)')).toBe(1);
    expect(fresh()('ROI(200, 100, "")')).toBe('');
  });
});

describe('what a cell pays for', () => {
  const { code, cells, rest, fresh } = builds['in two files'];

  /** What V8 reads over as a script: neither comments nor the text that is kept for later. */
  const readOver = (text: string) =>
    text
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\[\n'[\s\S]*?'\n\]/, '')
      .replace(/\s+/g, ' ');

  it('is little to read over, and a text that is only kept', () => {
    expect(readOver(code).length).toBeLessThan(22_200);
    expect(cells.length).toBeLessThan(42_000);
    // Not a sentence of cells, nor anything the panel asks for.
    for (const text of ['cannot be below', 'no leads']) {
      expect(cells).toContain(text);
      expect(readOver(code)).not.toContain(text);
    }
    expect(rest.length).toBeGreaterThan(5 * code.length);
  });

  it('is for each further function its help and its formula', () => {
    const names = { atOnce: 'a_', cells: 'c_' };
    const size = (kpis: typeof calculated) => readOver(functionEntries(kpis, names)).length;
    const all = size(calculated);
    expect((all - size([])) / calculated.length).toBeLessThan(270);
    for (const kpi of calculated) {
      const more = all - size(calculated.filter((each) => each !== kpi));
      expect(more, kpi.name).toBeLessThan(750);
    }
  });

  it('is no more than its own formula where there are plain numbers', () => {
    const call = fresh();
    call('Function = function () { throw new Error("not needed"); };');
    for (const { name, inputs, examples } of calculated) {
      for (const { given, gives } of examples) {
        const values = Object.keys(inputs).map(
          (input) => JSON.stringify(given[input]) ?? 'undefined',
        );
        expect(call(`${name}(${values.join(', ')})`), name).toBeCloseTo(gives, 10);
      }
    }
    expect(call('ROI(200, 100)')).toBe(1);
    expect(() => call('CPL(1200, "300")')).toThrow('not needed');
  });
});
