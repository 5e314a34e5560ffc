import type { BlockName } from '../../sheet/layout/block.ts';
import { sheetOfBlocks } from '../../sheet/layout/found-blocks.ts';
import { blockAreas, blockOf } from '../../sheet/plan/blocks.ts';
import type { Context } from '../ports/context.ts';
import type { NamedArea, SheetInfo } from '../ports/spreadsheet.ts';
import { longNote } from './chunked-property.ts';
import { cardOf, planNote, planSheetOf } from './find-plan.ts';
import { newestFirst } from './overview.ts';
import { PlanSheet } from './plan-sheet.ts';

/** A sheet that somebody has copied together with the plan on it. */
export interface CopiedPlan {
  readonly sheet: SheetInfo;
  readonly of: string;
  readonly areas: ReadonlyMap<BlockName, NamedArea>;
}

export interface FoundPlans {
  readonly plans: readonly PlanSheet[];
  readonly copies: readonly CopiedPlan[];
  readonly sheets: readonly SheetInfo[];
  readonly names: readonly NamedArea[];
  readonly notes: Readonly<Record<string, string>>;
}

/** All plans: by their named areas and metadata; those whose sheet is gone by what was noted of them. */
export function findPlans(context: Context): FoundPlans {
  const { spreadsheet } = context;
  const [names, sheets, notes] = [spreadsheet.names(), spreadsheet.sheets(), spreadsheet.notes()];
  const areas = blockAreas(names);
  const noted = Object.keys(notes).flatMap((key) => /^plan\.([a-z0-9]{6})$/.exec(key)?.[1] ?? []);
  const ids = new Set([...areas.keys(), ...noted]);
  const plans = [...ids].flatMap((id) => {
    const own = areas.get(id) ?? new Map<BlockName, NamedArea>();
    const metadata = cardOf(own.get('card'), context);
    const kept = metadata ?? context.versions.metadata(longNote(planNote(id), notes) ?? '');
    if (!kept) return [];
    const on = sheetOfBlocks(own);
    const sheet = sheets.find((each) => each.id === on) ?? null;
    return [new PlanSheet(planSheetOf(id, kept, own, sheet, metadata !== null), context)];
  });
  return {
    plans: plans.sort((one, other) => newestFirst(one.card.plan, other.card.plan)),
    copies: copied(names, sheets),
    sheets,
    names,
    notes,
  };
}

function copied(names: readonly NamedArea[], sheets: readonly SheetInfo[]): CopiedPlan[] {
  return sheets.flatMap((sheet): CopiedPlan[] => {
    const areas = new Map<BlockName, NamedArea>();
    let of: string | null = null;
    for (const area of names) {
      const block = blockOf(area.name);
      if (area.sheet !== sheet.id || !block?.onCopy) continue;
      of = block.plan;
      areas.set(block.block, area);
    }
    return of !== null && areas.has('card') ? [{ sheet, of, areas }] : [];
  });
}
