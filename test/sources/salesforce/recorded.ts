/**
 * Answers of Salesforce's in the shapes that its documentation and public code of its users tell;
 * written anew, with values of our own.
 */
export interface Recorded {
  readonly status: number;
  readonly body: string;
  readonly is: 'ok' | 'retry' | 'wait' | 'stop';
  readonly kind?: string;
  readonly detail?: string;
  /** Asked again after so many ms, or not before so long from now. */
  readonly after?: number | null;
  /** The same may be had of fewer days. */
  readonly smaller?: true;
}

const error = (errorCode: string, message: string): string =>
  JSON.stringify([{ message, errorCode }]);
const refused = (error_: string, error_description: string): string =>
  JSON.stringify({ error: error_, error_description });
const minute = 60_000;
/** From a quarter past the hour to the next one, and a minute. */
const hour = 46 * minute;

export const now = Date.UTC(2027, 1, 14, 5, 15);

const maintenance =
  '<!DOCTYPE html><html><head><title>Salesforce is being upgraded</title></head></html>';
const web = {
  is: 'retry',
  kind: 'webPage',
  detail: 'Salesforce is being upgraded',
  after: null,
} as const;

export const answers: Readonly<Record<string, Recorded>> = {
  groups: {
    status: 200,
    body: '{"totalSize":1,"done":true,"records":[{"attributes":{"type":"AggregateResult"},"d":"2027-01-05","n":3}]}',
    is: 'ok',
  },
  'no records': { status: 200, body: '{"totalSize":0,"done":true,"records":[]}', is: 'ok' },
  'a session that ended': {
    status: 401,
    body: error('INVALID_SESSION_ID', 'Session expired or invalid'),
    is: 'stop',
    kind: 'signedOut',
  },
  'a token that is none': {
    status: 401,
    body: error('INVALID_AUTH_HEADER', 'INVALID_HEADER_TYPE'),
    is: 'stop',
    kind: 'signedOut',
  },
  'a 401 without a body': { status: 401, body: '', is: 'stop', kind: 'signedOut' },
  'an app without the scope': {
    status: 401,
    body: error('INVALID_SESSION_ID', 'This session is not valid for use with the REST API'),
    is: 'stop',
    kind: 'scopesLack',
  },
  'the calls of a day': {
    status: 403,
    body: error('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.'),
    is: 'wait',
    kind: 'quotaDay',
    after: hour,
  },
  'too much at once': {
    status: 403,
    body: error(
      'REQUEST_LIMIT_EXCEEDED',
      'ConcurrentRequests (Concurrent API Requests) Limit exceeded.',
    ),
    is: 'retry',
    kind: 'quotaAtOnce',
    after: minute,
  },
  'a 429 without a body': {
    status: 429,
    body: '',
    is: 'retry',
    kind: 'quotaAtOnce',
    after: minute,
  },
  'an edition without an API': {
    status: 403,
    body: error('API_DISABLED_FOR_ORG', 'The REST API is not enabled for this Organization.'),
    is: 'stop',
    kind: 'apiOff',
  },
  'a user without an API': {
    status: 403,
    body: error('API_CURRENTLY_DISABLED', 'API is disabled for this User'),
    is: 'stop',
    kind: 'apiOff',
  },
  'an end of a trial': {
    status: 403,
    body: error('TRIAL_EXPIRED', 'trial expired'),
    is: 'stop',
    kind: 'orgClosed',
  },
  'somebody who may not': {
    status: 403,
    body: error('INSUFFICIENT_ACCESS', 'insufficient access rights on cross-reference id'),
    is: 'stop',
    kind: 'noPermission',
  },
  'an object that is hidden': {
    status: 400,
    body: error(
      'INVALID_TYPE',
      "\nGROUP BY LeadSource FROM Lead\n ^\nERROR at Row:1:Column:40\nsObject type 'Lead' is not supported.",
    ),
    is: 'stop',
    kind: 'objectHidden',
    detail: 'Lead',
  },
  'a field that is not there': {
    status: 400,
    body: error(
      'INVALID_FIELD',
      "\nSELECT Amount, CurrencyIsoCode FROM Opportunity\n ^\nERROR at Row:1:Column:16\nNo such column 'CurrencyIsoCode' on entity 'Opportunity'.",
    ),
    is: 'stop',
    kind: 'badField',
    detail: 'CurrencyIsoCode',
  },
  'a field that is not grouped': {
    status: 400,
    body: error('MALFORMED_QUERY', "field 'Description' can not be grouped in a query call"),
    is: 'stop',
    kind: 'badField',
    detail: 'Description',
  },
  'too many groups': {
    status: 400,
    body: error(
      'EXCEEDED_ID_LIMIT',
      'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch',
    ),
    is: 'stop',
    kind: 'dayTooLong',
    smaller: true,
  },
  'a question that took too long': {
    status: 400,
    body: error('QUERY_TIMEOUT', 'Your query request was running for too long.'),
    is: 'stop',
    kind: 'tooSlow',
    smaller: true,
  },
  'a rest that is lost': {
    status: 400,
    body: error('INVALID_QUERY_LOCATOR', 'invalid query locator'),
    is: 'stop',
    kind: 'readBroken',
  },
  'a question it does not read': {
    status: 400,
    body: error('MALFORMED_QUERY', "unexpected token: 'GRUOP'"),
    is: 'stop',
    kind: 'queryRefused',
    detail: "unexpected token: 'GRUOP'",
  },
  'a version that is gone': {
    status: 410,
    body: error('UNSUPPORTED_API_VERSION', 'Invalid Api version specified on URL'),
    is: 'stop',
    kind: 'versionGone',
  },
  'an error with status 200': {
    status: 200,
    body: error('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.'),
    is: 'wait',
    kind: 'quotaDay',
    after: hour,
  },
  'a server that is away': {
    status: 503,
    body: error('SERVER_UNAVAILABLE', 'Server unavailable'),
    is: 'retry',
    kind: 'busy',
    after: null,
  },
  'a server that fails': {
    status: 500,
    body: error('UNKNOWN_EXCEPTION', 'An unexpected error occurred.'),
    is: 'retry',
    kind: 'serverError',
    after: null,
  },
  'maintenance with 200': { status: 200, body: maintenance, ...web },
  'maintenance with 503': { status: 503, body: maintenance, ...web },
  'half a text': {
    status: 200,
    body: '{"totalSize":1,"do',
    is: 'retry',
    kind: 'halfAnswer',
    after: null,
  },
  'a list that is none': { status: 200, body: '[]', is: 'retry', kind: 'halfAnswer', after: null },
  'nothing with 204': { status: 204, body: '', is: 'stop', kind: 'unknown', detail: '204' },
  'an error nobody knows': {
    status: 400,
    body: error('SOMETHING_NEW', 'It did not work.'),
    is: 'stop',
    kind: 'unknown',
    detail: '400: SOMETHING_NEW, It did not work.',
  },
  'a 403 that says nothing known': {
    status: 403,
    body: error('SOMETHING_ELSE', 'No.'),
    is: 'stop',
    kind: 'unknown',
    detail: '403: SOMETHING_ELSE, No.',
  },
  nothing: { status: 0, body: '', is: 'retry', kind: 'noAnswer', after: null },
};

export const tokenAnswers: Readonly<Record<string, Recorded>> = {
  'a token that does not say how long it lasts': {
    status: 200,
    body: JSON.stringify({
      access_token: '00Dxx!token',
      signature: 'c2ln',
      scope: 'api',
      instance_url: 'https://shop.my.salesforce.com',
      id: 'https://login.salesforce.com/id/00Dxx0000000000AAA/005xx0000000000AAA',
      token_type: 'Bearer',
      issued_at: '1800000000000',
    }),
    is: 'ok',
  },
  'a key that is none': {
    status: 400,
    body: refused('invalid_client_id', 'client identifier invalid'),
    is: 'stop',
    kind: 'clientRefused',
  },
  'a secret that is none': {
    status: 401,
    body: refused('invalid_client', 'invalid client credentials'),
    is: 'stop',
    kind: 'clientRefused',
  },
  'no user to run as': {
    status: 400,
    body: refused('invalid_grant', 'no client credentials user enabled'),
    is: 'stop',
    kind: 'runAsMissing',
  },
  'a flow that is off': {
    status: 400,
    body: refused('invalid_grant', 'client credentials flow is not enabled for this app'),
    is: 'stop',
    kind: 'flowOff',
  },
  'a grant that is not known': {
    status: 400,
    body: refused('unsupported_grant_type', 'grant type not supported'),
    is: 'stop',
    kind: 'flowOff',
  },
  'addresses that are restricted': {
    status: 400,
    body: refused('invalid_grant', 'ip restricted'),
    is: 'stop',
    kind: 'ipRefused',
  },
  'another domain': {
    status: 400,
    body: refused('invalid_grant', 'request not supported on this domain'),
    is: 'stop',
    kind: 'domainRefused',
  },
  'another refusal': {
    status: 400,
    body: refused('invalid_grant', 'expired access/refresh token'),
    is: 'stop',
    kind: 'grantRefused',
    detail: 'expired access/refresh token',
  },
  'too many sign-ins': {
    status: 400,
    body: refused('invalid_grant', 'login rate exceeded'),
    is: 'wait',
    kind: 'tooManyLogins',
    after: hour,
  },
  'an organisation that is closed': {
    status: 400,
    body: refused('inactive_org', 'organization is not active'),
    is: 'stop',
    kind: 'orgClosed',
  },
  'a server that asks for another try': {
    status: 400,
    body: refused('unknown_error', 'retry your request'),
    is: 'retry',
    kind: 'busy',
    after: null,
  },
  maintenance: { status: 503, body: maintenance, ...web },
  'no token': {
    status: 200,
    body: '{"id":"x"}',
    is: 'retry',
    kind: 'halfAnswer',
    after: null,
  },
  'an error nobody knows': {
    status: 400,
    body: refused('something_new', 'It did not work.'),
    is: 'stop',
    kind: 'unknown',
    detail: '400: something_new, It did not work.',
  },
  nothing: { status: 0, body: '', is: 'retry', kind: 'noAnswer', after: null },
};
