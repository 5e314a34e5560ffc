import type { Classification, HttpRequest, HttpResponse, SourceError } from './source.ts';

/**
 * How a source is signed in to, as data. `hosts` are beginnings of addresses, as Google's manifest
 * writes them: `https`, a path, and at most one `*.` at the front of the host. Nothing of what signs
 * in is sent anywhere else, and nothing at all is asked there of this source.
 */
export type Access =
  /** With the user's own Google account; the scopes go into the manifest. */
  | {
      readonly is: 'google';
      readonly scopes: readonly Scope[];
      /** Named in the manifest, Google switches their APIs on for a script without a project of its own. */
      readonly services: readonly AdvancedService[];
      readonly hosts: Hosts;
    }
  /** With a key that the user has pasted into a field of the form; sent in a header. */
  | {
      readonly is: 'key';
      readonly secrets: readonly [SecretField];
      readonly header: string;
      /** `Bearer `; `''` where the key stands alone. */
      readonly before: string;
      readonly hosts: Hosts;
    }
  /** The same, as a parameter of the address: no question holds it, and no answer or log shows it. */
  | {
      readonly is: 'address';
      readonly secrets: readonly [SecretField];
      readonly parameter: string;
      readonly hosts: Hosts;
    }
  /** With a token that is had for what the user has pasted, and lasts for a while. */
  | {
      readonly is: 'token';
      readonly secrets: readonly SecretField[];
      readonly header: string;
      readonly before: string;
      readonly hosts: Hosts;
      readonly exchange: TokenExchange;
    }
  /** It stands in the spreadsheet, or anybody may ask it. */
  | { readonly is: 'none'; readonly hosts: Hosts };

/** A field of the form into which a secret is pasted. */
export interface SecretField {
  readonly field: string;
  /** What those of this system look like: what is another's is known before anything is sent. */
  readonly looks: RegExp;
  /** It is used once, for the first token, and not kept. */
  readonly once?: true;
}

/** What was pasted for an account, by field of its form. */
export type Secrets = Readonly<Record<string, string>>;

/** What else was typed into the form, or stands of the account in a plan: a domain, a data centre. */
export type Place = Readonly<Record<string, unknown>>;

/** How a token is had for what was pasted. */
export interface TokenExchange {
  /** Beginnings of the addresses that give tokens: what was pasted goes there and nowhere else. */
  readonly hosts: Hosts;
  request(secrets: Secrets, place: Place): HttpRequest | { readonly trouble: SourceError };
  read(response: HttpResponse, nowMs: number, place: Place): TokenAnswer;
  /** Whether an answer of the system itself says that the token counts no more: another is had, once. */
  spent(response: HttpResponse): boolean;
}

type TokenAnswer =
  | {
      readonly is: 'ok';
      readonly token: string;
      /** `null` where the system does not say: it counts until an answer says otherwise. */
      readonly untilMs: number | null;
      /** What is kept from now on, beside or in the place of what was pasted. */
      readonly secrets?: Secrets;
    }
  | Exclude<Classification, { readonly is: 'ok' }>;

/** The fields of the form that take secrets. */
export const secretFields = (access: Access): readonly SecretField[] =>
  'secrets' in access ? access.secrets : [];

/** A permission of Google's, by its address. */
type Scope = `https://${string}`;

/** What a user has to allow before a source can be asked: `fetch` is asking anybody over the network. */
export type SourcePermission = 'fetch' | Scope;

/** What asking over the network takes, signed in like this. */
export const permissionsFor = (access: Access): readonly SourcePermission[] =>
  access.is === 'google' ? ['fetch', ...access.scopes] : ['fetch'];

export interface AdvancedService {
  readonly userSymbol: string;
  readonly serviceId: string;
  readonly version: string;
}
export type Hosts = readonly `https://${string}`[];

/** Whether an address lies under one of these beginnings. */
export const isUnder = (url: string, hosts: Hosts): boolean =>
  hosts.some((host) => {
    const wanted = partsOf(host);
    const asked = partsOf(url);
    if (!wanted || !asked?.path.startsWith(wanted.path)) return false;
    return wanted.host.startsWith('*.')
      ? asked.host.endsWith(wanted.host.slice(1)) && asked.host.length >= wanted.host.length
      : asked.host === wanted.host;
  });

/** No user, no port, nothing that a reader of addresses could take for another host. */
function partsOf(url: string): { readonly host: string; readonly path: string } | null {
  const [, host, path] =
    /^https:\/\/((?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+)(\/[^\\\s]*)$/.exec(url) ?? [];
  return host === undefined || path === undefined || /(?:^|\/)\.\.(?:\/|$)/.test(path)
    ? null
    : { host, path };
}

/** How a request goes out, once it is known to lie under the source's own hosts. */
export interface Signed {
  /** Where to, the key with it where that is how the source is signed in to. */
  readonly url: string;
  /** Names and values of headers that sign in. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether Google's own token is to be attached, which the product itself never sees. */
  readonly google: boolean;
}

/** All addresses that a source is asked at, those that give tokens among them. */
const hostsOf = (access: Access): Hosts =>
  access.is === 'token' ? [...access.hosts, ...access.exchange.hosts] : access.hosts;

/** What the manifest has to name for some sources to be asked. */
export function manifestFor(accesses: readonly Access[]): {
  readonly oauthScopes: readonly string[];
  readonly urlFetchWhitelist: Hosts;
  readonly enabledAdvancedServices: readonly AdvancedService[];
} {
  const google = accesses.flatMap((each) => (each.is === 'google' ? [each] : []));
  return {
    oauthScopes: [...new Set(google.flatMap(({ scopes }) => scopes))],
    urlFetchWhitelist: [...new Set(accesses.flatMap(hostsOf))],
    enabledAdvancedServices: google.flatMap(({ services }) => services),
  };
}

/** What signs a request in: with the key that was pasted, or the token that was had for it. */
export function signedWith(
  access: Access,
  url: string,
  secrets: Secrets | null,
  token: string | null,
): Signed | 'noKey' {
  const { is } = access;
  if (is === 'google') return { url, headers: {}, google: true };
  if (is === 'none') return { url, headers: {}, google: false };
  const sent = is === 'token' ? token : secrets?.[access.secrets[0].field];
  if (!sent) return 'noKey';
  if (is !== 'address') {
    return { url, headers: { [access.header]: `${access.before}${sent}` }, google: false };
  }
  const joined = url.includes('?') ? '&' : '?';
  const own = `${access.parameter}=${encodeURIComponent(sent)}`;
  return { url: `${url}${joined}${own}`, headers: {}, google: false };
}
