/**
 * Answers of Zoho's in the shapes that its documentation and public code of its users tell; written
 * anew, with values of our own.
 */
export interface Recorded {
  readonly status: number;
  readonly body: string;
  readonly is: 'ok' | 'retry' | 'wait' | 'stop';
  readonly kind?: string;
  readonly detail?: string;
  /** Asked again after so many ms, or not before so long from now. */
  readonly after?: number | null;
}

const error = (code: string, message: string, details: object = {}): string =>
  JSON.stringify({ code, details, message, status: 'error' });
const minute = 60_000;
/** From a quarter past the hour to the next one, and a minute. */
const hour = 46 * minute;

export const now = Date.UTC(2027, 1, 14, 5, 15);

export const answers: Readonly<Record<string, Recorded>> = {
  rows: {
    status: 200,
    body: '{"data":[{"id":"1"}],"info":{"count":1,"more_records":false}}',
    is: 'ok',
  },
  'no rows': { status: 204, body: '', is: 'ok' },
  'an organisation': { status: 200, body: '{"org":[{"company_name":"Lan"}]}', is: 'ok' },
  'a scope that lacks': {
    status: 401,
    body: error('OAUTH_SCOPE_MISMATCH', 'invalid oauth scope to access this URL'),
    is: 'stop',
    kind: 'scopesLack',
  },
  'a token that ended': {
    status: 401,
    body: error('INVALID_TOKEN', 'invalid oauth token'),
    is: 'stop',
    kind: 'signedOut',
  },
  'a token that is none': {
    status: 401,
    body: error('AUTHENTICATION_FAILURE', 'Authentication failed'),
    is: 'stop',
    kind: 'signedOut',
  },
  'a 401 without a body': { status: 401, body: '', is: 'stop', kind: 'signedOut' },
  'a profile that may not': {
    status: 403,
    body: error('NO_PERMISSION', 'permission denied', { permissions: ['Crm_Implied_View_Deals'] }),
    is: 'stop',
    kind: 'noPermission',
    detail: 'Crm_Implied_View_Deals',
  },
  'too many calls at once': {
    status: 429,
    body: error('TOO_MANY_REQUESTS', 'You have reached the maximum number of concurrent calls'),
    is: 'retry',
    kind: 'quotaAtOnce',
    after: null,
  },
  'credits that are spent': {
    status: 429,
    body: error('LIMIT_EXCEEDED', 'API credits of the organization for 24 hours are exceeded'),
    is: 'wait',
    kind: 'quotaDay',
    after: hour,
  },
  'credits that are spent, as 403': {
    status: 403,
    body: error('LIMIT_EXCEEDED', 'You have exceeded the daily API limit'),
    is: 'wait',
    kind: 'quotaDay',
    after: hour,
  },
  'a 429 that says nothing': {
    status: 429,
    body: '',
    is: 'retry',
    kind: 'quotaAtOnce',
    after: minute,
  },
  'a module that is hidden': {
    status: 400,
    body: error('INVALID_MODULE', 'the module name given seems to be invalid', { module: 'Deals' }),
    is: 'stop',
    kind: 'moduleOff',
    detail: 'Deals',
  },
  'a column that is not there': {
    status: 400,
    body: error('INVALID_QUERY', 'column given seems to be invalid', { column_name: 'Lead_Sorce' }),
    is: 'stop',
    kind: 'badField',
    detail: 'Lead_Sorce',
  },
  'a query that is none': {
    status: 400,
    body: error('SYNTAX_ERROR', 'error occured while parsing the query', {
      near: 'where',
      line: 1,
    }),
    is: 'stop',
    kind: 'queryRefused',
    detail: 'error occured while parsing the query',
  },
  'a limit of a query': {
    status: 400,
    body: error('LIMIT_EXCEEDED', 'the given where has exceeded its limit', { limit: 25 }),
    is: 'stop',
    kind: 'queryRefused',
    detail: 'the given where has exceeded its limit',
  },
  'an error with status 200': {
    status: 200,
    body: error('INTERNAL_ERROR', 'Internal Server Error'),
    is: 'retry',
    kind: 'serverError',
    after: null,
  },
  'a server that fails': {
    status: 500,
    body: error('INTERNAL_ERROR', 'Internal Server Error'),
    is: 'retry',
    kind: 'serverError',
    after: null,
  },
  'a server that is away': {
    status: 503,
    body: 'Service Unavailable',
    is: 'retry',
    kind: 'busy',
    after: null,
  },
  'a page under load': {
    status: 503,
    body: '<!DOCTYPE html><html><head><title>Zoho is busy</title></head></html>',
    is: 'retry',
    kind: 'webPage',
    detail: 'Zoho is busy',
    after: null,
  },
  'a page with status 200': {
    status: 200,
    body: '<html><head><title>Sign in</title></head></html>',
    is: 'retry',
    kind: 'webPage',
    detail: 'Sign in',
    after: null,
  },
  'a text that breaks off': {
    status: 200,
    body: '{"data":[{"id":',
    is: 'retry',
    kind: 'halfAnswer',
    after: null,
  },
  'nothing with status 200': {
    status: 200,
    body: '',
    is: 'retry',
    kind: 'halfAnswer',
    after: null,
  },
  'an answer that never came': { status: 0, body: '', is: 'retry', kind: 'noAnswer', after: null },
  'an error nobody knows': {
    status: 400,
    body: error('FEATURE_NOT_SUPPORTED', 'Feature not available in your edition'),
    is: 'stop',
    kind: 'unknown',
    detail: '400: FEATURE_NOT_SUPPORTED, Feature not available in your edition',
  },
  'a number alone': { status: 418, body: '', is: 'stop', kind: 'unknown', detail: '418' },
};

const token = (given: object): string =>
  JSON.stringify({ access_token: '1000.t', token_type: 'Bearer', expires_in: 3600, ...given });

/** What the accounts server of `.eu` says; `wait` is ten minutes for its limit of tokens. */
export const tokenAnswers: Readonly<Record<string, Recorded>> = {
  'a token': { status: 200, body: token({ api_domain: 'https://www.zohoapis.eu' }), is: 'ok' },
  'a token that does not say where': { status: 200, body: token({}), is: 'ok' },
  'a token of elsewhere': {
    status: 200,
    body: token({ api_domain: 'https://www.zohoapis.in' }),
    is: 'stop',
    kind: 'otherCenter',
    detail: '.in',
  },
  'a token of nowhere known': {
    status: 200,
    body: token({ api_domain: 'https://www.zohoapis.uk' }),
    is: 'stop',
    kind: 'otherCenter',
    detail: 'www.zohoapis.uk',
  },
  'a code that is used or old': {
    status: 200,
    body: '{"error":"invalid_code"}',
    is: 'stop',
    kind: 'codeRefused',
  },
  'a client nobody knows': {
    status: 200,
    body: '{"error":"invalid_client"}',
    is: 'stop',
    kind: 'clientRefused',
  },
  'a secret that is wrong': {
    status: 200,
    body: '{"error":"invalid_client_secret"}',
    is: 'stop',
    kind: 'clientRefused',
  },
  'too many tokens': {
    status: 400,
    body: '{"error_description":"You have made too many requests continuously. Please try again after some time.","error":"Access Denied","status":"failure"}',
    is: 'wait',
    kind: 'tooManyTokens',
    after: 10 * minute,
  },
  'too many tokens, with status 200': {
    status: 200,
    body: '{"error_description":"You have made too many requests continuously. Please try again after some time.","error":"Access Denied"}',
    is: 'wait',
    kind: 'tooManyTokens',
    after: 10 * minute,
  },
  'an error nobody knows': {
    status: 200,
    body: '{"error":"general_error"}',
    is: 'stop',
    kind: 'unknown',
    detail: '200: general_error',
  },
  'an answer without a token': {
    status: 200,
    body: '{}',
    is: 'retry',
    kind: 'halfAnswer',
    after: null,
  },
  'a text that breaks off': {
    status: 200,
    body: '{"access_to',
    is: 'retry',
    kind: 'halfAnswer',
    after: null,
  },
  'a page': {
    status: 200,
    body: '<html><head><title>Zoho Accounts</title></head></html>',
    is: 'retry',
    kind: 'webPage',
    detail: 'Zoho Accounts',
    after: null,
  },
  'a server that is away': { status: 502, body: '', is: 'retry', kind: 'busy', after: null },
  'an answer that never came': { status: 0, body: '', is: 'retry', kind: 'noAnswer', after: null },
};
