import { numberOf, readJson, textOf } from '../json.ts';
import type { HttpResponse, Loss, ResultPage, SourceError } from '../source.ts';
import { wholeTrust } from '../trust.ts';
import { dayInZone, zoneName } from '../zone.ts';
import { failureOf } from './failure.ts';
import { readPipelines } from './pipelines.ts';
import {
  type Ask,
  beginning,
  type HubSpotQuestion,
  needsPipelines,
  type Report,
} from './question.ts';
import { readRecords } from './read-records.ts';
import { inPipelines } from './report-pipelines.ts';

export type Read = ResultPage<HubSpotQuestion> | { readonly trouble: SourceError };

const half = (detail: string): Read => ({ trouble: { kind: 'halfAnswer', detail } });
const trouble = (kind: string, detail = ''): Read => ({ trouble: { kind, detail } });

/** What an answer says, and what is to be asked for next. */
export function readAnswer(question: HubSpotQuestion, response: HttpResponse): Read {
  const { ask } = question;
  const { scopes, category } = failureOf(response);
  // What the key may not read is left out, and said; what it may read comes nonetheless.
  if (category === 'MISSING_SCOPES') return page({ blocked: [...metricsIn(ask), ...scopes] });
  const said = readJson(response.body);
  if (!said) return half('');
  if (ask.is === 'account') return readAccount(question, ask, said);
  if (ask.is === 'records') return readRecords(question, ask, said);
  const pipelines = readPipelines(said.results);
  if (!pipelines) return half('pipelines');
  const more: Report[] = [];
  for (const report of ask.reports) {
    const known = inPipelines(report, pipelines);
    if ('trouble' in known) return known;
    more.push(known);
  }
  return page({ more: more.map((report) => recordsOf(question, report)) });
}

/** Another account’s numbers, days of another zone, another currency must not stand among the others. */
function readAccount(
  question: HubSpotQuestion,
  ask: Ask & { readonly is: 'account' },
  said: Readonly<Record<string, unknown>>,
): Read {
  const portal = numberOf(said.portalId);
  const zone = textOf(said.timeZone);
  const currency = textOf(said.companyCurrency);
  if (portal === null || zone === '') return half('details');
  if (String(portal) !== question.portal) return trouble('otherPortal', String(portal));
  if (zoneName(zone) !== zoneName(question.zone)) return trouble('otherZone', zone);
  const sums = ask.reports.some(({ inputs }) => inputs.some((each) => each.sums));
  if (sums && currency === '') return trouble('noCurrency');
  if (sums && currency !== question.currency) return trouble('otherCurrency', currency);
  const deals = ask.reports.filter(needsPipelines);
  const others = ask.reports.filter((report) => !needsPipelines(report));
  return page({
    lost: [...unfitDays(ask), ...daysBefore(ask, said.createdAt, question.zone)],
    more: [
      ...(deals.length > 0
        ? [{ ...question, ask: { is: 'pipelines', reports: deals } as const }]
        : []),
      ...others.map((report) => recordsOf(question, report)),
    ],
  });
}

const unfitDays = ({ unfit, from, to }: Ask & { readonly is: 'account' }): readonly Loss[] =>
  unfit.map((input) => ({ input, from, to, why: 'empty', detail: '' }));

/** An account is there from some moment of a day on; what was before it, and that day, is not known. */
function daysBefore(
  { opening, from }: Ask & { readonly is: 'account' },
  created: unknown,
  zone: string,
): readonly Loss[] {
  const ms = numberOf(created) ?? Date.parse(textOf(created));
  const to = Number.isNaN(ms) ? from - 1 : dayInZone(ms, zone);
  if (to < from) return [];
  return opening.map((input) => ({ input, from, to, why: 'notYet', detail: '' }));
}

const recordsOf = (question: HubSpotQuestion, report: Report): HubSpotQuestion => ({
  ...question,
  ask: { is: 'records', report, reading: beginning },
});

const metricsIn = (ask: Ask): readonly string[] => {
  const reports = ask.is === 'records' ? [ask.report] : ask.reports;
  return [...new Set(reports.flatMap(({ inputs }) => inputs.map(({ metric }) => metric)))];
};

const page = (of: {
  readonly lost?: readonly Loss[];
  readonly more?: readonly HubSpotQuestion[];
  readonly blocked?: readonly string[];
}): Read => ({
  rows: [],
  lost: of.lost ?? [],
  more: of.more ?? [],
  trust: { ...wholeTrust, blocked: of.blocked ?? [] },
  quota: null,
});
