/** A refusal of Salesforce's: a list of errors, as its API words them. */
export class SalesforceError extends Error {
  readonly status: number;
  readonly answer: unknown;
  constructor(status: number, answer: unknown) {
    super(JSON.stringify(answer));
    this.status = status;
    this.answer = answer;
  }
}

const refusal = (status: number, errorCode: string, message: string): SalesforceError =>
  new SalesforceError(status, [{ message, errorCode }]);

export const invalidSession = () =>
  refusal(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
export const notForApi = () =>
  refusal(403, 'INVALID_SESSION_ID', 'This session is not valid for use with the REST API');
export const dayIsSpent = () =>
  refusal(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
export const tooManyAtOnce = () =>
  refusal(
    403,
    'REQUEST_LIMIT_EXCEEDED',
    'ConcurrentRequests (Concurrent API Requests) Limit exceeded.',
  );
export const apiIsOff = () =>
  refusal(403, 'API_DISABLED_FOR_ORG', 'The REST API is not enabled for this Organization.');
export const noAccess = () =>
  refusal(403, 'INSUFFICIENT_ACCESS', 'insufficient access rights on cross-reference id');
export const badVersion = () =>
  refusal(410, 'UNSUPPORTED_API_VERSION', 'Invalid Api version specified on URL');
export const notFound = () => refusal(404, 'NOT_FOUND', 'The requested resource does not exist');
export const badMethod = (method: string) =>
  refusal(
    405,
    'METHOD_NOT_ALLOWED',
    `HTTP Method '${method.toUpperCase()}' not allowed. Allowed are GET`,
  );
export const malformed = (message: string) => refusal(400, 'MALFORMED_QUERY', message);
export const badType = (object: string) =>
  refusal(
    400,
    'INVALID_TYPE',
    `sObject type '${object}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name.`,
  );
export const badColumn = (field: string, object: string) =>
  refusal(
    400,
    'INVALID_FIELD',
    `\nERROR at Row:1:Column:8\nNo such column '${field}' on entity '${object}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name.`,
  );
export const notGrouped = (field: string) =>
  refusal(400, 'INVALID_FIELD', `field '${field}' can not be grouped in a query call`);
export const badValue = (field: string, type: string) =>
  refusal(
    400,
    'INVALID_FIELD',
    `value of filter criterion for field '${field}' must be of type ${type} and should not be enclosed in quotes`,
  );
export const tooManyGroups = () =>
  refusal(
    400,
    'EXCEEDED_ID_LIMIT',
    'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch',
  );
export const tooSlow = () =>
  refusal(400, 'QUERY_TIMEOUT', 'Your query request was running for too long.');
export const badLocator = () => refusal(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
export const unavailable = () => refusal(503, 'SERVER_UNAVAILABLE', 'Server unavailable');

/** What the place that gives tokens says. */
export const refusedAt = (error: string, error_description: string): SalesforceError =>
  new SalesforceError(400, { error, error_description });
