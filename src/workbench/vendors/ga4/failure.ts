/** An answer that is an error, as Google's servers word it. */
export class ApiError extends Error {
  readonly code: number;
  readonly status: string;
  readonly details: readonly object[];

  constructor(code: number, status: string, message: string, details: readonly object[] = []) {
    super(message);
    this.code = code;
    this.status = status;
    this.details = details;
  }

  body(): string {
    const { code, message, status, details } = this;
    const error = { code, message, status };
    const whole = { error: details.length === 0 ? error : { ...error, details } };
    return `${JSON.stringify(whole, null, 2)}\n`;
  }
}

const rpc = 'type.googleapis.com/google.rpc.';

export const invalid = (message: string, details: readonly object[] = []): ApiError =>
  new ApiError(400, 'INVALID_ARGUMENT', message, details);

/** The JSON itself is not what the method takes: each finding names where. */
export const notTheShape = (
  findings: readonly { readonly field: string; readonly text: string }[],
): ApiError =>
  invalid(findings.map(({ text }) => text).join('\n'), [
    {
      '@type': `${rpc}BadRequest`,
      fieldViolations: findings.map(({ field, text }) => ({ field, description: text })),
    },
  ]);

/** What the real service does and this one does not. */
export const notPlayed = (what: string): ApiError =>
  new ApiError(501, 'UNIMPLEMENTED', `The workbench's Google Analytics does not know ${what}.`);

const schema = 'https://developers.google.com/analytics/devguides/reporting/data/v1/api-schema';
const explorer = 'https://ga-dev-tools.web.app/ga4/dimensions-metrics-explorer/';

export const noSuchField = (name: string, kind: 'dimension' | 'metric'): ApiError =>
  invalid(
    `Field ${name} is not a valid ${kind}. For a list of valid dimensions and metrics, see ${schema} `,
  );

export const doNotGoTogether = (name: string): ApiError =>
  invalid(
    `Please remove ${name} to make the request compatible for example. The request's dimensions & metrics are incompatible. To learn more, see ${explorer}`,
  );

const expected =
  'Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.';

export const noCredentials = (): ApiError =>
  new ApiError(
    401,
    'UNAUTHENTICATED',
    `Request is missing required authentication credential. ${expected}`,
  );

export const badCredentials = (): ApiError =>
  new ApiError(
    401,
    'UNAUTHENTICATED',
    `Request had invalid authentication credentials. ${expected}`,
  );

const propertyIds =
  'https://developers.google.com/analytics/devguides/reporting/data/v1/property-id';

export const notAllowed = (): ApiError =>
  new ApiError(
    403,
    'PERMISSION_DENIED',
    `User does not have sufficient permissions for this property. To learn more about Property ID, see ${propertyIds}.`,
  );

const project = '650000000001';

export function serviceDisabled(host: string): ApiError {
  const title = host.startsWith('analyticsadmin') ? 'Admin' : 'Data';
  const console = `https://console.developers.google.com/apis/api/${host}/overview?project=${project}`;
  return new ApiError(
    403,
    'PERMISSION_DENIED',
    `Google Analytics ${title} API has not been used in project ${project} before or it is disabled. Enable it by visiting ${console} then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.`,
    [
      {
        '@type': `${rpc}ErrorInfo`,
        reason: 'SERVICE_DISABLED',
        domain: 'googleapis.com',
        metadata: { service: host, consumer: `projects/${project}` },
      },
    ],
  );
}

const errorInfo = (reason: string, metadata: object): object => ({
  '@type': `${rpc}ErrorInfo`,
  reason,
  domain: 'googleapis.com',
  metadata,
});

export const suspended = (service: string): ApiError =>
  new ApiError(
    403,
    'PERMISSION_DENIED',
    `Permission denied: Consumer 'projects/${project}' has been suspended.`,
    [errorInfo('CONSUMER_SUSPENDED', { service, consumer: `projects/${project}` })],
  );

export const againstPolicy = (service: string): ApiError =>
  new ApiError(403, 'PERMISSION_DENIED', 'Access denied by the organization’s policy.', [
    errorInfo('ORG_RESTRICTION_VIOLATION', { service, consumer: `projects/${project}` }),
  ]);

export const scopeMissing = (service: string): ApiError =>
  new ApiError(403, 'PERMISSION_DENIED', 'Request had insufficient authentication scopes.', [
    errorInfo('ACCESS_TOKEN_SCOPE_INSUFFICIENT', { service }),
  ]);

export const tooFast = (service: string): ApiError =>
  new ApiError(
    429,
    'RESOURCE_EXHAUSTED',
    `Quota exceeded for quota metric 'Requests' and limit 'Requests per minute' of service '${service}' for consumer 'project_number:${project}'.`,
    [
      errorInfo('RATE_LIMIT_EXCEEDED', {
        service,
        quota_limit: 'RequestsPerMinutePerProject',
        consumer: `projects/${project}`,
      }),
    ],
  );

export const notFound = (): ApiError =>
  new ApiError(404, 'NOT_FOUND', 'Requested entity was not found.');

const spent = (message: string): ApiError => new ApiError(429, 'RESOURCE_EXHAUSTED', message);

export const hourSpent = (): ApiError =>
  spent(
    'Exhausted property tokens for a property per hour. These quota tokens will return in under an hour.',
  );
export const projectHourSpent = (): ApiError =>
  spent(
    'Exhausted property tokens for a project per hour. These quota tokens will return in under an hour.',
  );
export const daySpent = (): ApiError =>
  spent('Exhausted property tokens per day. These quota tokens will return in under 24 hours.');
export const smallGroupsSpent = (): ApiError =>
  spent('Exhausted potentially thresholded requests quota.');
export const serverErrorsSpent = (): ApiError =>
  spent('Exhausted server errors quota for a project per hour.');

export const unavailable = (): ApiError =>
  new ApiError(503, 'UNAVAILABLE', 'The service is currently unavailable.');
