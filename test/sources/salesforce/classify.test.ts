import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../../src/app/refresh/error-messages.ts';
import { isUnder } from '../../../src/sources/access.ts';
import { quotaIn } from '../../../src/sources/salesforce/answer.ts';
import { classify, tokenSpent } from '../../../src/sources/salesforce/classify.ts';
import { domainOf, isRest, salesforceHosts } from '../../../src/sources/salesforce/domain.ts';
import { salesforceCrm } from '../../../src/sources/salesforce/entry.ts';
import { salesforceAccess } from '../../../src/sources/salesforce/sign-in.ts';
import type { Classification } from '../../../src/sources/source.ts';
import { client } from '../../../src/workbench/vendors/salesforce/tokens.ts';
import { answers, now, type Recorded, tokenAnswers } from './recorded.ts';

const responseOf = ({ status, body }: Recorded) => ({ status, headers: {}, body });

function expectVerdict(verdict: { readonly is: string }, wanted: Recorded): void {
  expect(verdict.is).toBe(wanted.is);
  if (verdict.is === 'ok') return;
  const found = verdict as Exclude<Classification, { is: 'ok' }>;
  expect(found.trouble).toEqual({ kind: wanted.kind, detail: wanted.detail ?? '' });
  if (found.is === 'retry') expect(found.afterMs).toBe(wanted.after);
  if (found.is === 'wait') expect(found.untilMs - now).toBe(wanted.after);
  if (found.is === 'stop') expect(found.smaller).toBe(wanted.smaller);
  const { kind, detail } = found.trouble;
  const [en, vi] = (['en', 'vi'] as const).map((language) => {
    const { what, way } = wordsFor({ kind, detail }, salesforceCrm, language);
    return `${what({ where: 'Salesforce · Lan', detail })} ${way}`;
  });
  for (const sentence of [en, vi]) {
    expect(sentence).toContain('Salesforce · Lan');
    expect(sentence).not.toMatch(/undefined|[{}]/);
    if (detail !== '') expect(sentence).toContain(detail);
  }
  expect(vi).not.toBe(en);
}

const exchange = salesforceAccess.is === 'token' ? salesforceAccess.exchange : null;

describe('what Salesforce answers', () => {
  it.each(Object.keys(answers))('is understood: %s', (name) => {
    const wanted = answers[name] as Recorded;
    expectVerdict(classify(responseOf(wanted), now), wanted);
  });

  it.each(Object.keys(tokenAnswers))('is understood where it gives tokens: %s', (name) => {
    const wanted = tokenAnswers[name] as Recorded;
    const read = exchange?.read(responseOf(wanted), now, {});
    if (!read) throw new Error('It gives tokens.');
    expectVerdict(read, wanted);
    // It counts until an answer says otherwise.
    if (read.is === 'ok') expect([read.token, read.untilMs]).toEqual(['00Dxx!token', null]);
  });

  it('says of its token alone that it counts no more, never of an app that may not', () => {
    const spent = Object.keys(answers).filter((name) =>
      tokenSpent(responseOf(answers[name] as Recorded)),
    );
    expect(spent).toEqual(['a session that ended', 'a token that is none', 'a 401 without a body']);
  });

  it('tells how many calls of the day there are, where it does', () => {
    const quota = (header: string) => quotaIn({ headers: { 'sforce-limit-info': header } })?.day;
    const day = { used: 1, left: 4982, of: 5000 };
    expect(quota('api-usage=18/5000')).toEqual(day);
    expect(quota('api-usage=18/5000; per-app-api-usage=17/250(appName=sample)')).toEqual(day);
    expect(quota('api-usage=5003/5000')?.left).toBe(0);
    expect(quotaIn({ headers: {} })).toBeNull();
  });
});

describe('signing in to Salesforce', () => {
  it('is asked for at the organisation’s own domain', () => {
    expect(exchange?.request(client, { domain: 'https://Shop.my.salesforce.com/' })).toEqual({
      method: 'post',
      url: 'https://shop.my.salesforce.com/services/oauth2/token',
      body: null,
      form: {
        grant_type: 'client_credentials',
        client_id: client.consumerKey,
        client_secret: client.consumerSecret,
      },
    });
    expect(exchange?.request(client, { domain: 'login.salesforce.com' })).toEqual({
      trouble: { kind: 'domainUnclear', detail: '' },
    });
  });

  it.each([
    ['shop.my.salesforce.com', 'shop.my.salesforce.com'],
    [' https://shop.my.salesforce.com/lightning/page/home?x=1', 'shop.my.salesforce.com'],
    ['x--dev.sandbox.my.salesforce.com', 'x--dev.sandbox.my.salesforce.com'],
    ['https://shop.lightning.force.com/', 'shop.my.salesforce.com'],
    ['x--dev.sandbox.lightning.force.com', 'x--dev.sandbox.my.salesforce.com'],
    ['shop.my.salesforce-setup.com', 'shop.my.salesforce.com'],
    ['login.salesforce.com', null],
    ['my.salesforce.com', null],
    ['shop.my.salesforce.com.evil.example', null],
    ['evil.example/shop.my.salesforce.com', null],
    ['user@shop.my.salesforce.com', null],
    ['shop.my.salesforce.com:8443', null],
    ['', null],
    [null, null],
  ])('knows the domain %s', (typed, domain) => {
    expect(domainOf(typed)).toBe(domain);
    if (domain !== null) {
      expect(isUnder(`https://${domain}/services/data/`, salesforceHosts)).toBe(true);
    }
  });

  it('follows only addresses of the rest of an answer, of whichever version', () => {
    expect(isRest('/services/data/v59.0/query/0r8xx5R2yF2gs3VASQ-2000')).toBe(true);
    for (const path of [
      'https://evil.example/services/data/v59.0/query/0r8xx5R2yF2gs3VASQ-2000',
      '//evil.example/query/0r8xx5R2yF2gs3VASQ-2000',
      '/services/data/v59.0/query/../../../oauth2/token',
      '/services/data/v59.0/sobjects/Lead',
    ]) {
      expect(isRest(path)).toBe(false);
    }
  });

  it('tells its own keys from those of others', () => {
    if (salesforceAccess.is !== 'token') throw new Error('It gives tokens.');
    const [key, secret] = salesforceAccess.secrets.map(({ looks }) => looks);
    expect(key?.test(client.consumerKey)).toBe(true);
    expect(secret?.test(client.consumerSecret)).toBe(true);
    // Those of older apps are numbers.
    expect(secret?.test('1234567890123456789')).toBe(true);
    for (const other of [
      'pat-na1-01234567-89ab-cdef-0123-456789abcdef',
      '1000.GMB0YULZHJK411248S8I5GZ4CHUEX0',
      '122c324d3496d5d777ceeebc129470715fbb856b7c',
      '0123456789abcdef0123456789abcdef',
    ]) {
      expect([key?.test(other), secret?.test(other)]).toEqual([false, false]);
    }
    expect(key?.test(client.consumerSecret)).toBe(false);
    expect(secret?.test(client.consumerKey)).toBe(false);
  });
});
