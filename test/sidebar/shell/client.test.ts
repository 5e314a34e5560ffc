import { afterEach, describe, expect, it, vi } from 'vitest';
import { calls } from '../../../src/sidebar/shell/calls.ts';
import { createClient, failureOf, type GoogleRunner } from '../../../src/sidebar/shell/client.ts';

type Handle = (given: unknown) => void;

/** A stand-in for `google.script.run` that hands every call to `answer`. */
function runner(answer: (call: string, request: unknown[], ok: Handle, bad: Handle) => void) {
  const make = (ok: Handle, bad: Handle): GoogleRunner =>
    new Proxy({} as GoogleRunner, {
      get: (_, name) => {
        if (name === 'withSuccessHandler') return (handle: Handle) => make(handle, bad);
        if (name === 'withFailureHandler') return (handle: Handle) => make(ok, handle);
        return (...request: unknown[]) => answer(String(name), request, ok, bad);
      },
    });
  const lost = () => {
    throw new Error('No handler was set.');
  };
  return make(lost, lost);
}

const error = (name: string, message: string) => Object.assign(new Error(message), { name });
const say = (failure: string) => `sentence: ${failure}`;

afterEach(() => vi.useRealTimers());

describe('why a call failed', () => {
  it('recognises several accounts signed in', () => {
    for (const message of [
      "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
      'Rất tiếc, đã xảy ra lỗi máy chủ khi đọc từ bộ nhớ. Mã lỗi: PERMISSION_DENIED.',
      'Authorization is required to perform that action.',
      'Authorisation is required to perform that action.',
    ]) {
      expect(failureOf(error('ScriptError', message))).toBe('accounts');
      expect(failureOf(message)).toBe('accounts');
    }
  });

  it('recognises a lost connection', () => {
    expect(failureOf(error('NetworkError', 'Connection failure due to HTTP 0'))).toBe('network');
    expect(failureOf({ name: 'NetworkError', message: 'lỗi' })).toBe('network');
  });

  it('calls the rest unknown, whatever was thrown', () => {
    for (const thrown of [error('ScriptError', 'x is not a function'), undefined, null, 7, {}]) {
      expect(failureOf(thrown)).toBe('unknown');
    }
  });
});

describe('the client', () => {
  it('hands the request over and the answer back', async () => {
    const calls: unknown[] = [];
    const client = createClient(
      runner((call, request, ok) => {
        calls.push([call, ...request]);
        ok({ ok: { language: 'vi', spreadsheetLocale: 'vi_VN', recent: [] } });
      }),
      say,
    );
    expect(await client.chooseLanguage('vi')).toEqual({
      ok: { language: 'vi', spreadsheetLocale: 'vi_VN', recent: [] },
    });
    await client.panelStart();
    expect(calls).toEqual([['chooseLanguage', 'vi'], ['panelStart']]);
  });

  it('passes the problems of the other side on', async () => {
    const problem = { problem: 'Nothing is selected.', field: 'cost' };
    const client = createClient(
      runner((_, __, ok) => ok(problem)),
      say,
    );
    expect(await client.readSelection()).toEqual(problem);
  });

  it('turns failures of the transport into sentences', async () => {
    const client = createClient(
      runner((_, __, ___, bad) => bad(error('ScriptError', 'Error code PERMISSION_DENIED.'))),
      say,
    );
    expect(await client.panelStart()).toEqual({ problem: 'sentence: accounts' });
  });

  it('never rejects: a request that may not travel, a strange answer, no transport', async () => {
    const throwing = createClient(
      runner(() => {
        throw new Error('Failed due to illegal value in property: 0');
      }),
      say,
    );
    const unknown = { problem: 'sentence: unknown' };
    expect(await throwing.readSelection()).toEqual(unknown);
    for (const strange of [null, undefined, 'ok', 3, {}]) {
      const client = createClient(
        runner((_, __, ok) => ok(strange)),
        say,
      );
      expect(await client.readSelection()).toEqual(unknown);
    }
    expect(await createClient(undefined, say).panelStart()).toEqual(unknown);
  });

  it('stops waiting after a minute', async () => {
    vi.useFakeTimers();
    const client = createClient(
      runner(() => {}),
      say,
    );
    const answer = client.readSelection();
    vi.advanceTimersByTime(60_000);
    expect(await answer).toEqual({ problem: 'sentence: slow' });
  });

  it('waits longer where whole sheets are written, and asks for anything by its name', async () => {
    vi.useFakeTimers();
    const calls: string[] = [];
    const client = createClient(
      runner((call) => calls.push(call)),
      say,
    );
    let answered = false;
    const answer = client.undo().then((given) => {
      answered = true;
      return given;
    });
    await vi.advanceTimersByTimeAsync(300_000);
    expect(answered).toBe(false);
    await vi.advanceTimersByTimeAsync(100_000);
    expect(await answer).toEqual({ problem: 'sentence: slow' });
    expect(calls).toEqual(['undo']);
  });

  it('tells of everything that changes what the panel shows, when it begins and when it is answered', async () => {
    // Whatever a new call is called: it only looks, or it stands in this test.
    const looks =
      /^(?:panelStart|panelPart|chooseLanguage|planStart|dataStart|changesSince|lastActuals|buildProgress|draftNext|goToPlan|selectedTable)$|^(?:read|preview|open|list|dimension)/;
    for (const answer of [{ ok: null }, { problem: 'no' }]) {
      for (const name of Object.keys(calls) as (keyof typeof calls)[]) {
        const told: unknown[] = [];
        const deeds = {
          begin: () => told.push('began'),
          end: (saved: boolean) => told.push(saved),
        };
        const run = runner((_, __, ok) => {
          told.push('called');
          ok(answer);
        });
        const client = createClient(run, say, deeds);
        await (client[name] as () => Promise<unknown>)();
        // A refresh goes on beside what somebody fills in, and saves nothing of it.
        const saved = 'ok' in answer && name !== 'refresh';
        const deed = ['began', 'called', saved];
        expect(told, name).toEqual(looks.test(name) ? ['called'] : deed);
      }
    }
  });
});
