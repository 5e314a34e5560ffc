import { useState } from 'preact/hooks';
import type { InputPreview } from '../../../app/api/data-api.ts';
import type { PlanView } from '../../../app/api/plan-api.ts';
import { inputTitle } from '../../../messages/catalogue.ts';
import type { Feed } from '../../../plan/model/feeds.ts';
import type { PlanInput } from '../../../plan/model/inputs.ts';
import { usePanel } from '../../shell/panel-context.ts';
import { asLabel } from '../../ui/labels.ts';
import { doubtsAbout, proposedOf } from '../connect/table-doubts.ts';
import { useDataWords } from '../data-context.tsx';
import { feedInWords, missingInWords } from '../in-words.ts';
import { AskedValues } from './asked-values.tsx';
import { FeedForm } from './feed-form.tsx';
import { type FeedsDraft, inputsWith, missingIn, withFeed, withoutFeed } from './feeds-draft.ts';
import { idOf } from './input-ids.ts';
import { feedProposal } from './proposal-for.ts';
import { fieldsIn, type KnownFields } from './use-fields.ts';

interface FeedRowProps {
  readonly input: PlanInput;
  readonly view: PlanView;
  readonly draft: FeedsDraft;
  readonly fields: KnownFields;
  /** What it comes to in the quarter so far, where a table was read. */
  readonly preview: InputPreview | null;
  /** What is wrong with it, as the spreadsheet's side says. */
  readonly wrong: string;
  /** Somebody wanted to save already. */
  readonly tried: boolean;
  readonly change: (next: FeedsDraft) => void;
}

/** Which dimension's values a feed leaves to the user; `''` where it leaves none. */
const askedIn = (feed: Feed | undefined): string => {
  const missing = feed && missingIn(feed);
  return missing && 'dimension' in missing ? missing.dimension : '';
};

/** A number of the plan: typed, or from where, with what is asked in words. */
export function FeedRow(props: FeedRowProps) {
  const { input, view, draft, change } = props;
  const { language } = usePanel();
  const say = useDataWords().map;
  const id = idOf(input.key);
  const title = asLabel(inputTitle(input, language));
  const feed = draft.feeds.find((each) => each.input === input.key);
  const fields = fieldsIn(props.fields, feed?.account ?? '');
  const [asked, setAsked] = useState(() => askedIn(feed));
  const [unfolded, setUnfolded] = useState(feed?.metric === '');
  const put = (next: Feed) => change(withFeed(draft, next));
  const choose = (account: string) => {
    if (account === '') return change(withoutFeed(draft, input.key));
    const next = feedProposal(input, account, fieldsIn(props.fields, account), view.plan);
    setAsked(askedIn(next));
    setUnfolded(next.metric === '');
    put(next);
  };
  const missing = feed ? missingIn(feed) : null;
  return (
    <li data-input={input.key} class={missing ? 'asks' : ''}>
      <label for={`from-${id}`}>{title}</label>
      <select
        id={`from-${id}`}
        value={feed?.account ?? ''}
        aria-describedby={`said-${id}`}
        aria-invalid={props.wrong !== '' || (props.tried && missing !== null)}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="">{asLabel(say.typed)}</option>
        {draft.accounts.map(({ id: account, name }) => (
          <option key={account} value={account}>
            {name}
          </option>
        ))}
      </select>
      <div id={`said-${id}`}>
        <Said {...props} feed={feed} />
      </div>
      {feed && asked !== '' && !unfolded && (
        <AskedValues id={id} feed={feed} dimension={asked} fields={fields} put={put} />
      )}
      {feed && (
        <button
          type="button"
          class="link"
          id={`edit-${id}`}
          aria-expanded={unfolded}
          aria-label={say.editOf({ title })}
          onClick={() => setUnfolded(!unfolded)}
        >
          <span aria-hidden="true">{unfolded ? '▾' : '▸'}</span> {say.edit}
        </button>
      )}
      {feed && unfolded && (
        <div class="feed-form">
          <FeedForm id={id} feed={feed} input={input} fields={fields} put={put} />
        </div>
      )}
    </li>
  );
}

interface SaidProps extends FeedRowProps {
  readonly feed: Feed | undefined;
}

/** What is asked, in words; what is still to be chosen; what to look at; what is wrong. */
function Said({ feed, input, view, draft, fields: all, preview, wrong }: SaidProps) {
  const { language } = usePanel();
  const words = useDataWords();
  const say = words.map;
  if (!feed) return wrong ? <p class="error">{wrong}</p> : null;
  const fields = fieldsIn(all, feed.account);
  const missing = missingIn(feed);
  const titleOf = (key: string) => {
    const known = inputsWith(view.plan, draft).find((each) => each.key === key);
    return known ? inputTitle(known, language) : key;
  };
  const doubts = fields.table
    ? doubtsAbout(input.key, proposedOf(fields.table, view.plan), titleOf, words.tabs)
    : [];
  return (
    <>
      {feed.metric !== '' && (
        <p class="muted">
          <span aria-hidden="true">⟳</span> {feedInWords(feed, fields, say)}
          {input.over === 'whole' && ` ${say.whole[input.cadence]}`}
        </p>
      )}
      {missing && (
        <p class="choose">
          <span aria-hidden="true">▲</span> {missingInWords(missing, fields.dimensions, say)}
        </p>
      )}
      {preview && <Preview preview={preview} />}
      {doubts.map((doubt) => (
        <p key={doubt} class="warn">
          {doubt}
        </p>
      ))}
      {wrong && <p class="error">{wrong}</p>}
    </>
  );
}

/** What a table gives for it: how much, up to which day; that it gives nothing is said too. */
function Preview({ preview: { total, through } }: { readonly preview: InputPreview }) {
  const say = useDataWords().tabs;
  if (total !== '') return <p class="total">{say.total({ total, through })}</p>;
  return through === '' ? <p class="warn">{say.totalNone}</p> : null;
}
