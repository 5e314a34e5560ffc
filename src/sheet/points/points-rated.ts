import { isCalculated } from '../../kpi/catalogue.ts';
import type { Kpi } from '../../kpi/define.ts';
import { kpiTitle } from '../../messages/catalogue.ts';
import type { SheetMoreWords } from '../../messages/compiled/sheet-more.ts';
import type { BlockRow, Content } from '../layout/block.ts';
import { carried, type SheetInput, typedAt } from '../layout/sheet-input.ts';

/** Marks of a scale that says nothing else. */
const usualScale = { min: 1, max: 5 };
/** A scale of more marks than these is no list of texts. */
const mostMarks = 10;

/** A mark that people give by a written scale: no system keeps it. */
export const isRated = (kpi: Kpi): boolean =>
  !isCalculated(kpi) &&
  kpi.unit === 'score' &&
  kpi.counts.over === 'whole' &&
  kpi.counts.sources === undefined;

function scaleOf(kpi: Kpi) {
  if (isCalculated(kpi)) return usualScale;
  const { min = usualScale.min, max = usualScale.max } = kpi.counts;
  return max - min < mostMarks ? { min, max } : usualScale;
}

/** The mark people give themselves and the manager's. */
export function ratedCells(kpi: Kpi, facts: SheetInput, words: SheetMoreWords): BlockRow['cells'] {
  const { min, max } = scaleOf(kpi);
  const help = words.pointsMarkHelp({ min, max });
  const mark = (column: string): Content => {
    const typed = typedAt(facts, 'points', kpi.name, column);
    return {
      ...carried(typed),
      format: '0.0',
      style: 'typedNumber',
      allows: { is: 'number', min, max, help },
    };
  };
  return { self: mark('self'), manager: { ...mark('manager'), note: words.pointsRated } };
}

/** What each mark means, for people to write down before anybody is marked. */
export function rubricRows(
  kpi: Kpi,
  facts: SheetInput,
  words: SheetMoreWords,
): readonly BlockRow[] {
  const { min, max } = scaleOf(kpi);
  const marks = Array.from({ length: max - min + 1 }, (_, at) => max - at);
  const title = words.pointsRubric({ kpi: kpiTitle(kpi, facts.plan.language) });
  return [
    { key: '', cells: { title: { text: title, style: 'columnHead' } } },
    ...marks.map((mark): BlockRow => {
      const key = `.mark${mark}.${kpi.name}`;
      const typed = typedAt(facts, 'points', key, 'weight');
      return {
        key,
        cells: {
          title: { value: words.pointsMark({ n: mark }), style: 'unit' },
          weight: { ...carried(typed), style: 'typedLine' },
        },
      };
    }),
  ];
}
