import type { TroubleKind } from '../../../src/sources/ga4/causes.ts';

/**
 * Answers that Google's servers, and its script service in their place, have given, with what they
 * mean. Where each was published stands beside it; numbers of projects and addresses are changed.
 */
export interface RecordedFailure {
  readonly from: string;
  /** 0: nothing came, and `body` is what the script service said. */
  readonly status: number;
  readonly body: string;
  readonly kind: TroubleKind;
  readonly wait: 'soon' | 'minute' | 'hour' | 'day' | 'act';
  readonly detail?: string;
}

const error = (code: number, message: string, more: object = {}): string =>
  JSON.stringify({ error: { code, message, ...more } });
const older = (code: number, message: string, reason: string, domain = 'usageLimits'): string =>
  error(code, message, { errors: [{ message, domain, reason }] });
const info = (reason: string, metadata: object = {}) => ({
  status: 'PERMISSION_DENIED',
  details: [
    {
      '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
      reason,
      domain: 'googleapis.com',
      metadata,
    },
    { '@type': 'type.googleapis.com/google.rpc.LocalizedMessage', locale: 'en-US', message: 'x' },
    { '@type': 'type.googleapis.com/google.rpc.Help', links: [{ description: 'x', url: 'y' }] },
  ],
});
const exhausted = (message: string): string =>
  error(429, message, { status: 'RESOURCE_EXHAUSTED' });
const off = (api: string, host: string): string =>
  `${api} has not been used in project 1 before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/${host}/overview?project=1 then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.`;

const airbyte = 'github.com/airbytehq/airbyte source-google-analytics-data-api quota handler';
const reasons = 'github.com/googleapis/googleapis google/api/error_reason.proto';
const gmail = 'developers.google.com/workspace/gmail/api/guides/handle-errors';
const errorHandler = 'github.com/RomainVialard/ErrorHandler';
const notFoundPage =
  '<!DOCTYPE html>\n<html lang=en>\n  <meta charset=utf-8>\n  <title>Error 404 (Not Found)!!1</title>\n  <p>The requested URL <code>/v1beta/1:runReport</code> was not found on this server.';

export const recordedFailures: readonly RecordedFailure[] = [
  {
    from: airbyte,
    status: 429,
    body: exhausted('Exhausted concurrent requests quota.'),
    kind: 'quotaAtOnce',
    wait: 'soon',
  },
  {
    from: airbyte,
    status: 429,
    body: exhausted(
      'Exhausted property tokens for a project per hour. These quota tokens will return in under an hour.',
    ),
    kind: 'quotaOwnHour',
    wait: 'hour',
  },
  {
    from: 'public tests of Google Analytics clients',
    status: 429,
    body: exhausted('Exhausted property tokens per hour.'),
    kind: 'quotaHour',
    wait: 'hour',
  },
  {
    from: 'public tests of Google Analytics clients: the same with status 403',
    status: 403,
    body: error(
      403,
      'Exhausted property tokens per day. These quota tokens will return in under 24 hours.',
      { status: 'RESOURCE_EXHAUSTED' },
    ),
    kind: 'quotaDay',
    wait: 'day',
  },
  {
    from: airbyte,
    status: 429,
    body: exhausted('Exhausted potentially thresholded requests quota.'),
    kind: 'quotaSmallGroups',
    wait: 'hour',
  },
  {
    from: airbyte,
    status: 429,
    body: exhausted('Exhausted server errors quota.'),
    kind: 'quotaErrors',
    wait: 'hour',
  },
  {
    from: `${gmail}: userRateLimitExceeded`,
    status: 403,
    body: older(
      403,
      'User Rate Limit Exceeded. Rate of requests for user exceed configured project quota. You may consider re-evaluating expected per-user traffic to the API and adjust project quota limits accordingly.',
      'userRateLimitExceeded',
    ),
    kind: 'userRate',
    wait: 'minute',
  },
  {
    from: `${gmail}: rateLimitExceeded`,
    status: 403,
    body: older(403, 'Rate Limit Exceeded', 'rateLimitExceeded'),
    kind: 'projectRate',
    wait: 'minute',
  },
  {
    from: 'a crawler’s published log of a Sheets quota, 2025',
    status: 429,
    body: error(
      429,
      "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:1'.",
      {
        ...info('RATE_LIMIT_EXCEEDED', { quota_limit: 'ReadRequestsPerMinutePerUser' }),
        status: 'RESOURCE_EXHAUSTED',
      },
    ),
    kind: 'userRate',
    wait: 'minute',
  },
  {
    from: 'the same of a limit per minute for the whole project',
    status: 429,
    body: error(
      429,
      "Quota exceeded for quota metric 'Requests' and limit 'Requests per minute'.",
      {
        ...info('RATE_LIMIT_EXCEEDED', { quota_limit: 'RequestsPerMinutePerProject' }),
        status: 'RESOURCE_EXHAUSTED',
      },
    ),
    kind: 'projectRate',
    wait: 'minute',
  },
  {
    from: 'the same of a limit per day, which only the name of the limit says',
    status: 429,
    body: error(429, 'Quota exceeded.', {
      ...info('RATE_LIMIT_EXCEEDED', { quota_limit: 'RequestsPerDayPerProject' }),
      status: 'RESOURCE_EXHAUSTED',
    }),
    kind: 'projectDay',
    wait: 'day',
  },
  {
    from: 'developers.google.com/android-publisher/quotas: dailyLimitExceeded',
    status: 403,
    body: older(
      403,
      'Daily Limit Exceeded. The quota will be reset at midnight Pacific Time (PT). You may monitor your quota usage and adjust limits in the API Console: https://console.developers.google.com/apis/api/x/quotas?project=1',
      'dailyLimitExceeded',
    ),
    kind: 'projectDay',
    wait: 'day',
  },
  {
    from: 'recorded test of a Search Console client: quota with status 403, no status word',
    status: 403,
    body: older(
      403,
      'Load quota exceeded. Learn about usage limits: https://x.example',
      'quotaExceeded',
    ),
    kind: 'quotaUnknown',
    wait: 'hour',
    detail: 'Load quota exceeded. Learn about usage limits:',
  },
  {
    from: 'public issues: a 429 that names nothing',
    status: 429,
    body: exhausted('Resource has been exhausted (e.g. check quota).'),
    kind: 'quotaUnknown',
    wait: 'hour',
    detail: 'Resource has been exhausted (e.g. check quota).',
  },
  {
    from: 'github.com/google-gemini/gemini-cli#1343, of the API asked here',
    status: 403,
    body: error(
      403,
      off('Google Analytics Data API', 'analyticsdata.googleapis.com'),
      info('SERVICE_DISABLED', {
        serviceTitle: 'Google Analytics Data API',
        service: 'analyticsdata.googleapis.com',
        consumer: 'projects/1',
      }),
    ),
    kind: 'apiOff',
    wait: 'act',
    detail: 'Google Analytics Data API',
  },
  {
    from: 'the same without a title',
    status: 403,
    body: error(403, 'x', info('SERVICE_DISABLED', { service: 'analyticsadmin.googleapis.com' })),
    kind: 'apiOff',
    wait: 'act',
    detail: 'Google Analytics Admin API',
  },
  {
    from: 'github.com/googleanalytics/ga-dev-tools#339: accessNotConfigured',
    status: 403,
    body: older(
      403,
      `Access Not Configured. ${off('Google Analytics Admin API', 'analyticsadmin.googleapis.com')}`,
      'accessNotConfigured',
    ),
    kind: 'apiOff',
    wait: 'act',
    detail: 'Google Analytics Admin API',
  },
  {
    from: 'github.com/tomdyson/wagalytics#2: accessNotConfigured',
    status: 403,
    body: older(
      403,
      'Access Not Configured. The API (Google Analytics API) is not enabled for your project. Please use the Google Developers Console to update your configuration.',
      'accessNotConfigured',
    ),
    kind: 'apiOff',
    wait: 'act',
    detail: 'Google Analytics API',
  },
  {
    from: 'github.com/google/generative-ai-docs#356, github.com/firebase/firebase-ios-sdk#13968',
    status: 403,
    body: error(
      403,
      "Permission denied: Consumer 'projects/1' has been suspended.",
      info('CONSUMER_SUSPENDED', { consumer: 'projects/1' }),
    ),
    kind: 'projectSuspended',
    wait: 'act',
  },
  {
    from: 'github.com/GoogleCloudPlatform/android-docs-samples#58: without a reason',
    status: 403,
    body: error(403, "Permission denied: Consumer 'project_number:1' has been suspended.", {
      status: 'PERMISSION_DENIED',
    }),
    kind: 'projectSuspended',
    wait: 'act',
  },
  {
    from: 'github.com/liuw1535/antigravity2api-nodejs#19',
    status: 403,
    body: error(
      403,
      'Permission denied on resource project swift-core-1.',
      info('CONSUMER_INVALID', { consumer: 'projects/swift-core-1' }),
    ),
    kind: 'projectGone',
    wait: 'act',
  },
  {
    from: `${errorHandler}: Project … is not found`,
    status: 403,
    body: error(
      403,
      'Project 1 is not found and cannot be used for API calls. If it is recently created, enable Google Analytics Data API by visiting https://x.example then retry.',
    ),
    kind: 'projectGone',
    wait: 'act',
  },
  {
    from: reasons,
    status: 403,
    body: error(403, 'This API method requires billing to be enabled.', info('BILLING_DISABLED')),
    kind: 'billingOff',
    wait: 'act',
  },
  {
    from: `${gmail}: domainPolicy`,
    status: 403,
    body: older(
      403,
      'The domain administrators have disabled Analytics apps.',
      'domainPolicy',
      'global',
    ),
    kind: 'orgPolicy',
    wait: 'act',
  },
  {
    from: reasons,
    status: 403,
    body: error(403, 'Access denied by organization.', info('ORG_RESTRICTION_VIOLATION')),
    kind: 'orgPolicy',
    wait: 'act',
  },
  {
    from: reasons,
    status: 403,
    body: error(
      403,
      'Request had insufficient authentication scopes.',
      info('ACCESS_TOKEN_SCOPE_INSUFFICIENT', { service: 'analyticsdata.googleapis.com' }),
    ),
    kind: 'scopeMissing',
    wait: 'act',
  },
  {
    from: 'public tests of Gmail clients: the older form, whose reason would mean something else',
    status: 403,
    body: error(403, 'Request had insufficient authentication scopes.', {
      errors: [
        { message: 'Insufficient Permission', domain: 'global', reason: 'insufficientPermissions' },
      ],
      status: 'PERMISSION_DENIED',
    }),
    kind: 'scopeMissing',
    wait: 'act',
  },
  {
    from: 'developers.google.com/analytics Data API',
    status: 401,
    body: error(401, 'Request had invalid authentication credentials.', {
      status: 'UNAUTHENTICATED',
    }),
    kind: 'signedOut',
    wait: 'act',
  },
  {
    from: reasons,
    status: 403,
    body: error(403, 'The account is not valid.', info('ACCOUNT_STATE_INVALID')),
    kind: 'signedOut',
    wait: 'act',
  },
  {
    from: 'github.com/google/site-kit-wp#7361',
    status: 403,
    body: error(
      403,
      'User does not have sufficient permissions for this property. To learn more about Property ID, see https://developers.google.com/analytics/devguides/reporting/data/v1/property-id.',
      { status: 'PERMISSION_DENIED' },
    ),
    kind: 'noPermission',
    wait: 'act',
  },
  {
    from: 'Admin API, public tests',
    status: 403,
    body: error(403, 'The caller does not have permission', { status: 'PERMISSION_DENIED' }),
    kind: 'noPermission',
    wait: 'act',
  },
  {
    from: 'Data API',
    status: 404,
    body: error(404, 'Requested entity was not found.', { status: 'NOT_FOUND' }),
    kind: 'propertyGone',
    wait: 'act',
  },
  {
    from: 'github.com/googleapis/google-api-go-client#2455',
    status: 404,
    body: notFoundPage,
    kind: 'noAddress',
    wait: 'act',
  },
  {
    from: 'Data API',
    status: 400,
    body: error(400, 'Field sesions is not a valid metric. For a list of valid metrics, see x', {
      status: 'INVALID_ARGUMENT',
    }),
    kind: 'badField',
    wait: 'act',
    detail: 'sesions',
  },
  {
    from: 'Data API',
    status: 400,
    body: error(
      400,
      "Please remove itemName to make the request compatible. The request's dimensions & metrics are incompatible.",
      { status: 'INVALID_ARGUMENT' },
    ),
    kind: 'mixedFields',
    wait: 'act',
    detail: 'itemName',
  },
  {
    from: 'github.com/googleapis/google-cloud-ruby#19013',
    status: 500,
    body: error(500, 'Internal error encountered.', { status: 'INTERNAL' }),
    kind: 'serverError',
    wait: 'soon',
  },
  {
    from: 'the page of Google’s front servers',
    status: 502,
    body: '<!DOCTYPE html>\n<html lang=en>\n  <title>Error 502 (Server Error)!!1</title>',
    kind: 'serverError',
    wait: 'soon',
  },
  {
    from: 'Data API',
    status: 503,
    body: error(503, 'The service is currently unavailable.', { status: 'UNAVAILABLE' }),
    kind: 'busy',
    wait: 'soon',
  },
  {
    from: 'Data API',
    status: 504,
    body: error(504, 'Deadline expired before operation could complete.', {
      status: 'DEADLINE_EXCEEDED',
    }),
    kind: 'tooLong',
    wait: 'soon',
  },
  {
    from: 'a page to sign in, or of a proxy, in the place of data',
    status: 200,
    body: '<html><head><title>Sign in – Google Accounts</title></head></html>',
    kind: 'webPage',
    wait: 'soon',
    detail: 'Sign in – Google Accounts',
  },
  {
    from: 'github.com/joseballester/muFunds#98',
    status: 0,
    body: 'Service invoked too many times for one day: urlfetch. (line 229).',
    kind: 'fetchDay',
    wait: 'hour',
  },
  {
    from: errorHandler,
    status: 0,
    body: 'Dịch vụ bị gọi quá nhiều lần trong một ngày: urlfetch.',
    kind: 'fetchDay',
    wait: 'hour',
  },
  {
    from: 'github.com/therealaleph/MasterHttpRelayVPN-RUST#1132: in Persian',
    status: 0,
    body: 'سرویس در طول یک روز به دفعات زیاد فراخوان شده است:urlfetch.',
    kind: 'fetchDay',
    wait: 'hour',
  },
  {
    from: 'public scripts that wait for it',
    status: 0,
    body: 'Bandwidth quota exceeded: https://x.example/. Try reducing the rate of data transfer.',
    kind: 'bandwidth',
    wait: 'minute',
  },
  {
    from: 'public scripts',
    status: 0,
    body: 'Address unavailable: https://analyticsdata.googleapis.com/v1beta/properties/1:batchRunReports',
    kind: 'unreachable',
    wait: 'soon',
  },
  {
    from: 'public scripts',
    status: 0,
    body: 'Timeout: https://analyticsdata.googleapis.com/v1beta/properties/1:batchRunReports',
    kind: 'timedOut',
    wait: 'soon',
  },
  {
    from: 'developers.google.com/apps-script/concepts/scopes',
    status: 0,
    body: 'Specified permissions are not sufficient to call UrlFetchApp.fetchAll. Required permissions: https://www.googleapis.com/auth/script.external_request',
    kind: 'fetchNotAllowed',
    wait: 'act',
  },
  {
    from: errorHandler,
    status: 0,
    body: 'Cần được cho phép để thực hiện tác vụ đó. Hãy chạy lại tập lệnh để cho phép tác vụ.',
    kind: 'fetchNotAllowed',
    wait: 'act',
  },
  { from: 'nothing at all', status: 0, body: '', kind: 'noAnswer', wait: 'soon' },
];
