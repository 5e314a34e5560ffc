import { invalidSession, refusedAt } from './failure.ts';

const idleMs = 2 * 3_600_000;

/** An external client app and what signs in here. */
export const client = {
  consumerKey:
    '3MVG9workbench0External0Client0App0000000000000000000000000000000000000000000000000',
  consumerSecret: '5A1E5F0C0E00112233445566778899AABBCCDDEEFF00112233445566778899AB',
} as const;
/** For clients that bring a permission of a user's own. */
export const refreshToken = '5Aep861workbench0refresh';

export const organisationId = '00D5g00000Workbch1';
export const userId = '0055g00000WorkbAA1';

/** The place that gives tokens for one organisation; how long they last it does not say. */
export class Tokens {
  readonly #domain: string;
  readonly #runAs: boolean;
  readonly #seenMs = new Map<string, number>();
  #number = 0;

  constructor(of: { readonly domain: string; readonly runAs: boolean }) {
    this.#domain = of.domain;
    this.#runAs = of.runAs;
  }

  /** How many tokens were given so far. */
  get given(): number {
    return this.#number;
  }

  /** Every token stops to count. */
  forget(): void {
    this.#seenMs.clear();
  }

  give(form: Readonly<Record<string, string>>, nowMs: number): object {
    const { grant_type: type, client_id: id, client_secret: secret, refresh_token: refresh } = form;
    if (type !== 'client_credentials' && type !== 'refresh_token') {
      throw refusedAt('unsupported_grant_type', 'grant type not supported');
    }
    if (id !== client.consumerKey) {
      throw refusedAt('invalid_client_id', 'client identifier invalid');
    }
    if (secret !== client.consumerSecret)
      throw refusedAt('invalid_client', 'invalid client credentials');
    if (type === 'refresh_token' && refresh !== refreshToken) {
      throw refusedAt('invalid_grant', 'expired access/refresh token');
    }
    if (type === 'client_credentials' && !this.#runAs) {
      throw refusedAt('invalid_grant', 'no client credentials user enabled');
    }
    this.#number += 1;
    const token = `${organisationId.slice(0, 15)}!AQ.workbench${String(this.#number).padStart(6, '0')}`;
    this.#seenMs.set(token, nowMs);
    return {
      access_token: token,
      signature: 'd29ya2JlbmNo',
      scope: 'api',
      instance_url: `https://${this.#domain}`,
      id: `https://login.salesforce.com/id/${organisationId}/${userId}`,
      token_type: 'Bearer',
      issued_at: String(nowMs),
    };
  }

  /** Lets a request in that is signed exactly so; who asks all the time stays signed in. */
  check(authorization: string, nowMs: number): void {
    const [, token = ''] = /^Bearer (\S+)$/.exec(authorization) ?? [];
    const seenMs = this.#seenMs.get(token);
    if (seenMs === undefined || nowMs > seenMs + idleMs) throw invalidSession();
    this.#seenMs.set(token, nowMs);
  }
}
