import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultSwitches } from '../../../src/workbench/vendors/fault-switches.ts';
import { type ServedVendors, serveVendors } from '../../../src/workbench/vendors/serve.ts';
import type { Vendor, VendorRequest } from '../../../src/workbench/vendors/vendor.ts';

describe('played systems over HTTP', () => {
  const heard: VendorRequest[] = [];
  const vendor: Vendor = {
    hosts: ['api.bank.example', '*.shops.example'],
    keys: { key: 'k-1' },
    faults: faultSwitches([]),
    answer: (request) => {
      heard.push(request);
      return request.url.endsWith('/broken')
        ? { status: 0, headers: {}, body: '', broken: true }
        : { status: 429, headers: { 'retry-after': '7' }, body: '{"ok":"ắ"}' };
    },
  };
  let open: ServedVendors;
  beforeAll(async () => {
    open = await serveVendors(0, [vendor], () => 5);
  });
  afterAll(() => open.close());
  const at = (host: string) => open.served.find((each) => each.host === host)?.address ?? '';

  it('answer for each of their hosts at an address of its own, on this machine alone', () => {
    expect(open.served.map(({ host }) => host)).toEqual([
      'api.bank.example',
      'example.shops.example',
    ]);
    expect(new Set(open.served.map(({ address }) => address)).size).toBe(2);
    for (const { address } of open.served) expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(open.keys).toEqual([['api.bank.example', { key: 'k-1' }]]);
  });

  it('hear a request as the script would send it, and answer as they would answer it', async () => {
    const response = await fetch(`${at('example.shops.example')}/admin/x?a=1`, {
      method: 'POST',
      headers: { 'X-Key': 'k' },
      body: 'a=ắ',
    });
    expect(heard.pop()).toMatchObject({
      method: 'post',
      url: 'https://example.shops.example/admin/x?a=1',
      headers: { 'x-key': 'k' },
      body: 'a=ắ',
    });
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('7');
    expect(await response.text()).toBe('{"ok":"ắ"}');
  });

  it('break the connection where it breaks', async () => {
    await expect(fetch(`${at('api.bank.example')}/broken`)).rejects.toThrow();
  });
});
