import { inputTitle } from '../../messages/catalogue.ts';
import { searchConsoleWords } from '../../messages/compiled/sources/search-console.ts';
import type { Feed } from '../../plan/model/feeds.ts';
import type { PlanInput } from '../../plan/model/inputs.ts';
import type { Asker, Checking, MappingProblem } from '../define-source.ts';
import { isOfEarlierTime } from '../earlier-time.ts';
import type { SourceError } from '../source.ts';
import type { SiteAccount } from './account.ts';
import { type SiteFound, sitesLookup } from './lookup.ts';

/** Why a site cannot be read, among those that the user has. */
export function siteTrouble(site: string, sites: readonly SiteFound[]): SourceError | null {
  const found = sites.find((each) => each.site === site);
  if (!found) return { kind: 'siteGone', detail: '' };
  return found.unverified ? { kind: 'unverified', detail: '' } : null;
}

/** The first feed that would bring a number of another kind; then whether the site may be read. */
export function checkFeeds(of: Checking<SiteAccount>, asker: Asker): MappingProblem | null {
  const { account, feeds, inputs, language } = of;
  const say = searchConsoleWords(language);
  for (const feed of feeds) {
    const input = inputs.find(({ key }) => key === feed.input);
    const wrong = input && misfit(feed, input);
    if (wrong) {
      return { input: feed.input, sentence: say[wrong]({ title: inputTitle(input, language) }) };
    }
  }
  const found = asker.attempt(sitesLookup);
  if ('trouble' in found) return found;
  const trouble = siteTrouble(account.site, found.value);
  return trouble && { trouble };
}

function misfit(
  { metric }: Feed,
  input: PlanInput,
): 'ofEarlierTime' | 'noMoney' | 'notAdded' | null {
  if (isOfEarlierTime(input)) return 'ofEarlierTime';
  if (input.unit === 'money' || input.unit === 'moneyEach') return 'noMoney';
  return metric === 'position' && input.over !== 'whole' ? 'notAdded' : null;
}
