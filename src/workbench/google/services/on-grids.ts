import { kindOfSheet, type SheetKind } from '../../model/sheets.ts';
import { sentences } from '../assumptions.ts';
import type { ServiceContext } from '../context.ts';
import type { ServiceCalls } from './services.ts';

/** What a sheet without cells is; `null` for every other one. */
export function withoutCells({ cells }: ServiceContext, id: string): SheetKind | null {
  const sheet = cells.sheet(id);
  if (!sheet) return null;
  const kind = kindOfSheet(sheet);
  return kind === 'GRID' ? null : kind;
}

/** What any sheet can be asked. */
const ofAnySheet =
  /^Sheet\.(?:activate|copyTo|getCharts|getIndex|getName|getSheetId|getType|hideSheet|insertChart|isSheetHidden|removeChart|setName|setTabColor|showSheet)$/;

/** Services of sheets and ranges, which refuse what is about cells where a sheet has none. */
export const onGrids = (context: ServiceContext, services: ServiceCalls): ServiceCalls =>
  Object.fromEntries(
    Object.entries(services).map(([name, call]) => [
      name,
      ofAnySheet.test(name)
        ? call
        : (id: string, ...rest: unknown[]) => {
            const kind = withoutCells(context, id);
            if (kind !== null) throw new Error(sentences.noCells(kind));
            return call(id, ...rest);
          },
    ]),
  );
