import type { VendorResponse } from '../vendor.ts';

const json = { 'content-type': 'application/json;charset=utf-8' };

/** An answer that is an error, as HubSpot words it. */
export class HubError extends Error {
  readonly status: number;
  readonly more: Readonly<Record<string, unknown>>;

  constructor(status: number, message: string, more: Readonly<Record<string, unknown>>) {
    super(message);
    this.status = status;
    this.more = more;
  }

  response(): VendorResponse {
    const { status, message, more } = this;
    const correlationId = '3f1f5b0e-5f43-4c3e-9a52-0d2d6a1c7b90';
    const body = { status: 'error', message, correlationId, ...more };
    return { status, headers: json, body: JSON.stringify(body) };
  }
}

export const invalid = (message: string, more: Readonly<Record<string, unknown>> = {}): HubError =>
  new HubError(400, message, { ...more, category: 'VALIDATION_ERROR' });

export const noSuchProperty = (name: string): HubError => {
  const message = `Property '${name}' does not exist`;
  const context = { propertyName: [name] };
  return invalid('There was a problem with the request.', {
    errors: [{ message, code: 'PROPERTY_DOESNT_EXIST', context }],
  });
};

export const notFound = (): HubError =>
  new HubError(404, 'resource not found', { category: 'OBJECT_NOT_FOUND' });

export const wrongMethod = (): HubError => new HubError(405, 'HTTP 405 Method Not Allowed', {});

export const wrongType = (): HubError => new HubError(415, 'HTTP 415 Unsupported Media Type', {});

export const badKey = (): HubError =>
  new HubError(401, 'Authentication credentials not found.', {
    category: 'INVALID_AUTHENTICATION',
  });

export const lacksScope = (scope: string): HubError =>
  new HubError(403, 'This app hasn’t been granted all required scopes to make this call.', {
    errors: [
      {
        message: 'One or more of the following scopes are required.',
        context: { requiredScopes: [scope] },
      },
    ],
    links: { scopes: 'https://developers.hubspot.com/scopes' },
    category: 'MISSING_SCOPES',
  });

export const tooMuch = (policyName: 'DAILY' | 'SECONDLY' | 'TEN_SECONDLY_ROLLING'): HubError =>
  new HubError(429, `You have reached your ${policyName.toLowerCase()} limit.`, {
    errorType: 'RATE_LIMIT',
    policyName,
  });

/** What stands before HubSpot’s servers answers with a page when there is too much of everything. */
export const page = (): VendorResponse => ({
  status: 403,
  headers: { 'content-type': 'text/html; charset=UTF-8' },
  body: '<!DOCTYPE html><html><head><title>Access denied | api.hubapi.com used Cloudflare to restrict access</title></head><body></body></html>',
});
