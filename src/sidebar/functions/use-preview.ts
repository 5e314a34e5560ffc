import { useEffect, useState } from 'preact/hooks';
import type { Answer, FunctionPreview, FunctionRequest } from '../../app/api/api.ts';
import { usePanel } from '../shell/panel-context.ts';

/** How long the user must rest before the spreadsheet is asked, in milliseconds. */
const rest = 350;

export interface Preview {
  /** The request that was answered, as JSON; `''` before the first answer. */
  readonly of: string;
  readonly answer: Answer<FunctionPreview> | null;
  readonly busy: boolean;
}

/**
 * What the spreadsheet would answer to a request (as JSON; `''` asks nothing), asked when the user
 * rests. Answers to older requests are dropped; the last one stays while the next is on its way.
 */
export function usePreview(request: string): Preview {
  const { client, answersIn } = usePanel();
  const [preview, setPreview] = useState<Preview>({ of: '', answer: null, busy: false });
  useEffect(() => {
    if (request === '') {
      setPreview({ of: '', answer: null, busy: false });
      return;
    }
    let current = true;
    setPreview((last) => ({ ...last, busy: true }));
    const timer = setTimeout(async () => {
      const answer = await client.previewFunction(JSON.parse(request) as FunctionRequest);
      if (current) setPreview({ of: request, answer, busy: false });
    }, rest);
    return () => {
      current = false;
      clearTimeout(timer);
    };
    // An answer in another language is another answer.
  }, [request, client, answersIn]);
  return preview;
}
