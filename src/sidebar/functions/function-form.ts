import type { FunctionRequest, SelectedCells } from '../../app/api/api.ts';
import type { Calculated, Input } from '../../kpi/define.ts';
import { isChoice } from '../ui/choices.ts';

/** One field of the form: what stands in it, and the selection it was last taken from. */
export interface Field {
  readonly text: string;
  /** Kept while the text is typed over: the user still means that sheet. */
  readonly picked?: SelectedCells;
}

/** What the user has filled in for one function. */
export interface Form {
  readonly fields: Readonly<Record<string, Field>>;
  readonly target: Field;
  /** `''` until the user has chosen. */
  readonly answer: FunctionRequest['answer'] | '';
}

const blank: Field = { text: '' };

/** What is wrong with a field, before the spreadsheet is asked. */
export type Wrong = 'required' | 'unreadable' | 'unreadableTarget';

export const emptyForm: Form = { fields: {}, target: blank, answer: '' };

export const formField = (form: Form, name: string): Field => form.fields[name] ?? blank;

export const withField = (form: Form, name: string, field: Field): Form => ({
  ...form,
  fields: { ...form.fields, [name]: field },
});

const sheet = /^(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!/u;
const cells = /^\$?[a-z]{1,3}\$?\d{1,8}(?::\$?[a-z]{1,3}(?:\$?\d{1,8})?)?$/i;
const columns = /^\$?[a-z]{1,3}:\$?[a-z]{1,3}$/i;
const rows = /^\$?\d{1,8}:\$?\d{1,8}$/;

const withoutSheet = (text: string) => text.trim().replace(sheet, '');

/** Whether a text is an address: `J2`, `J2:J9`, `K:K`, `'My ads'!J2:J9`. */
export function isAddress(text: string): boolean {
  const address = withoutSheet(text);
  return cells.test(address) || columns.test(address) || rows.test(address);
}

/** Whether a text may be a number in somebody's habits: `1.200`, `40%`, `1,5 tr`. */
const maybeNumber = (text: string) =>
  /^[-−+]?\s*\p{Sc}?\s*\d[\d.,\s]*[\p{L}\p{Sc}%]{0,5}$/u.test(text.trim());

/** The selection a field was taken from, if it still says so; else nothing. */
export const untouched = ({ text, picked }: Field): SelectedCells | undefined =>
  picked?.a1 === text.trim() ? picked : undefined;

/** The sheet a typed address is on where the text does not say: the one last selected on; or `''`. */
export const sheetMeant = ({ text, picked }: Field): string =>
  picked && isAddress(text) && !sheet.test(text.trim()) ? picked.sheet : '';

/** Whether a field holds more than one cell. */
export function isRange(field: Field): boolean {
  const { text } = field;
  const picked = untouched(field);
  if (picked) return picked.rows * picked.columns > 1;
  if (!isAddress(text)) return false;
  const [from, to] = withoutSheet(text).replace(/\$/g, '').toUpperCase().split(':');
  return to !== undefined && (from !== to || !/\d/.test(to));
}

/** The inputs that hold ranges. */
export const rangesOf = (kpi: Calculated, form: Form): readonly Input[] =>
  Object.entries(kpi.inputs)
    .filter(([name, input]) => !isChoice(input) && isRange(formField(form, name)))
    .map(([, input]) => input);

/** The first input in a range that can never be combined over rows. */
export const uncombinable = (ranges: readonly Input[]): Input | undefined =>
  ranges.find((input) => !isChoice(input) && input.over === 'whole');

/** One number over all rows unless the user, or the nature of an input, says otherwise. */
export function answerOf(kpi: Calculated, form: Form): FunctionRequest['answer'] {
  const ranges = rangesOf(kpi, form);
  if (ranges.length === 0 || uncombinable(ranges)) return 'rows';
  return form.answer || 'total';
}

/** What is wrong, by the name of the field; `target` for where the answer goes. */
export function wrongs(kpi: Calculated, form: Form): Readonly<Record<string, Wrong>> {
  const found: Record<string, Wrong> = {};
  for (const [name, input] of Object.entries(kpi.inputs)) {
    const text = formField(form, name).text.trim();
    if (isChoice(input)) continue;
    if (text === '' && !input.optional) found[name] = 'required';
    if (text !== '' && !isAddress(text) && !maybeNumber(text)) found[name] = 'unreadable';
  }
  const target = form.target.text.trim();
  if (target !== '' && !cells.test(withoutSheet(target))) found.target = 'unreadableTarget';
  return found;
}

/** What the spreadsheet is asked. */
export const functionRequest = (
  kpi: Calculated,
  form: Form,
  replace: boolean,
): FunctionRequest => ({
  name: kpi.name,
  inputs: Object.keys(kpi.inputs).map((name) => sent(formField(form, name))),
  answer: answerOf(kpi, form),
  target: sent(form.target),
  replace,
});

/**
 * A selection keeps its sheet when it travels: by the time the formula is written, the user may
 * have another sheet open.
 */
function sent(field: Field): string {
  const on = sheetMeant(field);
  const text = field.text.trim();
  return on === '' ? text : `'${on.replace(/'/g, "''")}'!${text}`;
}

/** Of a selection, the one cell in which an answer can begin. */
export function firstCell(picked: SelectedCells): SelectedCells {
  const [from = ''] = picked.a1.split(':');
  const column = /[a-z]/i.test(from) ? from : `A${from}`;
  return { ...picked, a1: /\d/.test(column) ? column : `${column}1`, rows: 1, columns: 1 };
}
