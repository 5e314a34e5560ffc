import type { Language } from '../../../src/messages/compiled/languages.ts';
import { type BuiltDesk, openBuiltDesk } from '../../kit/desk/built-desk.ts';

let open: BuiltDesk | undefined;

/** The desk of this test, until it is over. */
export function keep(desk: BuiltDesk): BuiltDesk {
  open = desk;
  return desk;
}

export function dispose(): void {
  open?.desk.dispose();
  open = undefined;
}

const empty = { sheets: [{ name: 'Sheet1', rows: [] }] };

export async function openEmpty(language: Language, locale: string): Promise<BuiltDesk> {
  const desk = keep(await openBuiltDesk({ language, locale }, empty));
  desk.desk.user = 'lan@example.com';
  return desk;
}

/** The page of the dialog that came last. */
export function page({ events }: BuiltDesk): string {
  const last = events.findLast((event) => event.type === 'dialog');
  if (last?.type !== 'dialog') throw new Error('There was no dialog.');
  return last.page.html;
}

/** The text to be copied, as a browser shows it. */
export function copied(desk: BuiltDesk): string {
  const [, text = ''] = /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(page(desk)) ?? [];
  return text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&#39;/g, "'");
}

export const linesOf = (desk: BuiltDesk) =>
  copied(desk)
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));

/** What stands in the spreadsheet and what is kept with it. */
export async function standing({ desk, sheets }: BuiltDesk) {
  await desk.settle();
  const { resources } = desk.engine.snapshot();
  const kept = resources?.find(({ name }) => name === 'SHEET_DEFINED_NAME_PLUGIN')?.data || '{}';
  const named: { name: string }[] = Object.values(JSON.parse(kept));
  // Those with two underscores are the workbench's own.
  const names = named.map(({ name }) => name).filter((name) => !name.startsWith('__'));
  return { sheets: sheets(), names, clocks: desk.triggers().length, notes: desk.kept().document };
}
