/** A refusal of Zoho's, as its API words it. */
export class ZohoError extends Error {
  readonly status: number;
  readonly answer: object;
  constructor(status: number, answer: object) {
    super(JSON.stringify(answer));
    this.status = status;
    this.answer = answer;
  }
}

const refusal = (status: number, code: string, message: string, details: object = {}): ZohoError =>
  new ZohoError(status, { code, details, message, status: 'error' });

export const invalidToken = () => refusal(401, 'INVALID_TOKEN', 'invalid oauth token');
export const noToken = () => refusal(401, 'AUTHENTICATION_FAILURE', 'Authentication failed');
export const scopeMismatch = () =>
  refusal(401, 'OAUTH_SCOPE_MISMATCH', 'invalid oauth scope to access this URL');
export const noPermission = (permission: string) =>
  refusal(403, 'NO_PERMISSION', 'permission denied', { permissions: [permission] });
export const tooManyAtOnce = () =>
  refusal(429, 'TOO_MANY_REQUESTS', 'You have reached the maximum number of concurrent calls');
export const creditsSpent = () =>
  refusal(
    429,
    'TOO_MANY_REQUESTS',
    'You have exceeded the API credits of your organization for 24 hours',
  );
export const badUrl = () =>
  refusal(404, 'INVALID_URL_PATTERN', 'Please check if the URL trying to access is a correct one');
export const badMethod = () =>
  refusal(400, 'INVALID_REQUEST_METHOD', 'The http request method type is not a valid one');
export const badModule = (module: string) =>
  refusal(400, 'INVALID_MODULE', 'the module name given seems to be invalid', { module });
export const required = (param: string) =>
  refusal(400, 'REQUIRED_PARAM_MISSING', 'One of the expected parameter is missing', { param });
export const badSyntax = (near: string) =>
  refusal(400, 'SYNTAX_ERROR', 'error occured while parsing the query', {
    line: 1,
    near: near.slice(0, 40),
  });
export const badColumn = (column: string) =>
  refusal(400, 'INVALID_QUERY', 'column given seems to be invalid', { column_name: column });
export const badValue = (column: string) =>
  refusal(400, 'INVALID_QUERY', 'value given seems to be invalid for the column', {
    column_name: column,
  });
export const badQuery = (reason: string) =>
  refusal(400, 'INVALID_QUERY', 'invalid query formed', { reason });
export const tooMuch = (clause: string, limit: number) =>
  refusal(400, 'LIMIT_EXCEEDED', `the given ${clause} has exceeded its limit`, { clause, limit });
export const twice = (name: string) =>
  refusal(400, 'DUPLICATE_DATA', 'duplicate data', { api_name: name });
export const internal = () => refusal(500, 'INTERNAL_ERROR', 'Internal Server Error');

/** What the accounts server says, most of it with status 200. */
export const refusedAt = (error: string): ZohoError => new ZohoError(200, { error });
export const tooManyTokens = () =>
  new ZohoError(400, {
    error_description:
      'You have made too many requests continuously. Please try again after some time.',
    error: 'Access Denied',
    status: 'failure',
  });
