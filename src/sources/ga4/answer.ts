import { isJson, type Json, numberOf, objectsOf, readJson, textOf } from '../json.ts';
import { bothQuotas } from '../quota.ts';
import type {
  HttpResponse,
  Loss,
  Quota,
  ResultPage,
  Row,
  SourceError,
  Tokens,
  Trust,
} from '../source.ts';
import { bothTrusts, wholeTrust } from '../trust.ts';
import { dayInZone, zoneName } from '../zone.ts';
import { cutOff } from './answer-days.ts';
import { type ReportSaid, rowsOf } from './answer-rows.ts';
import { type Ga4Opening, type Ga4Question, type Ga4Report, questionsWith } from './question.ts';

type Read = ResultPage<Ga4Question> | { readonly trouble: SourceError };

/** The tokens of a standard property when nothing is used, and how many times more a paid one has. */
const allowed = { hour: 40_000, projectHour: 14_000, day: 200_000 };
const paidTimes = 10;

const half = (detail: string): { readonly trouble: SourceError } => ({
  trouble: { kind: 'halfAnswer', detail },
});

/** What a batch of reports says. Whatever is not exactly what was asked for is half an answer. */
export function readAnswer(question: Ga4Question, response: HttpResponse): Read {
  const answered = readJson(response.body);
  if (question.opening) return readOpening(question, question.opening, answered);
  const reports = objectsOf(answered?.reports);
  if (!reports || reports.length !== question.reports.length) return half('reports');
  const rows: Row[] = [];
  const lost: Loss[] = [];
  const more: Ga4Report[] = [];
  const untold: string[] = [];
  let trust = wholeTrust;
  let quota: Quota | null = null;
  for (const [at, asked] of question.reports.entries()) {
    const answer = reports[at];
    if (!answer) return half('reports');
    const said = trustOf(answer);
    const cut = cutOff(asked, isJson(answer.metadata) ? answer.metadata.dataTruncationReasons : []);
    if (!said || !cut) return half('metadata');
    const differs = otherThan(question, said);
    if (differs) return { trouble: differs };
    const read = rowsOf(asked, answer, said);
    if (read.is === 'wrong') return half(read.what);
    if (read.is === 'apart') {
      more.push(...read.reports);
      untold.push(...read.untold);
    } else {
      rows.push(...read.rows);
      lost.push(...read.lost, ...cut);
      trust = bothTrusts(trust, said);
    }
    quota = bothQuotas(quota, quotaOf(answer.propertyQuota));
  }
  return { rows, lost, untold, more: questionsWith(question, more), trust, quota };
}

/** A property counts from some moment of the day on which it was made: that day is not whole either. */
function readOpening(
  { property, zone }: Ga4Question,
  { inputs, from }: Ga4Opening,
  answered: Json | null,
): Read {
  if (textOf(answered?.name) !== property) return half('name');
  const made = Date.parse(textOf(answered?.createTime));
  const to = Number.isNaN(made) ? from - 1 : dayInZone(made, zone);
  const lost =
    to < from ? [] : inputs.map((input): Loss => ({ input, from, to, why: 'notYet', detail: '' }));
  return { rows: [], lost, more: [], trust: wholeTrust, quota: null };
}

/** An answer in another currency, or with days of another zone, must not stand among the others. */
function otherThan(
  { currency, zone }: Ga4Question,
  answered: Pick<Trust, 'currency' | 'zone'>,
): SourceError | null {
  if (answered.currency !== null && answered.currency !== currency) {
    return { kind: 'otherCurrency', detail: answered.currency };
  }
  if (answered.zone !== null && zoneName(answered.zone) !== zoneName(zone)) {
    return { kind: 'otherZone', detail: answered.zone };
  }
  return null;
}

function trustOf({ metadata = {} }: Json): (Trust & ReportSaid) | null {
  if (!isJson(metadata)) return null;
  const samples = objectsOf(metadata.samplingMetadatas);
  const restricted = metadata.schemaRestrictionResponse ?? {};
  if (!samples || !isJson(restricted)) return null;
  const blocked = objectsOf(restricted.activeMetricRestrictions);
  if (!blocked) return null;
  const shares = samples.map(({ samplesReadCount, samplingSpaceSize }) => {
    const read = numberOf(samplesReadCount) ?? 0;
    const of = numberOf(samplingSpaceSize) ?? 0;
    return of > 0 ? read / of : 1;
  });
  const share = Math.min(1, ...shares);
  return {
    sampled: share < 1 ? share : null,
    thresholded: metadata.subjectToThresholding === true,
    otherRow: metadata.dataLossFromOtherRow === true,
    blocked: blocked.map(({ metricName }) => textOf(metricName)),
    currency: textOf(metadata.currencyCode) || null,
    zone: textOf(metadata.timeZone) || null,
    emptyReason: textOf(metadata.emptyReason),
  };
}

function quotaOf(value: unknown): Quota | null {
  if (!isJson(value)) return null;
  return {
    hour: tokensOf(value.tokensPerHour, allowed.hour),
    projectHour: tokensOf(value.tokensPerProjectPerHour, allowed.projectHour),
    day: tokensOf(value.tokensPerDay, allowed.day),
  };
}

/** A number of 0 is left out of an answer. How many there are it does not say: more than usual is paid. */
function tokensOf(value: unknown, usual: number): Tokens | null {
  if (!isJson(value)) return null;
  const used = numberOf(value.consumed ?? 0);
  const left = numberOf(value.remaining ?? 0);
  if (used === null || left === null) return null;
  return { used, left, of: used + left > usual ? usual * paidTimes : usual };
}
