import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statusLightOf } from '../../../src/plan/model/status.ts';
import { type KpiProgress, kpiStatus } from '../../kit/plans/standing.ts';

const sum: KpiProgress = {
  kind: 'sum',
  better: 'higher',
  baseline: 1030,
  target: 1240,
  actual: 682,
  share: 0.5,
  goal: 0.9,
  flag: 0.7,
  over: false,
  weightsOpen: false,
};
const ratio: KpiProgress = {
  ...sum,
  kind: 'ratio',
  better: 'lower',
  target: 85_000,
  actual: 97_400,
};
const last: KpiProgress = { ...sum, kind: 'last', baseline: 1000, target: 1200, actual: 1090 };
const plan: KpiProgress = { ...sum, better: 'on plan', target: 200, actual: 100 };

const status = (reading: KpiProgress) => kpiStatus(reading).code;
const rank = { bad: 0, watch: 1, good: 2, none: 3 } as const;

describe('a sum', () => {
  it('is judged by what is expected by now, and attained by its target', () => {
    expect(kpiStatus(sum)).toEqual({ attainment: 682 / 1240, expected: 620, code: 'good' });
    expect([558, 557, 434, 433, -10].map((actual) => status({ ...sum, actual }))).toEqual([
      'good',
      'watch',
      'watch',
      'bad',
      'bad',
    ]);
  });

  it('of which less is better is attained by what is expected by now', () => {
    const fewer: KpiProgress = { ...sum, better: 'lower', target: 100, actual: 60 };
    expect(kpiStatus(fewer)).toEqual({ attainment: 50 / 60, expected: 50, code: 'watch' });
    expect(status({ ...fewer, actual: 50 })).toBe('good');
    expect(status({ ...fewer, actual: 80 })).toBe('bad');
    expect(kpiStatus({ ...fewer, actual: 0 })).toMatchObject({ attainment: null, code: 'good' });
  });

  it('with a target of zero or a loss is compared, not divided', () => {
    const zero: KpiProgress = { ...sum, better: 'lower', target: 0, actual: 0 };
    expect(kpiStatus(zero)).toEqual({ attainment: null, expected: 0, code: 'good' });
    expect(status({ ...zero, actual: 1 })).toBe('bad');
    const loss: KpiProgress = { ...sum, target: -100, actual: -40 };
    expect(kpiStatus(loss)).toEqual({ attainment: null, expected: -50, code: 'good' });
    expect(status({ ...loss, actual: -60 })).toBe('bad');
  });

  it('keeps its thresholds where weights leave dust', () => {
    const share = 0.1 + 0.2;
    expect(status({ ...sum, target: 100, actual: 27, share })).toBe('good');
    expect(status({ ...plan, target: 100, actual: 33, share })).toBe('good');
    expect(status({ ...plan, target: 100, actual: 36, share })).toBe('watch');
    const early = { ...sum, target: 100, share: 0.3 - 0.2, actual: 1 };
    expect(kpiStatus(early)).toMatchObject({ code: 'bad' });
  });
});

describe('a ratio', () => {
  it('is expected to meet its target at any time', () => {
    expect(kpiStatus(ratio)).toEqual({ attainment: 85 / 97.4, expected: 85_000, code: 'watch' });
    expect(status({ ...ratio, actual: 200_000 })).toBe('missed');
    expect(status({ ...ratio, actual: 85_000 })).toBe('met');
    const rate: KpiProgress = { ...ratio, better: 'higher', target: 0.025, actual: 0.02 };
    expect(kpiStatus(rate)).toMatchObject({ expected: 0.025, code: 'watch' });
    expect(kpiStatus(rate).attainment).toBeCloseTo(0.8, 12);
  });

  it('of zero is good where less is better, without a quotient', () => {
    expect(kpiStatus({ ...ratio, actual: 0 })).toMatchObject({ attainment: null, code: 'met' });
    expect(kpiStatus({ ...ratio, target: 0 })).toMatchObject({ attainment: null, code: 'missed' });
    const roi: KpiProgress = { ...ratio, better: 'higher', target: 0, actual: 0.1 };
    expect(kpiStatus(roi)).toMatchObject({ attainment: null, code: 'met' });
    expect(kpiStatus({ ...roi, actual: -0.1 })).toMatchObject({ attainment: null, code: 'missed' });
  });

  it('does not wait for the weights of Tết', () => {
    expect(kpiStatus({ ...ratio, weightsOpen: true })).toEqual(kpiStatus(ratio));
  });
});

describe('a target', () => {
  const cpl: KpiProgress = { ...ratio, target: 70_000, actual: 76_702 };

  it('is met where it is reached, near from the threshold on, and missed below', () => {
    const at = [69_000, 70_000, 70_001, 76_702, 77_777, 77_778, 100_000, 100_001];
    expect(at.map((actual) => status({ ...cpl, actual }))).toEqual([
      'met',
      'met',
      'near',
      'near',
      'near',
      'watch',
      'watch',
      'missed',
    ]);
  });

  it('of a total is judged as a target once its days are over, before by the way there', () => {
    const at = (over: boolean) =>
      [1240, 1239, 1116, 1115, 868, 867].map((actual) =>
        status({ ...sum, actual, share: 1, over }),
      );
    expect(at(true)).toEqual(['met', 'near', 'near', 'watch', 'watch', 'missed']);
    expect(at(false)).toEqual(['good', 'good', 'good', 'watch', 'watch', 'bad']);
  });

  it('that is met is met under whatever thresholds', () => {
    const strict = { ...cpl, goal: 1.2, flag: 1.1 };
    expect(status({ ...strict, actual: 70_000 })).toBe('met');
    expect(status({ ...strict, actual: 70_001 })).toBe('missed');
  });
});

describe.each(['last', 'whole', 'points'] as const)('a KPI of the kind %s', (kind) => {
  it('moves from its baseline to its target', () => {
    expect(kpiStatus({ ...last, kind })).toEqual({
      attainment: 0.45,
      expected: 1100,
      code: 'good',
    });
    expect([1089, 1070, 1069, 990].map((actual) => status({ ...last, kind, actual }))).toEqual([
      'watch',
      'watch',
      'bad',
      'bad',
    ]);
  });

  it('moves down where less is better', () => {
    const down: KpiProgress = {
      ...last,
      kind,
      better: 'lower',
      baseline: 12,
      target: 8,
      actual: 10,
    };
    expect(kpiStatus(down)).toEqual({ attainment: 0.5, expected: 10, code: 'good' });
    expect(status({ ...down, actual: 13 })).toBe('bad');
  });

  it('that is to stay where it is has met its target or not', () => {
    const stay: KpiProgress = { ...last, kind, target: 1000 };
    expect(kpiStatus({ ...stay, actual: 1000 })).toMatchObject({ attainment: 1, code: 'good' });
    expect(kpiStatus({ ...stay, actual: 999 })).toMatchObject({ attainment: 0, code: 'bad' });
    const fewer = { ...stay, better: 'lower', actual: 999 } as const;
    expect(kpiStatus(fewer)).toMatchObject({ attainment: 1, code: 'good' });
  });

  it('whose target lies behind its baseline is compared with what is expected', () => {
    const shrink: KpiProgress = { ...last, kind, target: 900 };
    expect(kpiStatus({ ...shrink, actual: 1100 })).toEqual({
      attainment: null,
      expected: 950,
      code: 'good',
    });
    expect(status({ ...shrink, actual: 940 })).toBe('bad');
  });

  it('is not judged without its baseline', () => {
    expect(kpiStatus({ ...last, kind, baseline: null })).toEqual({
      attainment: null,
      expected: null,
      code: 'noBaseline',
    });
  });
});

describe('what should be on plan', () => {
  it('may be off by a tenth either way, and is red beyond a fifth', () => {
    expect(kpiStatus(plan)).toEqual({ attainment: 1, expected: 100, code: 'good' });
    const at = [79, 80, 89, 90, 110, 111, 120, 121].map((actual) => status({ ...plan, actual }));
    expect(at).toEqual(['bad', 'watch', 'watch', 'good', 'good', 'watch', 'watch', 'bad']);
  });

  it('with nothing planned is good while nothing is spent', () => {
    expect(kpiStatus({ ...plan, target: 0, actual: 0 })).toMatchObject({
      attainment: null,
      code: 'good',
    });
    expect(status({ ...plan, target: 0, actual: 5 })).toBe('bad');
  });
});

describe('nothing is judged', () => {
  it('for the first reason that holds', () => {
    const why = (reading: Partial<KpiProgress>) => kpiStatus({ ...last, ...reading }).code;
    const nothing = { baseline: null, weightsOpen: true, share: 0.05 };
    expect(why({ ...nothing, target: null, actual: null })).toBe('noTarget');
    expect(why({ ...nothing, actual: null })).toBe('noData');
    expect(why(nothing)).toBe('noBaseline');
    expect(why({ ...nothing, baseline: 1 })).toBe('tetWeights');
    expect(why({ share: 0.05 })).toBe('tooEarly');
    expect(why({ share: null })).toBe('tooEarly');
    expect(why({})).toBe('good');
  });

  it('too early, but what is known is shown', () => {
    expect(kpiStatus({ ...sum, share: 0.05, actual: 1 })).toEqual({
      attainment: 1 / 1240,
      expected: 62,
      code: 'tooEarly',
    });
    expect(kpiStatus({ ...ratio, share: 0.05 }).code).toBe('tooEarly');
  });

  it('while the weights of Tết are open, and nothing is expected that depends on them', () => {
    const open: KpiProgress = { ...sum, weightsOpen: true };
    expect(kpiStatus(open)).toEqual({
      attainment: 682 / 1240,
      expected: null,
      code: 'tetWeights',
    });
  });
});

describe('whatever is read', () => {
  const value = fc.oneof(
    fc.constant(0),
    fc.integer({ min: -1000, max: 1000 }),
    fc.integer({ min: -1e9, max: 1e9 }).map((hundredths) => hundredths / 100),
  );
  const reading: fc.Arbitrary<KpiProgress> = fc.record({
    kind: fc.constantFrom('sum', 'last', 'ratio', 'whole', 'points'),
    better: fc.constantFrom('higher', 'lower', 'on plan'),
    baseline: fc.option(value),
    target: fc.option(value),
    actual: fc.option(value),
    share: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    goal: fc.constantFrom(0.9, 1, 0.8),
    flag: fc.constantFrom(0.7, 0.5),
    over: fc.boolean(),
    weightsOpen: fc.boolean(),
  });

  const light = (read: KpiProgress) => statusLightOf(kpiStatus(read).code);

  it('what is unknown or early is never red', () => {
    fc.assert(
      fc.property(reading, (read) => {
        const judged = light(read);
        const early = read.share === null || read.share < 0.0999;
        const waits = read.weightsOpen && read.kind !== 'ratio';
        const unknown = read.target === null || read.actual === null;
        if (early || waits || unknown) expect(judged).toBe('none');
      }),
      { numRuns: 2000 },
    );
  });

  it('more of what is better never looks worse', () => {
    fc.assert(
      fc.property(reading, value, (read, more) => {
        fc.pre(read.better !== 'on plan' && read.actual !== null);
        const [low = 0, high = 0] = [read.actual ?? 0, more].sort((one, other) => one - other);
        const [worse, better] = read.better === 'lower' ? [high, low] : [low, high];
        const before = kpiStatus({ ...read, actual: worse });
        const after = kpiStatus({ ...read, actual: better });
        expect(rank[statusLightOf(after.code)]).toBeGreaterThanOrEqual(
          rank[statusLightOf(before.code)],
        );
        if (before.attainment !== null && after.attainment !== null) {
          const slack = 1e-9 * (1 + Math.abs(before.attainment));
          expect(after.attainment).toBeGreaterThanOrEqual(before.attainment - slack);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('who meets the target at the end of the quarter is on track', () => {
    fc.assert(
      fc.property(reading, (read) => {
        fc.pre(read.target !== null && read.baseline !== null);
        const met = { ...read, actual: read.target, share: 1, weightsOpen: false };
        expect(light(met)).toBe('good');
      }),
    );
  });

  it('met is said of no target that is missed, and of every one that is reached', () => {
    fc.assert(
      fc.property(reading, (read) => {
        const { better, kind, actual, target, over } = read;
        fc.pre(better !== 'on plan' && (over || kind === 'ratio'));
        const ended = { ...read, share: 1, weightsOpen: false };
        const { code } = kpiStatus(ended);
        fc.pre(actual !== null && target !== null && statusLightOf(code) !== 'none');
        const wanted = target ?? 0;
        const slack = 1e-8 * (1 + Math.abs(wanted) + Math.abs(read.baseline ?? 0));
        const short = better === 'lower' ? (actual ?? 0) - wanted : wanted - (actual ?? 0);
        if (short > slack) expect(code).not.toBe('met');
        if (short <= 0) expect(code).toBe('met');
      }),
      { numRuns: 4000 },
    );
  });

  it('numbers are finite or unknown', () => {
    fc.assert(
      fc.property(reading, (read) => {
        const { attainment, expected } = kpiStatus(read);
        for (const number of [attainment, expected]) {
          expect(number === null || !Number.isNaN(number)).toBe(true);
        }
      }),
    );
  });
});
