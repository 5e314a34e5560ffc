import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/quarter/day.ts';
import { dataRange } from '../../src/sources/data-rows.ts';
import type { Drawing } from '../../src/templates/drawing.ts';
import { planDrawing } from '../../src/templates/plan-sheet.ts';
import { writeXlsx } from '../../src/workbench/files/xlsx.ts';
import { ownFunctions } from '../../src/workbench/own-functions.ts';
import type { Found } from '../support/ironcalc.ts';
import { planned, planOf } from '../support/plans.ts';
import { libreOffice, recalculated } from '../workbench/files/libreoffice.ts';
import { type Drawn, typedInto } from './drawn.ts';
import { ads, dataDrawing, fedFacts, feedOf, flowsOf, shop } from './fed-facts.ts';
import { expectSame, factsOf, rolePlan, sampled, typedOf } from './plan-facts.ts';

/** Semicolons outside of texts are the commas of a workbook file. */
const withCommas = (formula: string): string =>
  formula.replace(/"(?:[^"]|"")*"|;/g, (part) => (part === ';' ? ',' : part));

/** What LibreOffice computes of a drawing; formats are left out, so that days stay numbers. */
async function inLibreOffice(drawing: Drawing, data?: Drawing): Promise<Drawn> {
  const rowsOf = ({ cells }: Drawing) =>
    cells.map((line) =>
      line.map(({ formula, value, text }) =>
        formula === undefined
          ? (text ?? value ?? null)
          : { formula: withCommas(formula).replaceAll(dataRange('abc123'), `Data!${whole(data)}`) },
      ),
    );
  const sheets = [
    { name: 'Lan', rows: rowsOf(drawing) },
    ...(data ? [{ name: 'Data', rows: rowsOf(data) }] : []),
  ];
  const blank = sheets.map(({ rows }) => ({
    values: rows.map((row) => row.map(() => null)),
    spills: [],
  }));
  const bytes = await writeXlsx({ sheets }, blank, {
    own: ownFunctions('vi'),
    locale: 'vi_VN',
    language: 'vi',
  });
  const found = (recalculated(bytes).get('Lan') ?? []).map((line) => line.map(read));
  const at = (name: string, row: string, column: string): Found => {
    const area = drawing.names.find((each) => each.name === name);
    const top = (area?.row ?? 1) - 1;
    // The lines above the scorecard's head have no keys beside them.
    const above = ['.title', '.live'].indexOf(row);
    const down =
      above >= 0
        ? top + 1 + above
        : found.findIndex((line, index) => index > top && line[1] === row);
    return found[down]?.[found[top]?.indexOf(column) ?? -1] ?? '';
  };
  return { at, all: () => found };
}

/** A name is not carried into a file of ours; what it stands for is. */
const whole = (data?: Drawing): string => `$A$1:$H$${data?.rows ?? 1}`;

function read(shown: string): Found {
  if (/^(?:#|Err:)/.test(shown)) return { error: shown };
  const number = Number(shown.replace(/%$/, ''));
  if (shown === '' || Number.isNaN(number)) return shown;
  return shown.endsWith('%') ? number / 100 : number;
}

if (libreOffice === null) {
  it('LibreOffice is absent: no plan was computed in it', () => {
    console.log('LibreOffice is absent: no plan was computed in it.');
  });
}

describe.runIf(libreOffice !== null)('LibreOffice', () => {
  it.each(['manager', 'social'] as const)(
    'computes the sheet of a %s as it stands without one',
    async (role) => {
      const { plan, filled } = sampled(rolePlan(role, 'vi'));
      const { parts } = factsOf(plan);
      const facts = factsOf(plan, { typed: typedOf(parts, filled), portable: true });
      const drawing = planDrawing(facts, '{}');
      const today = { value: parts[5]?.to ?? 0 };
      const sheet = await inLibreOffice(
        typedInto(drawing, 'KPI_abc123_calc', '.today', 'from', today),
      );
      expectSame(sheet, facts, filled);
      expect(sheet.at('KPI_abc123_score', '.live', 'title')).toMatch(/^tuần 6\/14 ▓{6}░{8} · số/);
    },
    120_000,
  );

  it('computes what flowed in as it stands without a sheet, up to a day within a week', async () => {
    const first = dayOf(2027, 1, 1);
    const kpis = ['LEADS', 'CPL', 'FOLLOWERS', 'VISITORS'].map((name) =>
      planned(name, { target: 100, baseline: 10 }),
    );
    const apart = { split: 'kênh' };
    const feeds = [
      ...[feedOf('LEADS', shop, apart), feedOf('CPL.cost', ads, apart)],
      ...[feedOf('FOLLOWERS', ads), feedOf('VISITORS', shop)],
    ];
    const plan = planOf(kpis, { feeds, accounts: [shop, ads] });
    const names = ['Email', 'a*b', '2027-01-02'];
    const days = Array.from({ length: 20 }, (_, at) => ({
      ...{ from: first + at, to: first + at, value: at % 4, segment: names[at % 3] ?? '' },
    }));
    const one = { from: first, through: first + 19, settled: first + 16, rows: days };
    const week = { from: first + 3, to: first + 9, value: 70 };
    const fetched = {
      ...{ LEADS: one, 'CPL.cost': one },
      FOLLOWERS: { ...one, rows: days.map((row) => ({ ...row, segment: '' })) },
      VISITORS: { ...one, rows: [week] },
    };
    const rates = { USD: 25_000 };
    const titles = names.map((title, at) => [`s${at + 1}`, { title }] as const);
    const typed = { split: Object.fromEntries(titles) };
    const facts = fedFacts(plan, fetched, { rates, typed, portable: true });
    const today = { value: first + 20 };
    const drawing = typedInto(planDrawing(facts, '{}'), 'KPI_abc123_calc', '.today', 'from', today);
    const sheet = await inLibreOffice(drawing, dataDrawing(plan, fetched));
    expectSame(sheet, facts, { inputs: {}, weights: [] }, flowsOf(facts, fetched, rates));
    const each = names.map((name) =>
      days.reduce((sum, { value, segment }) => sum + (segment === name ? value : 0), 0),
    );
    const leads = ['s1', 's2', 's3', 's4', 'rest'].map((row) =>
      sheet.at('KPI_abc123_split', row, 'seg:LEADS'),
    );
    expect(leads).toEqual([...each, '', 0]);
    expect(sheet.at('KPI_abc123_score', '.live', 'title')).toMatch(/17\/01, 3 ngày tạm tính$/);
  }, 120_000);
});
