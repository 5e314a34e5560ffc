import type { World } from '../context.ts';
import { ownAddress } from '../external.ts';
import { fetchServices } from '../fetch.ts';
import type { RunHooks } from '../run-hooks.ts';
import type { ClockTrigger } from '../triggers.ts';
import type { Services } from './services.ts';

const mailsPerDay = 100;
const address = /^[^\s@]+@[^\s@]+$/;

/** A trigger as scripts see it. */
export interface TriggerSent {
  readonly id: string;
  readonly handler: string;
  readonly disabled: boolean;
}

/** Other hosts, triggers, mail, and who the user is. */
export function beyondServices(world: World, hooks: RunHooks): Services {
  const { beyond } = world;
  const { triggers, grants, outbox } = beyond;
  const me = () => world.user() || ownAddress;
  const mine = () => triggers.list(world.user()).map(sentTrigger);
  return {
    ...fetchServices(world, hooks),
    'ScriptApp.getOAuthToken': () => (grants.complete(world.user()) ? `ya29.${me()}` : ''),
    'ScriptApp.getAuthorizationInfo': () => grants.complete(world.user()),
    'ScriptApp.newTrigger': (handler: string, everyMs: number) =>
      sentTrigger(triggers.create(world.user(), handler, everyMs, world.now())),
    'ScriptApp.getUserTriggers': mine,
    'ScriptApp.getProjectTriggers': mine,
    'ScriptApp.deleteTrigger': (id: string) => triggers.delete(world.user(), id),
    'MailApp.getRemainingDailyQuota': () =>
      beyond.left(world.user(), 'mail', mailsPerDay, world.now()),
    'MailApp.sendEmail': (to: string, subject: string, body: string) => {
      if (!address.test(to)) throw new Error(`Invalid email: ${to}`);
      const atMs = world.now();
      if (!beyond.spend(world.user(), 'mail', 1, mailsPerDay, atMs)) {
        throw new Error('Service invoked too many times for one day: email.');
      }
      outbox.push({ atMs, from: me(), to, subject, body });
      beyond.changed();
    },
    'Session.getActiveUser': world.user,
    'Session.getEffectiveUser': me,
  };
}

const sentTrigger = ({ id, handler, disabled }: ClockTrigger): TriggerSent => ({
  id,
  handler,
  disabled,
});
