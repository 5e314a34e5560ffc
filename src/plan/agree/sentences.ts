import { isCalculated } from '../../kpi/catalogue.ts';
import type { Kpi } from '../../kpi/define.ts';
import type { Identity, IdentityTerm } from '../../kpi/identity.ts';
import type { Unit } from '../../kpi/units.ts';
import { inputTitle } from '../../messages/catalogue.ts';
import { doctorAgreeWords } from '../../messages/compiled/doctor-agree.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import type { Text } from '../../messages/every-language.ts';
import { listOf } from '../../messages/list-of.ts';
import { formatAmount } from '../amounts/parse-amount.ts';
import { percentOf, titleInSentence } from '../doctor/format.ts';
import { both, type Chosen } from '../doctor/rule.ts';
import type { Plan } from '../model/plan.ts';
import type { Change } from './agreement.ts';
import { constantOf } from './identities.ts';
import { type Free, factor, type Placed, termValue } from './solve.ts';

/** An identity as it stands in a plan. */
export interface KnownTerms {
  readonly identity: Identity;
  readonly placed: readonly Placed[];
  /** The term without a target; `null` where every one has its own. */
  readonly missing: Placed | null;
  readonly plan: Plan;
  readonly catalogue: readonly Kpi[];
}

/** A term by name: a KPI, a quantity (`CPL.cost`) or one quantity per another. */
function nameOf({ of }: IdentityTerm, { catalogue }: KnownTerms, language: Language): string {
  const parts = of.split(' ÷ ').map((part) => {
    const [name, input] = part.split('.');
    const kpi = catalogue.find((each) => each.name === name);
    if (!kpi) return part;
    if (input === undefined || !isCalculated(kpi)) return titleInSentence(kpi, language);
    const known = kpi.inputs[input];
    return known ? inputTitle(known, language) : part;
  });
  const [one = '', other] = parts;
  return other === undefined ? one : doctorAgreeWords(language).per({ one, other });
}

function unitOf({ of }: IdentityTerm, { catalogue }: KnownTerms): Unit {
  const [name, input] = of.split('.');
  const kpi = catalogue.find((each) => each.name === name);
  if (!kpi) return 'index';
  if (input === undefined || !isCalculated(kpi)) return kpi.unit;
  const quantity = kpi.inputs[input.split(' ')[0] ?? ''];
  const unit = quantity && 'unit' in quantity ? quantity.unit : 'index';
  return of.includes('÷') && unit !== 'money' ? 'index' : unit;
}

const written = (
  value: number,
  term: IdentityTerm,
  known: KnownTerms,
  language: Language,
): string => formatAmount(value, unitOf(term, known), known.plan.circumstances.currency, language);

const writtenFactor = (term: IdentityTerm, known: KnownTerms, language: Language): string => {
  const name = nameOf(term, known, language);
  if (term.as === 'plusOne') return `(1 + ${name})`;
  return term.as === 'rest' ? `1 − ${name}` : name;
};

/** `leads = website traffic × visitor-to-lead rate`. */
export const formulaText = (known: KnownTerms): Text =>
  both((language) => {
    const side = (power: number) =>
      known.identity.terms
        .filter((term) => term.power === power)
        .map((term) => writtenFactor(term, known, language))
        .join(' × ');
    const constant = constantOf(known.identity, known.plan.circumstances);
    const words = doctorAgreeWords(language);
    // A constant that is not plain is the margin, or a unit of the formula such as the thousand of CPM.
    const times =
      constant === 1
        ? ''
        : ` × ${constant < 1 ? words.margin : formatAmount(constant, 'count', 'USD', language)}`;
    return `${side(1)} = ${side(-1)}${times}`;
  });

/** What became of a value: `+20%`; the value itself where it cannot be compared. */
function movedBy({ term, is }: Placed, known: KnownTerms, language: Language): string {
  if (!is || is.target === null) return '';
  const words = doctorAgreeWords(language);
  const name = nameOf(term, known, language);
  const change = is.baseline !== null && is.baseline > 0 ? is.target / is.baseline - 1 : null;
  if (change === null || term.as) return `${name} ${written(is.target, term, known, language)}`;
  const percent = percentOf(Math.abs(change), language);
  if (Math.abs(change) < 0.0005) return `${name} ${words.same}`;
  return `${name} ${change > 0 ? words.plus({ change: percent }) : words.minus({ change: percent })}`;
}

const othersSaid = (known: KnownTerms, without: Placed, language: Language): string =>
  listOf(
    known.placed.filter((each) => each !== without).map((each) => movedBy(each, known, language)),
    language,
  );

/** The first term as its target has it, and as the others make it. */
export const contradictionText = (known: KnownTerms, residual: number): Text =>
  both((language) => {
    const words = doctorAgreeWords(language);
    const [lead] = known.placed;
    if (!lead?.is || lead.is.target === null || lead.target === null) return '';
    const gives = termValue(lead.target - residual / lead.term.power, lead.term);
    const others = listOf(
      known.placed.slice(1).map(({ term }) => nameOf(term, known, language)),
      language,
    );
    const gap = Math.abs(factor(lead.is.target, lead.term) / factor(gives, lead.term) - 1);
    return words.contradiction({
      lead: nameOf(lead.term, known, language),
      target: written(lead.is.target, lead.term, known, language),
      others,
      gives: written(gives, lead.term, known, language),
      gap: percentOf(gap, language),
    });
  });

/** What the missing term would have to do. `change` and `to` are logarithms. */
export const implicationText = (
  known: KnownTerms,
  missing: Placed,
  change: number,
  to: number | null,
  kind: 'note' | 'implication',
): Text =>
  both((language) => {
    const words = doctorAgreeWords(language);
    const { is, term } = missing;
    const compared = to !== null && is !== null && is.baseline !== null;
    const by =
      compared && is.baseline ? termValue(to, term) / is.baseline - 1 : Math.exp(change) - 1;
    const percent = percentOf(Math.abs(by), language);
    const moves = by < 0 ? words.fall({ change: percent }) : words.rise({ change: percent });
    const says = kind === 'note' ? words.consequence : words.implication;
    return says({
      known: othersSaid(known, missing, language),
      missing: nameOf(term, known, language),
      change: compared
        ? words.fromTo({
            change: moves,
            from: written(is.baseline ?? 0, term, known, language),
            to: written(termValue(to, term), term, known, language),
          })
        : moves,
    });
  });

export const noteText = (known: KnownTerms, missing: Placed, value: number): Text =>
  both((language) =>
    doctorAgreeWords(language).note({
      known: othersSaid(known, missing, language),
      missing: nameOf(missing.term, known, language),
      value: written(value, missing.term, known, language),
    }),
  );

/** A change as a button and its steps. */
export const changeText = (
  known: KnownTerms,
  way: Change['way'],
  free: readonly Free[],
  targets: ReadonlyMap<string, number>,
): Change => ({
  way,
  targets: Object.fromEntries(targets),
  button: both((language) => {
    const words = doctorAgreeWords(language);
    const [first] = free;
    if (way === 'least' || !first) return words.least;
    return words[way]({ title: nameOf(first.term, known, language) });
  }),
  says: free
    .filter(({ is }) => targets.has(is.kpi))
    .map(({ is, term }) =>
      both((language) => {
        const words = doctorAgreeWords(language);
        const title = titleInSentence(is.is, language);
        const to = written(targets.get(is.kpi) ?? 0, term, known, language);
        return is.target === null
          ? words.fresh({ title, to })
          : words.step({ title, from: written(is.target, term, known, language), to });
      }),
    ),
});

export const beyondText = (known: KnownTerms, budget: Chosen, cost: number): Text =>
  both((language) => {
    const [lead] = known.identity.terms;
    const money = (value: number) =>
      formatAmount(value, 'money', known.plan.circumstances.currency, language);
    return doctorAgreeWords(language).beyond({
      cost: lead ? nameOf(lead, known, language) : '',
      value: money(cost),
      budget: titleInSentence(budget.is, language),
      plan: money(budget.target ?? 0),
    });
  });
