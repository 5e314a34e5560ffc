import type { CustomKpi, CustomKpiQuestion } from '../model/plan.ts';
import { readCustomKpi } from './read-custom-kpi.ts';
import { measureOfUnit } from './reading.ts';

/**
 * What nobody has said of a KPI that was kept before there were such questions: it was chosen by a
 * person or guessed, which nobody can tell any more. Where its name leaves no doubt and says the same,
 * nothing is asked.
 */
export function unsaidOfOlder(own: Omit<CustomKpi, 'unsaid'>): readonly CustomKpiQuestion[] {
  const { title, unit, better, how } = own;
  const facts = {
    title,
    measure: measureOfUnit(unit),
    unit: '',
    like: [],
    language: 'en',
  } as const;
  const read = readCustomKpi(facts);
  return [
    ...(how.is === 'ratio' || (read.how !== null && addsUp(read.how) === addsUp(how))
      ? []
      : (['totalling'] as const)),
    ...(read.better === better ? [] : (['better'] as const)),
  ];
}

const addsUp = (how: CustomKpi['how']): boolean => how.is === 'typed' && how.over === 'sum';
