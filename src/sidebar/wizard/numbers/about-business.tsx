import { useEffect, useState } from 'preact/hooks';
import type { Business } from '../../../kpi/identity.ts';
import type { Language } from '../../../messages/compiled/languages.ts';
import type { WeekStart } from '../../../plan/calendar/calendar.ts';
import type { Stage } from '../../../plan/model/plan.ts';
import { useNames } from '../../plans/plan-names.ts';
import { usePlans, useSay } from '../../plans/plans-context.ts';
import { usePanel } from '../../shell/panel-context.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { number } from '../../ui/numbers.ts';
import { withBusinessProfile, withPlan } from '../draft.ts';
import type { Draft } from '../draft-begun.ts';
import { sameStart } from '../quarters.ts';
import { readPercent } from './typed-numbers.ts';

interface AboutProps {
  readonly draft: Draft;
  readonly change: (next: (last: Draft) => Draft) => void;
}

/** What a business answers once: it decides which variants of KPIs are proposed. */
export function AboutBusiness({ draft, change }: AboutProps) {
  const { language } = usePanel();
  const { start } = usePlans();
  const say = useSay().who;
  const names = useNames();
  const { business, stage, sales, margin, firstMonth, weekStart } = draft.plan.circumstances;
  const [text, setText] = useState(() =>
    margin === null ? '' : `${number(margin * 100, language, 2)}%`,
  );
  const read = readPercent(text, language);
  // The sheet may say another margin by now.
  useEffect(() => {
    const typed = readPercent(text, language);
    const says = typed !== null && typed <= 1 ? typed : null;
    if (says !== margin) setText(margin === null ? '' : `${number(margin * 100, language, 2)}%`);
  }, [margin]);
  const known = [business && names.businesses[business], stage && names.stages[stage]];
  const put = (part: Parameters<typeof withBusinessProfile>[1]) =>
    change((last) => withBusinessProfile(last, part));
  return (
    <details class="about">
      <summary>
        {say.about}
        <span class="muted note">{known.filter(Boolean).join(' · ') || say.aboutWhy}</span>
      </summary>
      <SelectField<Business | ''>
        id="business"
        label={say.business}
        value={business ?? ''}
        options={[['', say.unsaid], ...(Object.entries(names.businesses) as [Business, string][])]}
        choose={(chosen) => put({ business: chosen || null })}
      />
      <SelectField<Stage | ''>
        id="stage"
        label={say.stage}
        value={stage ?? ''}
        options={[['', say.unsaid], ...(Object.entries(names.stages) as [Stage, string][])]}
        choose={(chosen) => put({ stage: chosen || null })}
      />
      <SelectField<'sales' | 'revenue'>
        id="sales"
        label={say.sales}
        value={sales}
        options={Object.entries(names.sales) as ['sales' | 'revenue', string][]}
        choose={(chosen) => put({ sales: chosen })}
      />
      <TextField
        id="margin"
        label={say.margin}
        value={text}
        placeholder={say.marginExample}
        hint={say.marginHint}
        wrong={text.trim() !== '' && (read === null || read > 1) ? say.marginWrong : ''}
        change={(typed) => {
          setText(typed);
          const value = readPercent(typed, language);
          put({ margin: value !== null && value <= 1 ? value : null });
        }}
      />
      <div class="pair">
        {draft.is !== 'edit' && (
          <SelectField
            id="firstMonth"
            label={say.firstMonth}
            value={String(firstMonth)}
            options={months(language)}
            choose={(chosen) =>
              change((last) => {
                const next = withBusinessProfile(last, { firstMonth: Number(chosen) });
                return withPlan(next, {
                  quarter: sameStart(last.plan.quarter, Number(chosen), start.today),
                });
              })
            }
          />
        )}
        <SelectField<WeekStart>
          id="weekStart"
          label={say.weekStart}
          value={weekStart}
          options={Object.entries(say.weekStarts) as [WeekStart, string][]}
          choose={(chosen) => put({ weekStart: chosen })}
        />
      </div>
    </details>
  );
}

/** The twelve months as readers of the language call them. */
const months = (language: Language): readonly (readonly [string, string])[] => {
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, at) => [
    String(at + 1),
    format.format(new Date(Date.UTC(2026, at, 15))),
  ]);
};
