import { beforeEach, describe, expect, it } from 'vitest';
import { runSchedule } from '../../../src/app/schedule/run-schedule.ts';
import { ok, unforeseen } from '../../kit/desk/answers.ts';
import type { FakeDesk } from '../../kit/desk/fake-desk.ts';
import { fakeHost } from '../../kit/desk/fake-host.ts';
import { day, fedDesk, hour, noon } from '../../kit/desk/fed-desk.ts';
import { error, scriptedGa4 } from '../../kit/desk/scripted-ga4.ts';

beforeEach(() => {
  unforeseen.length = 0;
});

const daily = (at: number) => ({ every: 'day', hour: at, weekday: 1, mail: true }) as const;
const noPermission = () => error(403, 'PERMISSION_DENIED', 'The caller does not have permission');
const noSuchField = () => error(400, 'INVALID_ARGUMENT', 'Field x is not a valid metric.');
const busy = () => error(503, 'UNAVAILABLE', 'Busy.');

/** A clock that comes by each hour at a minute, for some days; when mails left, as the fake zone (UTC) has it. */
function clockFor(desk: FakeDesk, days: number, minute = 53, parts = desk.parts): string[] {
  const { outside } = desk;
  const end = outside.now + days * day;
  let known = outside.mails.length;
  const left: string[] = [];
  outside.now = Math.floor(outside.now / hour) * hour + minute * 60_000;
  for (; outside.now < end; outside.now += hour) {
    runSchedule(parts);
    if (outside.mails.length > known) left.push(new Date(outside.now).toISOString().slice(5, 16));
    known = outside.mails.length;
  }
  return left;
}

function scheduled(schedule: Parameters<FakeDesk['panel']['setSchedule']>[0]): FakeDesk {
  const desk = fedDesk();
  ok(desk.panel.setSchedule(schedule));
  return desk;
}

describe('a failure that needs somebody', () => {
  it('is mailed once, at the hour of the schedule, however often the clock tries again', () => {
    const desk = scheduled(daily(7));
    desk.outside.answer = noPermission;
    expect(clockFor(desk, 4)).toEqual(['02-14T07:53']);
  });

  it.each([0, 7, 23])(
    'comes at that hour whatever it is and whenever the clock comes by: %d',
    (at) => {
      for (const minute of [0, 53]) {
        const desk = scheduled(daily(at));
        desk.outside.answer = noPermission;
        const mails = clockFor(desk, 3, minute);
        expect(mails.map((text) => Number(text.slice(6, 8)))).toEqual([at]);
      }
    },
  );

  it.each(['en', 'vi'] as const)(
    'names the file and its address, as plain text, in %s',
    (language) => {
      const desk = scheduled(daily(7));
      desk.host.user = language;
      desk.outside.answer = noPermission;
      clockFor(desk, 2);
      const [mail] = desk.outside.mails;
      expect(mail?.subject).toContain('KPI 2026');
      const lines = mail?.text.split('\n') ?? [];
      expect(lines).toContain('https://docs.google.com/spreadsheets/d/f1/edit');
      expect(lines.some((line) => line.includes('“KPI 2026”'))).toBe(true);
      expect(lines.some((line) => line.startsWith('Lan – Google Analytics · Shop VN: '))).toBe(
        true,
      );
      expect(mail?.text).not.toMatch(/<\w|undefined|null|!/);
    },
  );

  it('is mailed again only when it is another one, and not for what has got better', () => {
    const desk = scheduled(daily(7));
    desk.outside.answer = noPermission;
    expect(clockFor(desk, 2)).toHaveLength(1);
    desk.outside.answer = noSuchField;
    expect(clockFor(desk, 2)).toEqual(['02-16T07:53']);
    desk.outside.answer = scriptedGa4({});
    expect(clockFor(desk, 3)).toEqual([]);
    desk.outside.answer = noSuchField;
    expect(clockFor(desk, 3)).toHaveLength(1);
    expect(unforeseen).toEqual([]);
  });

  it('is not another one where only a number in what the system says differs', () => {
    const desk = scheduled(daily(7));
    let times = 0;
    desk.outside.answer = () => {
      times += 1;
      return error(403, 'X', `Odd request ${times}.`);
    };
    expect(clockFor(desk, 4)).toHaveLength(1);
  });

  it('is told of each file', () => {
    const desk = scheduled(daily(7));
    desk.outside.answer = noPermission;
    clockFor(desk, 2);
    const other = fedDesk();
    ok(other.panel.setSchedule(daily(7)));
    for (const [key, value] of desk.host.notes) other.host.notes.set(key, value);
    other.outside.fileId = 'f2';
    other.outside.answer = noPermission;
    expect(clockFor(other, 3)).toHaveLength(1);
    expect(other.outside.mails[0]?.text).toContain('/d/f2/');
  });

  it('is told to each whose clock meets it, once, although another’s clock fetches well', () => {
    const desk = scheduled(daily(7));
    const minh = fakeHost({ Notes: [] });
    const his = { ...desk.parts, host: minh };
    const mails: string[] = [];
    for (let hours = 0; hours < 96; hours += 1) {
      for (const [minutes, parts, answer] of [
        [10, his, noPermission],
        [40, desk.parts, scriptedGa4({})],
      ] as const) {
        desk.outside.now = noon + hours * hour + minutes * 60_000;
        desk.outside.answer = answer;
        const before = desk.outside.mails.length;
        runSchedule(parts);
        if (desk.outside.mails.length > before) mails.push(`${parts === his} ${minutes}`);
      }
    }
    expect(mails).toEqual(['true 10']);
  });

  it('that could not be mailed is mailed the next time, at the hour', () => {
    const desk = scheduled(daily(7));
    desk.outside.answer = noPermission;
    desk.outside.unticked.add('mail');
    expect(clockFor(desk, 2)).toEqual([]);
    desk.outside.unticked.delete('mail');
    expect(clockFor(desk, 2)).toEqual(['02-16T07:53']);
  });

  it('is not mailed where it goes away by itself, or where nobody wants mails', () => {
    const passing = scheduled(daily(7));
    passing.outside.answer = busy;
    expect(clockFor(passing, 3)).toEqual([]);
    const quiet = scheduled({ ...daily(7), mail: false });
    quiet.outside.answer = noPermission;
    expect(clockFor(quiet, 3)).toEqual([]);
  });

  it('comes at most once a day where every hour is chosen', () => {
    const desk = scheduled({ ...daily(7), every: 'hour' });
    // Another failure every hour, however often a run asks.
    desk.outside.answer = () =>
      Math.floor(desk.outside.now / hour) % 2 === 0 ? noSuchField() : noPermission();
    const moments = clockFor(desk, 3).map((text) => Date.parse(`2027-${text}Z`));
    expect(moments.length).toBeGreaterThan(1);
    const apart = moments.slice(1).map((ms, at) => ms - (moments[at] ?? 0));
    expect(Math.min(...apart)).toBeGreaterThanOrEqual(23 * hour);
  });
});

describe('a clock that may not open the spreadsheet any more', () => {
  it('says so once, at the hour, and again when it was allowed and lost again', () => {
    const desk = scheduled(daily(7));
    desk.outside.unticked.add('sheet');
    expect(clockFor(desk, 4)).toEqual(['02-14T07:53']);
    expect(desk.outside.mails[0]?.text).toContain('không còn được phép mở bảng tính');
    desk.outside.unticked.clear();
    expect(clockFor(desk, 2)).toEqual([]);
    desk.outside.unticked.add('sheet');
    expect(clockFor(desk, 2)).toHaveLength(1);
  });
});
