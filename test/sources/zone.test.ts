import { expect, it } from 'vitest';
import { zoneName } from '../../src/sources/zone.ts';

it('knows a time zone by either of its names', () => {
  expect(zoneName('Asia/Ho_Chi_Minh')).toBe(zoneName('Asia/Saigon'));
  expect(zoneName('Europe/Kyiv')).toBe(zoneName('Europe/Kiev'));
  expect(zoneName('Asia/Bangkok')).not.toBe(zoneName('Asia/Saigon'));
});

it('leaves a name that nobody knows as it is', () => {
  expect(zoneName('Mars/Olympus')).toBe('Mars/Olympus');
});
