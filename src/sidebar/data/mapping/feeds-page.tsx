import { useState } from 'preact/hooks';
import type { PlanView } from '../../../app/api/plan-api.ts';
import type { Account } from '../../../plan/model/feeds.ts';
import { mergePlans } from '../../../plan/model/merge-plans.ts';
import { ClashBox, ConflictBox } from '../../plans/conflict-box.tsx';
import { usePlans, useSay } from '../../plans/plans-context.ts';
import { ChangedLine, SheetChanged } from '../../plans/sheet-changed.tsx';
import type { Chosen, Settled } from '../../plans/use-merged-save.ts';
import { usePanel } from '../../shell/panel-context.ts';
import { useHeading } from '../../shell/use-heading.ts';
import { AuthorField } from '../../ui/author-field.tsx';
import { ProblemBox } from '../../ui/fields.tsx';
import { BackToData } from '../back-to-data.tsx';
import { AnotherSource } from '../connect/connect-ways.tsx';
import { TablePreviews } from '../connect/table-previews.tsx';
import { useTablePreviews } from '../connect/use-table-previews.ts';
import { useData, useDataWords } from '../data-context.tsx';
import { usePlanView } from '../use-plan-view.ts';
import { sourceNamed, useSources } from '../use-sources.ts';
import { FeedRow } from './feed-row.tsx';
import {
  type FeedsDraft,
  feedsDraftOf,
  inputsWith,
  isBehind,
  missingIn,
  needsCosts,
  planBefore,
  planWith,
  rebasedFeeds,
} from './feeds-draft.ts';
import { idOf, namesInput } from './input-ids.ts';
import { RateHints } from './rate-hints.tsx';
import { useFields } from './use-fields.ts';
import { useSaveFeeds } from './use-save-feeds.ts';

/** What flows into a plan: for each of its numbers, from where, and what exactly. */
export function FeedsPage({ id }: { readonly id: string }) {
  const { view, task } = usePlanView(id);
  const words = useDataWords();
  const heading = useHeading(`feeds ${id}`);
  return (
    <main class="steps data">
      <BackToData id={id} />
      <h1 ref={heading} tabIndex={-1}>
        {words.map.title}
      </h1>
      {task.error && <ProblemBox>{task.error.problem}</ProblemBox>}
      {!view && task.busy && (
        <p class="muted" role="status">
          {words.page.opening}
        </p>
      )}
      {view && <Mapping view={view} />}
    </main>
  );
}

function Mapping({ view }: { readonly view: PlanView }) {
  const { announce } = usePanel();
  const { feeding, setFeeding, go } = usePlans();
  const { say: tell, start } = useData();
  const say = useSay();
  const words = useDataWords();
  const { plan } = view;
  const draft = feeding?.plan === plan.id ? feeding : feedsDraftOf(view);
  const inputs = inputsWith(plan, draft);
  const sources = useSources();
  const knowsNoCosts = ({ source }: Account) => sourceNamed(source, sources)?.unknownCosts;
  const fields = useFields(plan.id, draft.accounts);
  // What cannot be read is said once, however many inputs come from there.
  const unread = [
    ...new Set(Object.values(fields).flatMap((each) => ('problem' in each ? [each.problem] : []))),
  ];
  const previews = useTablePreviews(draft);
  const saving = useSaveFeeds();
  const [asking, setAsking] = useState(false);
  const behind =
    feeding?.plan === plan.id && isBehind(draft, plan) && !saving.clash && !saving.busy;
  const { feeds, accounts } = draft;
  const mergedNow = (chosen: Chosen = () => null) =>
    mergePlans(planBefore(draft, plan), { ...plan, feeds, accounts }, plan, chosen);
  const look = (chosen?: Chosen) => {
    const merged = mergedNow(chosen);
    setAsking(merged.conflicts.length > 0);
    if (merged.conflicts.length === 0) change(rebasedFeeds(merged.plan, view));
  };
  const [tried, setTried] = useState(false);
  const change = (next: FeedsDraft) => setFeeding(next);
  const unfinished = draft.feeds.filter(missingIn);
  const saved = (note: string) => {
    setFeeding(null);
    announce(words.map.saved);
    const told = draft.feeds.length > 0 ? words.refresh.saved : words.map.saved;
    tell({ plan: plan.id, said: [told, note].filter(Boolean), problem: '' });
    go('data', { plan: plan.id });
  };
  const save = () => {
    setTried(true);
    const [first] = unfinished;
    if (first) return document.getElementById(`from-${idOf(first.input)}`)?.focus();
    saving.save(draft, view, saved);
  };
  const again = (settled: Settled) => {
    const next = rebasedFeeds(settled.plan, settled.base);
    change(next);
    saving.save(next, settled.base, saved);
  };
  const wrongAt = saving.error?.field ?? '';
  const about = inputs.find(({ key }) => namesInput(wrongAt, key));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <SheetChanged />
      <ChangedLine shown={behind && !asking} look={() => look()} />
      {behind && asking && (
        <ConflictBox
          conflicts={mergedNow().conflicts}
          plan={planWith(draft, plan)}
          action={say.changed.take}
          busy={false}
          choose={look}
        />
      )}
      <p class="muted">{words.map.why}</p>
      {needsCosts(inputs, draft) && draft.accounts.some(knowsNoCosts) && (
        <p class="notice">{words.cost}</p>
      )}
      {unread.map((problem) => (
        <ProblemBox key={problem}>{problem}</ProblemBox>
      ))}
      <ul class="kpis feeds">
        {inputs.map((input) => (
          <FeedRow
            key={input.key}
            input={input}
            view={view}
            draft={draft}
            fields={fields}
            preview={previews.totals[input.key] ?? null}
            wrong={input === about ? (saving.error?.problem ?? '') : ''}
            tried={tried}
            change={change}
          />
        ))}
      </ul>
      <TablePreviews previews={previews} draft={draft} />
      <RateHints
        plan={plan}
        draft={draft}
        rated={start?.plans.find(({ id }) => id === plan.id)?.rated ?? []}
      />
      <AnotherSource plan={plan.id} />
      <AuthorField wrong={saving.nameless} />
      {saving.error && !about && <ProblemBox>{saving.error.problem}</ProblemBox>}
      <ClashBox saving={saving} first={true} again={again} />
      {tried && unfinished.length > 0 && <ProblemBox>{words.map.unfinished}</ProblemBox>}
      <footer>
        <button type="submit" class={saving.clash ? '' : 'main'} aria-disabled={saving.busy}>
          {saving.busy ? words.map.saving : words.map.save}
        </button>
        <button
          type="button"
          class="quiet"
          onClick={() => {
            setFeeding(null);
            go('data', { plan: plan.id });
          }}
        >
          {say.steps.cancel}
        </button>
      </footer>
    </form>
  );
}
