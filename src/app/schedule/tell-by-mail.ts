import { dataWords } from '../../messages/compiled/data.ts';
import { fieldOf } from '../../sources/json.ts';
import type { Schedule } from '../api/data-api.ts';
import { userLanguage } from '../api/respond.ts';
import type { Context } from '../ports/context.ts';
import { nextDue } from './schedule.ts';

const hourMs = 3_600_000;
/** A clock comes by about once an hour; it may be kept waiting by another run, or fetch in two turns. */
const lateMs = 4 * hourMs;
/** Runs of two days are not exactly a day apart. */
const apartMs = 23 * hourMs;

/** What this user has been told of about one file. */
interface Told {
  /** Keys of news, as long as what they say holds. */
  readonly what: readonly string[];
  readonly atMs: number;
}

/** Something that needs somebody: a key that stays the same as long as it does, and its sentence. */
export interface News {
  readonly key: string;
  readonly sentence: string;
}

type Parts = Pick<Context, 'host' | 'services'>;

const toldPrefix = 'told.';
/** Under which a version before this one kept the day of its last mail, whatever the file. */
const oldKey = 'toldOfData';

/** Where it is kept of a user what they were told about a file. */
export const toldKey = (file: string): string => `${toldPrefix}${file}`;

/**
 * Tells the user by mail of what needs somebody: once, at the hour that they have chosen, and again
 * only where something new has come. What `seen` says was looked at and is not among the news has
 * gone, and would be new if it came again; of everything else nothing is known today.
 */
export function tellByMail(
  news: readonly News[],
  seen: (key: string) => boolean,
  schedule: Schedule,
  parts: Parts,
): void {
  const { host, services } = parts;
  const file = fileOf(parts);
  const before = readTold(host.recall(toldKey(file.id)));
  const now = news.map(({ key }) => key);
  const known = before.what.filter((key) => now.includes(key) || !seen(key));
  const isNew = now.some((key) => !known.includes(key));
  const nowMs = services.nowMs();
  const told: Told =
    isNew && mayTell(schedule, before, nowMs, parts) && sent(news, file, parts)
      ? { what: [...new Set([...known, ...now])], atMs: nowMs }
      : { what: known, atMs: before.atMs };
  // Who may open the file again may lose it again.
  if (file.id !== '' && host.recall(toldKey('')) !== null) host.forget(toldKey(''));
  if (JSON.stringify(told) === JSON.stringify(before)) return;
  host.remember(toldKey(file.id), JSON.stringify(told));
  host.forget(oldKey);
}

/** At the chosen hour or soon after it, and not twice a day; where every hour is chosen, at any. */
function mayTell(schedule: Schedule, { atMs }: Told, nowMs: number, { services }: Parts): boolean {
  if (nowMs - atMs < apartMs) return false;
  return schedule.every === 'hour' || nextDue(schedule, nowMs - lateMs, services) <= nowMs;
}

function sent(news: readonly News[], file: File, { host, services }: Parts): boolean {
  const { mail } = dataWords(userLanguage(host));
  const sentences = news.map(({ sentence }) => sentence);
  const lines = [
    mail.begin,
    '',
    ...sentences,
    '',
    mail.file({ title: file.title }),
    file.link,
    '',
    mail.end,
  ];
  return services.mail(mail.subject({ file: file.title }), lines.join('\n'));
}

interface File {
  readonly id: string;
  readonly title: string;
  readonly link: string;
}

/** Who may not even look at the file any more is told all the same. */
function fileOf({ host, services }: Parts): File {
  try {
    return services.file();
  } catch (error) {
    host.report(error);
    return { id: '', title: '', link: '' };
  }
}

function readTold(text: string | null): Told {
  try {
    const parsed: unknown = JSON.parse(text ?? '');
    const [what, atMs] = [fieldOf(parsed, 'what'), fieldOf(parsed, 'atMs')];
    if (!Array.isArray(what) || typeof atMs !== 'number') return nobodyTold;
    return { what: what.filter((key): key is string => typeof key === 'string'), atMs };
  } catch {
    return nobodyTold;
  }
}

const nobodyTold: Told = { what: [], atMs: 0 };
