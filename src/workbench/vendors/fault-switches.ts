import { type FaultName, type Faults, faultNames } from './vendor.ts';

/** Switches for everything that can go wrong, all of them off. */
export function faultSwitches(): Faults {
  const on = new Set<FaultName>();
  return {
    all: faultNames,
    on: () => faultNames.filter((name) => on.has(name)),
    set(name, isOn) {
      if (isOn) on.add(name);
      else on.delete(name);
    },
  };
}
