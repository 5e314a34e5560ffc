import { describe, expect, it } from 'vitest';
import { catalogue, isCalculated } from '../../../src/kpi/catalogue.ts';
import type { Counted } from '../../../src/kpi/define.ts';
import { byStage, recentOf, usersOf } from '../../../src/sidebar/ui/groups.ts';

const functions = catalogue.filter(isCalculated);

describe('the list of functions', () => {
  it('holds every function once, by stage, no stage empty', () => {
    const groups = byStage(functions);
    const shown = groups.flatMap(({ kpis }) => kpis.map(({ name }) => name));
    expect([...shown].sort()).toEqual(functions.map(({ name }) => name).sort());
    expect(groups.every(({ kpis }) => kpis.length > 0)).toBe(true);
  });

  it('puts what was used last first, and forgets names nobody knows', () => {
    const recent = ['CTR', 'GONE', 'CPL'];
    expect(recentOf(functions, recent).map(({ name }) => name)).toEqual(['CTR', 'CPL']);
  });

  it('knows which functions use what is counted', () => {
    const leads = catalogue.find(({ name }) => name === 'LEADS') as Counted;
    expect(usersOf(leads, catalogue).map(({ name }) => name)).toContain('CPL');
  });
});
