import { type FaultName, type Faults, faultNames } from './vendor.ts';

/** Switches for everything that can go wrong with something, all of them off. */
export function faultSwitches(all: readonly FaultName[] = faultNames): Faults {
  const on = new Set<FaultName>();
  return {
    all,
    on: () => all.filter((name) => on.has(name)),
    set(name, isOn) {
      if (isOn) on.add(name);
      else on.delete(name);
    },
  };
}
