/**
 * Errors in the shapes in which Search Console and Google’s servers before it word them: older ones
 * with a list of reasons and no status word, newer ones with details. The words are our own where
 * nothing is read from them.
 */
interface Failed {
  readonly status: number;
  readonly error: object;
  readonly kind: string;
  readonly means: 'stop' | 'retry' | 'wait' | 'quarter';
}

const message = (text: string, domain: string, reason: string) => ({
  message: text,
  errors: [{ message: text, domain, reason }],
});
const load = 'Search Analytics load quota exceeded. Learn about usage limits: https://a.example';

export const failures: Readonly<Record<string, Failed>> = {
  'the load of ten minutes or a day, as 403 without a word': {
    status: 403,
    error: { code: 403, ...message(load, 'usageLimits', 'quotaExceeded') },
    kind: 'quotaLoad',
    means: 'quarter',
  },
  'the same as 429': {
    status: 429,
    error: { code: 429, message: load, status: 'RESOURCE_EXHAUSTED' },
    kind: 'quotaLoad',
    means: 'quarter',
  },
  'a quota as 403 in other words': {
    status: 403,
    error: { code: 403, ...message('Quota exceeded.', 'usageLimits', 'quotaExceeded') },
    kind: 'quotaLoad',
    means: 'quarter',
  },
  'too many in a second': {
    status: 429,
    error: {
      code: 429,
      ...message('Search Analytics QPS quota exceeded', 'usageLimits', 'rateLimitExceeded'),
      status: 'RESOURCE_EXHAUSTED',
    },
    kind: 'quotaRate',
    means: 'retry',
  },
  'too many of a user, as 403': {
    status: 403,
    error: {
      code: 403,
      ...message('User Rate Limit Exceeded', 'usageLimits', 'userRateLimitExceeded'),
    },
    kind: 'quotaRate',
    means: 'retry',
  },
  'all requests of a day': {
    status: 403,
    error: { code: 403, ...message('Daily Limit Exceeded', 'usageLimits', 'dailyLimitExceeded') },
    kind: 'quotaDay',
    means: 'wait',
  },
  'no permission for the site': {
    status: 403,
    error: {
      code: 403,
      ...message(
        "User does not have sufficient permission for site 'https://a.example/'. See also: https://b.example.",
        'global',
        'forbidden',
      ),
      status: 'PERMISSION_DENIED',
    },
    kind: 'noPermission',
    means: 'stop',
  },
  'an API that nobody switched on': {
    status: 403,
    error: {
      code: 403,
      ...message(
        'Google Search Console API has not been used in project 311 before or it is disabled.',
        'usageLimits',
        'accessNotConfigured',
      ),
      status: 'PERMISSION_DENIED',
    },
    kind: 'apiOff',
    means: 'stop',
  },
  'the same as details': {
    status: 403,
    error: {
      code: 403,
      message: 'x',
      status: 'PERMISSION_DENIED',
      details: [{ reason: 'SERVICE_DISABLED', domain: 'googleapis.com' }],
    },
    kind: 'apiOff',
    means: 'stop',
  },
  'a project that is suspended': {
    status: 403,
    error: { code: 403, message: "Consumer 'projects/1' has been suspended.", errors: [] },
    kind: 'projectGone',
    means: 'stop',
  },
  'a scope that was left unticked': {
    status: 403,
    error: {
      code: 403,
      ...message(
        'Request had insufficient authentication scopes.',
        'global',
        'insufficientPermissions',
      ),
      details: [{ reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' }],
    },
    kind: 'scopeMissing',
    means: 'stop',
  },
  'a sign-in that counts no more': {
    status: 401,
    error: { code: 401, ...message('Invalid Credentials', 'global', 'authError') },
    kind: 'signedOut',
    means: 'stop',
  },
  'a site that is not among the user’s': {
    status: 404,
    error: {
      code: 404,
      ...message(
        "'sc-domain:a.example' is not a verified Search Console site in this account.",
        'global',
        'notFound',
      ),
    },
    kind: 'siteGone',
    means: 'stop',
  },
  'an organisation that lets nobody in': {
    status: 403,
    error: { code: 403, ...message('No.', 'global', 'domainPolicy') },
    kind: 'orgPolicy',
    means: 'stop',
  },
  'a question that does not fit': {
    status: 400,
    error: {
      code: 400,
      ...message("'BY_PROPERTY' is not a valid aggregation type.", 'global', 'invalidParameter'),
    },
    kind: 'badQuestion',
    means: 'stop',
  },
  'a server that has too much to do': {
    status: 503,
    error: { code: 503, ...message('Backend Error', 'global', 'backendError') },
    kind: 'busy',
    means: 'retry',
  },
  'a server’s own error': {
    status: 500,
    error: { code: 500, ...message('Internal Error', 'global', 'internalError') },
    kind: 'serverError',
    means: 'retry',
  },
  'an error with the status of an answer': {
    status: 200,
    error: { code: 403, ...message(load, 'usageLimits', 'quotaExceeded') },
    kind: 'quotaLoad',
    means: 'quarter',
  },
  'what nobody knows': {
    status: 418,
    error: { code: 418, message: 'I am a teapot.' },
    kind: 'unknown',
    means: 'stop',
  },
};
