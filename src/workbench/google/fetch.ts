import { assumed } from '../../platform/index.ts';
import type { Vendor, VendorResponse } from '../vendors/vendor.ts';
import type { ServiceContext } from './context.ts';
import type { RunHooks } from './run-hooks.ts';
import type { ServiceCalls } from './services/services.ts';

/** A request as it leaves the script. */
export interface FetchSent {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType: string | null;
  readonly payload: string | null;
  readonly mute: boolean;
}

export interface FetchAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const fetchLimits = { perDay: 20_000, urlBytes: 2048, ms: 60_000 } as const;
const shownOfAnswer = 300;

/** Google's sentences about what cannot be fetched. */
const said = {
  often: 'Service invoked too many times for one day: urlfetch.',
  long: 'Limit Exceeded: URLFetch URL Length.',
  bad: (url: string) => `Invalid argument: ${url}`,
  notListed: (url: string) =>
    `UrlFetch calls to ${url} are not permitted: no prefix in the manifest’s urlFetchWhitelist matches.`,
  noHost: (url: string) => `DNS error: ${url}`,
  broken: (url: string) => `Address unavailable: ${url}`,
  slow: (url: string) => `Timeout: ${url}`,
  failed: (host: string, { status, body }: FetchAnswer) =>
    `Request failed for https://${host} returned code ${status}. Truncated server response: ${body.slice(0, shownOfAnswer)} (use muteHttpExceptions option to examine full response)`,
};

/** `UrlFetchApp`: requests go to the vendor that plays their host. All of a call, or an exception. */
export function fetchServices(context: ServiceContext, hooks: RunHooks): ServiceCalls {
  const { external } = context;
  const fetchAll = async (requests: readonly FetchSent[]): Promise<FetchAnswer[]> => {
    const nowMs = context.now();
    for (const { url } of requests) checkAddress(url, external.manifest.urlFetchWhitelist);
    if (!external.spend(context.user(), 'fetch', requests.length, fetchLimits.perDay, nowMs)) {
      throw new Error(said.often);
    }
    const answers: VendorResponse[] = [];
    for (const request of requests) {
      await hooks.request('before', request.url);
      answers.push(reach(request, external.vendors, nowMs));
      await hooks.request('after', request.url);
    }
    // They are under way at the same time: all take as long as the slowest.
    const ms = Math.max(0, ...answers.map((answer) => answer.ms ?? 0));
    if (ms > 0) await hooks.sleep(Math.min(ms, fetchLimits.ms));
    return answers.map((answer, i) => arrived(answer, requests[i]!));
  };
  return {
    'UrlFetchApp.fetchAll': fetchAll,
    'UrlFetchApp.fetch': async (request: FetchSent) => (await fetchAll([request]))[0],
  };
}

function checkAddress(url: string, allowed: readonly string[] | undefined): void {
  if (!URL.canParse(url) || !/^https?:\/\//.test(url)) throw new Error(said.bad(url));
  if (Buffer.byteLength(url) > fetchLimits.urlBytes) throw new Error(said.long);
  const { protocol, href } = new URL(url);
  const checked = assumed('fetch-only-listed') ? allowed : undefined;
  const listed = checked?.some((prefix) => isListed(href, prefix)) !== false;
  // The list knows prefixes of `https:` only.
  if (protocol !== 'https:' || !listed) throw new Error(said.notListed(url));
}

/** One `*.` at the front of a host stands for any number of parts before it, and at least one. */
function isListed(href: string, prefix: string): boolean {
  const [, ending, path] = /^https:\/\/\*(\.[^/]+)(\/.*)$/.exec(prefix) ?? [];
  if (ending === undefined || path === undefined) return href.startsWith(prefix);
  const { host, pathname, search } = new URL(href);
  return answersFor(`*${ending}`, host) && `${pathname}${search}`.startsWith(path);
}

const answersFor = (pattern: string, host: string): boolean =>
  pattern.startsWith('*.')
    ? host.endsWith(pattern.slice(1)) && host.length >= pattern.length
    : host === pattern;

function reach(request: FetchSent, vendors: readonly Vendor[], nowMs: number): VendorResponse {
  const { host } = new URL(request.url);
  const vendor = vendors.find(({ hosts }) => hosts.some((each) => answersFor(each, host)));
  if (!vendor) throw new Error(said.noHost(request.url));
  const headers = Object.entries(request.headers).map(([name, value]) => [
    name.toLowerCase(),
    value,
  ]);
  const type = request.contentType ?? 'application/x-www-form-urlencoded';
  return vendor.answer(
    {
      method: request.method.toLowerCase() === 'post' ? 'post' : 'get',
      url: request.url,
      headers: {
        ...(request.payload === null ? {} : { 'content-type': type }),
        ...Object.fromEntries(headers),
      },
      body: request.payload ?? '',
    },
    nowMs,
  );
}

function arrived(answer: VendorResponse, { url, mute }: FetchSent): FetchAnswer {
  if ((answer.ms ?? 0) > fetchLimits.ms) throw new Error(said.slow(url));
  if (answer.broken) throw new Error(said.broken(url));
  const { status, headers, body } = answer;
  if (status >= 400 && !mute) throw new Error(said.failed(new URL(url).host, answer));
  return { status, headers: asSent(headers), body };
}

/** Headers as they come from Google: `Retry-After`. */
const asSent = (headers: FetchAnswer['headers']): FetchAnswer['headers'] =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.replace(/(?:^|-)[a-z]/g, (letter) => letter.toUpperCase()),
      value,
    ]),
  );

/** What a connection that breaks makes a script throw. */
export const brokenConnection = said.broken;
