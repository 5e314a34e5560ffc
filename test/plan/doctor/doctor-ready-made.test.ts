import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import { objectiveIds } from '../../../src/kpi/objectives.ts';
import { roleIds } from '../../../src/kpi/roles.ts';
import { examine } from '../../../src/plan/doctor/doctor.ts';
import { aggregationOf } from '../../../src/plan/model/aggregation.ts';
import { defaultCadence } from '../../../src/plan/model/inputs.ts';
import { type PlannedKpi, stages } from '../../../src/plan/model/plan.ts';
import { picked, rolePlan } from '../../../src/presets/roles.ts';
import { circumstancesOf, planned, planOf } from '../../kit/plans/plans.ts';
import { facts } from './doctor-plans.ts';

/** The KPI with numbers it can have: a tenth better than last quarter. */
function filled(name: string, weight: number | null): PlannedKpi {
  const kpi = catalogue.find((each) => each.name === name);
  if (!kpi) throw new Error(name);
  const whole = aggregationOf(kpi) === 'whole' ? 3 : 30;
  const baseline = kpi.unit === 'fraction' ? 0.5 : whole;
  const target = baseline * { higher: 1.1, lower: 0.9, 'on plan': 1 }[kpi.better ?? 'higher'];
  const cadence = defaultCadence(kpi);
  return planned(name, { weight, baseline, target, cadence, lastYear: baseline * 0.9 });
}

describe('the doctor on ready-made plans', () => {
  it.each(roleIds)('finds nothing to put right once the numbers are in: %s', (role) => {
    for (const objective of [null, ...objectiveIds]) {
      for (const stage of [null, ...stages]) {
        for (const business of [null, 'leads', 'b2b', 'subscription'] as const) {
          const circumstances = circumstancesOf({ business, stage });
          const { weighted, tracked } = rolePlan(role);
          const plan = planOf(
            [
              ...weighted.map((pick) => filled(picked(pick, circumstances), 1 / weighted.length)),
              ...tracked.map((pick) => filled(picked(pick, circumstances), null)),
            ],
            { role, objective, circumstances },
          );
          const found = examine(plan, facts).filter(({ severity }) => severity === 'fix');
          expect(found.map(({ rule, kpis }) => [rule, kpis])).toEqual([]);
        }
      }
    }
  });
});
