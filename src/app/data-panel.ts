import { planAnswers } from '../messages/plan-answers.ts';
import type { Answer } from './api/api.ts';
import type { DataApi } from './api/data-api.ts';
import { dimensionValues, listProperties, openProperty } from './connect/connect-property.ts';
import { listTables, previewTable } from './connect/list-tables.ts';
import { saveFeeds } from './connect/save-feeds.ts';
import { type Parts, userLanguage } from './panel-api.ts';
import type { World } from './ports/context.ts';
import type { Host } from './ports/host.ts';
import { refresh } from './refresh/refresh.ts';
import { dataStart } from './refresh/refresh-status.ts';
import { setSchedule } from './refresh/set-schedule.ts';

type Answered = <T>(host: Host, work: () => T, failed?: string) => Answer<T>;

/** What the panel may ask for around data that flows in. */
export function dataApi(parts: Parts, answered: Answered): DataApi {
  const about = <T>(work: (world: World) => T): Answer<T> => {
    const world = worldFrom(parts);
    return answered(parts.host, () => work(world), world.say.cutOff);
  };
  return {
    dataStart: () => about(dataStart),
    listProperties: (request) => about((world) => listProperties(request, world)),
    openProperty: (account) => about((world) => openProperty(account, world)),
    dimensionValues: (request) => about((world) => dimensionValues(request, world)),
    listTables: () => about(listTables),
    previewTable: (request) => about((world) => previewTable(request, world)),
    saveFeeds: (request) => about((world) => saveFeeds(request, world)),
    refresh: (request) => about((world) => refresh(request, world)),
    setSchedule: (request) => about((world) => setSchedule(request, world)),
  };
}

function worldFrom({ host, book, outside, catalogue, native }: Parts): World {
  const language = userLanguage(host);
  return { host, book, outside, catalogue, native, language, say: planAnswers(language) };
}
