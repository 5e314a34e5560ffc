import type { Answer } from '../../app/api/api.ts';
import { businessProfile } from '../../app/api/request.ts';
import { contextFrom, type Parts } from '../../app/api/respond.ts';
import { accountIn, checkpointNote, readCheckpoint } from '../../app/data-sheet/checkpoint.ts';
import { panelApi } from '../../app/panel-api.ts';
import { buildPlan } from '../../app/plans/create-plan.ts';
import { runSchedule } from '../../app/schedule/run-schedule.ts';
import { type KeptSchedule, scheduleNote } from '../../app/schedule/schedule.ts';
import {
  firstDay,
  lastDay,
  previousQuarter,
  type QuarterName,
  quarterOf,
} from '../../plan/calendar/calendar.ts';
import { filled } from '../../plan/model/field.ts';
import {
  defaultFlag,
  defaultGoal,
  kpiFields,
  mostWeighted,
  type Plan,
  planFields,
} from '../../plan/model/plan.ts';
import type { Work } from '../../platform/index.ts';
import { tableId, tableOfDays } from '../../sources/table/account.ts';
import { panelOutput } from '../menu.ts';
import { stagedPlan, type TestStage } from './stage.ts';
import { stagedParts } from './staged-parts.ts';

/** As many as a plan usually has, those first into which the table flows. */
const kpis = 10;
const fed = { 'CPL.cost': 'Cost', LEADS: 'Leads' };
const dayHead = 'Day';
const account = tableId(stagedPlan);

/** What somebody waits for, each on what the one before has made; it throws where it is not done. */
export function worksOn(stage: TestStage, real: Parts): Readonly<Record<Work, () => void>> {
  let reported: unknown;
  const parts = stagedParts({
    ...real,
    // Who runs by the clock throws nothing.
    host: {
      ...real.host,
      report: (error) => {
        reported = error;
        real.host.report(error);
      },
    },
  });
  const { spreadsheet, services } = parts;
  // The last quarter: all of its days are over, so that it takes the same on whichever day it is done.
  const quarter = previousQuarter(quarterOf(spreadsheet.today(), 1));
  return {
    build: () => {
      const sheet = tableOf(quarter, stage);
      buildPlan({ plan: planOver(sheet, quarter, parts), sample: false }, contextFrom(parts));
    },
    refresh: () => {
      const due: KeptSchedule = {
        schedule: { every: 'day', hour: 6, weekday: 1, mail: false },
        dueMs: services.nowMs(),
        sinceMs: 0,
      };
      spreadsheet.keepNote(scheduleNote, JSON.stringify(due));
      runSchedule(parts);
      if (reported !== undefined) throw reported;
      const state = readCheckpoint(spreadsheet.note(checkpointNote(stagedPlan)));
      const { through, trouble } = accountIn(state, account);
      if (through !== lastDay(quarter)) throw new Error(trouble?.kind ?? 'Not all days came.');
    },
    panel: () => {
      panelOutput('home');
      const panel = panelApi(parts);
      checkAnswered(panel.panelStart());
      checkAnswered(panel.planStart(true));
    },
  };
}

function checkAnswered(answer: Answer<unknown>): void {
  if ('problem' in answer) throw new Error(answer.problem);
}

/** Every day of a quarter, with what it cost and what it brought; its tab's id. */
function tableOf(quarter: QuarterName, stage: TestStage): number {
  const sheet = stage.sheet();
  const days = lastDay(quarter) - firstDay(quarter) + 1;
  const rows = Array.from({ length: days }, (_, at) => [firstDay(quarter) + at, 100 + at, 7]);
  sheet.getRange(1, 1, 1, 3).setValues([[dayHead, ...Object.values(fed)]]);
  const range = sheet.getRange(2, 1, days, 3);
  range.setValues(rows);
  sheet.getRange(2, 1, days, 1).setNumberFormat('yyyy-mm-dd');
  return sheet.getSheetId();
}

/** A plan as the panel would send it. */
function planOver(sheet: number, quarter: QuarterName, parts: Parts): Plan {
  const context = contextFrom(parts);
  const circumstances = { ...businessProfile(context), firstMonth: 1 };
  const first = Object.keys(fed).map((input) => input.replace(/\..*/, ''));
  const others = parts.catalogue
    .map(({ name }) => name)
    .filter((name) => !first.includes(name) && name !== 'ATTAINMENT');
  const { currency } = circumstances;
  return filled(planFields, {
    id: stagedPlan,
    name: 'Lan',
    role: 'other',
    quarter,
    language: context.language,
    circumstances,
    kpis: [...first, ...others].slice(0, kpis).map((kpi, at) =>
      filled(kpiFields, {
        kpi,
        weight: at < mostWeighted ? 1 / mostWeighted : null,
        baseline: 10,
        target: 12,
        owner: 'Lan',
        cadence: 'week',
        goal: defaultGoal,
        flag: defaultFlag,
        source: 'Ads',
      }),
    ),
    accounts: [tableOfDays(stagedPlan, { name: 'Ads', currency, sheet, day: dayHead })],
    feeds: Object.entries(fed).map(([input, metric]) => ({
      input,
      account,
      metric,
      only: [],
      split: null,
    })),
  });
}
