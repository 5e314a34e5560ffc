/** What the workbench's page says of the world beyond the spreadsheet, in English. */
export const beyondEn = {
  clock: 'Clock',
  today: (day: string) => `Today: ${day}`,
  now: (moment: string) => `It is ${moment} now.`,
  noTriggers: 'Nothing runs by itself yet',
  trigger: (handler: string, next: string) => `${handler} · next ${next}`,
  triggerOff: (handler: string) => `${handler} · switched off`,
  /** Whose clock it is, and what came of its last run. */
  triggerOf: (user: string) => `of ${user}`,
  you: 'you',
  lastRun: (moment: string) => `last ran ${moment}`,
  lastFailed: (moment: string, error: string) => `failed ${moment}: ${error}`,
  runNow: 'Run now',
  hour: 'Advance one hour',
  day: 'Advance one day',
  advancing: 'Putting the clock forward…',
  outbox: 'Outbox',
  noMail: 'No mail has left',
  mail: (to: string, moment: string) => `To ${to} · ${moment}`,
  faults: 'Faults',
  noVendors: 'No outside system answers here',
  fault: {
    quotaHour: 'Quota of the hour is spent',
    quotaDay: 'Quota of the day is spent',
    noPermission: 'Permission for the property is lost',
    signedOut: 'The sign-in no longer counts',
    apiOff: 'The API is switched off',
    propertyGone: 'The property is deleted',
    slow: 'Answers take 40 seconds',
    busy: 'Every second request is refused as busy',
    broken: 'Connections break',
    halfAnswer: 'Answers come by half',
  },
};

export type BeyondWords = typeof beyondEn;
