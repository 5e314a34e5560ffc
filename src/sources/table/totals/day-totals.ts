import type { DatedRow } from '../dated-rows.ts';
import type { RowLabel, RowLabels } from './row-labels.ts';
import { type Fit, type Sums, unfit } from './row-sums.ts';

/** What somebody has answered to rows of which it is not sure. */
export type Answer = 'leave' | 'count' | null;

/** How rows that are called alike compare with the others of their days. */
interface Story {
  rows: DatedRow[];
  sums: number;
  equals: number;
  misses: number;
  alone: number;
  columns: number;
  readonly amounts: Set<string>;
}

/** Rows that hold what other rows of their day come to. */
export function totalsOfDays(
  dated: readonly DatedRow[],
  sums: Sums,
  labelled: RowLabels,
  answer: Answer,
): { readonly totals: ReadonlySet<number>; readonly unsure: ReadonlySet<number> } {
  const groups = new Map<string, DatedRow[]>();
  for (const row of dated) {
    const key = `${row.from} ${row.to}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const stories = new Map<string, Story>();
  const tell = (key: string, row: DatedRow, fit: Fit, isAlone: boolean) => {
    const story = stories.get(key) ?? {
      rows: [],
      sums: 0,
      equals: 0,
      misses: 0,
      alone: 0,
      columns: 0,
      amounts: new Set<string>(),
    };
    stories.set(key, story);
    story.rows.push(row);
    if (isAlone) story.alone += 1;
    else if (fit.fits && fit.isSum) story.sums += 1;
    else if (fit.fits) story.equals += 1;
    else story.misses += 1;
    if (fit.fits) story.columns = Math.max(story.columns, fit.columns);
    if (fit.fits && fit.isSum) story.amounts.add(JSON.stringify(sums.valuesOf(row)));
  };
  for (const group of groups.values()) {
    for (const [place, { row, fit, isAlone }] of fitsIn(group, sums, labelled).entries()) {
      const label = labelled.get(row.at);
      tell(`label ${label?.text ?? ''}`, row, fit, isAlone);
      // Rows that name nothing are told apart by where they stand among those of their day.
      if (label?.text !== '' || group.length < 3) continue;
      if (place === group.length - 1) tell('last', row, fit, isAlone);
      if (place === 0) tell('first', row, fit, isAlone);
    }
  }
  const found = { totals: new Set<number>(), unsure: new Set<number>() };
  for (const story of stories.values()) {
    const [first] = story.rows;
    const label = first && labelled.get(first.at);
    if (!label) continue;
    const verdict = verdictOn(story, label);
    for (const row of story.rows) {
      const alone = groups.get(`${row.from} ${row.to}`)?.every((each) => isWordTotal(each.at));
      if (verdict === 'total' && !alone) found.totals.add(row.at);
      if (verdict === 'unsure') found.unsure.add(row.at);
    }
  }
  const isSure = (at: number) => labelled.get(at)?.isTotal === true;
  if (answer === 'count') {
    return { totals: new Set([...found.totals].filter(isSure)), unsure: new Set() };
  }
  if (answer === 'leave') {
    return { totals: new Set([...found.totals, ...found.unsure]), unsure: new Set() };
  }
  return {
    totals: found.totals,
    unsure: new Set([...found.unsure].filter((at) => !found.totals.has(at))),
  };

  function isWordTotal(at: number): boolean {
    return labelled.get(at)?.isTotal === true;
  }
}

function verdictOn(story: Story, { isTotal, isStrong, isHint, text }: RowLabel) {
  const { sums, equals, misses, alone, columns, amounts } = story;
  if (isTotal) return 'total';
  const compared = sums + equals + misses;
  if (compared === 0) return 'row';
  if (isStrong) return misses > 0 ? 'unsure' : 'total';
  if (misses > 0 || sums === 0) return 'row';
  if (isHint) return 'total';
  // One that is called like nothing of the kind: it fits wherever it stands, and not by chance.
  if (alone > 0 && text !== '') return 'row';
  const isOften = amounts.size > 1;
  if (isOften && columns > 1) return 'total';
  if (columns > 2) return 'total';
  return (isOften && amounts.size === sums) || columns > 1 ? 'unsure' : 'row';
}

/** Each row of a day against the others: all of them, and those between it and the total before. */
function fitsIn(group: readonly DatedRow[], sums: Sums, labelled: RowLabels) {
  const isNamed = (row: DatedRow) => labelled.get(row.at)?.isHint === true;
  const runs = (rows: readonly DatedRow[]): ReadonlyMap<number, Fit> => {
    const found = new Map<number, Fit>();
    let run = sums.nothing;
    for (const row of rows) {
      const fit = sums.fit(row, run);
      if (fit.fits && (fit.isSum || isNamed(row))) {
        found.set(row.at, fit);
        run = sums.nothing;
      } else run = sums.plus(run, row);
    }
    return found;
  };
  if (group.length < 2) return group.map((row) => ({ row, fit: unfit, isAlone: true }));
  const down = runs(group);
  const up = runs([...group].reverse());
  const all = sums.of(group);
  const plain = group.filter((row) => !isNamed(row));
  const ofPlain = sums.of(plain);
  const ofParts = sums.of(group.filter(({ at }) => !down.has(at) && !up.has(at)));
  return group.map((row) => {
    const own = sums.of([row]);
    const isPart = !down.has(row.at) && !up.has(row.at);
    const others = [
      isPart ? sums.minus(ofParts, own) : ofParts,
      sums.minus(all, own),
      isNamed(row) ? ofPlain : sums.minus(ofPlain, own),
    ];
    const fit =
      down.get(row.at) ??
      up.get(row.at) ??
      others.map((each) => sums.fit(row, each)).find(({ fits }) => fits) ??
      unfit;
    const isAlone = plain.length === (isNamed(row) ? 0 : 1);
    return { row, fit, isAlone };
  });
}
