import { describe, expect, it } from 'vitest';
import {
  type Credentials,
  credentialsOf,
  keep,
  pasted,
} from '../../../src/app/connect/credentials.ts';
import { sendSigned } from '../../../src/app/connect/send-signed.ts';
import type { Access } from '../../../src/sources/access.ts';
import type { SourceEntry } from '../../../src/sources/define-source.ts';
import { sourcesOf } from '../../../src/sources/registry.ts';
import { fakeHost } from '../../kit/desk/fake-host.ts';
import { fakeOutside } from '../../kit/desk/fake-outside.ts';
import { stubSource } from '../../sources/stub-source/entry.ts';

const api = 'https://api.bank.test/v1/';
const tokens = 'https://login.bank.test/token/';
const secret = 'c-ret/+1';
const minute = 60_000;

const access: Access = {
  is: 'token',
  secrets: [
    { field: 'secret', looks: /^c-/ },
    { field: 'code', looks: /^1000\./, once: true },
  ],
  header: 'Authorization',
  before: 'Bearer ',
  hosts: [api],
  exchange: {
    hosts: [tokens],
    request: ({ secret: own = '', code = '', refresh = '' }, { country }) =>
      country === 'none'
        ? { trouble: { kind: 'noCountry', detail: '' } }
        : {
            method: 'post',
            url: `${tokens}${String(country)}`,
            body: null,
            form: { own, ...(refresh === '' ? { code } : { refresh }) },
          },
    read: ({ status, body }, nowMs) =>
      status === 200
        ? { is: 'ok', token: body, untilMs: nowMs + 60 * minute, secrets: { refresh: 'r-1' } }
        : { is: 'stop', trouble: { kind: 'keyRefused', detail: body } },
    spent: ({ status }) => status === 401,
  },
};
const bank: SourceEntry = { ...stubSource, id: 'bank', access };
const account = { id: 'bank-abc123', source: 'bank' };

/** A bank that gives tokens by number, and takes only the last of them. */
function open() {
  const host = fakeHost({});
  const outside = fakeOutside();
  const bankSays = { given: 0, counts: 0, refuses: false };
  outside.answer = ({ url, headers }) => {
    if (url.startsWith(tokens)) {
      if (bankSays.refuses) return { status: 400, headers: {}, body: `No such client: ${secret}` };
      bankSays.given += 1;
      bankSays.counts = bankSays.given;
      return { status: 200, headers: {}, body: `t-${bankSays.given}` };
    }
    const known = headers.Authorization === `Bearer t-${bankSays.counts}`;
    return { status: known ? 200 : 401, headers: {}, body: `${headers.Authorization}` };
  };
  const context = { host, services: outside, sources: sourcesOf([bank]) };
  const ask = (credentials: Credentials, times = 1, country = 'vn') =>
    sendSigned(
      Array.from({ length: times }, (_, at) => ({
        source: bank,
        credentials,
        place: { country },
        request: { method: 'get' as const, url: `${api}${at}`, body: null },
      })),
      context,
    );
  const kept = () => {
    keep(account.id, { secrets: { secret, refresh: 'r-1' }, token: null }, context);
    return credentialsOf(account, context);
  };
  const asked = (at: string) => outside.sent.filter(({ url }) => url.startsWith(at));
  return { host, outside, bankSays, ask, kept, asked, context };
}

describe('a system that gives tokens', () => {
  it('gives one for all requests of a run, and it serves the next run as well', () => {
    const desk = open();
    const answers = desk.ask(desk.kept(), 3);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    desk.ask(desk.kept());
    expect(desk.bankSays.given).toBe(1);
    expect(desk.asked(tokens)[0]).toMatchObject({ form: { own: secret, refresh: 'r-1' } });
  });

  it('is asked for another where the token ends soon, or an answer says that it has ended', () => {
    const desk = open();
    desk.ask(desk.kept());
    desk.outside.now += 59.5 * minute;
    desk.ask(desk.kept());
    expect(desk.bankSays.given).toBe(2);
    // The system forgets it early: all three say so, one other is had.
    desk.bankSays.counts = -1;
    expect(desk.ask(desk.kept(), 3).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(desk.bankSays.given).toBe(3);
  });

  it('is not asked again where another run of the user has had one meanwhile', () => {
    const desk = open();
    const [one, other, third] = [desk.kept(), desk.kept(), desk.kept()];
    for (const run of [one, other, third]) expect(desk.ask(run)[0]?.status).toBe(200);
    expect(desk.bankSays.given).toBe(1);
    desk.bankSays.counts = -1;
    for (const run of [one, other, third]) expect(desk.ask(run)[0]?.status).toBe(200);
    expect(desk.bankSays.given).toBe(2);
  });

  it('waits for a run that is signing in, and says so', () => {
    const desk = open();
    desk.host.signingIn = true;
    expect(desk.ask(desk.kept())[0]?.unsent).toEqual({
      is: 'retry',
      afterMs: null,
      trouble: { kind: 'signingIn', detail: '' },
    });
    expect(desk.outside.sent).toEqual([]);
  });

  it('is sent what was pasted where it gives tokens, and tokens everywhere else', () => {
    const desk = open();
    desk.ask(desk.kept(), 2);
    for (const { headers, google } of desk.asked(tokens)) {
      expect({ headers, google }).toEqual({ headers: {}, google: false });
    }
    expect(JSON.stringify(desk.asked(api))).not.toContain(secret);
    expect(desk.asked(api).map(({ headers }) => headers)).toEqual(
      Array.from({ length: 2 }, () => ({ Authorization: 'Bearer t-1' })),
    );
  });

  it('keeps nothing before it is known to work, and never what is used once', () => {
    const desk = open();
    const credentials = pasted({ secret, code: '1000.abc' });
    desk.ask(credentials);
    expect([...desk.host.notes]).toEqual([]);
    expect(desk.asked(tokens)[0]).toMatchObject({ form: { own: secret, code: '1000.abc' } });
    keep(account.id, credentials, desk.context);
    expect(credentialsOf(account, desk.context)).toMatchObject({
      secrets: { secret, refresh: 'r-1' },
      token: { token: 't-1' },
    });
    expect(JSON.stringify([...desk.host.notes])).not.toContain('1000.abc');
  });

  it('shows nothing of what signs in, where it refuses and where it repeats it', () => {
    const desk = open();
    expect(desk.ask(desk.kept())[0]?.body).toBe('Bearer •••');
    desk.outside.now += 60 * minute;
    desk.bankSays.refuses = true;
    expect(desk.ask(desk.kept())[0]?.unsent).toEqual({
      is: 'stop',
      trouble: { kind: 'keyRefused', detail: 'No such client: •••' },
    });
  });

  it('says what is wrong with where it is asked, and sends nothing', () => {
    const desk = open();
    expect(desk.ask(desk.kept(), 1, 'none')[0]?.unsent).toMatchObject({
      trouble: { kind: 'noCountry' },
    });
    expect(() => desk.ask(desk.kept(), 1, '../../evil')).toThrow();
    expect(desk.outside.sent).toEqual([]);
  });
});
