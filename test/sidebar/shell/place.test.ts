import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  locationAt,
  opened,
  recallPlace,
  rememberPlace,
} from '../../../src/sidebar/shell/session.ts';

let kept: Record<string, string> = {};

beforeEach(() => {
  kept = {};
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value;
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('where the panel opens', () => {
  it('is the plans, the functions or help, as the menu asked', () => {
    expect(opened(recallPlace(), 'home').view).toBe('home');
    expect(opened(recallPlace(), 'insert').view).toBe('find');
    expect(opened(recallPlace(), 'help').view).toBe('help');
  });

  it('is where the user was last in that part', () => {
    const steps = locationAt(recallPlace(), 'steps');
    const open = locationAt(locationAt(steps, 'function'), 'help');
    rememberPlace(open);
    expect(opened(recallPlace(), 'home').view).toBe('steps');
    expect(opened(recallPlace(), 'insert').view).toBe('function');
  });

  it('is the beginning where nothing can be remembered, or nonsense was', () => {
    for (const nonsense of ['null', '3', '{', '"x"']) {
      for (const key of ['marketing-kpis-place-2']) kept[key] = nonsense;
      expect(recallPlace().view).toBe('home');
    }
    vi.stubGlobal('sessionStorage', {
      getItem: () => {
        throw new Error('Forbidden.');
      },
      setItem: () => {
        throw new Error('Forbidden.');
      },
    });
    rememberPlace(recallPlace());
    expect(recallPlace().view).toBe('home');
  });
});
