import type { Answer, PanelApi, WayOut } from '../../app/api/api.ts';
import type { PanelWords } from '../../messages/compiled/panel.ts';
import { calls } from './calls.ts';

/** Why an answer did not come. */
export type Failure = keyof PanelWords['failures'];

/** The panel's side of `PanelApi`: every call is a promise of an answer and never rejects. */
export type Client = {
  readonly [Call in keyof PanelApi]: (
    ...request: Parameters<PanelApi[Call]>
  ) => Promise<ReturnType<PanelApi[Call]>>;
};

/** `google.script.run`: handlers are set on a copy, then a server function is called by its name. */
export interface GoogleRunner {
  withSuccessHandler(handle: (answer: unknown) => void): GoogleRunner;
  withFailureHandler(handle: (error: unknown) => void): GoogleRunner;
  readonly [call: string]: unknown;
}

/** How long an answer may take before the user is told that none came. */
const patience = 60_000;
/** What writes whole sheets may take as long as the platform lets a script run. */
const longPatience = 370_000;

/** Who is told of calls that change what the panel shows, when they begin and when they are answered. */
export interface Deeds {
  readonly begin: () => void;
  /** `saved`: what somebody had filled in stands in the spreadsheet now. */
  readonly end: (saved: boolean) => void;
}

/**
 * Calls the spreadsheet's side through `google.script.run`. Where no answer comes back, the
 * answer is a `problem` in the words of `say`. A way out
 * that an answer offers goes to `offer` as well, whichever page has asked.
 */
export function createClient(
  run: GoogleRunner | undefined,
  say: (failure: Failure) => string,
  deeds?: Deeds,
  offer: (wayOut: WayOut) => void = () => {},
): Client {
  const call = (name: keyof PanelApi, request: readonly unknown[]): Promise<Answer<never>> =>
    new Promise((resolve) => {
      const fail = (failure: Failure) => resolve({ problem: say(failure) });
      if (!run) return fail('unknown');
      const timer = setTimeout(() => fail('slow'), calls[name].long ? longPatience : patience);
      try {
        const ready = run
          .withSuccessHandler((answer) => {
            clearTimeout(timer);
            if (!isAnswer(answer)) return fail('unknown');
            if ('wayOut' in answer && answer.wayOut) offer(answer.wayOut);
            resolve(answer);
          })
          .withFailureHandler((error) => {
            clearTimeout(timer);
            fail(failureOf(error));
          });
        (ready[name] as (...request: readonly unknown[]) => void)(...request);
      } catch (error) {
        clearTimeout(timer);
        fail(failureOf(error));
      }
    });
  // Every call goes the same way: its name is all that tells one from another.
  return new Proxy({} as Client, {
    get:
      (_, name) =>
      async (...request: readonly unknown[]) => {
        const called = name as keyof PanelApi;
        const { changes, beside } = calls[called];
        if (!deeds || !changes) return call(called, request);
        deeds.begin();
        const answer = await call(called, request);
        deeds.end('ok' in answer && !beside);
        return answer;
      },
  });
}

const isAnswer = (answer: unknown): answer is Answer<never> =>
  typeof answer === 'object' && answer !== null && ('ok' in answer || 'problem' in answer);

/**
 * With several accounts signed in, the call runs as the wrong one. Google says so in one of these
 * ways; the error code stands in every language.
 */
const accounts =
  /PERMISSION_DENIED|reading from storage|đọc từ bộ nhớ|authori[sz]ation is required|cần (có sự |được )?(cho phép|ủy quyền|uỷ quyền)/i;
const network = /NetworkError|connection failure|failed to fetch|HTTP 0\b|offline|lỗi kết nối/i;

/** Why the transport failed, told from the error it handed over (an `Error`, or its message). */
export function failureOf(error: unknown): Failure {
  const text =
    error instanceof Error || (typeof error === 'object' && error !== null && 'message' in error)
      ? `${(error as Error).name}: ${(error as Error).message}`
      : String(error);
  if (accounts.test(text.normalize('NFC'))) return 'accounts';
  return network.test(text.normalize('NFC')) ? 'network' : 'unknown';
}
