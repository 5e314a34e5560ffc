import type { Kpi } from '../../kpi/define.ts';
import { kpiTitle } from '../../messages/catalogue.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { kpiNamed } from '../model/aggregation.ts';
import { weightedFirst } from '../model/edit-kpis.ts';
import { kpiFields, mostKpis, type PlannedKpi, planFields } from '../model/plan.ts';
import { isRecord, type Readers } from './field-reader.ts';

/** What of the plan its KPIs are read by. */
const around = { own: planFields.own, language: planFields.language };

/** The reader of a plan's KPIs, those with weight first. */
export const kpisReader =
  (catalogue: readonly Kpi[], asked: Language): Readers['kpis'] =>
  (value, _, at) => {
    const { problems } = at.words;
    const { own, language } = at.all(around);
    const given: readonly unknown[] = Array.isArray(value) ? value : [];
    if (given.length === 0) at.refuse('kpis', problems.noKpis);
    if (given.length > mostKpis) {
      at.refuse('kpis', problems.tooManyKpis({ most: mostKpis }));
      return [];
    }
    const names = new Set<string>();
    const kpis = [...given].flatMap((each, index): readonly PlannedKpi[] => {
      const name = isRecord(each) ? each.kpi : undefined;
      if (!isRecord(each) || typeof name !== 'string') {
        at.refuse(`kpis.${index}`, problems.notKpi({ line: index + 1 }));
        return [];
      }
      const known = kpiNamed(name, { own }, catalogue);
      if (!known) {
        at.refuse(`kpis.${index}`, problems.unknownKpi({ name: shown(name) }));
        return [];
      }
      const title = kpiTitle(known, language ?? asked);
      if (names.has(name)) at.refuse(`kpis.${name}`, problems.twice({ kpi: title }));
      names.add(name);
      return [at.part(kpiFields, each, `kpis.${name}`, title).all(kpiFields)];
    });
    return weightedFirst(kpis);
  };

/** Enough of a name to recognise it by. */
const shown = (name: string): string => name.replace(/[^\p{L}\p{N} _.-]/gu, '').slice(0, 40);
