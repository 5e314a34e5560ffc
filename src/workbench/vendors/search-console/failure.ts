/** An answer that is an error, in the words of Google’s older servers: reasons in a list, not always a status. */
export class SearchError extends Error {
  readonly code: number;
  readonly reason: string;
  readonly domain: string;
  readonly status: string | null;
  readonly details: readonly object[];

  constructor(
    code: number,
    message: string,
    reason: string,
    status: string | null,
    domain = 'global',
    details: readonly object[] = [],
  ) {
    super(message);
    this.code = code;
    this.reason = reason;
    this.domain = domain;
    this.status = status;
    this.details = details;
  }

  body(): string {
    const { code, message, reason, domain, status, details } = this;
    const errors = [{ message, domain, reason }];
    const error = {
      code,
      message,
      errors,
      ...(status === null ? {} : { status }),
      ...(details.length === 0 ? {} : { details }),
    };
    return `${JSON.stringify({ error }, null, 1)}\n`;
  }
}

const service = 'searchconsole.googleapis.com';
const project = '650000000001';

const info = (reason: string): object => ({
  '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
  reason,
  domain: 'googleapis.com',
  metadata: { service, consumer: `projects/${project}` },
});

export const invalid = (message: string): SearchError =>
  new SearchError(400, message, 'invalidParameter', 'INVALID_ARGUMENT');

export const notPlayed = (what: string): SearchError =>
  new SearchError(501, `The workbench's Search Console does not know ${what}.`, 'notPlayed', null);

export const noCredentials = (): SearchError =>
  new SearchError(
    401,
    'Request is missing required authentication credential.',
    'authError',
    'UNAUTHENTICATED',
  );

export const badCredentials = (): SearchError =>
  new SearchError(
    401,
    'Request had invalid authentication credentials.',
    'authError',
    'UNAUTHENTICATED',
  );

export const scopeMissing = (): SearchError =>
  new SearchError(
    403,
    'Request had insufficient authentication scopes.',
    'insufficientPermissions',
    'PERMISSION_DENIED',
    'global',
    [info('ACCESS_TOKEN_SCOPE_INSUFFICIENT')],
  );

export const apiOff = (): SearchError =>
  new SearchError(
    403,
    `Google Search Console API has not been used in project ${project} before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/${service}/overview?project=${project} then retry.`,
    'accessNotConfigured',
    'PERMISSION_DENIED',
    'usageLimits',
    [info('SERVICE_DISABLED')],
  );

export const suspended = (): SearchError =>
  new SearchError(
    403,
    `Permission denied: Consumer 'projects/${project}' has been suspended.`,
    'forbidden',
    'PERMISSION_DENIED',
    'global',
    [info('CONSUMER_SUSPENDED')],
  );

export const againstPolicy = (): SearchError =>
  new SearchError(
    403,
    'Access denied by the organization’s policy.',
    'forbidden',
    'PERMISSION_DENIED',
    'global',
    [info('ORG_RESTRICTION_VIOLATION')],
  );

export const notAllowed = (site: string): SearchError =>
  new SearchError(
    403,
    `User does not have sufficient permission for site '${site}'. See also: https://support.google.com/webmasters/answer/2451999.`,
    'forbidden',
    'PERMISSION_DENIED',
  );

export const notFound = (site: string): SearchError =>
  new SearchError(
    404,
    `'${site}' is not a verified Search Console site in this account.`,
    'notFound',
    'NOT_FOUND',
  );

export const tooMuchWork = (): SearchError =>
  new SearchError(
    403,
    'Search Analytics load quota exceeded. Learn about usage limits: https://developers.google.com/webmaster-tools/v3/limits.',
    'quotaExceeded',
    null,
    'usageLimits',
  );

export const tooFast = (): SearchError =>
  new SearchError(
    429,
    'Search Analytics QPS quota exceeded',
    'rateLimitExceeded',
    'RESOURCE_EXHAUSTED',
    'usageLimits',
  );

export const unavailable = (): SearchError =>
  new SearchError(503, 'The service is currently unavailable.', 'backendError', 'UNAVAILABLE');
