import { nextHour } from './quota.ts';
import { quoted } from './quote.ts';
import type { Classification, CommonTrouble } from './source.ts';

/** What helps: trying again soon, after a minute, with the next hour, or only somebody who acts. */
type FetchWait = 'soon' | 'minute' | 'hour' | 'act';

interface FetchCause {
  readonly says: RegExp;
  readonly kind: CommonTrouble;
  readonly wait: FetchWait;
}

const minuteMs = 60_000;

/**
 * Why a request brought nothing, by what Google's script service said instead. It speaks the user's
 * language: the names of its own services (`urlfetch`) and of permissions are the same in all of
 * them, the rest is known in English and Vietnamese. The first that fits counts.
 */
const fetchCauses: readonly FetchCause[] = [
  // «Service invoked too many times for one day: urlfetch.» When a day's requests are back Google
  // does not say (24 hours after the first, another hour for everybody): each hour it is looked.
  { says: /:\s*urlfetch\s*(?:[.(]|$)/i, kind: 'fetchDay', wait: 'hour' },
  {
    says: /auth\/script\.external_request|authorization is required|cần (?:được )?(?:cho phép|cấp quyền|ủy quyền|uỷ quyền)/i,
    kind: 'fetchNotAllowed',
    wait: 'act',
  },
  {
    says: /bandwidth quota|too much (?:upload )?bandwidth|too much traffic|băng thông/i,
    kind: 'bandwidth',
    wait: 'minute',
  },
  {
    says: /address unavailable|dns error|địa chỉ không|lỗi dns/i,
    kind: 'unreachable',
    wait: 'soon',
  },
  { says: /\btimed? ?out\b|hết thời gian/i, kind: 'timedOut', wait: 'soon' },
];

/** What it means that no answer came; what was said instead stands where the body would. */
export function nothingCame(said: string, nowMs: number): Classification {
  const cause = fetchCauses.find(({ says }) => says.test(said));
  if (!cause) {
    return { is: 'retry', afterMs: null, trouble: { kind: 'noAnswer', detail: quoted(said) } };
  }
  const trouble = { kind: cause.kind, detail: '' };
  if (cause.wait === 'act') return { is: 'stop', trouble };
  if (cause.wait === 'hour') return { is: 'wait', untilMs: nextHour(nowMs), trouble };
  return { is: 'retry', afterMs: cause.wait === 'minute' ? minuteMs : null, trouble };
}
