import { planAnswersWords } from '../../messages/compiled/plan-answers.ts';
import { sameQuarter } from '../../plan/calendar/calendar.ts';
import { cleanText } from '../../plan/validation/field-reader.ts';
import { departmentOf } from '../../sheet/department/blocks.ts';
import {
  type DepartmentTyped,
  departmentFacts,
  type PlacedPlan,
} from '../../sheet/department/department-input.ts';
import { departmentBlocks, departmentDrawing } from '../../sheet/department/department-sheet.ts';
import { type DepartmentValues, departmentTyped } from '../../sheet/department/typed.ts';
import { typedPlaces, unlikeCells } from '../../sheet/layout/carry-typed.ts';
import { isUnanswered } from '../../sheet/layout/computed-value.ts';
import type { Drawing, Rectangle } from '../../sheet/layout/drawing.ts';
import { cut, hull } from '../../sheet/layout/found-blocks.ts';
import { fieldOf } from '../../sources/json.ts';
import type { Built } from '../api/plan-api.ts';
import { exclusively } from '../api/respond.ts';
import { Problem } from '../api/user-error.ts';
import { checkAnswered } from '../plan-store/answered-cells.ts';
import { checkMayChange } from '../plan-store/find-plan.ts';
import { type FoundPlans, findPlans } from '../plan-store/find-plans.ts';
import { leftWords } from '../plan-store/kept-sheets.ts';
import { markDamage } from '../plan-store/mark-damage.ts';
import type { PlanSheet } from '../plan-store/plan-sheet.ts';
import { checkMayAdd } from '../plan-store/preconditions.ts';
import { planTitle } from '../plan-store/sheet-title.ts';
import type { Context } from '../ports/context.ts';
import { buildSheet } from '../transactions/build-sheet.ts';
import type { Look } from '../transactions/look-again.ts';
import { recover } from '../transactions/pending-change.ts';
import { keptWords } from '../transactions/rebuild-sheet.ts';
import { readQuarter } from './last-actuals.ts';
import { planStart } from './list-plans.ts';

const longest = 100;
const mostActivities = 50;

type Order = Parameters<typeof departmentDrawing>[0];

/** One sheet over all plans of a quarter; built anew, with what was typed there, when it stands. */
export function buildDepartment(request: unknown, context: Context): Built {
  const { say, spreadsheet } = context;
  const quarter = readQuarter(fieldOf(request, 'quarter'));
  if (!quarter) throw new Problem(say.noPlansThen, 'quarter');
  const key = `dept_${quarter.year}q${quarter.month}`;
  const built = exclusively(context, () => {
    recover(context);
    const found = findPlans(context);
    const readable = found.plans.filter(({ sheet, state }) => sheet !== null && state !== 'newer');
    const now = readable.filter(({ card: metadata }) =>
      sameQuarter(metadata.plan.quarter, quarter),
    );
    const [first] = now;
    if (!first) throw new Problem(say.noPlansThen, 'quarter');
    checkMayAdd(found.sheets, context);
    for (const plan of now) {
      if (plan.state === 'open' && plan.sheet && spreadsheet.mayChange(plan.sheet.id)) {
        plan.writeMisreadAsText();
      }
      // What is damaged is not judged here either: the department reads the plans' own cells.
      markDamage(plan, context);
    }
    const { language } = first.card.plan;
    const name = text(fieldOf(request, 'name')) || planAnswersWords(language).department;
    const order = {
      quarter,
      name,
      language,
      catalogue: context.catalogue,
      plans: now.map((plan) => placed(plan, context)),
      others: readable.filter((plan) => !now.includes(plan)).map((plan) => placed(plan, context)),
      activities: texts(fieldOf(request, 'activities')),
    };
    const old = existingDepartment(key, found, context);
    const oldSheet = old && spreadsheet.sheet(old.sheet);
    if (oldSheet) checkMayChange(oldSheet, context);
    const typed = old ? departmentTyped(old.values, blocksOf(order)) : {};
    if (old) checkCopied(old, typed, context);
    const title = oldSheet?.name ?? planTitle({ ...first.card.plan, name });
    const keptTitle = planAnswersWords(language).kept({ title });
    const drawing = departmentDrawing({ ...order, typed });
    const sheet = buildSheet(
      {
        key,
        title,
        language,
        freeze: null,
        lines: [],
        undo: null,
        drawing,
        from: oldSheet
          ? { sheet: oldSheet.id, keptTitle, look: lookAt(typed, drawing, order) }
          : null,
      },
      context,
    );
    const kept = oldSheet && spreadsheet.sheet(oldSheet.id)?.name;
    return {
      name: spreadsheet.sheet(sheet)?.name ?? title,
      note: keptWords(
        { kept: kept ?? '', left: leftWords(oldSheet?.id ?? null, context) },
        context,
      ),
    };
  });
  return { plan: key, sheet: built.name, start: planStart(context), note: built.note };
}

/** A plan as its cells say it now, and its tab. */
const placed = (standing: PlanSheet, _world: Context): PlacedPlan => ({
  plan: standing.read().plan,
  sheetName: standing.sheet?.name ?? '',
});

/** What was read from the sheet that stands, and where the new one was drawn with something else. */
function lookAt(before: DepartmentTyped, { names, cells }: Drawing, order: Order): Look {
  const blocks = blocksOf(order);
  const values = cells.map((line) => line.map(({ value, text }) => text ?? value ?? ''));
  const whole = { row: 1, column: 1, rows: values.length, columns: values[0]?.length ?? 1 };
  const drawn = names.flatMap((area) => {
    const block = departmentOf(area.name)?.block;
    return block ? [{ block, values: cut(values, whole, area) }] : [];
  });
  const unlike = unlikeCells(before, departmentTyped(drawn, blocks));
  return { before, unlike, places: typedPlaces(blocks) };
}

const blocksOf = (order: Order) =>
  departmentBlocks(departmentFacts({ catalogue: [], others: [], typed: {}, ...order }));

interface DepartmentSheet {
  readonly sheet: number;
  readonly values: readonly (DepartmentValues & { readonly area: Rectangle })[];
}

/** The department's sheet as it stands, with what its cells hold. */
function existingDepartment(
  key: string,
  { names }: FoundPlans,
  { spreadsheet }: Context,
): DepartmentSheet | null {
  const areas = names.flatMap((area) => {
    const of = departmentOf(area.name);
    return of && !of.onCopy && area.name.startsWith(`KPI_${key}_`)
      ? [{ ...area, block: of.block }]
      : [];
  });
  const [first] = areas;
  if (!first) return null;
  const here = areas.filter(({ sheet }) => sheet === first.sheet);
  const around = hull(here);
  const values = spreadsheet.values(first.sheet, around);
  const found = here.map((area) => ({
    block: area.block,
    area,
    values: cut(values, around, area),
  }));
  return { sheet: first.sheet, values: found };
}

/** Refuses to copy what was typed where a cell of it, a formula of somebody's, shows no value. */
function checkCopied(
  { sheet, values: blocks }: DepartmentSheet,
  typed: DepartmentTyped,
  context: Context,
): void {
  for (const { block, area, values } of blocks) {
    const columns = Object.values(typed[block] ?? {}).flatMap(Object.keys);
    for (const [down, line] of values.entries()) {
      for (const [across, value] of line.entries()) {
        if (!columns.includes(String(values[0]?.[across])) || !isUnanswered(value)) continue;
        const at = { row: area.row + down, column: area.column + across };
        checkAnswered([{ sheet, ...at, shows: String(value) }], context);
      }
    }
  }
}

const text = (value: unknown): string =>
  typeof value === 'string' ? cleanText(value.slice(0, longest * 10)).slice(0, longest) : '';

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value
        .slice(0, mostActivities)
        .map(text)
        .filter((each) => each !== '')
    : [];
