import type { Clock } from '../app/ports/services.ts';
import { assumed } from '../platform/index.ts';
import { lacks } from './google-permissions.ts';

type Trigger = GoogleAppsScript.Script.Trigger;

/** What the hourly clock calls; `main.ts` hands Google a function of this name. */
export const clockHandler = 'onTick';

/** Google allows a user so many triggers of one script, over all their files. */
const mostTriggers = assumed('triggers-a-user');
/** Google says it in the user's language; the count below stands in for the other ones. */
const tooMany = /too many|quá nhiều/i;

/**
 * The hourly clock of this user in this spreadsheet. Others' clocks are not seen, and not ours to
 * touch; nor is one that Google has switched off counted as standing, where it lets us know.
 */
export const googleClock: Clock = {
  stands: () => {
    try {
      return ownClocks().some(ticks);
    } catch {
      // Who has not allowed us to have a clock has none.
      return false;
    }
  },
  start: () => {
    const clocks = ownClocks();
    if (clocks.some(ticks)) return 'stood';
    // There is room for one clock per user and file, and one that is switched off takes it up.
    for (const clock of clocks) ScriptApp.deleteTrigger(clock);
    try {
      ScriptApp.newTrigger(clockHandler).timeBased().everyHours(1).create();
    } catch (error) {
      if (tooMany.test(String(error)) || ScriptApp.getProjectTriggers().length >= mostTriggers) {
        return 'full';
      }
      throw error;
    }
    return 'started';
  },
  stop: () => {
    // Who has not allowed us to have a clock has none.
    if (lacks(['clock']).length > 0) return;
    for (const clock of ownClocks()) ScriptApp.deleteTrigger(clock);
  },
};

const ownClocks = (): Trigger[] =>
  ScriptApp.getUserTriggers(SpreadsheetApp.getActiveSpreadsheet()).filter(
    (trigger) => trigger.getHandlerFunction() === clockHandler,
  );

/** Not every version of the service says whether a trigger is switched off. */
function ticks(trigger: Trigger): boolean {
  const { isDisabled } = trigger as Trigger & { isDisabled?: () => boolean };
  return typeof isDisabled !== 'function' || !isDisabled.call(trigger);
}
