import type { ServiceContext } from '../context.ts';
import { ownAddress } from '../external.ts';
import { fetchServices } from '../fetch.ts';
import type { RunHooks } from '../run-hooks.ts';
import type { ClockTrigger } from '../triggers.ts';
import type { ServiceCalls } from './services.ts';

const mailsPerDay = 100;
const address = /^[^\s@]+@[^\s@]+$/;

/** A trigger as scripts see it. */
export interface TriggerSent {
  readonly id: string;
  readonly handler: string;
  readonly disabled: boolean;
}

/** Other hosts, triggers, mail, and who the user is. */
export function externalServices(context: ServiceContext, hooks: RunHooks): ServiceCalls {
  const { external } = context;
  const { triggers, grants, outbox } = external;
  const me = () => context.user() || ownAddress;
  const mine = () => triggers.list(context.user()).map(sentTrigger);
  /** A token says to whoever is asked with it what it does not allow. */
  const tokenOf = (user: string): string => {
    if (grants.complete(user)) return `ya29.${me()}`;
    const given = grants.given(user);
    const lacks = (external.manifest.oauthScopes ?? []).filter((each) => !given.includes(each));
    return given.length === 0 ? '' : `ya29.${me()};without=${lacks.join(',')}`;
  };
  return {
    ...fetchServices(context, hooks),
    'ScriptApp.getOAuthToken': () => tokenOf(context.user()),
    'ScriptApp.getAuthorizationInfo': () => ({
      complete: grants.complete(context.user()),
      given: grants.given(context.user()),
    }),
    'ScriptApp.newTrigger': (handler: string, everyMs: number) =>
      sentTrigger(triggers.create(context.user(), handler, everyMs, context.now())),
    'ScriptApp.getUserTriggers': mine,
    'ScriptApp.getProjectTriggers': mine,
    'ScriptApp.deleteTrigger': (id: string) => triggers.delete(context.user(), id),
    'MailApp.getRemainingDailyQuota': () =>
      external.left(context.user(), 'mail', mailsPerDay, context.now()),
    'MailApp.sendEmail': (to: string, subject: string, body: string) => {
      if (!address.test(to)) throw new Error(`Invalid email: ${to}`);
      const atMs = context.now();
      if (!external.spend(context.user(), 'mail', 1, mailsPerDay, atMs)) {
        throw new Error('Service invoked too many times for one day: email.');
      }
      outbox.push({ atMs, from: me(), to, subject, body });
      external.changed();
    },
    'Session.getActiveUser': context.user,
    'Session.getEffectiveUser': me,
  };
}

const sentTrigger = ({ id, handler, disabled }: ClockTrigger): TriggerSent => ({
  id,
  handler,
  disabled,
});
