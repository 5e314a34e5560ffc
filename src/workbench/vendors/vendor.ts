/** An outside system, played by the workbench: what a script sends there, it answers. */
export interface Vendor {
  /** Hosts it answers for; one may begin with `*.`, for any that ends like it. */
  readonly hosts: readonly string[];
  /** What signs in here, by the names of its form; left out where nothing is pasted. */
  readonly keys?: Readonly<Record<string, string>>;
  answer(request: VendorRequest, nowMs: number): VendorResponse;
  /** What can go wrong with it, switched on and off from the page. */
  readonly faults: Faults;
}

export interface VendorRequest {
  readonly method: 'get' | 'post';
  readonly url: string;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface VendorResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** How long it takes to answer. */
  readonly ms?: number;
  /** The connection breaks: the script gets an exception instead of an answer. */
  readonly broken?: true;
}

export interface Faults {
  readonly all: readonly FaultName[];
  on(): readonly FaultName[];
  set(fault: FaultName, on: boolean): void;
}

export const faultNames = [
  'quotaHour',
  'quotaDay',
  'rateLimit',
  'noPermission',
  'signedOut',
  'apiOff',
  'suspended',
  'orgPolicy',
  'propertyGone',
  'propertyInBin',
  'noCurrency',
  'webPage',
  'slow',
  'busy',
  'broken',
  'halfAnswer',
] as const;

/** What can go wrong with custom functions, while the spreadsheet itself answers. */
export const functionFaults = ['functionsLate', 'functionsOff', 'functionsCrowded'] as const;

export type FaultName = (typeof faultNames)[number] | (typeof functionFaults)[number];
