import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { type Comment, parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { functionEntries, mostInputs, passingEntries } from '../../src/derive/entries.ts';
import type { Calculated, Input } from '../../src/kpi/define.ts';
import { inputTitle, kpiSummary, kpiTitle } from '../../src/messages/catalogue.ts';
import { languages } from '../../src/messages/compiled/languages.ts';
import { calculated } from '../kit/engine/table.ts';

/** What stands above a function and what stands in it, read back from the text that is written. */
interface Entry {
  readonly name: string;
  /** The first paragraph of the help. */
  readonly about: string;
  readonly tags: readonly string[];
  readonly comment: string;
}

function read(text: string): Entry[] {
  const comments: Comment[] = [];
  const program = parse(text, { ecmaVersion: 2019, onComment: comments });
  return program.body.map((node, index) => {
    const comment = comments[index];
    if (node.type !== 'FunctionDeclaration' || comment?.type !== 'Block') throw new Error(text);
    const lines = comment.value.split('\n').map((line) => line.replace(/^ \* ?/, ''));
    const end = lines.findIndex((line, at) => at > 0 && line.trim() === '');
    return {
      name: node.id.name,
      about: lines.slice(0, end).join(' ').trim(),
      tags: lines.filter((line) => line.startsWith('@')),
      comment: comment.value,
    };
  });
}

const entries = new Map(
  read(functionEntries(calculated, { atOnce: 'atOnce_', cells: 'cells_' })).map((each) => [
    each.name,
    each,
  ]),
);
const entry = (name: string): Entry => {
  const found = entries.get(name);
  if (!found) throw new Error(`No entry ${name}.`);
  return found;
};

describe.each(calculated.map((kpi) => [kpi.name, kpi] as const))('the help of %s', (name, kpi) => {
  const { about, tags, comment } = entry(name);

  it('says in its first paragraph what the KPI is called, tells and is made of', () => {
    for (const language of languages) expect(about).toContain(kpiTitle(kpi, language));
    expect(about).toContain(kpiSummary(kpi, 'en'));
    expect(about).toContain(`Formula: ${kpi.formula}.`);
    expect(about).not.toContain('@');
  });

  it('ends with what comes back and with the mark of a custom function', () => {
    expect(tags.at(-1)).toBe('@customfunction');
    const back = tags.filter((tag) => tag.startsWith('@return'));
    expect(back).toHaveLength(1);
    expect(back[0]).toMatch(/^@return \{number\} \S.*\.$/);
    expect(back[0]).toContain(kpiTitle(kpi, 'en'));
    expect(/as percent\./.test(back[0] ?? '')).toBe(kpi.unit === 'fraction');
  });

  it('says of every input what it is and whether it may be left out, and what then counts', () => {
    const inputs = Object.entries(kpi.inputs);
    const params = tags.filter((tag) => tag.startsWith('@param'));
    expect(params).toHaveLength(inputs.length);
    for (const [at, [input, { called, optional, default: value, ...rest }]] of inputs.entries()) {
      const kind = 'unit' in rest ? 'number' : 'string';
      expect(params[at]).toMatch(new RegExp(`^@param \\{${kind}\\} ${input} \\S`));
      expect(params[at]?.toLowerCase()).toContain(inputTitle({ called }, 'en').toLowerCase());
      expect(/ Optional\b/.test(params[at] ?? '')).toBe(optional === true);
      const said = / Optional, (\S+) when left out\. /.exec(params[at] ?? '')?.[1];
      expect(said).toBe(value === undefined ? undefined : String(value));
    }
  });

  it('is one comment that nothing in it ends', () => {
    expect(comment).not.toContain('*/');
    expect(comment).not.toContain('undefined');
  });
});

describe('the help', () => {
  it.each(['KPI', 'KPI_TOTAL'])('of %s names every input KPI() can reach', (name) => {
    const { about, tags } = entry(name);
    expect(about).toMatch(/^[^@]+\([^)]*KPI[^)]*\)\..+\.$/);
    const params = tags.filter((tag) => tag.startsWith('@param'));
    expect(params).toHaveLength(mostInputs + 1);
    expect(params.filter((tag) => tag.includes('Optional.'))).toHaveLength(mostInputs - 1);
    expect(tags.filter((tag) => tag.startsWith('@return {number} '))).toHaveLength(1);
    expect(tags.at(-1)).toBe('@customfunction');
  });

  it('says the margin that counts when none is given', () => {
    const margin = entry('ROI').tags.find((tag) => tag.includes(' margin '));
    expect(margin).toContain('Optional, 1 when left out.');
    const better = entry('ATTAINMENT').tags.find((tag) => tag.includes(' better '));
    expect(better).toContain('Optional, higher when left out.');
    expect(better).toContain('"higher" or "lower"');
  });

  it('stays one comment whatever an author writes', () => {
    const plain = calculated.find(({ name }) => name === 'CPL') as Calculated;
    const nasty = 'ends */ function evil() {} /* here\n * @customfunction\n */';
    const inputs = Object.fromEntries(
      Object.entries(plain.inputs).map(([name, input]) => [
        name,
        { ...input, called: { own: nasty } } as Input,
      ]),
    );
    const found = read(
      functionEntries([{ ...plain, ownTitle: nasty, inputs }], {
        atOnce: 'atOnce_',
        cells: 'cells_',
      }),
    );
    expect(found.map(({ name }) => name)).toEqual(['CPL', 'KPI', 'KPI_TOTAL']);
    expect(found[0]?.tags).toHaveLength(4);
  });
});

it('functions that only pass on hand over their one argument and give back the answer', () => {
  const text = passingEntries(['one', 'other'], 'held');
  const held = { one: (given: unknown) => [given], other: () => 'done' };
  expect(vm.runInNewContext(`${text}; [one(5), other()]`, { held })).toEqual([[5], 'done']);
});

describe('dist/Code.js, called as cells call it', () => {
  const context = vm.createContext({});
  vm.runInContext(readFileSync('dist/Code.js', 'utf8'), context);
  const call = (text: string): unknown => vm.runInContext(text, context);

  it.each([
    ['CPL(5, 6, 7)', 'CPL: it takes at most 2 inputs'],
    ['CPL(1, 200, 300)', 'CPL: it takes at most 2 inputs'],
    ['CPL(5, 6, "")', 'CPL: it takes at most 2 inputs'],
    ['CPL([[5], [6]], [[7], [8]], [[9], [10]])', 'CPL: it takes at most 2 inputs'],
    ['ROI(5, 6, 1, 7)', 'ROI: it takes at most 3 inputs'],
    ['ATTAINMENT(1, 2, "lower", 4, 5)', 'ATTAINMENT: it takes at most 4 inputs'],
    ['KPI("CPL", 1, 2, 3)', 'CPL: it takes at most 2 inputs'],
    ['KPI("ATTAINMENT", 1, 2, "lower", 4, 5)', 'ATTAINMENT: it takes at most 4 inputs'],
    ['KPI_TOTAL("CPL", 1, 2, 3)', 'CPL: it takes at most 2 inputs'],
    ['KPI_TOTAL("ROI", 1, 2, 1, 4, 5)', 'ROI: it takes at most 3 inputs'],
    ['CPL(5)', 'CPL: leads is missing'],
    ['CPL()', 'CPL: lead-generation cost is missing'],
    ['KPI("CPL", 5)', 'CPL: leads is missing'],
    ['KPI()', 'KPI: begin with the name of one KPI'],
    ['KPI_TOTAL()', 'KPI_TOTAL: begin with the name of one KPI'],
    ['KPI("NOPE", 1)', 'KPI: there is no KPI named “NOPE”'],
  ])('%s refuses with a sentence', (text, sentence) => {
    expect(() => call(text)).toThrow(sentence);
  });

  it.each(calculated.map(({ name, inputs }) => [name, Object.keys(inputs).length] as const))(
    '%s refuses one input more than it takes',
    (name, most) => {
      const list = Array.from({ length: most + 1 }, () => '1').join(', ');
      expect(() => call(`${name}(${list})`)).toThrow(`${name}: it takes at most ${most} inputs`);
    },
  );

  it('finds every KPI by its name, alone and over ranges', () => {
    expect(call('KPI("CPL", 1, 2)')).toBe(0.5);
    expect(call('KPI("cpl", [[1], [3]], [[2], [2]])')).toEqual([[0.5], [1.5]]);
    expect(call('KPI_TOTAL("CPL", [["Cost"], [1], [3]], [["Leads"], [2], [6]])')).toBe(0.5);
    expect(call('KPI_TOTAL("CPL", 1, 2)')).toBe(0.5);
    expect(call('KPI("ROI", 200, 100)')).toBe(1);
    expect(call('KPI("", 1, 2)')).toBe('');
  });

  it('gives the same by its own name and by KPI(), for every example', () => {
    for (const { name, inputs, examples } of calculated) {
      for (const { given, gives } of examples) {
        const values = Object.keys(inputs).map((input) => given[input]);
        const list = values.map((value) => JSON.stringify(value) ?? 'undefined').join(', ');
        expect(call(`${name}(${list})`), name).toBeCloseTo(gives, 10);
        expect(call(`KPI("${name}", ${list})`), name).toBeCloseTo(gives, 10);
        expect(call(`KPI_TOTAL("${name}", ${list})`), name).toBeCloseTo(gives, 10);
      }
    }
  });

  it('does not count arguments that were left out for good', () => {
    expect(call('CPL(1, 2, undefined)')).toBe(0.5);
    expect(call('KPI("CPL", 1, 2, undefined, undefined)')).toBe(0.5);
  });
});
