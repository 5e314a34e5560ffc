import { expect, it } from 'vitest';
import { unforeseen } from '../../kit/desk/answers.ts';
import { Killed } from '../../kit/desk/fake-book.ts';
import { dataRows, day, refreshed } from '../../kit/desk/fed-desk.ts';
import { connectHub, type HubDesk, hubDesk, plannedHubDesk } from '../../kit/desk/hub-desk.ts';
import { difference } from '../../kit/run/kill-points.ts';
import { sweep } from '../../kit/run/sweep.ts';

const minute = 60_000;
const points = sweep(12, 1_000);

const copyOf = ({ book, host, outside }: HubDesk): HubDesk => {
  const copy = hubDesk(book.copy());
  for (const [key, value] of host.notes) copy.host.notes.set(key, value);
  copy.outside.now = outside.now;
  return copy;
};

const picture = ({ book }: HubDesk): string =>
  JSON.stringify(dataRows(book).map((row) => row && { ...row, freshness: '' }));

it.each([
  ['the first time', 0],
  ['a day later', 1],
] as const)(
  'a refresh of HubSpot that is ended at any call is finished by the next: %s',
  (_, days) => {
    const desk = plannedHubDesk();
    connectHub(desk, 'source');
    if (days > 0) refreshed(desk);
    desk.outside.now += days * day;
    const whole = copyOf(desk);
    refreshed(whole);
    const expected = picture(whole);
    const calls = whole.book.calls.length;
    expect(calls).toBeGreaterThan(20);
    const stride = Math.max(1, Math.floor(calls / points));
    let killed = 0;
    for (let at = 1; at <= calls; at += stride) {
      const copy = copyOf(desk);
      copy.book.killAt(at, at % 2 === 0 ? 'before' : 'after');
      try {
        refreshed(copy);
      } catch (error) {
        if (
          !(error instanceof Killed) &&
          !copy.host.reported.some((each) => each instanceof Killed)
        )
          throw error;
        killed += 1;
      }
      copy.book.revive();
      // What a killed run has taken it keeps for a while.
      copy.outside.now += 10 * minute;
      refreshed(copy);
      expect(difference(expected, picture(copy)), `${at} of ${calls}`).toBe('');
    }
    expect(killed).toBeGreaterThan(3);
    unforeseen.splice(0);
  },
);
