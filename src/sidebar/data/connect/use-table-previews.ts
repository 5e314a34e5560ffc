import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../../../app/api/api.ts';
import type { InputPreview, TablePreview } from '../../../app/api/data-api.ts';
import { usePanel } from '../../shell/panel-context.ts';
import { type FeedsDraft, missingIn } from '../mapping/feeds-draft.ts';
import { sourceNamed, useSources } from '../use-sources.ts';

/** How long the user must rest before a table is read, in milliseconds. */
const rest = 500;

export interface Previews {
  /** By table. */
  readonly answers: Readonly<Record<string, Answer<TablePreview>>>;
  /** By input: what it comes to in the quarter so far, and up to which day. */
  readonly totals: Readonly<Record<string, InputPreview>>;
  readonly busy: boolean;
}

/** What the tables of a draft would give, read whenever what is taken from them changes. */
export function useTablePreviews(draft: FeedsDraft): Previews {
  const { client, answersIn } = usePanel();
  const [answers, setAnswers] = useState<Previews['answers']>({});
  const [busy, setBusy] = useState(false);
  const sources = useSources();
  const wanted = draft.accounts.flatMap((account) => {
    const feeds = draft.feeds.filter((feed) => feed.account === account.id && !missingIn(feed));
    const form = sourceNamed(account.source, sources)?.form;
    return form === 'tabs' && feeds.length > 0 ? [{ account, feeds }] : [];
  });
  useEffect(() => {
    setAnswers({});
    if (wanted.length === 0) return setBusy(false);
    let current = true;
    setBusy(true);
    const timer = setTimeout(async () => {
      for (const { account, feeds } of wanted) {
        const answer = await client.previewTable({ plan: draft.plan, account, feeds });
        if (!current) return;
        setAnswers((last) => ({ ...last, [account.id]: answer }));
      }
      setBusy(false);
    }, rest);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [JSON.stringify(wanted), answersIn]);
  const totals = Object.values(answers).flatMap((answer) =>
    'ok' in answer ? answer.ok.totals.map((each) => [each.input, each] as const) : [],
  );
  return { answers, totals: Object.fromEntries(totals), busy };
}
