import { assumed } from '../../../platform/index.ts';
import { sentences } from '../assumptions.ts';
import type { TriggerSent } from '../services/external-services.ts';
import { callService, mode, standIn } from './wire.ts';

type Google = GoogleAppsScript.Script.ScriptApp;
type Trigger = GoogleAppsScript.Script.Trigger;
type ClockBuilder = GoogleAppsScript.Script.ClockTriggerBuilder;

const hourMs = 3_600_000;
const hoursOfDay = 24;

const byName = <K extends string>(...names: K[]): Record<K, K> =>
  Object.fromEntries(names.map((name) => [name, name])) as Record<K, K>;

/** Asked in any other mode than the one of menus, panels and triggers, it refuses. */
function ask<T>(method: string, ...args: unknown[]): T {
  if (mode !== 'FULL') throw new Error(sentences.noPermission(`ScriptApp.${method}`));
  return callService<T>(`ScriptApp.${method}`, ...args);
}

const AuthorizationStatus = byName('REQUIRED', 'NOT_REQUIRED');

/** Google's `ScriptApp`: the user's clocks, and what the user has allowed. */
export const scriptApp = standIn('ScriptApp', {
  AuthMode: byName('NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL'),
  AuthorizationStatus,
  getAuthorizationInfo: () => {
    const { complete, given } = callService<{
      readonly complete: boolean;
      readonly given: readonly string[];
    }>('ScriptApp.getAuthorizationInfo');
    return standIn('AuthorizationInfo', {
      getAuthorizationStatus: () =>
        complete ? AuthorizationStatus.NOT_REQUIRED : AuthorizationStatus.REQUIRED,
      getAuthorizedScopes: assumed('authorized-scopes') ? () => [...given] : undefined,
      getAuthorizationUrl: () =>
        complete ? null : 'https://script.google.com/macros/d/workbench/authorize',
    });
  },
  getOAuthToken: () => ask<string>('getOAuthToken'),
  newTrigger: (handler: string) =>
    standIn('TriggerBuilder', { timeBased: () => clockBuilder(handler) }),
  getUserTriggers: () => ask<TriggerSent[]>('getUserTriggers').map(triggerOf),
  getProjectTriggers: () => ask<TriggerSent[]>('getProjectTriggers').map(triggerOf),
  deleteTrigger: (trigger: Trigger) => {
    ask('deleteTrigger', trigger.getUniqueId());
  },
} satisfies Partial<Record<keyof Google, unknown>>);

function clockBuilder(handler: string): ClockBuilder {
  let everyMs = 0;
  const every = (ms: number) => {
    everyMs = ms;
    return self;
  };
  const builder: Pick<ClockBuilder, 'everyMinutes' | 'everyHours' | 'everyDays' | 'create'> = {
    everyMinutes: (n) => every((n * hourMs) / 60),
    everyHours: (n) => every(n * hourMs),
    everyDays: (n) => every(n * hoursOfDay * hourMs),
    create: () => triggerOf(ask<TriggerSent>('newTrigger', handler, everyMs)),
  };
  const self = standIn('ClockTriggerBuilder', builder) as ClockBuilder;
  return self;
}

/** Whether it is switched off not every version of the service says. */
const triggerOf = ({ id, handler, disabled }: TriggerSent): Trigger =>
  standIn('Trigger', {
    getUniqueId: () => id,
    getHandlerFunction: () => handler,
    isDisabled: assumed('trigger-is-disabled') ? () => disabled : undefined,
  } satisfies Partial<Trigger> & { isDisabled: unknown }) as unknown as Trigger;
