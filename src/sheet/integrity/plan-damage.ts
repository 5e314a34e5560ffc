import type { planAnswersWords } from '../../messages/compiled/plan-answers.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { damageColumn } from '../calc/whole-rows.ts';
import type { Block } from '../layout/block.ts';
import type { SheetBlock } from '../layout/found-blocks.ts';
import type { CellChange } from '../plan/cell-changes.ts';
import type { PlanMetadata } from '../plan/metadata-block.ts';
import { type Known, sheetInputFor } from '../plan/plan-facts.ts';
import type { PlanVersions } from '../plan/plan-versions.ts';
import { affectedKpis, type Damage, damageOf } from './damage.ts';
import { changedBlocks, type FormulaBlock } from './fingerprint.ts';

/** What is needed to say what is wrong. */
interface Teller extends Pick<Known, 'catalogue' | 'sources'> {
  readonly versions: PlanVersions;
  readonly say: ReturnType<typeof planAnswersWords>;
}

/** What is wrong with a plan's sheet. */
export interface PlanDamage {
  readonly damages: readonly Damage[];
  /** The KPIs that are not judged until it is put right. */
  readonly kpis: readonly string[];
  /** In one sentence, in the language of whoever asks. */
  readonly sentence: string;
}

/**
 * Holds a plan's blocks against what they were when they were last written. Only where something
 * is not what it was is the plan rendered, to say what.
 */
export function planDamage(
  card: PlanMetadata,
  sheet: string,
  found: readonly FormulaBlock[],
  teller: Teller,
): PlanDamage | null {
  const changed = changedBlocks(card.prints ?? {}, found);
  if (changed.length === 0) return null;
  const drawn = teller.versions.blocks(card.plan, card);
  const damages = damageOf(changed, drawn, found);
  if (damages.length === 0) return null;
  const kpis = affectedKpis(damages, sheetInputFor(card.plan, teller));
  return { damages, kpis, sentence: sentenceOf(damages, drawn, sheet, teller) };
}

/** Marks that are not what they are to be; where a KPI's hidden row is gone, there is nothing to mark. */
export function damageMarks(
  blocks: readonly SheetBlock[],
  plan: Plan,
  damaged: readonly string[],
): readonly CellChange[] {
  const calc = blocks.find(({ block }) => block === 'calc');
  const across = calc?.columnKeys.indexOf(damageColumn) ?? -1;
  if (!calc || across < 0) return [];
  return plan.kpis.flatMap(({ kpi }): CellChange[] => {
    const down = calc.rowKeys.indexOf(kpi, 1);
    if (down < 0) return [];
    const stands = String(calc.values[down]?.[across] ?? '');
    const wanted = damaged.includes(kpi) ? mark : '';
    const cell = { block: 'calc', row: kpi, column: damageColumn } as const;
    return stands === wanted ? [] : [{ ...cell, before: stands || null, after: wanted || null }];
  });
}

const mark = 'damaged';

function sentenceOf(
  damages: readonly Damage[],
  drawn: readonly Block[],
  sheet: string,
  { say }: Teller,
): string {
  const [first] = damages;
  if (!first) return '';
  const { block, is, rows, columns } = first;
  const words = say.damage;
  const part = say.parts[block];
  const places = rows.map((row) => titleOf(row, block, drawn));
  const said = {
    gone: () => words.gone({ part }),
    rowsMissing: () => words.rowsMissing({ part, rows: listed(places) }),
    rowsTwice: () => words.rowsTwice({ part, rows: listed(places) }),
    columnsMissing: () =>
      words.columnsMissing({
        part,
        columns: listed(columns.map((each) => headOf(each, block, drawn))),
      }),
    overwritten: () =>
      words.overwritten({
        part,
        column: listed(columns.map((each) => headOf(each, block, drawn))),
        rows: listed(places),
      }),
    days: () => words.days({ part, rows: listed(places) }),
    order: () => words.order({ part }),
    altered: () => words.altered({ part }),
  }[is]();
  return words.sentence({ sheet, what: said, more: damages.length - 1 });
}

const mostNamed = 3;
const listed = (names: readonly string[]): string =>
  names.length > mostNamed ? `${names.slice(0, mostNamed).join(', ')}, …` : names.join(', ');

/** What people call a row: the words in its first column. */
function titleOf(key: string, name: string, drawn: readonly Block[]): string {
  const block = drawn.find((each) => each.name === name);
  const cell = block?.rows.find((row) => row.key === key)?.cells.title;
  return String(cell?.text ?? cell?.value ?? key);
}

/** What stands over a column. */
function headOf(column: string, name: string, drawn: readonly Block[]): string {
  const block = drawn.find((each) => each.name === name);
  const heads = block?.rows.flatMap(({ cells }) => {
    const { style, text, value } = cells[column] ?? {};
    return style?.startsWith('columnHead') ? [String(text ?? value ?? '')] : [];
  });
  return heads?.find((head) => head !== '') ?? column;
}
