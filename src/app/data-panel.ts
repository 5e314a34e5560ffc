import type { Answer } from './api.ts';
import type { DataApi } from './data-api.ts';
import type { Host } from './host.ts';
import type { Parts } from './panel.ts';

type Answered = <T>(host: Host, work: () => T, failed?: string) => Answer<T>;

/** What the panel may ask for around data that flows in. */
export function dataApi({ host }: Parts, answered: Answered): DataApi {
  const notYet = () =>
    answered(host, (): never => {
      throw new Error('Not there yet.');
    });
  return {
    dataStart: notYet,
    listProperties: notYet,
    openProperty: notYet,
    dimensionValues: notYet,
    listTables: notYet,
    previewTable: notYet,
    saveFeeds: notYet,
    refresh: notYet,
    setSchedule: notYet,
  };
}
