import { dataWords } from '../../messages/compiled/data.ts';
import { permissionsFor } from '../../sources/access.ts';
import type { MissingPermissions, Schedule } from '../api/data-api.ts';
import type { PlanSheet } from '../plan-store/plan-sheet.ts';
import type { Context } from '../ports/context.ts';
import type { Permission } from '../ports/services.ts';
import { wordsFor } from './error-messages.ts';

/**
 * What this user has left unticked of what is needed here: for the sources of these plans, for the
 * clock where there is a schedule, for its mails where they are wanted. Nothing else is asked for.
 */
export function missingPermissions(
  plans: readonly PlanSheet[],
  schedule: Schedule | null,
  context: Context,
): MissingPermissions {
  const { services, sources, language } = context;
  const say = dataWords(language).permissions;
  const asked = [
    ...new Set(plans.flatMap(({ card }) => card.plan.accounts.map((each) => sources.of(each)))),
  ].filter(({ delivers, absent }) => delivers.by === 'requests' && !absent);
  const needed: readonly Permission[] = [
    ...asked.flatMap(({ access }) => permissionsFor(access)),
    ...(schedule ? (['clock'] as const) : []),
    ...(schedule?.mail ? (['mail', 'address'] as const) : []),
  ];
  const missing = services.lacks(needed);
  const sentences = [
    ...(missing.includes('fetch') ? [say.fetch] : []),
    ...asked
      .filter(({ access }) =>
        permissionsFor(access).some((each) => each !== 'fetch' && missing.includes(each)),
      )
      .map((source) => {
        const { what } = wordsFor({ kind: 'scopeMissing', detail: '' }, source, language);
        return what({ where: source.words(language).title, detail: '' });
      }),
    ...(['clock', 'mail', 'address'] as const).flatMap((each) =>
      missing.includes(each) ? [say[each]] : [],
    ),
  ];
  return { sentences, consent: sentences.length > 0 ? services.consentUrl() : null };
}
