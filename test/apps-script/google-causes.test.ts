import { describe, expect, it } from 'vitest';
import { type LastingCause, lastingCauses } from '../../src/app/ports/lasting-cause.ts';
import { causeOf } from '../../src/apps-script/google-causes.ts';
import { manifest, openBeyondDesk } from '../kit/workbench/beyond-desk.ts';
import { bundleScript } from '../kit/workbench/book-desk.ts';

/**
 * What Google's services throw. Those from github.com/RomainVialard/ErrorHandler were collected from
 * running scripts, in many languages; the others are quoted in public issues.
 */
const said: readonly (readonly [string, LastingCause | null])[] = [
  [
    'You have exceeded the property storage quota. Please remove some properties and try again.',
    'notesFull',
  ],
  ['Service invoked too many times for one day: properties.', 'callsOfDay'],
  ['Service invoked too many times for one day: graphite property writes.', 'callsOfDay'],
  ['Dịch vụ bị gọi quá nhiều lần trong một ngày: email.', 'callsOfDay'],
  ['Service using too much computer time for one day', 'timeOfDay'],
  [
    'Authorization is required to perform that action. Please run the script again to authorize it.',
    'notAllowed',
  ],
  [
    'Cần được cho phép để thực hiện tác vụ đó. Hãy chạy lại tập lệnh để cho phép tác vụ.',
    'notAllowed',
  ],
  [
    'Specified permissions are not sufficient to call ScriptApp.newTrigger. Required permissions: https://www.googleapis.com/auth/script.scriptapp',
    'notAllowed',
  ],
  [
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    'protectedCell',
  ],
  [
    'The data you entered in cell B2 violates the data validation rules set on this cell.',
    'validatedCell',
  ],
  [
    'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    'tooManyCells',
  ],
  ['Hành động này sẽ tăng số ô trong bảng tính lên trên giới hạn 10.000.000 ô.', 'tooManyCells'],
  ['You do not have permission to edit this spreadsheet.', 'readOnly'],
  // What passes, or what nobody knows, has no cause that lasts.
  ["We're sorry, a server error occurred. Please wait a bit and try again.", null],
  ['Xin lỗi bạn, máy chủ đã gặp lỗi. Vui lòng chờ một lát và thử lại.', null],
  ['Service error: Spreadsheets', null],
  ['There are too many LockService operations against the same script.', null],
  ['Exceeded maximum execution time', null],
  ['The coordinates of the range are outside the dimensions of the sheet.', null],
];

describe('why Google refuses', () => {
  it.each(said)('«%s» is %s', (message, cause) => {
    expect(causeOf(new Error(message))).toBe(cause);
    expect(causeOf(`Exception: ${message}`)).toBe(cause);
  });

  it('is tried out for every cause that lasts', () => {
    const tried = new Set(said.map(([, cause]) => cause));
    expect(lastingCauses.filter((cause) => !tried.has(cause))).toEqual(['settingsFull']);
  });
});

describe('a store that is full', () => {
  const entry = `
import { googleSpreadsheet } from './src/apps-script/google-book.ts';
import { causeOf } from './src/apps-script/google-causes.ts';
import { googleHost } from './src/apps-script/google-host.ts';
export function fill(user) {
  const keep = user ? googleHost.remember : googleSpreadsheet.keepNote;
  for (let at = 0; at < 80; at += 1) {
    try { keep('n' + at, 'ệ'.repeat(3000)); }
    catch (error) { return [at, googleHost.causeOf(error)]; }
  }
  return 'never';
}
export function long() {
  try { googleSpreadsheet.keepNote('long', 'x'.repeat(20000)); return 'kept'; }
  catch (error) { return causeOf(error); }
}
export function kept() { return googleSpreadsheet.note('n0')?.length ?? 0; }
`;

  it('is known as full, whatever the language; what stood there stays', async () => {
    const open = await openBeyondDesk(manifest, await bundleScript(entry));
    try {
      const [at, cause] = await open.run<[number, string]>('fill', [false]);
      expect(cause).toBe('notesFull');
      expect(at).toBeGreaterThan(50);
      expect(await open.run('kept')).toBe(3000);
      expect((await open.run<[number, string]>('fill', [true]))[1]).toBe('settingsFull');
    } finally {
      open.desk.dispose();
    }
  });

  it('is not what a single text is that is too long', async () => {
    const open = await openBeyondDesk(manifest, await bundleScript(entry));
    try {
      expect(await open.run('long')).toBeNull();
    } finally {
      open.desk.dispose();
    }
  });
});
