import type { Parts } from '../../app/api/respond.ts';
import type { Clock } from '../../app/ports/services.ts';
import type { NamedArea, SheetInfo, Spreadsheet } from '../../app/ports/spreadsheet.ts';
import { isOwnName, ownNotes, ownSheets } from './stage.ts';

/**
 * The product's own parts, told of a spreadsheet of which they see only what the self-check makes, and
 * where all they make says in its name or key that it is the self-check's: whatever is left of it when a
 * run is ended can be known and taken away, and no plan that stands beside it is touched.
 */
export const stagedParts = (parts: Parts): Parts => ({
  ...parts,
  // What is remembered is the user's, in all their spreadsheets.
  host: { ...parts.host, remember: () => {}, forget: () => {} },
  spreadsheet: stagedSpreadsheet(parts.spreadsheet),
  services: { ...parts.services, send: () => [], mail: () => false, clock: noClock },
});

const noClock: Clock = { stands: () => false, start: () => 'stood', stop: () => {} };

const sheetMark = `${ownSheets} `;
const nameMark = '_selfcheck';

/** Formulas speak of a plan's own names, which therefore stay; those that plans share get a mark. */
const marked = (name: string): string => (isOwnName(name) ? name : `${name}${nameMark}`);
const unmarked = (name: string): string =>
  name.endsWith(nameMark) ? name.slice(0, -nameMark.length) : name;

const areaSeen = (area: NamedArea): NamedArea => ({ ...area, name: unmarked(area.name) });
const isSeen = ({ name }: SheetInfo): boolean => name.startsWith(sheetMark);

/** Facts of a tab are asked for when somebody wants them, as those of any other. */
const infoSeen = (info: SheetInfo): SheetInfo => ({
  id: info.id,
  get name() {
    return isSeen(info) ? info.name.slice(sheetMark.length) : info.name;
  },
  get hidden() {
    return info.hidden;
  },
});

function stagedSpreadsheet(real: Spreadsheet): Spreadsheet {
  return {
    ...real,
    sheets: () => real.sheets().filter(isSeen).map(infoSeen),
    sheet: (id) => {
      const info = real.sheet(id);
      return info && infoSeen(info);
    },
    addSheet: (name, rows, columns) => real.addSheet(`${sheetMark}${name}`, rows, columns),
    renameSheet: (sheet, name) => real.renameSheet(sheet, `${sheetMark}${name}`),
    names: () =>
      real
        .names()
        .filter(({ name }) => isOwnName(name))
        .map(areaSeen),
    area: (name) => {
      const area = real.area(marked(name));
      return area && areaSeen(area);
    },
    setName: (name, sheet, area) => real.setName(marked(name), sheet, area),
    setNames: (sheet, areas) =>
      real.setNames(
        sheet,
        areas.map((area) => ({ ...area, name: marked(area.name) })),
      ),
    removeName: (name) => real.removeName(marked(name)),
    note: (key) => real.note(`${ownNotes}${key}`),
    notes: () =>
      Object.fromEntries(
        Object.entries(real.notes()).flatMap(([key, text]) =>
          key.startsWith(ownNotes) ? [[key.slice(ownNotes.length), text]] : [],
        ),
      ),
    keepNote: (key, value) => real.keepNote(`${ownNotes}${key}`, value),
    keepNotes: (notes) =>
      real.keepNotes(
        Object.fromEntries(Object.entries(notes).map(([key, text]) => [`${ownNotes}${key}`, text])),
      ),
    tell: (key, text) => real.tell(`${ownNotes}${key}`, text),
    told: (key) => real.told(`${ownNotes}${key}`),
  };
}
