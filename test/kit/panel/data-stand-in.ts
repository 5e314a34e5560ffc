import type {
  AccountFacts,
  ConnectedPlan,
  DataStart,
  OpenAccount,
  RefreshAnswer,
  SaveFeedsRequest,
} from '../../../src/app/api/data-api.ts';
import type { Language } from '../../../src/messages/compiled/languages.ts';
import type { Feed } from '../../../src/plan/model/feeds.ts';

/** The spreadsheet's side of data that flows in, as the panel meets it in a test. Lives in the page. */
interface DataStandIn {
  schedule: DataStart['schedule'];
  clockStands: boolean;
  /** What the user has left unticked. */
  missing: DataStart['missing'];
  /** Days through which everything is known; `''` before the first refresh. */
  through: string;
  stale: boolean;
  /** What failed, by input. */
  trouble: Record<string, string>;
  trust: Record<string, string[]>;
  /** So many answers until a refresh is done. */
  answers: number;
  quotas: DataStart['quotas'];
  connections: DataStart['connections'];
  fills: ConnectedPlan['fills'];
  log: DataStart['log'];
  properties: { account: string; name: string; group: string }[];
  /** So many properties to a page. */
  pageSize: number;
  facts: Pick<AccountFacts, 'metrics' | 'dimensions' | 'splits' | 'known'>;
  zone: string;
  currency: string;
  values: Record<string, string[]>;
  tables: {
    sheet: number;
    name: string;
    headers: string[];
    sample: string[][];
    values: string[][];
    dated: boolean[];
    rows: number;
  }[];
  /** What is wrong with what is saved. */
  refused: { problem: string; field?: string; wayOut?: 'makeRoom' } | null;
  /** The cells of a table that could not be read. */
  problems: string[];
}

declare global {
  interface Window {
    dataStandIn: DataStandIn;
  }
}

/** What the sources themselves say, which the page cannot ask them. */
export interface Said {
  readonly language: Language;
  readonly sources: DataStart['sources'];
  readonly proposals: AccountFacts['proposals'];
  /** What is said where nothing is found; `?` is what was searched for. */
  readonly none: readonly string[];
  /** What comes of an account that was typed; `null` where none can be. */
  readonly typed: AccountFacts | null;
}

/** The key events of every property. */
export const events = ['purchase', 'contact_form', 'zalo_click'];

/** Runs in the page after the other stand-in, before the panel. */
export function installDataStandIn({ language, sources, proposals, none, typed }: Said): void {
  const vi = language === 'vi';
  const field = (name: string, title: string) => ({ name, title });
  const mine: DataStandIn = {
    missing: { sentences: [], consent: null },
    schedule: null,
    clockStands: true,
    through: '',
    stale: false,
    trouble: {},
    trust: {},
    answers: 2,
    quotas: [],
    connections: [],
    fills: { ga4: ['LEADS', 'CPL'], till: ['LEADS'] },
    log: [],
    properties: [
      { account: 'properties/311000001', name: 'Shop Việt', group: 'Shop' },
      { account: 'properties/311000003', name: 'Shop US <b>bold</b>', group: '=IMPORTXML("x")' },
      ...Array.from({ length: 30 }, (_, at) => ({
        account: `properties/${400 + at}`,
        name: `Client ${at + 1}`,
        group: 'Agency',
      })),
    ],
    pageSize: 20,
    facts: {
      known: [
        {
          metric: 'keyEvents',
          dimension: 'eventName',
          values: ['purchase', 'contact_form', 'zalo_click'],
        },
      ],
      splits: ['sessionDefaultChannelGroup', 'sessionCampaignName'],
      metrics: [
        field('sessions', 'Sessions'),
        field('keyEvents', 'Key events'),
        field('activeUsers', 'Active users'),
        field('totalRevenue', 'Total revenue'),
        field('purchaseRevenue', 'Purchase revenue'),
        field('engagedSessions', 'Engaged'),
        ...Array.from({ length: 20 }, (_, at) => field(`metric${at}`, `Metric ${at}`)),
      ],
      dimensions: [
        field('sessionDefaultChannelGroup', 'Session default channel group'),
        field('sessionCampaignName', 'Session campaign'),
        { ...field('eventName', 'Event name'), ask: 'Choose your key event.' },
        field('landingPage', 'Landing page'),
        field('sessionMedium', 'Session medium'),
        ...Array.from({ length: 20 }, (_, at) => field(`dimension${at}`, `Dimension ${at}`)),
      ],
    },
    zone: 'Asia/Ho_Chi_Minh',
    currency: 'VND',
    values: {
      sessionDefaultChannelGroup: ['Organic Search', 'Paid Search', 'Direct'],
      sessionCampaignName: [
        'Sale 11.11',
        '=IMPORTXML("http://evil","//a")',
        '<img src=x onerror=1>',
      ],
    },
    tables: [
      {
        sheet: 7,
        name: 'Facebook ads',
        rows: 52,
        headers: ['Ngày', 'Tên chiến dịch', 'Số tiền đã chi tiêu (VND)', 'Lead <i>'],
        sample: [
          ['01/10/2026', 'Sale 11.11', '1.250.000', '12'],
          ['02/10/2026', '<img src=x onerror=1>', '980.000', '9'],
          ['13/10/2026', '=HYPERLINK("http://evil")', '1.010.000', '11'],
        ],
        values: [],
        dated: [],
      },
    ],
    refused: null,
    problems: [],
  };
  window.dataStandIn = mine;
  let answered = 0;
  const standingOf = (feed: Feed): ConnectedPlan['feeds'][number] => {
    const plan = window.standIn.plans.find(({ plan }) => plan.feeds.includes(feed))?.plan;
    const account = plan?.accounts.find(({ id }) => id === feed.account);
    const source = account?.source === 'table' ? (vi ? 'Bảng' : 'Table') : 'Google Analytics';
    const trouble = mine.trouble[feed.input] ?? '';
    return {
      input: feed.input,
      title: feed.input,
      where: `${source} · ${account?.name}`,
      what: feed.metric ?? '',
      from: mine.through && '01/10',
      through: mine.through,
      provisional: mine.through ? 2 : 0,
      trust: mine.trust[feed.input] ?? [],
      trouble,
      isShort: false,
      typedOver: false,
      waitsUntil: trouble ? '15:00' : '',
    };
  };
  const start = (): DataStart => ({
    plans: window.standIn.plans
      .filter(({ state }) => state === 'open')
      .map(({ plan }) => ({
        id: plan.id,
        name: plan.name,
        quarter: plan.quarter,
        sheet: plan.name,
        feeds: plan.feeds.map(standingOf),
        updated: mine.through && '07:10',
        stale: mine.stale,
        fills: mine.fills,
        rated: [],
      })),
    missing: mine.missing,
    schedule: mine.schedule,
    clockStands: mine.clockStands,
    zone: 'Asia/Ho_Chi_Minh',
    lastTick: mine.schedule ? '07:10' : '',
    nextRun: mine.schedule ? (vi ? '23/11 lúc 07:00' : '23/11 at 07:00') : '',
    log: mine.log,
    quotas: mine.quotas,
    connections: mine.connections,
    sources,
  });
  Object.assign(window.standIn.api, {
    dataStart: () => ({ ok: start() }),
    listAccounts: ({ search, page }: { search: string; page: string | null }) => {
      const fits = mine.properties.filter(({ name, group }) =>
        `${name} ${group}`.toLowerCase().includes(search.toLowerCase()),
      );
      const from = Number(page ?? 0);
      const to = from + mine.pageSize;
      const code = (account: string) => account.replace('properties/', '');
      const accounts = fits.slice(from, to).map((each) => ({ ...each, code: code(each.account) }));
      const nothing = accounts.length > 0 ? [] : none.map((line) => line.replace('?', search));
      return {
        ok: { accounts, page: to < fits.length ? String(to) : null, none: nothing },
      };
    },
    openAccount: ({ id: account, source }: OpenAccount) => {
      if (typed && typed.account.source === source) return { ok: typed };
      const known = mine.properties.find((each) => each.account === account);
      if (!known) return { problem: 'This property is gone. Choose another one.' };
      const { zone, currency } = mine;
      const facts = { id: account, name: known.name, currency, zone, source: 'ga4' };
      const details = [
        ['Time zone', zone],
        ['Currency', currency],
      ];
      const notices = zone === 'Asia/Ho_Chi_Minh' ? [] : [`${zone} ≠ Asia/Ho_Chi_Minh`];
      return { ok: { account: facts, details, notices, proposals, ...mine.facts } };
    },
    dimensionValues: ({ dimension }: { dimension: string }) => ({
      ok: mine.values[dimension] ?? [],
    }),
    listTables: () => ({ ok: mine.tables }),
    previewTable: ({ feeds }: { feeds: Feed[] }) => ({
      ok: {
        rows: 52,
        from: '01/10',
        through: '21/11',
        problems: mine.problems,
        leftOut: 0,
        totals: feeds.map(({ input }) => ({
          input,
          total: '58.400.000 ₫',
          through: '21/11',
        })),
      },
    }),
    saveFeeds: ({ plan, base, revision, feeds, accounts }: SaveFeedsRequest) => {
      if (mine.refused) return mine.refused;
      const kept = window.standIn.plans.find((each) => each.plan.id === plan);
      if (!kept) return { problem: 'This plan is not here.' };
      const flows = (given: typeof base) => JSON.stringify([given?.feeds, given?.accounts]);
      if (base ? flows(base) !== flows(kept.plan) : kept.revision !== revision) {
        return { problem: 'Somebody else changed this plan.', field: 'revision' };
      }
      const revised = kept.revision + 1;
      Object.assign(kept, { plan: { ...kept.plan, feeds, accounts }, revision: revised });
      return { ok: { view: window.standIn.viewOf(plan), start: start(), note: '' } };
    },
    refresh: (): { ok: RefreshAnswer } => {
      answered += 1;
      const done = answered >= mine.answers;
      if (done) {
        answered = 0;
        mine.through = '21/11';
      }
      const share = answered / mine.answers;
      const doing = vi ? 'Đang lấy “Phiên truy cập” đến 14/11…' : 'Fetching “Sessions” to 14/11…';
      const said = vi ? 'Đã cập nhật đến 21/11.' : 'Up to date through 21/11.';
      return { ok: { done, share, doing, said: done ? [said] : [], start: done ? start() : null } };
    },
    setSchedule: (schedule: DataStart['schedule']) => {
      mine.schedule = schedule;
      mine.clockStands = true;
      return { ok: start() };
    },
  });
}
