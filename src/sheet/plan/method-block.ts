import { isCalculated } from '../../kpi/catalogue.ts';
import type { Kpi } from '../../kpi/define.ts';
import { firstPitfall, inputTitle, kpiTitle } from '../../messages/catalogue.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { languages } from '../../messages/compiled/languages.ts';
import { sheetFeedsWords } from '../../messages/compiled/sheet-feeds.ts';
import { type SheetMoreWords, sheetMoreWords } from '../../messages/compiled/sheet-more.ts';
import { spoken } from '../../messages/spoken.ts';
import { aggregationOf, kpiNamed } from '../../plan/model/aggregation.ts';
import { argumentsOf } from '../../plan/model/inputs.ts';
import { type Cadence, cadences, type PlannedKpi } from '../../plan/model/plan.ts';
import { connectedInputs } from '../data/connected-input.ts';
import { whereFrom } from '../data/feed-words.ts';
import type { BlockRow, Content, DrawnBlock } from '../layout/block.ts';
import type { PlanBlock } from '../layout/block-definition.ts';
import { formatOf } from '../layout/formats.ts';
import { messageFormula } from '../layout/message-formula.ts';
import type { SheetInput } from '../layout/sheet-input.ts';
import { fieldHeads, kpiFieldCells, otherFields } from './cell-fields.ts';

/**
 * How each KPI is counted and where its final number comes from, with those of the plan's cells
 * that few change: weight, thresholds, cadence. Each KPI has a second, grey line under its cells.
 */
export const methodBlock: PlanBlock<'method'> = {
  name: 'method',
  draw,
  lined: true,
  warned: [{ row: '.weights', column: 'weight' }],
};

function draw(facts: SheetInput): DrawnBlock {
  const { plan, catalogue } = facts;
  const words = sheetMoreWords(plan.language);
  const rows = plan.kpis.flatMap((planned) => {
    const kpi = kpiNamed(planned.kpi, plan, catalogue);
    return kpi ? rowsOf(kpi, planned, facts, words) : [];
  });
  return {
    columns: [...columns, ...others.map(([, name]) => name)],
    rows: [
      {
        key: '.weights',
        cells: {
          title: { value: words.method, style: 'heading' },
          weight: weightsOff(words),
        },
      },
      { key: '', cells: head(words, plan.language) },
      ...rows,
    ],
    folds: true,
    space: 1,
  };
}

const columns = [
  'title',
  'key',
  'how',
  'cadence',
  'weight',
  'lastYear',
  'goal',
  'flag',
  'source',
  'class',
  'definition',
];
/** Fields of a KPI that stand here besides, each in a column at the end. */
const others = otherFields('method', columns);

/** What stands above each column. */
export const methodHeads = (words: SheetMoreWords) => ({
  title: words.methodKpi,
  how: words.code,
  cadence: words.methodCadence,
  weight: words.methodWeight,
  lastYear: words.methodLastYear,
  goal: words.methodGoal,
  flag: words.methodFlag,
  source: words.methodSource,
  class: words.methodClass,
  definition: words.methodDefinition,
});
const rightHeads: readonly string[] = ['weight', 'lastYear', 'goal', 'flag'];

function head(words: SheetMoreWords, language: Language): BlockRow['cells'] {
  const cells = Object.entries(methodHeads(words)).map(([column, value]): [string, Content] => [
    column,
    { value, style: rightHeads.includes(column) ? 'columnHeadRight' : 'columnHead' },
  ]);
  return { ...Object.fromEntries(cells), ...fieldHeads(others, language) };
}

function rowsOf(
  kpi: Kpi,
  planned: PlannedKpi,
  facts: SheetInput,
  words: SheetMoreWords,
): readonly BlockRow[] {
  const { plan } = facts;
  const format = formatOf(kpi.unit, plan.circumstances.currency);
  const typed = kpiFieldCells('method', planned, format, plan.language);
  const asked = (column: string, help: string, limits: object = {}): Content => ({
    style: 'typedNumber',
    ...typed[column],
    allows: { is: 'number', ...limits, help },
  });
  const cells: BlockRow['cells'] = {
    title: {
      text: kpiTitle(kpi, plan.language),
      style: planned.weight === null ? 'tracked' : 'kpi',
    },
    how: { text: kpi.name, style: 'unit' },
    cadence: {
      value: words.cadence[planned.cadence],
      style: 'typedWords',
      allows: { is: 'list', items: cadences.map((each) => words.cadence[each]), strict: true },
    },
    ...typed,
    weight: asked('weight', words.methodWeightHelp, { min: 0, max: 1 }),
    lastYear: asked('lastYear', words.methodNumberHelp),
    source: { text: sourceShown(kpi, planned.source, facts, words), style: 'typedWords' },
    class: { value: classOf(kpi, words), style: 'faintWords' },
    definition: { text: planned.definition, style: 'typedLine' },
  };
  return [
    { key: kpi.name, cells },
    {
      key: `.${kpi.name}`,
      cells: { how: { text: howCounted(kpi, plan.language), style: 'unit' } },
    },
  ];
}

/** The formula in words, and what goes wrong most often with it. */
export function howCounted(kpi: Kpi, language: Language): string {
  const words = sheetMoreWords(language);
  const counted = isCalculated(kpi)
    ? `${kpi.name} = ${spoken(kpi.formula, kpi.inputs, language)}`
    : words.methodCount({ input: inputTitle(kpi.counts, language) });
  const totals = aggregationOf(kpi) === 'ratio' ? words.methodNoDivision : '';
  const pitfall = firstPitfall(kpi, language);
  const mind = pitfall ? words.methodPitfall({ pitfall }) : '';
  return [counted, totals, mind].filter((part) => part !== '').join(' · ');
}

const classOf = ({ group, level, timing }: Kpi, words: SheetMoreWords): string =>
  `${words.group[group]} · ${words.level[level]} · ${words.timing[timing]}`;

/** Says so while the weights that are typed are not 100%. */
function weightsOff(words: SheetMoreWords): Content {
  const formula: Content['formula'] = (at) => {
    const weights = at.column('method', 'weight');
    const sum = `ROUND(SUM(${weights})*100;1)`;
    const shown = messageFormula(words.methodWeights, { n: `${sum}&"%"` });
    return `IF(COUNT(${weights})=0;"";IF(${sum}=100;"";${shown}))`;
  };
  return { formula, style: 'status' };
}

/** A cadence as somebody may have typed it, in any language; `null` for other words. */
export function readCadence(typed: string): Cadence | null {
  const wanted = typed.trim().toLowerCase();
  return (
    cadences.find((each) =>
      languages.some((language) => sheetMoreWords(language).cadence[each] === wanted),
    ) ?? null
  );
}

/** What is not said otherwise is typed by hand, as far as it does not flow in. */
function sourceShown(kpi: Kpi, source: string, facts: SheetInput, words: SheetMoreWords): string {
  if (source !== 'typed') return source;
  const { language } = facts.plan;
  const read = argumentsOf(kpi, facts.plan).filter((each) => typeof each === 'string');
  const fed = connectedInputs(facts).filter(({ input }) => read.includes(input.key));
  if (fed.length === 0) return words.methodTyped;
  const places = [
    ...new Set(fed.map(({ account }) => whereFrom(account, language, facts.sources))),
  ].join(', ');
  const say = sheetFeedsWords(language);
  const where = fed.length < read.length ? say.alsoTyped({ where: places }) : places;
  return say.flowsIn({ where });
}

/** What begins with one of these says itself where the numbers flow in from. */
const flowsSigns = languages
  .map((language) => sheetFeedsWords(language).flowsIn({ where: '' }).trim())
  .filter(Boolean);

/** A source as the cell shows it; `typed` for the words that say so in any language. */
export function readSource(shown: string): string {
  const typed = [...languages.map((language) => sheetMoreWords(language).methodTyped), 'typed', ''];
  const text = shown.trim();
  return typed.includes(text.toLowerCase()) || flowsSigns.some((sign) => text.startsWith(sign))
    ? 'typed'
    : text;
}
