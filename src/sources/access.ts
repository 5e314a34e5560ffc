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
  /** With a key that the user has pasted into this field of the form; sent in a header. */
  | {
      readonly is: 'key';
      readonly field: string;
      readonly header: string;
      /** `Bearer `; `''` where the key stands alone. */
      readonly before: string;
      readonly hosts: Hosts;
    }
  /** It stands in the spreadsheet, or anybody may ask it. */
  | { readonly is: 'none'; readonly hosts: Hosts };

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
  /** Names and values of headers that sign in. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether Google's own token is to be attached, which the product itself never sees. */
  readonly google: boolean;
}

/** What the manifest has to name for some sources to be asked. */
export function manifestFor(accesses: readonly Access[]): {
  readonly oauthScopes: readonly string[];
  readonly urlFetchWhitelist: Hosts;
  readonly enabledAdvancedServices: readonly AdvancedService[];
} {
  const google = accesses.flatMap((each) => (each.is === 'google' ? [each] : []));
  return {
    oauthScopes: [...new Set(google.flatMap(({ scopes }) => scopes))],
    urlFetchWhitelist: [...new Set(accesses.flatMap(({ hosts }) => hosts))],
    enabledAdvancedServices: google.flatMap(({ services }) => services),
  };
}

/** What signs a request in; `secret` is that of the account it is about, where it has one. */
export function signedWith(access: Access, secret: string | null): Signed | 'noKey' {
  if (access.is === 'google') return { headers: {}, google: true };
  if (access.is === 'none') return { headers: {}, google: false };
  if (!secret) return 'noKey';
  return { headers: { [access.header]: `${access.before}${secret}` }, google: false };
}
