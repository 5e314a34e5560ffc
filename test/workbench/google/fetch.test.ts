import { afterEach, describe, expect, it } from 'vitest';
import { manifest, openBeyondDesk, scopes } from '../../kit/workbench/beyond-desk.ts';

type Open = Awaited<ReturnType<typeof openBeyondDesk>>;
let open: Open;
afterEach(() => open.desk.dispose());

const at = (path: string) => `https://api.example.com/v1/${path}`;

describe('requests to other hosts', () => {
  it('go to the vendor that plays the host, with their user’s token, all in one call', async () => {
    open = await openBeyondDesk();
    open.desk.user = 'lan@example.com';
    const result = await open.desk.run('fetchAll', [[at('a'), at('b')]]);
    expect(result).toMatchObject({
      ok: [
        [200, 'post /v1/a {"q":1}', { 'Retry-After': '7', 'Content-Type': 'application/json' }],
        [200, 'post /v1/b {"q":1}', {}],
      ],
      requests: 2,
    });
    expect(open.vendor.heard[0]).toMatchObject({
      method: 'post',
      headers: { authorization: 'Bearer ya29.lan@example.com', 'content-type': 'application/json' },
    });
  });

  it('are refused where the manifest does not list them, where they are not https, or nobody answers', async () => {
    open = await openBeyondDesk();
    const fetched = (url: string) => open.run('fetchAll', [[at('a'), url]]);
    await expect(fetched('https://evil.example.com/v1/')).rejects.toThrow('urlFetchWhitelist');
    await expect(fetched('https://api.example.com/v2/')).rejects.toThrow('urlFetchWhitelist');
    await expect(fetched('http://api.example.com/v1/')).rejects.toThrow('urlFetchWhitelist');
    await expect(fetched('file:///etc/passwd')).rejects.toThrow('Invalid argument');
    await expect(fetched(at('x'.repeat(2048)))).rejects.toThrow('URL Length');
    await expect(fetched('https://nobody.example.com/')).rejects.toThrow('DNS error');
  });

  it('throw as a whole where one connection breaks, and by their status where nobody mutes that', async () => {
    open = await openBeyondDesk();
    const { vendor } = open;
    vendor.faults.set('busy', true);
    expect(await open.run('fetchAll', [[at('a')]])).toMatchObject([
      [503, 'post /v1/a {"q":1}', {}],
    ]);
    await expect(open.run('fetchLoud', [at('a')])).rejects.toThrow('returned code 503');
    vendor.faults.set('broken', true);
    await expect(open.run('fetchAll', [[at('a')]])).rejects.toThrow('Address unavailable');
  });

  it('take as long as the vendor does, by the script’s own clock', async () => {
    open = await openBeyondDesk();
    open.vendor.faults.set('slow', true);
    const took = await open.run<number>('fetchTimed', [at('a')]);
    expect(Math.round(took / 1000)).toBeGreaterThanOrEqual(40);
  });

  it('are counted by the day', async () => {
    open = await openBeyondDesk();
    const { external: beyond, advanceDay } = open.desk;
    expect(beyond.spend('', 'fetch', 19_999, 20_000, open.desk.now())).toBe(true);
    await expect(open.run('fetchAll', [[at('a'), at('b')]])).rejects.toThrow('too many times');
    expect(await open.run('fetchAll', [[at('a')]])).toHaveLength(1);
    await advanceDay();
    expect(await open.run('fetchAll', [[at('a'), at('b')]])).toHaveLength(2);
  });

  it('come to grief one by one, before they leave or before their answer comes', async () => {
    open = await openBeyondDesk();
    const { vendor, desk } = open;
    const told: string[] = [];
    const strike = (what: 'kill' | 'fail' | 'slow', when: 'before' | 'after') =>
      desk.run('fetchAll', [[at('a'), at('b'), at('c')]], {
        trouble: [{ of: 'request', at: 2, when, what, message: 'gone', ms: 9000 }],
        onRequest: (url, count) => told.push(`${count} ${url.slice(-1)}`),
      });
    expect(await strike('kill', 'before')).toMatchObject({ killed: 'gone', requests: 2 });
    expect(vendor.heard.splice(0)).toHaveLength(1);
    expect(await strike('kill', 'after')).toMatchObject({ killed: 'gone' });
    expect(vendor.heard.splice(0)).toHaveLength(2);
    expect(await strike('fail', 'after')).toMatchObject({ error: 'gone', requests: 2 });
    const before = desk.now();
    expect(await strike('slow', 'before')).toMatchObject({ requests: 3 });
    expect(desk.now() - before).toBeGreaterThanOrEqual(9000);
    expect(told.slice(0, 2)).toEqual(['1 a', '2 b']);
  });
});

describe('what the manifest does not ask for', () => {
  it.each([
    ['script.external_request', 'fetchLoud', [at('a')], 'UrlFetchApp.fetch'],
    ['script.scriptapp', 'clocks', [], 'ScriptApp.getUserTriggers'],
    ['script.send_mail', 'mail', ['a@example.com'], 'MailApp.sendEmail'],
    ['userinfo.email', 'who', [], 'Session.getActiveUser'],
    ['spreadsheets.currentonly', 'rows', [], 'Spreadsheet.getSheets'],
  ])('%s: is refused by name', async (scope, name, args, method) => {
    const oauthScopes = scopes.filter((one) => !one.endsWith(scope));
    open = await openBeyondDesk({ ...manifest, oauthScopes });
    await expect(open.run(name, args)).rejects.toThrow(
      `Specified permissions are not sufficient to call ${method}. Required permissions: https://www.googleapis.com/auth/${scope}`,
    );
    expect(await open.run('keep', ['document', 'x'])).toBe('x');
  });
});
