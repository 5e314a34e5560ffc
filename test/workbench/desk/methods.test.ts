import { beforeAll, describe, expect, it } from 'vitest';
import { methodFigures } from '../../bench/method-figures.ts';

/** What `npm run bench` prints of the tenth plan is asked here of the third. */
let figures: Record<string, number> = {};

beforeAll(async () => {
  figures = await methodFigures(3);
});

const of = (key: string): number => figures[key] ?? Number.NaN;

describe('the methods of Google’s that a run calls', () => {
  it('are few to build a quarter, and no more with other plans', () => {
    expect(of('build.methods.first')).toBeLessThanOrEqual(147);
    expect(of('build.methods.eighth')).toBeLessThanOrEqual(of('build.methods.first'));
  });

  it('are the same to build a quarter beside a hundred names of the user’s own', () => {
    expect(of('build.methods.names100')).toBe(of('build.methods.first'));
  });

  it('are the same few to open the panel, whatever else is there', () => {
    expect(of('panel.methods.1')).toBeLessThanOrEqual(22);
    expect(of('panel.methods.10')).toBe(of('panel.methods.1'));
    expect(of('panel.methods.names100')).toBe(of('panel.methods.1'));
  });

  it('are two for a clock that finds nothing due, and no more than now for one that does', () => {
    expect(of('clock.methods.idle')).toBe(2);
    // Fewer than these, and nothing was fetched.
    expect(of('clock.methods.ga4')).toBeGreaterThan(50);
    expect(of('clock.methods.table')).toBeGreaterThan(25);
    expect(of('clock.methods.ga4')).toBeLessThanOrEqual(60);
    expect(of('clock.methods.table')).toBeLessThanOrEqual(31);
  });

  it('write no more than three times the cells that hold something on a sheet of 30 KPIs', () => {
    expect(of('build.cells.30')).toBeLessThanOrEqual(10_000);
  });
});
