import { answer, Refused, type Shown } from '../../cells/answer.ts';
import type { CellKpi, CellTable } from '../../cells/cell-kpi.ts';
import { total } from '../../cells/total.ts';
import { appWords } from '../../messages/compiled/app.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { languageOf } from '../../messages/language-of.ts';
import type { FunctionInserted, FunctionPreview, FunctionRequest } from '../api/api.ts';
import { Problem } from '../api/user-error.ts';
import type { Host } from '../ports/host.ts';
import { type FunctionPlan, planFunction } from './function-plan.ts';
import { noteUse, recentFunctions } from './recent.ts';
import { a1, reference } from './reference.ts';

/** How many answers a preview shows. */
const shownAnswers = 5;

export function previewFunction(
  request: FunctionRequest,
  table: CellTable,
  host: Host,
  language: Language,
): FunctionPreview {
  const plan = planFunction(request, table, host, language);
  const { answer: place } = plan;
  return {
    formula: plan.formula,
    target: addressOf(plan, host),
    answers: answersOf(plan, request, table, host, language),
    cells: place.rows * place.columns,
    note: plan.note,
    occupied: plan.occupied,
  };
}

/**
 * Writes the formula. The place is looked at again under the lock, so that nothing that came into
 * it meanwhile is overwritten.
 */
export function insertFunction(
  request: FunctionRequest,
  table: CellTable,
  host: Host,
  language: Language,
): FunctionInserted {
  const say = appWords(language);
  const done = host.exclusively(() => {
    const plan = planFunction(request, table, host, language);
    const target = addressOf(plan, host);
    if (plan.occupied && !request.replace)
      throw new Problem(say.targetHolds({ cell: target }), 'target');
    // What the cells would refuse is refused here, before it is written.
    answersOf(plan, request, table, host, language);
    host.writeFormula(plan.answer, plan.formula);
    const { format } = plan.kpi;
    if (format) optionally(host, () => host.suggestFormat(plan.answer, format));
    return { formula: plan.formula, target };
  });
  if (!done) throw new Problem(say.otherRun);
  const recent = optionally(host, () => {
    noteUse(request.name, host);
    return recentFunctions(host);
  });
  return { ...done, recent: recent ?? [request.name] };
}

/** Does what is pleasant but not needed: the formula stands, whatever becomes of this. */
function optionally<T>(host: Host, work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    host.report(error);
    return null;
  }
}

const addressOf = ({ answer: place }: FunctionPlan, host: Host): string =>
  reference({ sheet: place.sheet, a1: a1({ ...place, rows: 1, columns: 1 }) }, host.activeSheet());

/** The first answers, from the second row when the first is a header. */
function answersOf(
  plan: FunctionPlan,
  request: FunctionRequest,
  table: CellTable,
  host: Host,
  language: Language,
): string[] {
  const compute = (speak: () => Language) =>
    (request.answer === 'rows' ? answer : total)(plan.kpi, plan.values, table, speak);
  let shown: Shown;
  try {
    shown = compute(() => languageOf(host.spreadsheetLocale()));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // The cell would speak the language of the sheet; here it is the user who is told.
    throw new Problem(refusalIn(language, compute));
  }
  const answers = Array.isArray(shown) ? shown.flat() : [shown];
  return answers
    .filter((each, index) => index > 0 || each !== '' || answers.length === 1)
    .slice(0, shownAnswers)
    .map((each) => written(each, plan.kpi, language));
}

function refusalIn(language: Language, compute: (speak: () => Language) => Shown): string {
  try {
    return String(compute(() => language));
  } catch (error) {
    return error instanceof Refused ? error.message : appWords(language).failed;
  }
}

/** An answer in the user's habits, with the unit's number of decimals. */
function written(value: number | string, { format }: CellKpi, language: Language): string {
  if (typeof value === 'string') return value;
  const percent = format.endsWith('%');
  return new Intl.NumberFormat(language, {
    style: percent ? 'percent' : 'decimal',
    maximumFractionDigits: percent || Math.abs(value) >= 100 ? 2 : 4,
  }).format(value);
}
