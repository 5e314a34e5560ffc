import type { FunctionRequest, PanelApi, SelectedCells } from '../../../src/app/api/api.ts';
import type {
  KpiStatusText,
  PlanCard,
  PlanStart,
  PlanView,
} from '../../../src/app/api/plan-api.ts';
import type { Language } from '../../../src/messages/compiled/languages.ts';
import type { BusinessProfile, Plan } from '../../../src/plan/model/plan.ts';

/** The spreadsheet's side as the panel meets it in a test. Lives in the page. */
interface StandIn {
  selection: SelectedCells | null;
  /** Cells that hold something. */
  occupied: string[];
  /** The message of the error with which every call fails; `''` for none. */
  failure: string;
  readonly calls: [name: string, ...request: unknown[]][];
  /** The names of those that were answered, in the order of the answers. */
  readonly answered: string[];
  /** Last quarter's actuals, as some sheet knows them. */
  actuals: Record<string, number>;
  /** The plans that stand, and how each of their sheets looks. */
  plans: {
    plan: Plan;
    revision: number;
    state: PlanCard['state'];
    sample: boolean;
    missing?: readonly string[];
  }[];
  /** What `undo` would take back. */
  undo: string | null;
  copies: PlanStart['copies'];
  kept: PlanStart['kept'];
  who: string | null;
  /** Changes noticed in a sheet, in words. */
  noticed: string[];
  /** How long a call lasts, in milliseconds, by its name. */
  lasts: Record<string, number>;
  /** The table that is selected. */
  table: string[][];
  /** What answers, call by call. */
  api: Partial<PanelApi>;
  /** A plan as the panel is shown it. */
  viewOf: (plan: string) => PlanView | null;
}

declare global {
  interface Window {
    standIn: StandIn;
  }
}

/** What the page is told from outside: nothing that stands here can be seen in it. */
export interface StandInSetting {
  readonly language: Language;
  readonly circumstances: BusinessProfile;
  /** What the panel may fetch, by name. */
  readonly files: Readonly<Record<string, string>>;
}

/** Runs in the page before the panel: a `google.script.run` that answers plausibly, soon. */
export function installStandIn({ language, circumstances, files }: StandInSetting): void {
  const recent = ['CTR'];
  const standIn: StandIn = {
    selection: {
      sheet: 'My ads',
      a1: 'J2:J1144',
      reference: "'My ads'!J2:J1144",
      rows: 1143,
      columns: 1,
      header: 'Spent <b>',
    },
    occupied: [],
    failure: '',
    calls: [],
    answered: [],
    actuals: {},
    plans: [],
    undo: null,
    copies: [],
    kept: [],
    who: 'lan@example.com',
    noticed: [],
    lasts: {},
    table: [
      ['STT', 'Chỉ tiêu KPI', 'Trọng số', 'Mục tiêu'],
      ['1', 'Số lượng khách hàng tiềm năng', '40%', '1.240'],
      ['2', 'Tỷ lệ chuyển đổi website', '30%', '2,5%'],
      ['3', 'Video livestream', '30%', '12'],
    ],
    api: {},
    viewOf: () => null,
  };
  window.standIn = standIn;
  const start = () => ({ ok: { language, spreadsheetLocale: 'vi_VN', recent } });
  const formulaOf = ({ name, inputs }: FunctionRequest) => `=${name}(${inputs.join(';')})`;
  const targetOf = ({ target }: FunctionRequest) => target || 'Q2';
  type Kept = StandIn['plans'][number];
  const sheetOf = ({ plan }: Kept) =>
    `${plan.name} · Q${(plan.quarter.month + 2) / 3} ${plan.quarter.year}`;
  const cardOf = (kept: Kept): PlanCard => {
    const { id, name, role, quarter } = kept.plan;
    const missing = kept.missing ?? (kept.state === 'broken' ? ['Nhập liệu'] : []);
    const { state, sample } = kept;
    const where = { sheet: sheetOf(kept), state, missing, sample };
    return { id, name, role, quarter, ...where, statuses: [] };
  };
  const planStart = (): PlanStart => ({
    checked: true,
    // 22 November 2026.
    today: 46348,
    circumstances,
    plans: standIn.plans.map(cardOf),
    active: null,
    copies: standIn.copies,
    undo: standIn.undo,
    who: standIn.who,
    departments: [],
    kept: standIn.kept,
  });
  const found = (id: string) => standIn.plans.find(({ plan }) => plan.id === id);
  const gone = { problem: 'This plan is not here.' };
  const statuses = ['good', 'watch', 'bad', 'none'] as const;
  const sayings = {
    good: ['● on track', '● đúng tiến độ'],
    watch: ['▲ watch', '▲ cần chú ý'],
    bad: ['■ off track', '■ chậm tiến độ'],
    none: ['○ not judged (early)', '○ chưa đánh giá (còn sớm)'],
  } as const;
  const standings = ({ kpis }: Plan): KpiStatusText[] =>
    kpis.map(({ kpi, target }, at) => {
      const status = statuses[at % 4] ?? 'none';
      const words = sayings[status][language === 'vi' ? 1 : 0];
      const known = status !== 'none';
      return {
        kpi,
        status,
        words,
        target: String(target ?? ''),
        expected: known ? '668' : '',
        actual: known ? '682' : '',
        attainment: known ? '55,0%' : '',
      };
    });
  const viewOf = (kept: Kept): PlanView => ({
    plan: kept.plan,
    revision: kept.revision,
    card: cardOf(kept),
    statuses: standings(kept.plan),
    damage: '',
    thresholds: 'Thresholds: ● met at 100% of the target',
    native: false,
    note: '',
    noticed: standIn.noticed,
    problems: [],
  });
  const builtOf = (kept: Kept) => ({
    ok: { plan: kept.plan.id, sheet: sheetOf(kept), start: planStart(), note: '' },
  });
  /** Takes the last change back. */
  let takeBack: () => unknown = () => undefined;
  const api: PanelApi = {
    planStart: () => ({ ok: planStart() }),
    lastActuals: () => {
      const from = Object.keys(standIn.actuals).length > 0 ? ['Lan · Q4 2026'] : [];
      return { ok: { actuals: standIn.actuals, from, notes: {} } };
    },
    buildPlan: ({ plan, sample }) => {
      if (plan.name === 'Refused') {
        return { problem: 'The weight of CPL is wrong.', field: 'kpis.CPL.weight' };
      }
      const kept = found(plan.id) ?? { plan, revision: 1, state: 'open' as const, sample };
      if (!standIn.plans.includes(kept)) standIn.plans.unshift(kept);
      standIn.undo = `“${sheetOf(kept)}”`;
      return builtOf(kept);
    },
    buildProgress: () => ({ ok: { step: 3, of: 8, doing: 'Writing the scorecard…' } }),
    openPlan: (id) => {
      const kept = found(id);
      return kept ? { ok: viewOf(kept) } : gone;
    },
    goToPlan: () => ({ ok: null }),
    changesSince: ({ plan, data, seen }) => {
      const kept = found(plan);
      const view = kept && kept.state !== 'broken' ? viewOf(kept) : null;
      const answer = data ? standIn.api.dataStart?.() : null;
      const known = { start: planStart(), view, data: answer && 'ok' in answer ? answer.ok : null };
      const now = {
        start: JSON.stringify(known.start),
        view: JSON.stringify(view),
        data: JSON.stringify(known.data),
      };
      return {
        ok: {
          seen: now,
          start: now.start === seen.start ? null : known.start,
          view: now.view === seen.view ? null : view,
          data: now.data === seen.data ? null : known.data,
        },
      };
    },
    changePlan: ({ plan, base, revision }) => {
      const kept = found(plan.id);
      if (!kept) return gone;
      const since = base
        ? JSON.stringify(kept.plan) === JSON.stringify(base)
        : kept.revision === revision;
      if (!since) return { problem: 'Somebody else changed this plan.', field: 'revision' };
      const { plan: before } = kept;
      takeBack = () => Object.assign(kept, { plan: before, revision: kept.revision + 1 });
      standIn.undo = `“${plan.name}”`;
      Object.assign(kept, { plan, revision: kept.revision + 1 });
      return { ok: viewOf(kept) };
    },
    draftNext: (id) => {
      const kept = found(id);
      if (!kept) return gone;
      const { year, month } = kept.plan.quarter;
      const quarter = month > 9 ? { year: year + 1, month: 1 } : { year, month: month + 3 };
      const kpis = kept.plan.kpis.map((kpi) => ({ ...kpi, baseline: 500, target: null }));
      const plan = { ...kept.plan, id: '', quarter, kpis, agreed: null, after: id };
      return { ok: { plan, why: { LEADS: 'As much more as last quarter brought.' } } };
    },
    makePortable: ({ plan, native }) => {
      const kept = found(plan);
      return kept ? { ok: { ...viewOf(kept), native } } : gone;
    },
    closePlan: (id) => {
      const kept = found(id);
      if (!kept) return gone;
      kept.state = 'frozen';
      return { ok: viewOf(kept) };
    },
    repairPlan: (id) => {
      const kept = found(id);
      if (!kept) return gone;
      kept.state = 'open';
      return builtOf(kept);
    },
    forgetPlan: (id) => {
      standIn.plans.splice(
        standIn.plans.findIndex(({ plan }) => plan.id === id),
        1,
      );
      return { ok: planStart() };
    },
    adoptCopy: () => gone,
    selectedTable: () => ({ ok: standIn.table }),
    // `installDataStandIn` puts better answers in the place of these.
    dataStart: () => gone,
    listAccounts: () => gone,
    openAccount: () => gone,
    dimensionValues: () => gone,
    listTables: () => gone,
    previewTable: () => gone,
    saveFeeds: () => gone,
    refresh: () => gone,
    setSchedule: () => gone,
    makeRoom: () => ({ ok: { done: 'Room.', start: planStart() } }),
    undo: () => {
      const done = `Undone: ${standIn.undo}`;
      standIn.undo = null;
      takeBack();
      return { ok: { done, start: planStart() } };
    },
    clearKept: () => {
      standIn.kept = standIn.kept.filter(({ stays }) => stays !== '');
      return { ok: { done: 'Cleared.', start: planStart() } };
    },
    buildDepartment: ({ name }) => ({
      ok: { plan: '', sheet: name, start: planStart(), note: '' },
    }),
    removeEverything: () => {
      standIn.plans = [];
      return { ok: { done: 'Removed.' } };
    },
    panelStart: start,
    panelPart: (names) => ({ ok: names.map((name) => files[name] ?? 'missing') }),
    chooseLanguage: start,
    readSelection: () =>
      standIn.selection ? { ok: standIn.selection } : { problem: 'Nothing is selected.' },
    previewFunction: (request) =>
      request.inputs.includes('Z9')
        ? { problem: 'There is nothing in Z9.', field: 'leads' }
        : {
            ok: {
              formula: formulaOf(request),
              target: targetOf(request),
              answers: request.answer === 'rows' ? ['4', 'no leads', '5'] : ['4.5'],
              cells: request.answer === 'rows' ? 1143 : 1,
              note: 'A note.',
              occupied: standIn.occupied.includes(targetOf(request)),
            },
          },
    insertFunction: (request) =>
      standIn.occupied.includes(targetOf(request)) && !request.replace
        ? { problem: 'There is something.' }
        : { ok: { formula: formulaOf(request), target: targetOf(request), recent } },
  };
  standIn.api = api;
  standIn.viewOf = (id) => {
    const kept = found(id);
    return kept ? viewOf(kept) : null;
  };
  type Handle = (given: unknown) => void;
  const runner = (succeed: Handle, fail: Handle): unknown =>
    new Proxy(
      {},
      {
        get: (_, name: string) => {
          if (name === 'withSuccessHandler') return (handle: Handle) => runner(handle, fail);
          if (name === 'withFailureHandler') return (handle: Handle) => runner(succeed, handle);
          return (...request: unknown[]) => {
            standIn.calls.push([name, ...(JSON.parse(JSON.stringify(request)) as unknown[])]);
            setTimeout(() => {
              standIn.answered.push(name);
              if (standIn.failure) return fail(new Error(standIn.failure));
              const call = standIn.api[name as keyof PanelApi] as (
                ...request: unknown[]
              ) => unknown;
              // What travels is plain data.
              succeed(JSON.parse(JSON.stringify(call(...request))));
            }, standIn.lasts[name] ?? 5);
          };
        },
      },
    );
  Object.assign(window, { google: { script: { run: runner(console.error, console.error) } } });
}
