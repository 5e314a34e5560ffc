import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { languageWords } from '../../messages/compiled/language.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { languages } from '../../messages/compiled/languages.ts';
import type { PlanRole } from '../../plan/model/plan.ts';
import { useNames } from '../plans/plan-names.ts';
import { usePlans, useSay } from '../plans/plans-context.ts';
import { usePanel } from '../shell/panel-context.ts';
import { currencyOptions } from '../ui/currencies.ts';
import { SelectField, TextField } from '../ui/fields.tsx';
import { named, withBusinessProfile, withoutActuals, withPlan } from './draft.ts';
import { AboutBusiness } from './numbers/about-business.tsx';
import { withProposals } from './numbers/proposals.ts';
import { sampleDraft } from './numbers/sample-draft.ts';
import { PasteTable } from './paste-table.tsx';
import { quarterChoices, quarterKey, quarterOfKey, quarterOptions } from './quarters.ts';
import { Footer, type StepProps } from './step-parts.tsx';

/** Who the plan is for, and when; and the three ways that need no more than that. */
export function StepWho({ draft, change, goTo, focusOn }: StepProps) {
  const { language } = usePanel();
  const { start } = usePlans();
  const say = useSay();
  const names = useNames();
  const box = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(draft.is === 'edit');
  const [pasting, setPasting] = useState(false);
  const { plan } = draft;
  const { firstMonth, currency } = plan.circumstances;
  const quarters = quarterChoices(start.today, firstMonth, plan.quarter);
  const editing = draft.is === 'edit';
  const roleOpen = plan.role === 'other' && !draft.roleSaid;
  const wrong = {
    name: plan.name.trim() === '' ? say.who.nameMissing : '',
    role: roleOpen ? say.who.roleMissing : '',
  };

  useLayoutEffect(() => {
    if (focusOn) box.current?.querySelector<HTMLElement>(`#${focusOn}`)?.focus();
  }, [focusOn]);

  /** Goes on where everything is said that must be; else to the first field that is open. */
  const ready = (): boolean => {
    setTried(true);
    const first = wrong.name ? 'name' : wrong.role ? 'role' : '';
    if (first) box.current?.querySelector<HTMLElement>(`#${first}`)?.focus();
    return first === '';
  };
  const next = () => {
    if (!ready()) return;
    change(withProposals);
    goTo(2);
  };
  if (pasting) {
    const leave = (read: boolean) => {
      setPasting(false);
      if (!read) return;
      setTried(true);
      if (!wrong.name && !wrong.role) goTo(2);
    };
    return <PasteTable draft={draft} change={change} leave={leave} />;
  }
  const read = draft.shaped && draft.is === 'new' ? plan.kpis.length : 0;
  return (
    <form
      ref={box}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        next();
      }}
    >
      {read > 0 && <p class="undone">{say.paste.read({ count: read })}</p>}
      <TextField
        id="name"
        label={say.who.name}
        value={plan.name}
        placeholder={say.who.nameExample}
        required={true}
        wrong={tried ? wrong.name : ''}
        change={(name) => change((last) => named(last, name))}
      />
      <SelectField<PlanRole | ''>
        id="role"
        label={say.who.role}
        value={roleOpen ? '' : plan.role}
        required={true}
        wrong={tried ? wrong.role : ''}
        options={[
          ['', say.who.roleChoose],
          ...(Object.entries(names.roles) as [PlanRole, string][]),
        ]}
        choose={(role) =>
          change((last) => ({
            ...withoutActuals(withPlan(last, { role: role || 'other' })),
            roleSaid: role !== '',
          }))
        }
      />
      {!editing && (
        <SelectField
          id="quarter"
          label={say.who.quarter}
          value={quarterKey(plan.quarter)}
          options={quarterOptions(quarters, firstMonth, language)}
          choose={(key) => {
            const quarter = quarterOfKey(quarters, key);
            if (quarter) change((last) => withoutActuals(withPlan(last, { quarter })));
          }}
        />
      )}
      <div class="pair">
        <SelectField
          id="currency"
          label={say.who.currency}
          value={currency}
          options={currencyOptions(currency, language)}
          choose={(chosen) => change((last) => withBusinessProfile(last, { currency: chosen }))}
        />
        <SelectField<Language>
          id="language"
          label={say.who.language}
          value={plan.language}
          options={[...languages]
            .reverse()
            .map((each) => [each, languageWords(each).name] as const)}
          choose={(chosen) => change((last) => withPlan(last, { language: chosen }))}
        />
      </div>
      <AboutBusiness draft={draft} change={change} />
      {draft.is === 'new' && (
        <section class="ways">
          <h2>{say.who.ways}</h2>
          <Way
            title={say.who.sample}
            why={say.who.sampleWhy}
            take={() => {
              change((last) => sampleDraft(last, start.today, say.who.sampleName));
              goTo(5);
            }}
          />
          <Way
            title={say.who.draft}
            why={say.who.draftWhy}
            take={() => {
              if (!ready()) return;
              change(withProposals);
              goTo(5);
            }}
          />
          <Way title={say.who.paste} why={say.who.pasteWhy} take={() => setPasting(true)} />
        </section>
      )}
      {!editing && <Footer next={say.steps.next} />}
    </form>
  );
}

interface WayProps {
  readonly title: string;
  readonly why: string;
  readonly take: () => void;
}

function Way({ title, why, take }: WayProps) {
  return (
    <button type="button" class="way" onClick={take}>
      <span>
        {title}
        <span class="muted note">{why}</span>
      </span>
      <span aria-hidden="true" class="code">
        ›
      </span>
    </button>
  );
}
