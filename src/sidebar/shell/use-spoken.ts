import { useMemo, useRef, useState } from 'preact/hooks';
import type { Language } from '../../messages/compiled/languages.ts';
import type { Client } from './client.ts';
import type * as PartFiles from './part-files.ts';

declare const panelFiles: typeof PartFiles;

/** What became of a wish: it is spoken now, another was chosen meanwhile, or a sentence why not. */
type Turned = { readonly is: 'spoken' | 'late' } | { readonly why: string };

export interface Spoken {
  readonly speak: (language: Language) => Promise<Turned>;
  /** Texts are on their way. */
  readonly turning: boolean;
}

/** Brings what is not delivered yet: files of the panel, and its texts in another language. */
export function useSpoken(client: Client, sayRenewed: () => string): Spoken {
  useMemo(() => {
    panelFiles.askedOf(async (names) => {
      const answer = await client.panelPart(names);
      if ('problem' in answer) throw new Error(answer.problem);
      return answer.ok;
    }, sayRenewed);
  }, [client]);
  const wished = useRef(0);
  const [turning, setTurning] = useState(false);
  const speak = async (language: Language): Promise<Turned> => {
    wished.current += 1;
    const mine = wished.current;
    const isLast = () => mine === wished.current;
    setTurning(true);
    try {
      await panelFiles.speak(language, isLast);
      return { is: isLast() ? 'spoken' : 'late' };
    } catch (error) {
      return { why: (error as Error).message };
    } finally {
      if (isLast()) setTurning(false);
    }
  };
  return { speak, turning };
}
