import { describe, expect, it } from 'vitest';
import type { SelectedCells } from '../../../src/app/api/api.ts';
import { catalogue, isCalculated } from '../../../src/kpi/catalogue.ts';
import type { Calculated } from '../../../src/kpi/define.ts';
import {
  answerOf,
  emptyForm,
  type Field,
  type Form,
  firstCell,
  functionRequest,
  isAddress,
  isRange,
  uncombinable,
  withField,
  wrongs,
} from '../../../src/sidebar/functions/function-form.ts';

const named = (name: string): Calculated =>
  catalogue.filter(isCalculated).find((kpi) => kpi.name === name)!;

const selected = (a1: string, rows: number, sheet = 'My ads'): SelectedCells => ({
  sheet,
  a1,
  reference: `'${sheet}'!${a1}`,
  rows,
  columns: 1,
  header: 'Spent',
});
const taken = (a1: string, rows: number, sheet?: string): Field => ({
  text: a1,
  picked: selected(a1, rows, sheet),
});
const filled = (fields: Readonly<Record<string, Field | string>>): Form =>
  Object.entries(fields).reduce(
    (form, [name, field]) =>
      withField(form, name, typeof field === 'string' ? { text: field } : field),
    emptyForm,
  );

describe('what a field holds', () => {
  it('knows addresses', () => {
    for (const text of [
      'J2',
      'j2:j9',
      '$J$2:$J$9',
      'K:K',
      'A2:A',
      "'My ''ads'''!J2:J9",
      'Ads!J2',
    ]) {
      expect(isAddress(text), text).toBe(true);
    }
    for (const text of ['', 'cost', '12', '=J2', 'J2;K2', 'J2:', "'My ads!J2", '40%']) {
      expect(isAddress(text), text).toBe(false);
    }
  });

  it('knows ranges from cells', () => {
    for (const text of ['J2:J9', 'K:K', 'A2:A', 'Ads!J2:K2']) expect(isRange({ text })).toBe(true);
    for (const text of ['J2', 'J2:J2', '$j$2:J2', '1:30 pm', '12']) {
      expect(isRange({ text }), text).toBe(false);
    }
    expect(isRange(taken('J2:J9', 8))).toBe(true);
    expect(isRange(taken('J2', 1))).toBe(false);
  });

  it('says what is missing or cannot be read, and leaves the fine judgement to the spreadsheet', () => {
    const cpl = named('CPL');
    expect(wrongs(cpl, emptyForm)).toEqual({ cost: 'required', leads: 'required' });
    expect(wrongs(cpl, filled({ cost: 'abc', leads: '<b>9</b>' }))).toEqual({
      cost: 'unreadable',
      leads: 'unreadable',
    });
    for (const text of ['1.200', '1,5', '40%', '₫ 1.200', '12tr', '1.200 ₫', '−3']) {
      expect(wrongs(cpl, filled({ cost: text, leads: 'K2' })), text).toEqual({});
    }
    const form = { ...filled({ cost: '1', leads: '2' }), target: { text: 'there' } };
    expect(wrongs(cpl, form)).toEqual({ target: 'unreadableTarget' });
  });

  it('lets optional arguments and choices be empty', () => {
    expect(wrongs(named('ATTAINMENT'), filled({ actual: '1', target: '2' }))).toEqual({});
  });
});

describe('how many answers', () => {
  const cpl = named('CPL');
  it('is one number over ranges, unless the user wants one per row', () => {
    const ranges = filled({ cost: taken('J2:J9', 8), leads: taken('K2:K9', 8) });
    expect(answerOf(cpl, ranges)).toBe('total');
    expect(answerOf(cpl, { ...ranges, answer: 'rows' })).toBe('rows');
  });

  it('is one per row for single cells, and for what cannot be combined', () => {
    expect(answerOf(cpl, filled({ cost: 'J2', leads: 'K2' }))).toBe('rows');
    const engagement = named('ENGRATE');
    const form = filled({ interactions: 'J2:J9', reach: 'K2:K9' });
    expect(answerOf(engagement, { ...form, answer: 'total' })).toBe('rows');
    expect(uncombinable([engagement.inputs.reach!])).toBe(engagement.inputs.reach);
  });
});

describe('the request', () => {
  it('holds every argument in order, empty where left out', () => {
    const form = filled({ revenue: 'J2', cost: ' 1.200 ' });
    expect(functionRequest(named('ROI'), form, false)).toEqual({
      name: 'ROI',
      inputs: ['J2', '1.200', ''],
      answer: 'rows',
      target: '',
      replace: false,
    });
  });

  it('keeps the sheet of a selection, also when its address was typed over', () => {
    const form = filled({
      cost: taken('J2:J9', 8, "Lan's ads"),
      leads: { ...taken('K2:K9', 8), text: 'K3:K9' },
    });
    expect(functionRequest(named('CPL'), form, true).inputs).toEqual([
      "'Lan''s ads'!J2:J9",
      "'My ads'!K3:K9",
    ]);
    const elsewhere = filled({ cost: { ...taken('J2', 1), text: 'Other!J2' }, leads: '3' });
    expect(functionRequest(named('CPL'), elsewhere, true).inputs).toEqual(['Other!J2', '3']);
    const number = filled({ cost: { ...taken('J2', 1), text: '12' }, leads: '3' });
    expect(functionRequest(named('CPL'), number, true).inputs).toEqual(['12', '3']);
  });

  it('puts the answer into the first cell of what was selected for it', () => {
    expect(firstCell(selected('L2:M9', 8)).a1).toBe('L2');
    expect(firstCell(selected('L:L', 1000)).a1).toBe('L1');
    expect(firstCell(selected('3:3', 1)).a1).toBe('A3');
    expect(firstCell(selected('L2:M9', 8))).toMatchObject({ rows: 1, columns: 1 });
  });
});
