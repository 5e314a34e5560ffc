import type { PanelApi } from '../../app/api/api.ts';
import type { Parts } from '../../app/api/respond.ts';
import { book, lookAgainAtBook } from '../google-run.ts';
import { cleanUp, runsNote } from './stage.ts';

/** Longer than any run lasts. */
const mostMs = 6.5 * 60_000;

/**
 * The panel, which takes away what a self-check has made that was ended halfway, before it looks at
 * plans: its own would be among them. It looks into notes that are read anyway.
 */
export const clearingUp = (panel: PanelApi, parts: Parts): PanelApi => ({
  ...panel,
  planStart: (last) => {
    try {
      if (isLeftBehind(parts)) clear(parts);
    } catch (error) {
      // The panel opens all the same, and says itself what keeps it from working.
      parts.host.report(error);
    }
    return panel.planStart(last);
  },
});

function isLeftBehind({ spreadsheet, services }: Parts): boolean {
  const since = spreadsheet.notes()[runsNote];
  return since !== undefined && services.nowMs() - Number(since) > mostMs;
}

const clear = (parts: Parts) =>
  parts.host.exclusively(() => {
    // Another panel may have done it meanwhile.
    if (isLeftBehind(parts)) cleanUp(book());
    lookAgainAtBook();
  });
