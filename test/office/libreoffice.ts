import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Papa from 'papaparse';

/** The command that runs LibreOffice here, or `null`. */
export const libreOffice: string | null =
  ['soffice', 'libreoffice'].find((name) => !spawnSync(name, ['--version']).error) ?? null;

const recalculateAlways = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** Opens a workbook in LibreOffice, has every formula computed anew, and reads the cells, sheet by sheet. */
export function recalculated(workbook: Uint8Array): Map<string, string[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'xlsx-'));
  try {
    mkdirSync(join(folder, 'profile', 'user'), { recursive: true });
    writeFileSync(join(folder, 'profile', 'user', 'registrymodifications.xcu'), recalculateAlways);
    writeFileSync(join(folder, 'book.xlsx'), workbook);
    // UTF-8, commas, values in full rather than as shown, every sheet.
    const csv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';
    execFileSync(
      libreOffice ?? 'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        '--convert-to',
        csv,
        '--outdir',
        folder,
        join(folder, 'book.xlsx'),
      ],
      { stdio: 'pipe', timeout: 120_000 },
    );
    const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));
    return new Map(
      files.map((name) => [
        name.slice('book-'.length, -'.csv'.length),
        Papa.parse<string[]>(readFileSync(join(folder, name), 'utf8')).data,
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
