import { describe, expect, it } from 'vitest';
import { pasted } from '../../src/app/connect/credentials.ts';
import { pastedSecrets } from '../../src/app/connect/pasted-secrets.ts';
import { sendSigned } from '../../src/app/connect/send-signed.ts';
import { type Access, isUnder, manifestFor, signedWith } from '../../src/sources/access.ts';
import { shippedSources, sourcesOf } from '../../src/sources/registry.ts';
import { fakeHost } from '../kit/desk/fake-host.ts';
import { fakeOutside } from '../kit/desk/fake-outside.ts';
import { stubSource } from './stub-source/entry.ts';

const hosts = ['https://api.till.test/v1/', 'https://*.shops.test/admin/'] as const;
const field = { field: 'key', looks: /^k-\w+$/ };
const key: Access = {
  is: 'key',
  secrets: [field],
  header: 'X-Key',
  before: 'Bearer ',
  hosts,
};
const url = 'https://api.till.test/v1/x';

describe('the hosts of a source', () => {
  it.each([
    ['https://api.till.test/v1/orders?day=1', true],
    ['https://lan.shops.test/admin/orders', true],
    ['https://a.b.shops.test/admin/', true],
    ['https://shops.test/admin/', false],
    ['https://api.till.test/v2/orders', false],
    ['https://api.till.test', false],
    ['http://api.till.test/v1/orders', false],
    ['https://api.till.test.evil.test/v1/', false],
    ['https://evil.test/https://api.till.test/v1/', false],
    ['https://api.till.test@evil.test/v1/', false],
    ['https://api.till.test:8443/v1/', false],
    ['https://API.till.test/v1/', false],
    ['https://api.till.test/v1/../admin', false],
    ['https://api.till.test\\@evil.test/v1/', false],
    ['https://evilshops.test/admin/', false],
  ])('%s: %s', (url, is) => {
    expect(isUnder(url, hosts)).toBe(is);
  });

  it('are all that its requests reach, whatever it asks for', () => {
    const outside = fakeOutside();
    const request = (url: string) => ({ method: 'get', url, body: null }) as const;
    const [google = stubSource] = shippedSources.all;
    const to = (url: string, source = stubSource) =>
      sendSigned(
        [{ source, credentials: pasted({ key: 'k-1' }), place: {}, request: request(url) }],
        { services: outside, host: fakeHost({}) },
      );
    expect(() => to('https://analyticsdata.googleapis.com/v1beta/x')).toThrow('till may not ask');
    expect(() => to('https://api.till.test/v1/x', google)).toThrow('may not ask');
    expect(outside.sent).toEqual([]);
    to('https://api.till.test/v1/x');
    expect(outside.sent).toHaveLength(1);
  });
});

describe('what signs in', () => {
  it('is Google’s token or the source’s own key, never both', () => {
    expect(signedWith(key, url, { key: 'k-1' }, null)).toEqual({
      url,
      headers: { 'X-Key': 'Bearer k-1' },
      google: false,
    });
    expect(signedWith(key, url, null, null)).toBe('noKey');
    const google: Access = { is: 'google', scopes: [], services: [], hosts };
    expect(signedWith(google, url, { key: 'k-1' }, null)).toEqual({
      url,
      headers: {},
      google: true,
    });
    expect(signedWith({ is: 'none', hosts: [] }, url, { key: 'k-1' }, null)).toEqual({
      url,
      headers: {},
      google: false,
    });
  });

  it('may be a part of the address, which no question holds', () => {
    const access: Access = { is: 'address', secrets: [field], parameter: 'key', hosts };
    const at = (address: string) => signedWith(access, address, { key: 'k-&1' }, null);
    expect(at(url)).toMatchObject({ url: `${url}?key=k-%261`, headers: {}, google: false });
    expect(at(`${url}?a=1`)).toMatchObject({ url: `${url}?a=1&key=k-%261` });
  });
});

describe('a key that is pasted', () => {
  const context = {
    sources: sourcesOf([...shippedSources.all, stubSource]),
    language: 'en' as const,
  };
  const read = (text: string) => pastedSecrets({ key: text }, stubSource, context);

  it.each(['k-1', '  k-1\n'])('%j is taken', (text) => {
    expect(read(text)).toEqual({ key: 'k-1' });
  });

  it.each([
    ['Bearer k-1', 'API key: paste it without “Bearer” in front.'],
    ['bearer: k-1', 'API key: paste it without “bearer” in front.'],
    [
      'k-1 k-2',
      'API key: there is a blank or a line break in it. Copy it once more, whole and alone.',
    ],
    [
      'k-1\nk-2',
      'API key: there is a blank or a line break in it. Copy it once more, whole and alone.',
    ],
    ['khóa', 'API key: Till has none that look like this. Copy it once more, whole and alone.'],
    [
      `k-${'x'.repeat(1000)}`,
      'API key: Till has none that look like this. Copy it once more, whole and alone.',
    ],
  ])('%j has its sentence before anything is sent', (text, sentence) => {
    expect(() => read(text)).toThrow(sentence);
  });

  it('is missing where nothing was pasted', () => {
    expect(read(' ')).toEqual({});
  });
});

it('a key of its own costs no scope of Google’s, only its hosts', () => {
  const before = manifestFor(shippedSources.all.map(({ access }) => access));
  const after = manifestFor([...shippedSources.all, stubSource].map(({ access }) => access));
  expect(after.oauthScopes).toEqual(before.oauthScopes);
  expect(after.enabledAdvancedServices).toEqual(before.enabledAdvancedServices);
  expect(after.urlFetchWhitelist).toEqual([
    ...before.urlFetchWhitelist,
    ...stubSource.access.hosts,
  ]);
});
