import { call, standIn } from './wire.ts';

/** Google's `MailApp`: plain texts. */
export const mailApp = standIn('MailApp', {
  getRemainingDailyQuota: () => call<number>('MailApp.getRemainingDailyQuota'),
  sendEmail: (to: string, subject: string, body: string) => {
    call('MailApp.sendEmail', String(to), String(subject), String(body));
  },
} satisfies Partial<Record<keyof GoogleAppsScript.Mail.MailApp, unknown>>);
