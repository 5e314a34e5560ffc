import type { Kpi } from '../../kpi/define.ts';
import { roleRank } from '../../kpi/roles.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { type SheetMoreWords, sheetMoreWords } from '../../messages/compiled/sheet-more.ts';
import { type SheetWords, sheetWords } from '../../messages/sheet.ts';
import type { QuarterName } from '../../plan/calendar/calendar.ts';
import { kpiNamed } from '../../plan/model/aggregation.ts';
import type { Plan, PlannedKpi } from '../../plan/model/plan.ts';
import type { Block, BlockRow, CellAddresses, Content, DrawnBlock } from '../layout/block.ts';
import type { BlockDefinition } from '../layout/block-definition.ts';
import type { TypedValue } from '../layout/sheet-input.ts';
import type { departmentBlockList } from './blocks.ts';

type NameOf<B> = B extends DepartmentDefinition<infer Name> ? Name : never;
/** The blocks of a department's sheet. */
export type DepartmentBlockName = NameOf<(typeof departmentBlockList)[number]>;
export type DepartmentBlock = Block<DepartmentBlockName>;
export type DrawnInDepartment = DrawnBlock<DepartmentBlockName>;
export type DepartmentRow = BlockRow<DepartmentBlockName>;
export type DepartmentContent = Content<DepartmentBlockName>;
export type DepartmentAddresses = CellAddresses<DepartmentBlockName>;

/** The named range of a block of a department's sheet. */
export const departmentRange = ({ year, month }: QuarterName, block: DepartmentBlockName): string =>
  `KPI_dept_${year}q${month}_${block}`;

/** What people typed into a department's sheet, by block, row key and column key. */
export type DepartmentTyped = Readonly<
  Partial<
    Record<DepartmentBlockName, Readonly<Record<string, Readonly<Record<string, TypedValue>>>>>
  >
>;

/** A plan and the tab it stands on. */
export interface PlacedPlan {
  readonly plan: Plan;
  readonly sheetName: string;
}

/** What a department's sheet is made from. */
export interface DepartmentInput {
  readonly quarter: QuarterName;
  readonly name: string;
  /** The plans of the quarter. */
  readonly plans: readonly PlacedPlan[];
  /** Plans of other quarters, among which those of the same year are looked for. */
  readonly others: readonly PlacedPlan[];
  /** Activities of the budget; those of the words where empty. */
  readonly activities: readonly string[];
  readonly language: Language;
  readonly catalogue: readonly Kpi[];
  readonly typed: DepartmentTyped;
}

/** One KPI in one plan: a row of «who owns what». */
export interface Share {
  /** `abc123.LEADS` */
  readonly key: string;
  readonly plan: Plan;
  readonly planned: PlannedKpi;
  readonly kpi: Kpi;
  /** Which KPI it is, in whatever currency: its name, with the plan's id where it is the plan's own. */
  readonly base: string;
  /** What formulas add up by: the same, with the currency where it is not the department's. */
  readonly code: string;
  readonly currency: string;
  /** Whether the plan speaks for the whole department, for the smallest part of it, or neither. */
  readonly rank: 'head' | 'between' | 'one';
  /** Its numbers count for the department unless somebody says otherwise. */
  readonly counted: boolean;
}

/** A block of a department's sheet: all that is to be known of it. */
export interface DepartmentDefinition<Name extends string = DepartmentBlockName>
  extends BlockDefinition<Name, DepartmentBlockName> {
  readonly draw: (facts: DepartmentFacts) => DrawnInDepartment;
  /** The column up to which a hairline stands under each row of its table. */
  readonly lined?: string;
}

export interface DepartmentFacts extends DepartmentInput {
  readonly words: SheetMoreWords;
  readonly sheet: SheetWords;
  readonly shares: readonly Share[];
  readonly currency: string;
  /** Every currency that plans count in, the department's first. */
  readonly currencies: readonly string[];
  readonly firstMonth: number;
}

export function departmentFacts(request: DepartmentInput): DepartmentFacts {
  const first = request.plans[0]?.plan.circumstances;
  const used = request.plans.map(({ plan }) => plan.circumstances.currency);
  const currency = mostCommon(used) ?? 'VND';
  return {
    ...request,
    words: sheetMoreWords(request.language),
    sheet: sheetWords(request.language),
    currency,
    currencies: [...new Set([currency, ...used])],
    firstMonth: first?.firstMonth ?? ((request.quarter.month - 1) % 3) + 1,
    shares: sharesOf(request, currency),
  };
}

/**
 * Numbers of the department's own plan already contain those of its people's plans: where both
 * hold a KPI, in whatever currencies, only the department's counts.
 */
function sharesOf(request: DepartmentInput, main: string): readonly Share[] {
  const words = sheetMoreWords(request.language);
  const all = request.plans.flatMap(({ plan }) =>
    plan.kpis.flatMap((planned) => {
      const kpi = kpiNamed(planned.kpi, plan, request.catalogue);
      if (!kpi) return [];
      const base = baseOf(kpi, plan);
      const { currency } = plan.circumstances;
      const code =
        isMoney(kpi) && currency !== main ? words.otherCurrency({ code: base, currency }) : base;
      const key = `${plan.id}.${kpi.name}`;
      return [{ key, plan, planned, kpi, base, code, currency, height: roleRank(plan.role) }];
    }),
  );
  return all.map(({ height, ...share }) => {
    const same = all.filter(({ base }) => base === share.base);
    const heights = same.map((each) => each.height);
    const [top, bottom] = [Math.max(...heights), Math.min(...heights)];
    const rank = height > 0 && height === top ? 'head' : height === bottom ? 'one' : 'between';
    return { ...share, rank, counted: height === top };
  });
}

/** A plan's own KPIs are nobody else's. */
const baseOf = (kpi: Kpi, plan: Plan): string =>
  plan.own.some(({ name }) => name === kpi.name) ? `${kpi.name} ${plan.id}` : kpi.name;

const isMoney = ({ unit }: Kpi): boolean => unit === 'money' || unit === 'moneyEach';

function mostCommon(all: readonly string[]): string | undefined {
  const times = (wanted: string) => all.filter((each) => each === wanted).length;
  return [...all].sort((one, other) => times(other) - times(one))[0];
}

/** What stood in a cell of the sheet before. */
export function typedInDepartment(
  { typed }: Pick<DepartmentInput, 'typed'>,
  block: DepartmentBlockName,
  row: string,
  column: string,
): TypedValue | undefined {
  const cells = typed[block]?.[row];
  return cells && Object.keys(cells).includes(column) ? cells[column] : undefined;
}
