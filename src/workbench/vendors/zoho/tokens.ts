import { type CenterName, centers } from './centers.ts';
import {
  badMethod,
  invalidToken,
  noToken,
  refusedAt,
  scopeMismatch,
  tooManyTokens,
} from './failure.ts';

const minuteMs = 60_000;
const mostTokens = 10;
const tokenMs = 60 * minuteMs;
const codeMs = 10 * minuteMs;

/** A self client and what it may see: what signs in here. */
export const client = {
  clientId: '1000.WORKBENCH0SELF0CLIENT0000000AA',
  clientSecret: '5e1fc11e17a0b0c0d0e0f00112233445566778899a',
  code: '1000.c0dec0dec0dec0dec0dec0dec0de0001.c0dec0dec0dec0dec0dec0dec0de0002',
} as const;
export const allScopes: readonly string[] = [
  'ZohoCRM.coql.READ',
  'ZohoCRM.modules.leads.READ',
  'ZohoCRM.modules.deals.READ',
  'ZohoCRM.settings.fields.READ',
  'ZohoCRM.org.READ',
  'ZohoCRM.users.READ',
];

interface Given {
  readonly untilMs: number;
}

/**
 * The accounts server of one organisation. A code is taken once; in the workbench it can be taken
 * anew whenever the page is, so that whoever tries it needs no other.
 */
export class Tokens {
  readonly #center: CenterName;
  readonly #scopes: readonly string[];
  readonly #again: boolean;
  readonly #tokens = new Map<string, Given>();
  readonly #refreshes = new Set<string>();
  #givenMs: readonly number[] = [];
  #number = 0;
  #codeSeenMs: number | null = null;
  #codeUsed = false;

  constructor(of: { center: CenterName; scopes: readonly string[]; again: boolean }) {
    this.#center = of.center;
    this.#scopes = of.scopes;
    this.#again = of.again;
  }

  /** How many tokens were given so far. */
  get given(): number {
    return this.#number;
  }

  /** Every token stops to count; permissions stay. */
  forget(): void {
    this.#tokens.clear();
  }

  /** All permissions are taken back. */
  revoke(): void {
    this.#tokens.clear();
    this.#refreshes.clear();
  }

  give(
    center: CenterName,
    method: string,
    form: Readonly<Record<string, string>>,
    nowMs: number,
  ): object {
    if (method !== 'post') throw badMethod();
    const {
      grant_type: type,
      client_id: id,
      client_secret: secret,
      code,
      refresh_token: refresh,
    } = form;
    if (center !== this.#center || id !== client.clientId) throw refusedAt('invalid_client');
    if (secret !== client.clientSecret) throw refusedAt('invalid_client_secret');
    if (type !== 'authorization_code' && type !== 'refresh_token')
      throw refusedAt('invalid_grant_type');
    let kept: object = {};
    if (type === 'authorization_code') {
      this.#codeSeenMs ??= nowMs;
      const isOld = nowMs > this.#codeSeenMs + codeMs;
      if (code !== client.code || (!this.#again && (this.#codeUsed || isOld)))
        throw refusedAt('invalid_code');
      this.#codeUsed = true;
      const own = `1000.refresh${String(this.#refreshes.size + 1).padStart(4, '0')}.workbench`;
      this.#refreshes.add(own);
      kept = { refresh_token: own };
    } else if (!this.#refreshes.has(refresh ?? '')) {
      throw refusedAt('invalid_code');
    }
    this.#givenMs = this.#givenMs.filter((ms) => ms > nowMs - 10 * minuteMs);
    if (this.#givenMs.length >= mostTokens) throw tooManyTokens();
    this.#givenMs = [...this.#givenMs, nowMs];
    this.#number += 1;
    const token = `1000.access${String(this.#number).padStart(6, '0')}.workbench`;
    this.#tokens.set(token, { untilMs: nowMs + tokenMs });
    const [, api] = centers.find(([name]) => name === center) ?? ['', ''];
    return {
      access_token: token,
      ...kept,
      scope: this.#scopes.join(' '),
      api_domain: `https://${api}`,
      token_type: 'Bearer',
      expires_in: tokenMs / 1000,
    };
  }

  /** Lets a request in that is signed exactly as Zoho asks for and may ask for that. */
  check(center: CenterName, authorization: string, scopes: readonly string[], nowMs: number): void {
    const [, token] = /^Zoho-oauthtoken (\S+)$/.exec(authorization) ?? [];
    if (token === undefined) throw noToken();
    const given = this.#tokens.get(token);
    if (!given || given.untilMs <= nowMs || center !== this.#center) throw invalidToken();
    if (!scopes.every((scope) => this.#scopes.includes(scope))) throw scopeMismatch();
  }
}
