import type { PanelApi } from '../../app/api/api.ts';

interface CallFacts {
  /** Writes whole sheets: takes as long as the platform lets a script run. */
  readonly long?: true;
  /** Changes what the panel shows: whoever has called it reads again what is shown. */
  readonly changes?: true;
  /** Goes on beside whatever somebody does meanwhile: it saves nothing that they fill in. */
  readonly beside?: true;
}

/** What the panel has to know of each call, in whichever part of it somebody makes it. */
export const calls: Readonly<Record<keyof PanelApi, CallFacts>> = {
  panelStart: {},
  panelPart: {},
  readSelection: {},
  previewFunction: {},
  insertFunction: { changes: true },
  chooseLanguage: {},

  planStart: {},
  lastActuals: {},
  buildPlan: { long: true, changes: true },
  buildProgress: {},
  openPlan: {},
  changesSince: {},
  goToPlan: {},
  changePlan: { long: true, changes: true },
  draftNext: {},
  closePlan: { changes: true },
  makePortable: { long: true, changes: true },
  repairPlan: { long: true, changes: true },
  clearKept: { long: true, changes: true },
  makeRoom: { long: true, changes: true },
  forgetPlan: { changes: true },
  adoptCopy: { long: true, changes: true },
  selectedTable: {},
  undo: { long: true, changes: true },
  buildDepartment: { long: true, changes: true },
  removeEverything: { long: true, changes: true },

  dataStart: {},
  listAccounts: {},
  openAccount: {},
  dimensionValues: {},
  listTables: {},
  previewTable: {},
  saveFeeds: { long: true, changes: true },
  refresh: { long: true, changes: true, beside: true },
  setSchedule: { changes: true },
};
