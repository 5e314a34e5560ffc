import type { VendorRequest } from '../vendor.ts';

/**
 * What was sent to the accounts server: as a form, in the address, or in parts with a boundary, as
 * Zoho's own clients send it.
 */
export function formOf(
  { headers, body }: VendorRequest,
  address: URLSearchParams,
): Readonly<Record<string, string>> {
  const found: Record<string, string> = Object.fromEntries(address);
  const type = headers['content-type'] ?? '';
  const [, boundary] = /^multipart\/form-data;.*?boundary="?([^";]+)/i.exec(type) ?? [];
  if (boundary === undefined) return { ...found, ...Object.fromEntries(new URLSearchParams(body)) };
  for (const part of body.split(`--${boundary}`)) {
    const [, name, value] =
      /name="([^"]+)"[^\r\n]*\r?\n(?:[^\r\n]+\r?\n)*\r?\n([\s\S]*?)\r?\n$/.exec(part) ?? [];
    if (name !== undefined) found[name] = value ?? '';
  }
  return found;
}
