import type { AssumptionId, MeasuredValue, SeenIn, SubjectOf } from '../../platform/index.ts';
import { formulaProbes } from './formula-probes.ts';
import { formatProbes, nameProbes, sheetProbes, writingProbes } from './sheet-probes.ts';
import type { TestStage } from './stage.ts';
import { outsideProbes, storeProbes, timeProbes, userProbes } from './surrounding-probes.ts';

export type Probe = (stage: TestStage) => MeasuredValue;

/** One probe for each assumption of a subject that a script can see, and for no other. */
export type Probes<Subject extends string> = Readonly<
  Record<Extract<SeenIn<'script'>, SubjectOf<Subject>>, Probe>
>;

const all: Readonly<Record<SeenIn<'script'>, Probe>> = {
  ...formulaProbes,
  ...writingProbes,
  ...formatProbes,
  ...nameProbes,
  ...sheetProbes,
  ...storeProbes,
  ...timeProbes,
  ...userProbes,
  ...outsideProbes,
};

/** The probe of an assumption, where a script can see it. */
export const probes: Readonly<Partial<Record<AssumptionId, Probe>>> = all;
