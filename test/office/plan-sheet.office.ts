import { describe, it } from 'vitest';
import type { Found } from '../kit/engine/ironcalc.ts';
import type { Drawn } from '../kit/sheet/drawn.ts';
import { fedCase, roleCase, type SheetCase } from '../kit/sheet/sheet-cases.ts';
import { drawnFrom, sheetFile, tab } from '../kit/sheet/sheet-file.ts';
import { recalculated } from './libreoffice.ts';

/** What LibreOffice computes of a drawing. */
async function inLibreOffice({ drawing, data }: SheetCase): Promise<Drawn> {
  const shown = recalculated(await sheetFile(drawing, data)).get(tab) ?? [];
  return drawnFrom(
    drawing,
    shown.map((line) => line.map(read)),
  );
}

function read(shown: string): Found {
  if (/^(?:#|Err:)/.test(shown)) return { error: shown };
  const number = Number(shown.replace(/%$/, ''));
  if (shown === '' || Number.isNaN(number)) return shown;
  return shown.endsWith('%') ? number / 100 : number;
}

describe('LibreOffice', () => {
  it.each(['manager', 'social'] as const)(
    'computes the sheet of a %s as it stands without one',
    async (role) => {
      const each = roleCase(role);
      each.expectSame(await inLibreOffice(each));
    },
    120_000,
  );

  it('computes what flowed in as it stands without a sheet, up to a day within a week', async () => {
    const each = fedCase();
    each.expectSame(await inLibreOffice(each));
  }, 120_000);
});
