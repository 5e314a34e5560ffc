import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hourOf, momentOf, serialOfInstant } from '../../../src/apps-script/google-days.ts';
import type { Manifest } from '../../../src/workbench/google/manifest.ts';
import { manifest, openBeyondDesk, scopes } from '../../kit/workbench/beyond-desk.ts';
import { bundleScript } from '../../kit/workbench/book-desk.ts';

/** The add-on's own hands on what lies beyond the spreadsheet. */
const entry = `
import { googleServices } from './src/apps-script/google-outside.ts';
export function send(urls) {
  return googleServices.send(urls.map((url) => ({ headers: {}, google: true, url, ...(
    url.endsWith('get') ? { method: 'get', body: null } : { method: 'post', body: { q: 'Lượt' } }) })));
}
export function sendAs(requests) {
  return googleServices.send(requests.map((each) => ({ method: 'get', body: null, ...each })));
}
export function lacksTwice(needed) {
  return [googleServices.lacks(needed), googleServices.lacks(needed)];
}
export function ask(name, ...args) { return googleServices[name](...args); }
export function clock(name) { return googleServices.clock[name]() ?? null; }
`;
let script: string;
let open: Awaited<ReturnType<typeof openBeyondDesk>>;
beforeAll(async () => {
  script = await bundleScript(entry);
});
afterEach(() => open?.desk.dispose());

const start = async (allowed: Manifest = manifest) => {
  open = await openBeyondDesk(allowed, script);
  return open;
};
const at = (path: string) => `https://echo.googleapis.com/v1/${path}`;
const without = (scope: string): Manifest => ({
  ...manifest,
  oauthScopes: scopes.filter((one) => !one.endsWith(scope)),
});

describe('sending', () => {
  it('is one call for all, in the user’s name, and answers in their order with small header names', async () => {
    const { desk, vendor } = await start();
    const calls: string[] = [];
    const onCall = (method: string) => calls.push(method);
    const answers = await desk.run('send', [[at('a'), at('b/get')]], { onCall });
    const headers = { 'retry-after': '7', 'content-type': 'application/json' };
    expect(answers).toMatchObject({
      ok: [
        { status: 200, headers, body: 'post /v1/a {"q":"Lượt"}' },
        { status: 200, headers, body: 'get /v1/b/get ' },
      ],
    });
    expect(calls).toEqual(['ScriptApp.getOAuthToken', 'UrlFetchApp.fetchAll']);
    expect(vendor.heard.map((request) => request.headers)).toEqual([
      { authorization: 'Bearer ya29.me@example.com', 'content-type': 'application/json' },
      { authorization: 'Bearer ya29.me@example.com' },
    ]);
  });

  it('hands Google’s token to Google’s own hosts alone, and asks for none where nobody needs it', async () => {
    const { desk, vendor } = await start();
    const elsewhere = 'https://api.example.com/v1/a';
    const headers = { 'X-Key': 'k1' };
    const calls: string[] = [];
    const onCall = (method: string) => calls.push(method);
    await desk.run('sendAs', [[{ url: elsewhere, headers, google: false }]], { onCall });
    expect(calls).toEqual(['UrlFetchApp.fetchAll']);
    // Not even where a request for another host asks for it.
    await desk.run('sendAs', [
      [
        { url: elsewhere, headers, google: true },
        { url: `${elsewhere}?https://echo.googleapis.com/`, headers: {}, google: true },
        { url: at('b'), headers: {}, google: true },
        { url: at('c'), headers: {}, google: false },
      ],
    ]);
    expect(vendor.heard.map(({ url, headers: sent }) => [new URL(url).host, sent])).toEqual([
      ['api.example.com', { 'x-key': 'k1' }],
      ['api.example.com', { 'x-key': 'k1' }],
      ['api.example.com', {}],
      ['echo.googleapis.com', { authorization: 'Bearer ya29.me@example.com' }],
      ['echo.googleapis.com', {}],
    ]);
  });

  it('asks for nothing where nothing is to be sent', async () => {
    const { desk } = await start();
    expect(await desk.run('send', [[]])).toMatchObject({ ok: [], calls: 0 });
  });

  it('gives the answers that came although one connection broke', async () => {
    const { desk } = await start();
    const trouble = [
      { of: 'request', at: 2, when: 'after', what: 'fail' },
      { of: 'request', at: 4, when: 'before', what: 'fail', message: 'Address unavailable' },
    ] as const;
    const result = await desk.run('send', [[at('a'), at('b'), at('c')]], { trouble });
    expect(result).toMatchObject({
      ok: [
        { status: 200 },
        { status: 0, headers: {}, body: 'Address unavailable' },
        { status: 200 },
      ],
    });
  });

  it('passes on what a vendor says when it refuses, and never throws', async () => {
    const { vendor, run, desk } = await start();
    vendor.faults.set('busy', true);
    expect(await run('send', [[at('a')]])).toMatchObject([{ status: 503 }]);
    vendor.faults.set('broken', true);
    expect(await run('send', [[at('a')]])).toMatchObject([
      { status: 0, body: expect.stringContaining('Address unavailable') },
    ]);
    desk.revoke('');
    expect(await run('send', [[at('a'), at('b')]])).toMatchObject([
      { status: 0, body: expect.stringContaining('Authorization is required') },
      { status: 0 },
    ]);
  });
});

describe('the clock', () => {
  it('starts once, stands, stops', async () => {
    const { run, desk } = await start();
    expect(await run('clock', ['stands'])).toBe(false);
    expect(await run('clock', ['start'])).toBe('started');
    expect(await run('clock', ['start'])).toBe('stood');
    expect(await run('clock', ['stands'])).toBe(true);
    expect(desk.triggers()).toMatchObject([{ handler: 'onTick', everyMs: 3_600_000 }]);
    await run('clock', ['stop']);
    expect(desk.triggers()).toEqual([]);
  });

  it('takes the place of one that Google has switched off', async () => {
    const { run, desk } = await start();
    await run('clock', ['start']);
    const [first] = desk.triggers();
    desk.external.triggers.disable(first!.id);
    expect(await run('clock', ['stands'])).toBe(false);
    expect(await run('clock', ['start'])).toBe('started');
    expect(desk.triggers()).toMatchObject([{ disabled: false }]);
  });

  it('says when a user has as many as Google allows, and leaves other users’ alone', async () => {
    const { run, desk } = await start();
    desk.external.triggers.inOtherFiles('lan@example.com', 20);
    await run('clock', ['start']);
    desk.user = 'lan@example.com';
    expect(await run('clock', ['stands'])).toBe(false);
    expect(await run('clock', ['start'])).toBe('full');
    await run('clock', ['stop']);
    expect(desk.triggers()).toMatchObject([{ user: '' }]);
  });

  it('does not stand where it may not be asked for', async () => {
    const { run } = await start(without('script.scriptapp'));
    expect(await run('clock', ['stands'])).toBe(false);
    await expect(run('clock', ['start'])).rejects.toThrow('script.scriptapp');
  });
});

describe('mail and permission', () => {
  it('writes to the user whose run it is, and says whether it could', async () => {
    const { run, desk } = await start();
    desk.user = 'lan@example.com';
    expect(await run('ask', ['mail', 'S', 'T'])).toBe(true);
    expect(desk.outbox).toMatchObject([{ to: 'lan@example.com', subject: 'S', body: 'T' }]);
    desk.external.spend(desk.user, 'mail', 99, 100, desk.now());
    expect(await run('ask', ['mail', 'S', 'T'])).toBe(false);
    desk.revoke(desk.user);
    expect(await run('ask', ['mail', 'S', 'T'])).toBe(false);
    expect(desk.outbox).toHaveLength(1);
  });

  it('knows of each permission whether it is given, with one question a run', async () => {
    const { run, desk } = await start();
    const own = ['sheet', 'fetch', 'clock', 'mail', 'address'];
    expect(await run('ask', ['lacks', [...own, scopes[0]]])).toEqual([]);
    expect(await run('ask', ['consentUrl'])).toBeNull();
    for (const [at, permission] of own.entries()) {
      desk.revoke('', scopes[at]);
      expect(await run('ask', ['lacks', own])).toEqual([permission]);
      expect(await run('ask', ['lacks', own.filter((each) => each !== permission)])).toEqual([]);
      // A source says its own by Google's name for it.
      expect(await run('ask', ['lacks', [scopes[at] ?? '']])).toEqual([scopes[at]]);
      expect(await run('ask', ['consentUrl'])).toMatch(/^https:/);
      desk.grant('');
    }
    desk.revoke('');
    expect(await run('ask', ['lacks', own])).toEqual(own);
    const calls: string[] = [];
    const onCall = (method: string) => calls.push(method);
    await desk.run('lacksTwice', [own], { onCall });
    await desk.run('ask', ['lacks', []], { onCall });
    expect(calls).toEqual(['ScriptApp.getAuthorizationInfo']);
  });

  it('lets go of a clock without a word where clocks are not allowed', async () => {
    const { run, desk } = await start();
    desk.revoke('', scopes[2]);
    expect(await run('clock', ['stop'])).toBeNull();
  });

  it('names the file and its address', async () => {
    const { run } = await start();
    expect(await run('ask', ['file'])).toMatchObject({
      id: 'workbench',
      link: expect.stringMatching(/^https:.*workbench/),
    });
  });
});

describe('days and hours', () => {
  const at = (text: string) => new Date(text);

  it.each([
    ['Asia/Ho_Chi_Minh', '2026-11-22T16:59:00Z', '2026-11-22 23:59', 23, 7],
    ['Asia/Ho_Chi_Minh', '2026-11-22T17:00:00Z', '2026-11-23 00:00', 0, 1],
    // Half an hour off, and three quarters.
    ['Asia/Kolkata', '2026-12-31T18:30:00Z', '2027-01-01 00:00', 0, 5],
    ['Asia/Kathmandu', '2026-12-31T18:14:00Z', '2026-12-31 23:59', 23, 4],
    // The hour that is left out in spring, and the one that comes twice in autumn.
    ['Europe/Berlin', '2026-03-29T00:59:00Z', '2026-03-29 01:59', 1, 7],
    ['Europe/Berlin', '2026-03-29T01:00:00Z', '2026-03-29 03:00', 3, 7],
    ['America/Los_Angeles', '2026-11-01T08:30:00Z', '2026-11-01 01:30', 1, 7],
    ['America/Los_Angeles', '2026-11-01T09:30:00Z', '2026-11-01 01:30', 1, 7],
  ])('in %s at %s it is %s', (zone, instant, moment, hour, weekday) => {
    expect(momentOf(at(instant), zone)).toBe(moment);
    expect(hourOf(at(instant), zone)).toEqual({ hour, weekday });
    const day =
      Date.UTC(1899, 11, 30) + Math.floor(serialOfInstant(at(instant), zone)) * 86_400_000;
    expect(new Date(day).toISOString().slice(0, 10)).toBe(moment.slice(0, 10));
  });

  it('are told without asking a service', async () => {
    const { desk } = await start();
    const noon = Date.UTC(2026, 10, 22, 12);
    for (const name of ['dayIn', 'momentIn', 'hourIn']) {
      expect(await desk.run('ask', [name, 'Asia/Ho_Chi_Minh', noon])).toMatchObject({ calls: 0 });
    }
  });
});
