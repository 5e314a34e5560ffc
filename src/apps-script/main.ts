import { branches } from 'derived:branches';
import { table } from 'derived:cell-table';
import type { Parts } from '../app/api/respond.ts';
import { panelApi } from '../app/panel-api.ts';
import { runSchedule } from '../app/schedule/run-schedule.ts';
import { catalogue } from '../kpi/catalogue.ts';
import { branchesIn } from '../native/compact.ts';
import { twin } from '../native/twin.ts';
import { googleSpreadsheet } from './google-book.ts';
import type { clockHandler } from './google-clock.ts';
import { googleHost } from './google-host.ts';
import { googleServices } from './google-outside.ts';
import { menuHandlers } from './menu.ts';
import { selfCheckHandlers } from './self-check/handlers.ts';
import { clearingUp } from './self-check/left-behind.ts';

const parts: Parts = {
  host: googleHost,
  spreadsheet: googleSpreadsheet,
  services: googleServices,
  table,
  catalogue,
  native: (kpi, inputs, inLanguage) =>
    twin(kpi, branchesIn(branches, kpi.name), inputs, { language: inLanguage, separator: ';' }),
};

/** What the clock calls; nobody waits for an answer. */
const clock: Record<typeof clockHandler, () => void> = { onTick: () => runSchedule(parts) };

/** What Google calls by name, besides what opens a file. */
export const handlers = { ...menuHandlers, ...selfCheckHandlers(parts), ...clock };

/** What the panel calls through `google.script.run`. */
export const panel = clearingUp(panelApi(parts), parts);
