import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../src/templates/drawing.ts';
import { planDrawing } from '../../src/templates/plan-sheet.ts';
import { writeXlsx } from '../../src/workbench/files/xlsx.ts';
import { ownFunctions } from '../../src/workbench/own-functions.ts';
import type { Found } from '../support/ironcalc.ts';
import { libreOffice, recalculated } from '../workbench/files/libreoffice.ts';
import { type Drawn, typedInto } from './drawn.ts';
import { expectSame, factsOf, rolePlan, sampled, typedOf } from './plan-facts.ts';

/** Semicolons outside of texts are the commas of a workbook file. */
const withCommas = (formula: string): string =>
  formula.replace(/"(?:[^"]|"")*"|;/g, (part) => (part === ';' ? ',' : part));

/** What LibreOffice computes of a drawing; formats are left out, so that days stay numbers. */
async function inLibreOffice(drawing: Drawing): Promise<Drawn> {
  const rows = drawing.cells.map((line) =>
    line.map(({ formula, value, text }) =>
      formula === undefined ? (text ?? value ?? null) : { formula: withCommas(formula) },
    ),
  );
  const values = rows.map((row) => row.map(() => null));
  const bytes = await writeXlsx({ sheets: [{ name: 'Lan', rows }] }, [{ values, spills: [] }], {
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
});
