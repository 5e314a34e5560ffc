import { useEffect } from 'preact/hooks';
import type { SourceFacts } from '../../app/api/data-api.ts';
import { useData } from './data-context.tsx';

const none: readonly SourceFacts[] = [];

/** What can be connected; nothing as long as the spreadsheet's side has not said. */
export function useSources(): readonly SourceFacts[] {
  const { start, ask } = useData();
  const known = start !== null;
  useEffect(() => {
    if (!known) ask();
  }, [known]);
  return start?.sources ?? none;
}

/** A source by what an account says of it. */
export const sourceNamed = (id: string, sources: readonly SourceFacts[]): SourceFacts | undefined =>
  sources.find((each) => each.id === id);
