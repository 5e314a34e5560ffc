import type { Feed, FeedTest } from '../../plan/model/feeds.ts';
import type { PlanInput } from '../../plan/model/inputs.ts';
import { isOfEarlierTime } from '../earlier-time.ts';

/** What the catalogue says an input can be read from. */
export interface FeedProposal {
  readonly feed: Feed;
  /** Dimensions whose values the user is asked for: their tests are not in the feed yet. */
  readonly asks: readonly string[];
}

/** `null`: Google Analytics does not know this input. */
export function proposedFeed(
  input: Pick<PlanInput, 'key' | 'sources' | 'usedBy'>,
  account: string,
): FeedProposal | null {
  const ga4 = input.sources?.ga4;
  if (!ga4 || isOfEarlierTime(input)) return null;
  const tests = ga4.only ?? [];
  return {
    feed: {
      input: input.key,
      account,
      metric: ga4.metric,
      only: tests.flatMap((test) => ('asked' in test ? [] : [test])),
      split: null,
    },
    asks: tests.flatMap((test) => ('asked' in test ? [test.dimension] : [])),
  };
}

/** What the catalogue proposes for an input of a property; what it leaves to the user stands empty. */
export function proposedFrom(
  input: PlanInput,
  account: string,
  keyEvents: readonly string[] | null,
): Feed | null {
  const proposal = proposedFeed(input, account);
  return proposal && asked(proposal, keyEvents);
}

function asked({ feed, asks }: FeedProposal, keyEvents: readonly string[] | null): Feed {
  const only = [...feed.only, ...asks.map((dimension): FeedTest => ({ dimension, is: [] }))];
  if (keyEvents === null || feed.metric !== 'keyEvents') return { ...feed, only };
  return { ...feed, only: only.map((test) => ofThese(test, keyEvents)) };
}

/**
 * A key event that a property does not have would count nothing, and zero would look like a number.
 * Where any may be meant and there is only one, it is meant; another one is never put in the place
 * of one that is named: a purchase is no lead.
 */
function ofThese(test: FeedTest, keyEvents: readonly string[]): FeedTest {
  if (test.dimension !== 'eventName' || !('is' in test)) return test;
  const known = test.is.filter((event) => keyEvents.includes(event));
  const single = test.is.length === 0 && keyEvents.length === 1 ? keyEvents : [];
  return { dimension: test.dimension, is: [...known, ...single] };
}
