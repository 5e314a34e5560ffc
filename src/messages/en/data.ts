/** What the add-on says about data that flows in, in English. */
export const dataEn = {
  /** What failed, and what to do about it. `where` is the property or tab; `detail` what it is about. */
  troubles: {
    nearQuota: {
      what: (where: string) =>
        `${where}: hardly any questions are left this hour; the rest is kept for other reports.`,
      way: 'Try again later. If a schedule is set, the numbers come by themselves.',
    },
    noAnswer: {
      what: (where: string, detail: string) =>
        detail
          ? `${where}: no answer came. Google said: “${detail}”.`
          : `${where}: no answer came.`,
      way: 'Try again later. If a schedule is set, the numbers come by themselves.',
    },
    timedOut: {
      what: (where: string) =>
        `${where}: no answer came within the time that Google waits for one.`,
      way: 'Try again later. If a schedule is set, the numbers come by themselves.',
    },
    unreachable: {
      what: (where: string) => `${where}: Google’s servers could not connect to it.`,
      way: 'Try again later. If a schedule is set, the numbers come by themselves.',
    },
    fetchDay: {
      what: (where: string) =>
        `${where}: your Google account has used up the requests that add-ons and scripts may send in a day.`,
      way: 'They are back within 24 hours; it is tried each hour. Another add-on or script of yours may be the one that uses them.',
    },
    bandwidth: {
      what: (where: string) =>
        `${where}: your Google account sends or receives too much at the moment through add-ons and scripts.`,
      way: 'Try again in some minutes. If a schedule is set, the numbers come by themselves.',
    },
    fetchNotAllowed: {
      what: (where: string) =>
        `${where}: the permission to connect to an external service has not been given to the add-on.`,
      way: 'Allow it on the data page: in Google’s window, tick the box for external services.',
    },
    scopeMissing: {
      what: (where: string) =>
        `${where}: the permission to read it has not been given to the add-on.`,
      way: 'Allow it on the data page: in Google’s window, tick the box for it.',
    },
    dayTooLong: {
      what: (where: string) =>
        `${where}: a single day has more data than can be fetched in one go.`,
      way: 'Choose fewer inputs from it, or a split with fewer values.',
    },
    halfAnswer: {
      what: (where: string) => `${where}: only half an answer came; it was not used.`,
      way: 'Try again later. If a schedule is set, the numbers come by themselves. If it stays, choose the metric again.',
    },
    lostEmpty: {
      what: (where: string, detail: string) =>
        `${where}: nothing came for ${detail}, though it is not said that nothing happened. From there on the number stays blank.`,
      way: 'It is asked for again every week. To ask now, choose “Fetch the whole quarter again”. If it stays, choose another metric.',
    },
    lostUnreadable: {
      what: (where: string, detail: string) =>
        `${where}: the answer for ${detail} was damaged. From there on the number stays blank; all else came.`,
      way: 'It is asked for again every week. To ask now, choose “Fetch the whole quarter again”.',
    },
    lostOther: {
      what: (where: string, detail: string) =>
        `${where}: rare values were put together as “(other)”, so ${detail} may be too small. From there on the number stays blank.`,
      way: 'Choose a condition with fewer values, such as the channel instead of the page, or take the number without a condition.',
    },
    tooManySegments: {
      what: (where: string, detail: string) =>
        `${where}: told apart by ${detail}, there are more than 50,000 rows for the quarter. The totals are in, not told apart.`,
      way: 'Choose a split with fewer values, such as the channel instead of the campaign, or add a condition.',
    },
    computing: {
      what: (where: string, detail: string) =>
        `${where}: Google is still computing cell ${detail}, so the table was not used by half.`,
      way: 'Open the sheet and wait until the cell shows a value, then refresh. If a schedule is set, the numbers come by themselves.',
    },
    webPage: {
      what: (where: string, detail: string) =>
        detail
          ? `${where}: a web page called “${detail}” came instead of data.`
          : `${where}: a web page came instead of data.`,
      way: 'Try again later. If it stays, reload the page and sign in again.',
    },
    unknown: {
      what: (where: string, detail: string) =>
        detail
          ? `${where}: the answer was a refusal, and we do not know why. It said: “${detail}”.`
          : `${where}: the answer was a refusal, and we do not know why.`,
      way: 'It is tried again. If it stays, show this sentence to whoever installed the add-on.',
    },
    sheetGone: {
      what: (where: string, detail: string) =>
        `${where}: ${detail || 'a part of the plan’s sheet or of the data sheet'} is missing or protected.`,
      way: 'Open the plan and choose “Build what is missing”, or ask the owner for the right to edit.',
    },
    tooMuch: {
      what: (where: string) => `${where}: the spreadsheet is full. Google allows 10 million cells.`,
      way: 'Delete sheets you no longer need, or choose a split with fewer values.',
    },
    notWritten: {
      what: (where: string, detail: string) =>
        detail
          ? `${where}: the numbers came but could not be written. Google said: “${detail}”.`
          : `${where}: the numbers came but could not be written, and nobody knows why yet.`,
      way: 'Try again later. If it stays, show this sentence to whoever installed the add-on.',
    },
    keyRefused: {
      what: (where: string) => `${where}: the key is not accepted.`,
      way: 'Copy the key again from there, then connect it once more on the data page.',
    },
    noKey: {
      what: (where: string) => `${where}: the key it is read with is not here.`,
      way: 'Connect it again on the data page and paste the key. It is kept for you alone: who else opens this file needs one of their own.',
    },
  },
  since: (when: string) => `Since ${when}.`,
  again: (when: string) => `It can be tried again from ${when}.`,
  trust: {
    sampled: (percent: string) => `based on ${percent} of the data`,
    thresholded: 'small groups left out by Google',
    otherRow: 'rare values put together as “(other)”',
  },
  /** Days of an input that are not known: beside it, and in the log. */
  lost: {
    upTo: (day: string, reason: string) => `not known up to ${day}: ${reason}`,
    from: (day: string, reason: string) => `not known from ${day} on: ${reason}`,
    reasons: {
      notYet: () => 'the property was created only that day',
      cutOff: () => 'Google does not give these days in full',
      empty: (detail: string) =>
        `the answer was empty, and not because nothing happened (“${detail}”)`,
      unreadable: () => 'a number in the answer cannot be read',
      twice: () => 'the answer had the same row twice',
      other: () => 'Google put rare values together as “(other)”, so the number may be too small',
    },
    untold: 'not told apart: there are too many values',
  },
  doing: {
    reading: (name: string) => `Fetching data for “${name}”…`,
    asking: (where: string, day: string) => `Fetching ${where}: there up to ${day}…`,
  },
  said: {
    through: (name: string, where: string, day: string) => `${name}: ${where} is in up to ${day}.`,
    nothingFlows: 'Nothing flows in yet. Connect Google Analytics or a table first.',
    notYet: (name: string, where: string) =>
      `${name}: ${where} has nothing of this quarter yet. A day’s numbers come once the day is over.`,
    closed: (name: string) => `“${name}” is closed, so its numbers stay as they are.`,
  },
  otherRun:
    'Somebody else, or the clock, is fetching data in this spreadsheet right now. Wait a minute, then look again.',
  notReached: (sentence: string, way: string) => `Not saved. ${sentence} ${way}`,
  rateNote: (currency: string, own: string) =>
    `The source counts in ${currency}. Type the rate (1 ${currency} = ? ${own}) in the block “Data that flows in” on the sheet. Until then this money stays blank.`,
  /** What does not work where this user has left a permission unticked. */
  permissions: {
    fetch:
      'You have not allowed the add-on to connect to an external service: only tables of this spreadsheet are refreshed.',
    clock:
      'You have not allowed the add-on to run while you are away: the schedule does not run in your name.',
    mail: 'You have not allowed the add-on to send mail: failures are shown here and in the log, but not mailed.',
    address:
      'You have not allowed the add-on to see your e-mail address: failures cannot be mailed, and the log does not name you.',
  },
  clockNotAllowed:
    'A schedule needs the permission to run while you are away, which you have not given. Reload the page, open the panel and tick it in Google’s window. Refreshing by hand works without it.',
  clocksFull:
    'Google allows 20 timed updates per person, and you have used them all. Switch one off in another spreadsheet, then try again.',
  log: {
    who: 'data refresh',
    fetched: (where: string) => `data from ${where}`,
    through: (day: string) => `up to ${day}`,
    healed: (where: string) => `${where} works again`,
    restated: (title: string, day: string, before: string, now: string, others: number) =>
      others === 0
        ? `${title}, ${day}: reported ${before}, now ${now}`
        : `${title}, ${day}: reported ${before}, now ${now}, and ${others} other ${others === 1 ? 'day' : 'days'}`,
    restatedMore: (inputs: number) => `${inputs} further inputs changed as well`,
    foreign: (rows: number) =>
      `replaced ${rows} ${rows === 1 ? 'row' : 'rows'} that somebody had written into the data sheet`,
  },
  mail: {
    subject: (file: string) =>
      file === ''
        ? 'Marketing KPIs: data needs you'
        : `Marketing KPIs: data in “${file}” needs you`,
    begin: 'Some numbers could not be fetched:',
    /** Its address stands below. */
    file: (title: string) => (title === '' ? 'Spreadsheet:' : `Spreadsheet “${title}”:`),
    end: 'You are told of this once; you hear of it again only when something new needs you. You can switch these mails off on the data page of the panel.',
    sign: 'The timed update may no longer open the spreadsheet in your name. Open the spreadsheet, then the panel, and allow access again.',
  },
  moment: (day: string, time: string) => `${time}, ${day}`,
};
