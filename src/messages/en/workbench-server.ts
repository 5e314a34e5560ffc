/** What the workbench's server says where it was started. */
export const workbenchServerEn = {
  keptIn: (file: string) => `Your spreadsheet is kept in ${file}`,
  anew: 'To begin anew: choose New from example in the File menu.',
  clock: (days: number) =>
    `Its clock is ${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'} ${days > 0 ? 'ahead' : 'behind'}.`,
  openAt: (address: string) => `Your spreadsheet is open already, at ${address}.`,
  openElsewhere: 'Your spreadsheet is open already, in another workbench.',
  onlyExample: 'This workbench shows the example; nothing of it is kept.',
  notKept: (why: string) => `Nothing is kept. ${why}`,
  couldNotKeep: (why: string) => `Your spreadsheet could not be kept: ${why}`,
  setAside: {
    newer: 'What was kept is of a newer workbench than this one.',
    broken: 'What was kept cannot be read.',
    unopened: 'What was kept cannot be opened.',
    now: (name: string) => `It is now called ${name}; a new one begins.`,
  },
  reasons: {
    full: 'the disk is full',
    denied: 'this user may not write there',
    readOnly: 'nothing can be written there',
    gone: 'the folder is gone',
    folder: 'it is a folder',
  },
  taken: (file: string) => `another workbench keeps its own in ${file}.`,
  options:
    'This is not understood. npm start takes: -- --port 4400 --book FILE --no-book --blank --today 2026-10-19',
  noPort: (typed: string) =>
    `${typed} is no port. A port is a number up to 65535: npm start -- --port 4400`,
  noDay: (typed: string) => `${typed} is no day. A day is written 2026-10-19.`,
  portTaken: (port: number) =>
    `Port ${port} is taken. Choose another: npm start -- --port ${port === 4400 ? 4500 : 4400}`,
};

/** The sentences of the workbench's server, in either language. */
export type WorkbenchServerWords = typeof workbenchServerEn;
