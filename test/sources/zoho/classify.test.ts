import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../../src/app/refresh/error-messages.ts';
import type { Classification } from '../../../src/sources/source.ts';
import { centers } from '../../../src/sources/zoho/centers.ts';
import { classify, tokenSpent } from '../../../src/sources/zoho/classify.ts';
import { zohoCrm } from '../../../src/sources/zoho/entry.ts';
import { zohoAccess, zohoScopes } from '../../../src/sources/zoho/sign-in.ts';
import { answers, now, type Recorded, tokenAnswers } from './recorded.ts';

const responseOf = ({ status, body }: Recorded) => ({ status, headers: {}, body });

function expectVerdict(verdict: { readonly is: string }, wanted: Recorded): void {
  expect(verdict.is).toBe(wanted.is);
  if (verdict.is === 'ok') return;
  const found = verdict as Exclude<Classification, { is: 'ok' }>;
  expect(found.trouble).toEqual({ kind: wanted.kind, detail: wanted.detail ?? '' });
  if (found.is === 'retry') expect(found.afterMs).toBe(wanted.after);
  if (found.is === 'wait') expect(found.untilMs - now).toBe(wanted.after);
  const { kind, detail } = found.trouble;
  const [en, vi] = (['en', 'vi'] as const).map((language) => {
    const { what, way } = wordsFor({ kind, detail }, zohoCrm, language);
    return `${what({ where: 'Zoho CRM · Lan', detail })} ${way}`;
  });
  for (const sentence of [en, vi]) {
    expect(sentence).toContain('Zoho CRM · Lan');
    expect(sentence).not.toMatch(/undefined|[{}]/);
    if (detail !== '') expect(sentence).toContain(detail);
  }
  expect(vi).not.toBe(en);
}

const exchange = zohoAccess.is === 'token' ? zohoAccess.exchange : null;

describe('what Zoho CRM answers', () => {
  it.each(Object.keys(answers))('is understood: %s', (name) => {
    const wanted = answers[name] as Recorded;
    expectVerdict(classify(responseOf(wanted), now), wanted);
  });

  it.each(Object.keys(tokenAnswers))('is understood where it gives tokens: %s', (name) => {
    const wanted = tokenAnswers[name] as Recorded;
    const read = exchange?.read(responseOf(wanted), now, { dc: 'eu' });
    if (!read) throw new Error('It gives tokens.');
    expectVerdict(read, wanted);
    if (read.is === 'ok') expect([read.token, read.untilMs]).toEqual(['1000.t', now + 3_600_000]);
  });

  it('says of its token alone that it counts no more, never of scopes that lack', () => {
    const spent = Object.keys(answers).filter((name) =>
      tokenSpent(responseOf(answers[name] as Recorded)),
    );
    expect(spent).toEqual(['a token that ended', 'a token that is none', 'a 401 without a body']);
  });

  it('names all scopes where some lack', () => {
    for (const language of ['en', 'vi'] as const) {
      const { way } = wordsFor({ kind: 'scopesLack', detail: '' }, zohoCrm, language);
      expect(way).toContain(zohoScopes.join(','));
      expect(zohoCrm.words(language).needs).toContain(zohoScopes.join(','));
    }
  });
});

describe('signing in to Zoho CRM', () => {
  const pasted = { clientId: '1000.A', clientSecret: 's', code: '1000.c.d' };
  const ask = (secrets: Readonly<Record<string, string>>, dc: string) => {
    const request = exchange?.request(secrets, { dc });
    if (!request || 'trouble' in request) throw new Error(request?.trouble.kind);
    return request;
  };

  it('takes a code once, and what it gave ever after', () => {
    const { method, url, body, form } = ask(pasted, 'ca');
    expect({ method, url, body }).toEqual({
      method: 'post',
      url: 'https://accounts.zohocloud.ca/oauth/v2/token',
      body: null,
    });
    const client = { client_id: '1000.A', client_secret: 's' };
    expect(form).toEqual({ ...client, grant_type: 'authorization_code', code: '1000.c.d' });
    const { code: _, ...kept } = pasted;
    expect(ask({ ...kept, refresh: 'r' }, 'eu').form).toEqual({
      ...client,
      grant_type: 'refresh_token',
      refresh_token: 'r',
    });
    // A code that is pasted anew counts, whatever stands.
    expect(ask({ ...pasted, refresh: 'r' }, 'eu').form).toMatchObject({ code: '1000.c.d' });
    expect(exchange?.request(kept, { dc: 'eu' })).toEqual({
      trouble: { kind: 'codeMissing', detail: '' },
    });
    expect(exchange?.request(pasted, { dc: 'evil.example' })).toEqual({
      trouble: { kind: 'centerMissing', detail: '' },
    });
  });

  it('goes to the accounts server of the data centre, and only to those that are Zoho’s', () => {
    expect(centers.map((center) => new URL(ask(pasted, center).url).host)).toEqual([
      'accounts.zoho.com',
      'accounts.zoho.eu',
      'accounts.zoho.in',
      'accounts.zoho.com.au',
      'accounts.zoho.jp',
      'accounts.zohocloud.ca',
      'accounts.zoho.sa',
      'accounts.zoho.com.cn',
    ]);
  });

  it('tells its own keys from those of others', () => {
    if (zohoAccess.is !== 'token') throw new Error('It gives tokens.');
    const [id, secret, code] = zohoAccess.secrets.map(({ looks }) => looks);
    const own = [
      '1000.GMB0YULZHJK411248S8I5GZ4CHUEX0',
      '122c324d3496d5d777ceeebc129470715fbb856b7c',
      '1000.86a03ca5dbfccb7445b1889b8215efb0.cad9e1ae4989a1196fe05aa729fcb4e1',
    ];
    const others = [
      'pat-na1-01234567-89ab-cdef-0123-456789abcdef',
      '3MVG9lKcPoNINVBIPJjdw1J9LLM82HnFVVX19KY1uA5mu0QqEWhqKpoW3svG3XHrXDiCQjK1mdgAvhCscA9GE',
      '0123456789abcdef0123456789abcdef',
      'Zoho-oauthtoken 1000.x',
    ];
    expect([id, secret, code].map((looks) => own.filter((key) => looks?.test(key)))).toEqual(
      own.map((key) => [key]),
    );
    for (const looks of [id, secret, code]) {
      expect(others.filter((key) => looks?.test(key))).toEqual([]);
    }
  });
});
