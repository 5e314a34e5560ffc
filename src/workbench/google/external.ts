import type { FaultName, Faults, Vendor } from '../vendors/vendor.ts';
import { type Grants, grantsOf, type Manifest } from './manifest.ts';
import { type KeptTriggers, Triggers } from './triggers.ts';

/** A mail as it left. */
export interface Mail {
  readonly atMs: number;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

/** An outside system, or the spreadsheet itself, and what can go wrong with it. */
export interface VendorFaults {
  /** The first of its hosts. */
  readonly vendor: string;
  readonly all: readonly FaultName[];
  readonly on: readonly FaultName[];
  /** What signs in there, by the names of its form. */
  readonly keys: Readonly<Record<string, string>>;
}

/** Everything scripts can reach that is no spreadsheet: other hosts, mail, the clock; and who may. */
export interface ExternalServices {
  readonly manifest: Manifest;
  readonly grants: Grants;
  readonly vendors: readonly Vendor[];
  readonly triggers: Triggers;
  readonly outbox: Mail[];
  /** Counts what a user may do so often a day; `false` where it would be too often. */
  spend(user: string, what: 'fetch' | 'mail', times: number, most: number, nowMs: number): boolean;
  left(user: string, what: 'fetch' | 'mail', most: number, nowMs: number): number;
  faults(): readonly VendorFaults[];
  setFault(vendor: string, fault: FaultName, on: boolean): void;
  changed(): void;
}

/** Whose mails go out where nobody has said who is at the keyboard. */
export const ownAddress = 'me@example.com';

/** Where the spreadsheet is at home. */
const spreadsheetHost = 'docs.google.com';

const dayMs = 86_400_000;

export function openExternalServices(
  manifest: Manifest,
  vendors: readonly Vendor[],
  spreadsheet: Faults,
  changed: () => void,
  kept?: KeptTriggers,
): ExternalServices {
  const failing = [
    ...vendors.map(({ hosts, faults, keys = {} }) => ({ vendor: hosts[0] ?? '', faults, keys })),
    { vendor: spreadsheetHost, faults: spreadsheet, keys: {} },
  ];
  const spent = new Map<string, number>();
  const keyOf = (user: string, what: string, nowMs: number) =>
    `${user} ${what} ${Math.floor(nowMs / dayMs)}`;
  const spentBy = (key: string) => spent.get(key) ?? 0;
  return {
    manifest,
    grants: grantsOf(manifest),
    vendors,
    triggers: new Triggers(changed, kept),
    outbox: [],
    spend: (user, what, times, most, nowMs) => {
      const key = keyOf(user, what, nowMs);
      if (spentBy(key) + times > most) return false;
      spent.set(key, spentBy(key) + times);
      return true;
    },
    left: (user, what, most, nowMs) => most - spentBy(keyOf(user, what, nowMs)),
    faults: () =>
      failing.map(({ vendor, faults, keys }) => ({
        vendor,
        all: faults.all,
        on: faults.on(),
        keys,
      })),
    setFault: (host, fault, on) => {
      const found = failing.find(({ vendor }) => vendor === host);
      if (!found) throw new Error(`Nothing answers for ${host}.`);
      found.faults.set(fault, on);
      changed();
    },
    changed,
  };
}
