import { callService, standIn } from './wire.ts';

const userOf = (method: string) => (): GoogleAppsScript.Base.User =>
  standIn('User', {
    getEmail: () => callService<string>(method),
  } satisfies Partial<GoogleAppsScript.Base.User>) as GoogleAppsScript.Base.User;

/**
 * Google's `Session`: locale and time zone; who sits at the keyboard only where Google says it, whose
 * script it is always.
 */
export const session = standIn('Session', {
  getActiveUser: userOf('Session.getActiveUser'),
  getEffectiveUser: userOf('Session.getEffectiveUser'),
  getActiveUserLocale: () => callService<string>('Session.getActiveUserLocale'),
  getScriptTimeZone: () => callService<string>('Session.getScriptTimeZone'),
} satisfies Partial<GoogleAppsScript.Base.Session>);

/** Google's `Utilities`, as much of it as needs no network. */
export const utilities = standIn('Utilities', {
  formatDate: (date: GoogleAppsScript.Base.Date, timeZone: string, format: string) =>
    callService<string>('Utilities.formatDate', date, timeZone, format),
  sleep: (milliseconds: number) => {
    callService('Utilities.sleep', milliseconds);
  },
  getUuid: () => callService<string>('Utilities.getUuid'),
} satisfies Partial<GoogleAppsScript.Utilities.Utilities>);

const log =
  (level: string) =>
  (...parts: unknown[]) => {
    callService('Log.write', level, parts.map(readable).join(' '));
  };

const readable = (part: unknown): string => {
  if (typeof part === 'string') return part;
  if (part instanceof Error) return part.stack ?? part.message;
  return JSON.stringify(part) ?? String(part);
};

let logged = '';

export const logger = standIn('Logger', {
  log: (...parts: unknown[]) => {
    logged += `${parts.map(readable).join(' ')}\n`;
    log('info')(...parts);
  },
  getLog: () => logged,
  clear: () => {
    logged = '';
  },
});

export const scriptConsole = {
  log: log('info'),
  info: log('info'),
  warn: log('warn'),
  error: log('error'),
};
