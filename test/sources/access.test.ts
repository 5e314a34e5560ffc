import { describe, expect, it } from 'vitest';
import { cleanSecret } from '../../src/app/connect/secrets.ts';
import { sendSigned } from '../../src/app/connect/send-signed.ts';
import { type Access, isUnder, manifestFor, signedWith } from '../../src/sources/access.ts';
import { shippedSources } from '../../src/sources/registry.ts';
import { fakeOutside } from '../kit/desk/fake-outside.ts';
import { stubSource } from './stub-source/entry.ts';

const hosts = ['https://api.till.test/v1/', 'https://*.shops.test/admin/'] as const;
const key: Access = { is: 'key', field: 'key', header: 'X-Key', before: 'Bearer ', hosts };

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
      sendSigned([{ source, secret: 'k', request: request(url) }], { services: outside });
    expect(() => to('https://analyticsdata.googleapis.com/v1beta/x')).toThrow('till may not ask');
    expect(() => to('https://api.till.test/v1/x', google)).toThrow('may not ask');
    expect(outside.sent).toEqual([]);
    to('https://api.till.test/v1/x');
    expect(outside.sent).toHaveLength(1);
  });
});

describe('what signs in', () => {
  it('is Google’s token or the source’s own key, never both', () => {
    expect(signedWith(key, 'k')).toEqual({ headers: { 'X-Key': 'Bearer k' }, google: false });
    expect(signedWith(key, null)).toBe('noKey');
    const google: Access = { is: 'google', scopes: [], services: [], hosts };
    expect(signedWith(google, 'k')).toEqual({ headers: {}, google: true });
    expect(signedWith({ is: 'none', hosts: [] }, 'k')).toEqual({ headers: {}, google: false });
  });

  it('is read as people paste it', () => {
    for (const text of ['k-1', '  k-1\n', 'Bearer k-1', 'bearer  k-1 ']) {
      expect(cleanSecret(text, key)).toBe('k-1');
    }
    for (const text of ['', ' ', 'Bearer ', 'two words', 'k\u0000', 'khóa', 'x'.repeat(1001)]) {
      expect(cleanSecret(text, key)).toBe('');
    }
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
