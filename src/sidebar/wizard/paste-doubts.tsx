import type { DecimalSign } from '../../plan/amounts/read-column.ts';
import type { Pasted } from '../../plan/paste/paste.ts';
import { useSay } from '../plans/plans-context.ts';

interface PasteDoubtsProps {
  readonly read: Pasted;
  /** The plan's money. */
  readonly plans: string;
  readonly decide: (decimal: DecimalSign) => void;
  readonly countIn: (currency: string) => void;
}

/** What nothing in a pasted table tells: one click decides it for all of its numbers. */
export function PasteDoubts({ read, plans, decide, countIn }: PasteDoubtsProps) {
  const say = useSay().paste;
  const { twoWays, currency } = read;
  return (
    <>
      {twoWays && (
        <div class="questions">
          <p class="warn">{say.twoWays({ column: twoWays.header, cell: twoWays.cell })}</p>
          <p class="doing">
            {([',', '.'] as const).map((sign) => (
              <button key={sign} type="button" class="small-way" onClick={() => decide(sign)}>
                {twoWays.readings[sign]}
              </button>
            ))}
          </p>
        </div>
      )}
      {currency !== null && (
        <div class="questions">
          <p class="warn">{say.money({ theirs: currency, plans })}</p>
          <p class="doing">
            <button type="button" class="small-way" onClick={() => countIn(currency)}>
              {say.countIn({ theirs: currency })}
            </button>
          </p>
        </div>
      )}
    </>
  );
}
