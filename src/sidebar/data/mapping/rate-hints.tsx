import { sheetFeedsWords } from '../../../messages/compiled/sheet-feeds.ts';
import type { Plan } from '../../../plan/model/plan.ts';
import { usePanel } from '../../shell/panel-context.ts';
import { useRequest } from '../../shell/use-request.ts';
import { useDataWords } from '../data-context.tsx';
import { type FeedsDraft, inOtherCurrency } from './feeds-draft.ts';

interface RateHintsProps {
  readonly plan: Plan;
  readonly draft: Pick<FeedsDraft, 'accounts' | 'feeds'>;
  /** Currencies whose rate stands already. */
  readonly rated: readonly string[];
}

/** Where the exchange rate is typed, for each place that counts money in another currency. */
export function RateHints({ plan, draft, rated }: RateHintsProps) {
  const { client } = usePanel();
  const words = useDataWords();
  const opening = useRequest();
  const { currency } = plan.circumstances;
  // What is looked for on the sheet is named in the sheet's language.
  const { feeds, rate } = sheetFeedsWords(plan.language);
  const label = (from: string) => rate({ from, to: currency });
  const missing = inOtherCurrency(plan, draft).filter((each) => !rated.includes(each.currency));
  return (
    <>
      {missing.map((account) => (
        <div class="notice rate" key={account.id}>
          <p>
            {words.rate({
              name: account.name,
              from: account.currency,
              to: currency,
              label: label(account.currency),
              block: feeds,
            })}
          </p>
          <button
            type="button"
            class="link"
            aria-disabled={opening.busy}
            onClick={() =>
              opening.run(
                () => client.goToPlan(plan.id),
                () => undefined,
              )
            }
          >
            {words.page.openSheet}
          </button>
        </div>
      ))}
    </>
  );
}
