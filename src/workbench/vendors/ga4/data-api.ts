import type { CompatibilityRequest, ReportRequest } from './asked.ts';
import { invalid, notAllowed } from './failure.ts';
import { compatibility, metadataOf } from './fields.ts';
import type { Property } from './properties.ts';
import { type Quotas, tokensFor } from './quota.ts';
import { runReport } from './report.ts';
import { planOf, type ReportPlan } from './report-plan.ts';
import { readMessage } from './shapes.ts';

const mostReports = 5;

/** A call of the Data API: `properties/123:runReport` is the method of a property. */
interface DataCall {
  readonly property: Property;
  readonly method: string;
  readonly body: string;
  readonly nowMs: number;
  readonly quotas: Quotas;
}

type Answer = (call: DataCall) => object;

/** Methods by the verb they are called with and their name. */
export const dataMethods: Readonly<Record<string, Answer>> = {
  'post runReport': (call) => oneReport(call),
  'post batchRunReports': (call) => batch(call),
  'post checkCompatibility': (call) =>
    spending(call, () =>
      compatibility(
        call.property,
        readMessage('CheckCompatibilityRequest', call.body) as CompatibilityRequest,
      ),
    ),
  'get metadata': (call) => spending(call, () => metadataOf(call.property)),
};

/** Descriptions cost one token. */
function spending({ property, quotas, nowMs }: DataCall, answer: () => object): object {
  quotas.refuseSpent(property, nowMs);
  const answered = answer();
  quotas.spendTokens(property, 1, nowMs);
  return answered;
}

function oneReport(call: DataCall): object {
  const asked = readMessage('RunReportRequest', call.body) as ReportRequest;
  return run(call, [asked])[0] ?? {};
}

function batch(call: DataCall): object {
  const { requests = [] } = readMessage('BatchRunReportsRequest', call.body) as {
    requests?: readonly ReportRequest[];
  };
  if (requests.length === 0) throw invalid('A batch must have at least one request.');
  if (requests.length > mostReports) {
    throw invalid(
      `Batch requests are limited to ${mostReports} nested requests. This batch has ${requests.length}.`,
    );
  }
  return { reports: run(call, requests), kind: 'analyticsData#batchRunReports' };
}

/** All of them or none: what is wrong with one is found before any is run. */
function run(call: DataCall, requests: readonly ReportRequest[]): object[] {
  const { property, nowMs, quotas } = call;
  const plans = requests.map((asked) => planOf(property, asked, nowMs));
  if (property.oddity === 'noReports') throw notAllowed();
  quotas.refuseSpent(property, nowMs);
  return plans.map((plan) => {
    const report = runReport(plan);
    const tokens = costOf(plan, report);
    quotas.spendTokens(property, tokens, nowMs);
    if (plan.personal) quotas.spendOne(property, 'potentiallyThresholdedRequestsPerHour', nowMs);
    if (plan.asked.returnPropertyQuota !== true) return report;
    const propertyQuota = quotas.told(property, tokens, plan.personal, nowMs);
    return { ...report, propertyQuota };
  });
}

function costOf({ ranges, dimensions, metrics }: ReportPlan, report: object): number {
  const days = ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const rows = 'rowCount' in report && typeof report.rowCount === 'number' ? report.rowCount : 0;
  return tokensFor(days, dimensions.length + metrics.length, rows);
}
