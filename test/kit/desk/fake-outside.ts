import type { Permission, Services, SignedRequest } from '../../../src/app/ports/services.ts';
import type { HttpResponse } from '../../../src/sources/source.ts';

const dayMs = 86_400_000;
const dayZero = Date.UTC(1899, 11, 30);

/** A world beyond the spreadsheet that knows one time zone and answers as it is told. */
export interface FakeOutside extends Services {
  now: number;
  /** `false`: everything was taken back. */
  granted: boolean;
  /** What the user left unticked. */
  readonly unticked: Set<Permission>;
  full: boolean;
  fileId: string;
  stood: boolean;
  readonly sent: SignedRequest[];
  readonly mails: { readonly subject: string; readonly text: string }[];
  answer: (request: SignedRequest) => HttpResponse;
}

export function fakeOutside(now = Date.UTC(2026, 10, 22, 3)): FakeOutside {
  const outside: FakeOutside = {
    now,
    granted: true,
    unticked: new Set(),
    full: false,
    fileId: 'f1',
    stood: false,
    sent: [],
    mails: [],
    answer: () => ({ status: 0, headers: {}, body: '' }),
    send: (requests) =>
      requests.map((request) => {
        outside.sent.push(request);
        return outside.answer(request);
      }),
    nowMs: () => outside.now,
    wait: (ms) => {
      outside.now += ms;
    },
    file: () => {
      if (outside.lacks(['sheet']).length > 0)
        throw new Error('Not allowed: getActiveSpreadsheet.');
      const link = `https://docs.google.com/spreadsheets/d/${outside.fileId}/edit`;
      return { id: outside.fileId, title: 'KPI 2026', link };
    },
    zone: () => 'Asia/Ho_Chi_Minh',
    dayIn: (_zone, ms) => Math.floor((ms - dayZero) / dayMs),
    momentIn: (_zone, ms) => new Date(ms).toISOString().slice(0, 16).replace('T', ' '),
    hourIn: (_zone, ms) => {
      const date = new Date(ms);
      return { hour: date.getUTCHours(), weekday: date.getUTCDay() || 7 };
    },
    lacks: (needed) => needed.filter((each) => !outside.granted || outside.unticked.has(each)),
    consentUrl: () => 'https://script.google.com/consent',
    mail: (subject, text) => {
      if (outside.lacks(['mail', 'address']).length > 0) return false;
      outside.mails.push({ subject, text });
      return true;
    },
    clock: {
      stands: () => outside.stood,
      start: () => {
        if (outside.unticked.has('clock')) throw new Error('Not allowed: newTrigger.');
        if (outside.stood) return 'stood';
        if (outside.full) return 'full';
        outside.stood = true;
        return 'started';
      },
      stop: () => {
        outside.stood = false;
      },
    },
  };
  return outside;
}
