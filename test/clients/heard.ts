import { type ServedVendors, serveVendors } from '../../src/workbench/vendors/serve.ts';
import type { Vendor, VendorRequest, VendorResponse } from '../../src/workbench/vendors/vendor.ts';

/** A played system behind HTTP, with all that came to it and was answered, the last one last. */
export interface Heard {
  readonly calls: readonly Call[];
  last(): Call;
  at(host: string): string;
  close(): Promise<void>;
}

interface Call {
  readonly request: VendorRequest;
  readonly response: VendorResponse;
}

/**
 * Each request finds it a second later than the one before: no limit makes a client wait. Where an
 * answer names a host of the system, it names where that is served: a client that is told of another
 * address goes there, and that would be the vendor's own.
 */
export async function heard(vendor: Vendor, nowMs: number): Promise<Heard> {
  const calls: Call[] = [];
  const recording: Vendor = {
    ...vendor,
    answer(request, ms) {
      const answered = vendor.answer(request, ms);
      const response = { ...answered, body: places.reduce(placed, answered.body) };
      calls.push({ request, response });
      return response;
    },
  };
  let clock = nowMs;
  let places: ServedVendors['served'] = [];
  const { served, close } = await serveVendors(0, [recording], () => {
    clock += 1000;
    return clock;
  });
  places = served;
  return {
    calls,
    last() {
      const call = calls.at(-1);
      if (!call) throw new Error('Nothing has been asked.');
      return call;
    },
    at: (host) => served.find((each) => each.host === host)?.address ?? '',
    close,
  };
}

const placed = (body: string, { host, address }: ServedVendors['served'][number]): string =>
  body.replaceAll(`"https://${host}"`, `"${address}"`);
