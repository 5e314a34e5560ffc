import type { CellTable } from '../../cells/cell-kpi.ts';
import type { Kpi } from '../../kpi/define.ts';
import { appWords } from '../../messages/compiled/app.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { planAnswersWords } from '../../messages/compiled/plan-answers.ts';
import { isLanguage, languageOf } from '../../messages/language-of.ts';
import type { Native } from '../../sheet/plan/plan-facts.ts';
import { PlanVersions } from '../../sheet/plan/plan-versions.ts';
import { type Sources, shippedSources } from '../../sources/registry.ts';
import type { Context } from '../ports/context.ts';
import type { Host } from '../ports/host.ts';
import type { Services } from '../ports/services.ts';
import type { Spreadsheet } from '../ports/spreadsheet.ts';
import type { Answer } from './api.ts';
import { CellRefused, Problem } from './user-error.ts';

/** Under which name the user's choice is remembered. */
export const languageKey = 'language';

/** What answering the panel takes: the services around us, and what the product knows of KPIs. */
export interface Parts {
  readonly host: Host;
  readonly spreadsheet: Spreadsheet;
  readonly table: CellTable;
  readonly catalogue: readonly Kpi[];
  readonly native: Native;
  readonly services: Services;
  /** The systems that numbers may flow in from; left out, those that ship. */
  readonly sources?: Sources;
}

/** The language the user chose, else their account's. */
export function userLanguage(host: Host): Language {
  const chosen = recalled(host, languageKey);
  return isLanguage(chosen) ? chosen : languageOf(host.userLocale());
}

/** A service that fails to remember must not keep a sentence from being said. */
function recalled(host: Host, key: string): string | null {
  try {
    return host.recall(key);
  } catch {
    return null;
  }
}

/**
 * What was asked for, or a sentence: an error that is none of ours is reported, and said by its cause
 * where doing the same again would not help, else as `failed`.
 */
export function answered<T>(host: Host, work: () => T, failed?: string): Answer<T> {
  try {
    return { ok: work() };
  } catch (error) {
    if (error instanceof Problem) {
      const { message: problem, field } = error;
      return field === undefined ? { problem } : { problem, field };
    }
    host.report(error);
    const cause = host.causeOf(error);
    if (cause === null) return { problem: failed ?? appWords(userLanguage(host)).failed };
    const sentence = planAnswersWords(userLanguage(host)).lasting[cause];
    return cause === 'notesFull'
      ? { problem: sentence, wayOut: 'makeRoom' }
      : { problem: sentence };
  }
}

/**
 * All that a request of the panel works with, in the language of whoever asks; which that is, is asked
 * for when something is to be said: the clock mostly says nothing.
 */
export function contextFrom(parts: Parts): Context {
  const { host, spreadsheet, services, catalogue, native, table } = parts;
  const { sources = shippedSources } = parts;
  let language: Language | undefined;
  const versions = new PlanVersions({ catalogue, native, sources });
  return {
    host,
    spreadsheet,
    services,
    catalogue,
    table,
    sources,
    native,
    versions,
    get language() {
      language ??= userLanguage(host);
      return language;
    },
    get say() {
      return planAnswersWords(this.language);
    },
  };
}

/** Answers a request about plans: what it is cut off in is said as such. */
export function answeredWith<T>(parts: Parts, work: (context: Context) => T): Answer<T> {
  const context = contextFrom(parts);
  const told = (): T => {
    try {
      return work(context);
    } catch (error) {
      if (error instanceof CellRefused)
        throw new Problem(context.say.cellRefuses({ place: error.cell }));
      throw error;
    }
  };
  return answered(parts.host, told, context.say.cutOff);
}

/** Does work while no other run of ours can. */
export function exclusively<T>(context: Context, work: () => T): T {
  const done = context.host.exclusively(() => ({ done: work() }));
  if (!done) throw new Problem(appWords(context.language).otherRun);
  return done.done;
}
