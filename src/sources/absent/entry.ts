import { absentWords } from '../../messages/compiled/sources/absent.ts';
import type { Account } from '../../plan/model/feeds.ts';
import { lineOf } from '../../plan/validation/field-reader.ts';
import { accountFacts } from '../account-facts.ts';
import type { SourceEntry } from '../define-source.ts';
import { isJson } from '../json.ts';
import type { SourceError } from '../source.ts';

const sourceIds = /^[a-z][A-Za-z0-9]{1,29}$/;
const accountIds = /^[A-Za-z][\w./-]{0,199}$/;
const longestZone = 64;
/** What an account of any source takes up at most, as text. */
const longestRecord = 4000;

/** Why an account of a source that this build does not contain is not asked. */
export const absentTrouble = ({ id }: Pick<SourceEntry, 'id'>): SourceError => ({
  kind: 'absent',
  detail: called(id),
});

/**
 * Stands in for a source that this build does not contain, where a plan of another build takes numbers
 * from it: the sheet is made up as there, what came last stays, and nobody is asked. Sources of a
 * flavour answer `daily`, `decisive`, `sharesDimensions` and `answersPeriods` as it does, so that
 * formulas are the same whichever build writes them. `null` for what cannot be a source’s id.
 */
export function absentSource(id: string): SourceEntry | null {
  if (!sourceIds.test(id)) return null;
  const title = called(id);
  const trouble = absentTrouble({ id });
  return {
    id,
    absent: true,
    words: (language) => {
      const { what, way } = absentWords(language).troubles.absent;
      return {
        title,
        connect: '',
        connectHint: '',
        needs: '',
        why: '',
        where: (name) => `${title} · ${name}`,
        metric: (name) => name ?? '',
        dimension: (name) => name,
        named: (name) => name,
        troubles: { absent: { what: ({ where }) => what({ where, detail: title }), way } },
        fields: [],
        list: null,
      };
    },
    access: { is: 'none', hosts: [] },
    form: 'list',
    readAccount: (record) => (record.source === id ? keptAsIs(record, id) : null),
    mayFill: () => false,
    mayFeed: () => true,
    daily: () => true,
    decisive: ({ zone }) => [zone],
    sharesDimensions: true,
    answersPeriods: true,
    history: 'offered',
    unknownCosts: false,
    // Somebody else may use another build.
    troubles: { absent: 'user' },
    delivers: {
      by: 'requests',
      source: {
        settleDays: 0,
        pace: { atOnce: 1, perSecond: null },
        plan: () => [],
        request: () => {
          throw new Error(`${id} is not in this build.`);
        },
        classify: () => ({ is: 'stop', trouble }),
        parse: () => ({ trouble }),
        apart: () => [],
      },
      open: (_, asker) => asker.ask({ trouble }),
      check: () => ({ trouble }),
    },
  };
}

/** An account as it stands, whatever its source keeps of it: another build reads it again. */
function keptAsIs(record: Readonly<Record<string, unknown>>, source: string): Account | null {
  const facts = accountFacts(record, accountIds);
  const text = JSON.stringify(record);
  if (!facts || text.length > longestRecord) return null;
  const copy: unknown = JSON.parse(text);
  if (!isJson(copy)) return null;
  const { zone } = copy;
  if (zone === undefined) return { ...copy, source, ...facts };
  const named = lineOf(zone);
  return named && named.length <= longestZone ? { ...copy, source, ...facts, zone: named } : null;
}

/** `searchConsole` as people say it: Search Console. */
const called = (id: string): string =>
  id.replace(/[A-Z]/g, (letter) => ` ${letter}`).replace(/^./, (letter) => letter.toUpperCase());
