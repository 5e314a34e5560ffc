import type { Kpi } from '../../kpi/define.ts';
import type { PlanWords } from '../../messages/en/plan.ts';
import { kpiNamed } from '../model/aggregation.ts';
import { weightedFirst } from '../model/edit-kpis.ts';
import { type Cadence, cadences, mostKpis, type Plan, type PlannedKpi } from '../model/plan.ts';
import {
  type FieldReader,
  fieldReader,
  isRecord,
  maxLengths,
  numberOrNull,
  type PlanProblem,
  unsigned,
} from './field-reader.ts';

interface Surroundings extends Pick<Plan, 'own' | 'language'> {
  readonly catalogue: readonly Kpi[];
  readonly words: PlanWords;
}

/** The KPIs of a plan, those with weight first. */
export function validateKpis(
  value: unknown,
  around: Surroundings,
): { readonly kpis: readonly PlannedKpi[]; readonly problems: readonly PlanProblem[] } {
  const { words } = around;
  const top = fieldReader({}, '', words);
  const given: readonly unknown[] = Array.isArray(value) ? value : [];
  if (given.length === 0) top.refuse('kpis', words.problems.noKpis);
  if (given.length > mostKpis) {
    top.refuse('kpis', words.problems.tooManyKpis(mostKpis));
    return { kpis: [], problems: top.problems };
  }
  const names = new Set<string>();
  const kpis = [...given].flatMap((each, index): readonly PlannedKpi[] => {
    const name = isRecord(each) ? each.kpi : undefined;
    if (!isRecord(each) || typeof name !== 'string') {
      top.refuse(`kpis.${index}`, words.problems.notKpi(index + 1));
      return [];
    }
    const known = kpiNamed(name, around, around.catalogue);
    if (!known) {
      top.refuse(`kpis.${index}`, words.problems.unknownKpi(shown(name)));
      return [];
    }
    const title = known.title[around.language];
    if (names.has(name)) top.refuse(`kpis.${name}`, words.problems.twice(title));
    names.add(name);
    return [checkOne(each, name, title, top.into(each, `kpis.${name}`))];
  });
  return { kpis: weightedFirst(kpis), problems: top.problems };
}

/** Enough of a name to recognise it by. */
const shown = (name: string): string => name.replace(/[^\p{L}\p{N} _.-]/gu, '').slice(0, 40);

function checkOne(
  value: Readonly<Record<string, unknown>>,
  kpi: string,
  title: string,
  at: FieldReader,
): PlannedKpi {
  const { problems, fields } = at.words;
  const number = (field: 'baseline' | 'target' | 'lastYear'): number | null => {
    const read = numberOrNull(value[field]);
    if (read === 'text') at.refuse(field, problems.notNumber(title, fields[field]));
    if (read === 'big') at.refuse(field, problems.tooBig(title, fields[field]));
    return typeof read === 'number' ? read : null;
  };
  const threshold = (field: 'goal' | 'flag'): number => {
    const given = value[field];
    if (typeof given === 'number' && given > 0 && given <= 2) return given;
    at.refuse(field, problems.threshold(title, fields[field]));
    return 1;
  };
  return {
    kpi,
    weight: checkWeight(value.weight ?? null, title, at),
    baseline: number('baseline'),
    target: number('target'),
    lastYear: number('lastYear'),
    owner: at.text('owner'),
    cadence: at.oneOf<Cadence>('cadence', cadences, 'week'),
    goal: threshold('goal'),
    flag: threshold('flag'),
    definition: at.text('definition', { most: maxLengths.definition }),
    source: at.text('source', { most: maxLengths.source }),
  };
}

function checkWeight(weight: unknown, title: string, at: FieldReader): number | null {
  if (weight === null) return null;
  if (typeof weight === 'number' && weight >= 0 && weight <= 1) return unsigned(weight);
  at.refuse('weight', at.words.problems.weight(title));
  return null;
}
