import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Calculated, Variant } from '../../kpi/define.ts';
import {
  allPitfalls,
  choiceLabel,
  inputTitle,
  kpiSummary,
  otherNames,
} from '../../messages/catalogue.ts';
import { spoken } from '../../messages/spoken.ts';
import { usePanel } from '../shell/panel-context.ts';
import { isChoice } from '../ui/choices.ts';
import { DirectionMark } from '../ui/direction.tsx';
import { titleBesideName } from '../ui/titles.ts';
import type { Form } from './function-form.ts';
import { InsertForm } from './insert-form.tsx';
import { workedExample } from './worked-example.ts';

interface PageProps {
  readonly kpi: Calculated;
  readonly form: Form;
  readonly change: (form: Form) => void;
  readonly leave: () => void;
  readonly inserted: (recent: readonly string[]) => void;
}

/** One function: what it means, the form that inserts it, and what to know about it. */
export function FunctionPage({ kpi, form, change, leave, inserted }: PageProps) {
  const { language, words } = usePanel();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus();
  }, [kpi.name]);
  return (
    <main>
      <button type="button" class="quiet back" onClick={leave}>
        <span aria-hidden="true">‹</span> {words.backToFunctions}
      </button>
      <h1 ref={heading} tabIndex={-1}>
        {titleBesideName(kpi, language)} <span class="code">{kpi.name}</span>
      </h1>
      <p>{kpiSummary(kpi, language)}</p>
      <Formula kpi={kpi} />
      <p class="facts">
        <DirectionMark better={kpi.better} inWords={true} />
        <span>
          {words.about.unit}: {words.units[kpi.unit]}
        </span>
      </p>
      <InsertForm kpi={kpi} form={form} change={change} leave={leave} inserted={inserted} />
      <Pitfalls kpi={kpi} />
      <Examples kpi={kpi} />
      <More kpi={kpi} />
    </main>
  );
}

function Formula({ kpi }: { kpi: Calculated }) {
  const { language, words } = usePanel();
  const condition = ({ given, chosen }: Variant) => {
    const chooser = chosen && kpi.inputs[chosen.input];
    if (chosen && chooser && isChoice(chooser)) {
      return words.about.whenChosen({ choice: choiceLabel(chooser, chosen.is, language) });
    }
    const input = kpi.inputs[given ?? ''];
    return words.about.whenGiven({ input: input ? inputTitle(input, language) : '' });
  };
  return (
    <section class="formula" aria-label={words.about.formula}>
      <p>{spoken(kpi.formula, kpi.inputs, language)}</p>
      {kpi.variants?.map((variant) => (
        <p key={variant.formula}>
          <span class="muted">{condition(variant)}:</span>{' '}
          {spoken(variant.formula, kpi.inputs, language)}
        </p>
      ))}
    </section>
  );
}

function Pitfalls({ kpi }: { kpi: Calculated }) {
  const { language, words } = usePanel();
  const all = allPitfalls(kpi, language);
  if (all.length === 0) return null;
  return (
    <section>
      <h2>{words.about.pitfalls}</h2>
      <ul class="plain">
        {all.map((pitfall) => (
          <li key={pitfall}>{pitfall}</li>
        ))}
      </ul>
    </section>
  );
}

function Examples({ kpi }: { kpi: Calculated }) {
  const { language, words } = usePanel();
  const { example, examples } = words.about;
  return (
    <section>
      <h2>{kpi.examples.length > 1 ? examples : example}</h2>
      {kpi.examples.map((one) => {
        const { given, calculation } = workedExample(kpi, one, language, words);
        return (
          <div key={calculation} class="example">
            <dl>
              {given.map(({ title, value }) => (
                <div key={title}>
                  <dt>{title}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            <p class="calculation">{calculation}</p>
          </div>
        );
      })}
    </section>
  );
}

function More({ kpi }: { kpi: Calculated }) {
  const { language, words } = usePanel();
  const say = words.about;
  const facts: readonly (readonly [string, string])[] = [
    [say.stage, words.stages[kpi.funnel]],
    [say.timing, words.timing[kpi.timing]],
    [say.group, words.groups[kpi.group]],
    [say.level, words.levels[kpi.level]],
    [say.roles, kpi.roles.map((role) => words.roles[role]).join(', ')],
    [say.alsoCalled, otherNames(kpi, language).join(', ')],
  ];
  return (
    <details>
      <summary>{say.more}</summary>
      <dl class="more">
        {facts
          .filter(([, fact]) => fact !== '')
          .map(([title, fact]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
      </dl>
      <p>
        <a href={kpi.source} target="_blank" rel="noopener noreferrer">
          {say.definition}
          <span aria-hidden="true"> ↗</span>
          <span class="unseen"> ({say.opensInTab})</span>
        </a>
      </p>
    </details>
  );
}
