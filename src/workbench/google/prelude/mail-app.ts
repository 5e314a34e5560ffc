import { callService, standIn } from './wire.ts';

/** Google's `MailApp`: plain texts. */
export const mailApp = standIn('MailApp', {
  getRemainingDailyQuota: () => callService<number>('MailApp.getRemainingDailyQuota'),
  sendEmail: (to: string, subject: string, body: string) => {
    callService('MailApp.sendEmail', String(to), String(subject), String(body));
  },
} satisfies Partial<Record<keyof GoogleAppsScript.Mail.MailApp, unknown>>);
