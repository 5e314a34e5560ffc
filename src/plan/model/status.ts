import type { Aggregation } from './aggregation.ts';

/** How good a status is: the colour and the shape it is shown with. */
export type StatusLight = 'good' | 'watch' | 'bad' | 'none';

/**
 * Every status there is and how good it is. `met` and what follows judge a target that holds now: a
 * ratio's at any time, any other once its days are over. `good` and what follows judge the way there
 * by what is expected so far. The rest say why nothing is judged. Hidden cells of sheets keep these
 * codes; none may be renamed.
 */
export const statusLights = {
  met: 'good',
  near: 'watch',
  missed: 'bad',
  good: 'good',
  watch: 'watch',
  bad: 'bad',
  /** What it rests on is not as it was built. */
  damaged: 'none',
  /** Somebody has to say first how the KPI is read. */
  unsaid: 'none',
  noTarget: 'none',
  noData: 'none',
  /** There is something, but nothing that can be used. */
  refused: 'none',
  noBaseline: 'none',
  tetWeights: 'none',
  tooEarly: 'none',
  /** The KPI's cell holds a sentence or an error. */
  text: 'none',
} as const satisfies Readonly<Record<string, StatusLight>>;
export type StatusCode = keyof typeof statusLights;
export const statusCodes = Object.keys(statusLights) as readonly StatusCode[];

/** A status as a hidden cell keeps it; what is none of ours judges nothing. */
export const statusLightOf = (code: unknown): StatusLight =>
  statusLights[statusCodes.find((each) => each === code) ?? 'text'];

/** Below this share of the quarter nothing is judged. */
export const earlyShare = 0.1;
/** A KPI that should be on plan may be off by this much, and by this much before it is red. */
export const planBand = 0.1;
export const planLimit = 0.2;
/** Quotients are compared after rounding to so many decimals, so that 90% of a sum of weights is 90%. */
export const comparedDecimals = 9;

/** Kinds whose value moves from the baseline to the target. */
export const moves = ({ kind }: { readonly kind: Aggregation }): boolean =>
  kind === 'last' || kind === 'whole' || kind === 'points';
