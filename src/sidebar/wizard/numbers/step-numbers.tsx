import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PlannedKpi } from '../../../plan/model/plan.ts';
import { useSay } from '../../plans/plans-context.ts';
import { usePanel } from '../../shell/panel-context.ts';
import { bands, change as changeKpi, reread, typedInto, withActuals } from '../draft.ts';
import { Footer, type StepProps } from '../step-parts.tsx';
import { NumberCard } from './number-card.tsx';
import { firstWrong } from './number-fields.ts';

/** Last quarter, target and owner of every KPI. Enter goes from field to field; nothing must be filled. */
export function StepNumbers({ draft, change, goTo, focusOn }: StepProps) {
  const { client, language } = usePanel();
  const words = useSay();
  const say = words.numbers;
  const box = useRef<HTMLFormElement>(null);
  const [looking, setLooking] = useState(false);
  const { plan, known } = draft;
  const { weighted, tracked } = bands(plan);

  // A new plan may follow one of the same name whose sheet knows how the last quarter went.
  const asked = plan.kpis.map(({ kpi }) => kpi);
  const unasked = asked.some((kpi) => !known?.asked.includes(kpi));
  useEffect(() => {
    if (draft.is === 'edit' || !unasked) return;
    let current = true;
    const { name, role, quarter, own } = plan;
    const { currency, margin } = plan.circumstances;
    setLooking(true);
    const request = { name, role, quarter, currency, margin, own, kpis: asked };
    client.lastActuals(request).then((answer) => {
      if (!current) return;
      setLooking(false);
      const found = 'ok' in answer ? answer.ok : { actuals: {}, from: [], notes: {} };
      change((last) => withActuals(last, { asked, ...found }));
    });
    return () => {
      current = false;
    };
  }, []);

  /** Puts the focus on a field, unfolding what it stands in; whether there is such a field. */
  const focus = (id: string): boolean => {
    const field = id === '' ? null : box.current?.querySelector<HTMLElement>(`#${id}`);
    field?.closest('details')?.setAttribute('open', '');
    field?.focus();
    return Boolean(field);
  };
  useLayoutEffect(() => {
    focus(focusOn);
  }, [focusOn]);

  const next = () => {
    if (!focus(firstWrong(draft))) goTo(4);
  };
  const card = (planned: PlannedKpi) => (
    <NumberCard
      key={planned.kpi}
      planned={planned}
      draft={draft}
      type={(field, text) => change((last) => typedInto(last, planned.kpi, field, text, language))}
      define={(own) => change((last) => reread(last, own))}
      put={(part) => change((last) => changeKpi(last, planned.kpi, part))}
    />
  );
  return (
    <form
      ref={box}
      class="numbers"
      noValidate
      onKeyDown={(event) => {
        if (event.key === 'Enter' && onwards(event.target, box.current)) event.preventDefault();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        next();
      }}
    >
      <p class="muted">{say.how}</p>
      <p class="muted" role="status">
        {looking && say.looking}
        {known &&
          known.from.length > 0 &&
          say.from({ sheets: known.from.map((sheet) => `“${sheet}”`).join(', ') })}
      </p>
      {weighted.map(card)}
      {tracked.length > 0 && (
        <section>
          <h2>{say.tracked({ count: tracked.length })}</h2>
          {tracked.map(card)}
        </section>
      )}
      <p class="muted">{say.weeks}</p>
      {draft.is !== 'edit' && (
        <Footer next={words.steps.next} {...(draft.is === 'new' ? { back: () => goTo(2) } : {})} />
      )}
    </form>
  );
}

/** From a field to the next one that can be seen, after the last one to the button; whether it went. */
function onwards(from: EventTarget | null, box: HTMLFormElement | null): boolean {
  if (!(from instanceof HTMLInputElement) || !box) return false;
  const shown = [...box.querySelectorAll<HTMLElement>('input, button.main')].filter(
    (element) => !element.closest('details:not([open])'),
  );
  const next = shown[shown.indexOf(from) + 1];
  if (!next) return false;
  next.focus();
  if (next instanceof HTMLInputElement) next.select();
  return true;
}
