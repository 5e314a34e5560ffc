import type { WorkbenchWords } from '../../messages/compiled/workbench.ts';
import type { HtmlPage } from '../google/context.ts';
import type { Mail } from '../google/external.ts';
import { createElement } from './dom.ts';
import { Frame } from './panel.ts';
import { shownWords } from './words.ts';

const region = createElement('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' });

/**
 * A short message in the corner, as Google's toasts. It stays `seconds` (0: for good), longer while
 * it is pointed at; its cross and Escape close it.
 */
export function toast(title: string, text: string | readonly string[], seconds = 6): void {
  if (!region.isConnected) {
    document.body.append(region);
    addEventListener('keydown', closeLast, true);
  }
  const lines = typeof text === 'string' ? [text] : text;
  const box = createElement(
    'div',
    { class: 'toast' },
    ...(title === '' ? [] : [createElement('strong', {}, title)]),
    ...lines.map((line) => createElement('p', {}, line)),
  );
  const cross = createElement('button', {
    type: 'button',
    class: 'cross',
    'aria-label': shownWords().dialog.close,
  });
  cross.addEventListener('click', () => box.remove());
  box.append(cross);
  region.append(box);
  if (seconds <= 0) return;
  let timer: ReturnType<typeof setTimeout>;
  const count = () => {
    timer = setTimeout(() => box.remove(), seconds * 1000);
  };
  box.addEventListener('pointerenter', () => clearTimeout(timer));
  box.addEventListener('pointerleave', count);
  count();
}

/** Escape goes on to whoever else waits for it: closing a message takes nothing from anybody. */
function closeLast({ key }: KeyboardEvent): void {
  if (key === 'Escape') region.lastElementChild?.remove();
}

interface Choice {
  readonly label: string;
  readonly value: string;
  /** The one coloured button. */
  readonly main?: boolean;
}

/** Asks, and answers with the chosen button's value; Escape chooses `otherwise`. */
export function askUser(
  title: string,
  text: string,
  choices: readonly Choice[],
  otherwise: string,
): Promise<string> {
  return new Promise((resolve) => {
    const dialog = createElement('dialog', { class: 'dialog', 'aria-label': title || text });
    const buttons = choices.map(({ label, value, main }) => {
      const button = createElement('button', { type: 'button', class: main ? 'main' : '' }, label);
      button.addEventListener('click', () => dialog.close(value));
      return button;
    });
    dialog.append(
      ...(title === '' ? [] : [createElement('h2', {}, title)]),
      ...text.split('\n').map((line) => createElement('p', {}, line)),
      createElement('div', { class: 'dialog-buttons' }, ...buttons),
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue || otherwise);
    });
    document.body.append(dialog);
    dialog.showModal();
    buttons.at(choices.findIndex(({ main }) => main))?.focus();
  });
}

/** A script's question, with the buttons Google would show. */
export function askAlert(
  title: string,
  prompt: string,
  set: string,
  words: WorkbenchWords,
): Promise<string> {
  const all: Record<string, string> = {
    OK: words.dialog.ok,
    CANCEL: words.dialog.cancel,
    YES: words.dialog.yes,
    NO: words.dialog.no,
  };
  const names = set.split('_').filter((name) => name in all);
  const choices = names.map((value, i) => ({ value, label: all[value]!, main: i === 0 }));
  return askUser(title, prompt, choices, 'CLOSE');
}

/** A mail as its reader would get it: plain text. */
export async function showMail(mail: Mail, words: WorkbenchWords): Promise<void> {
  const { to, from, subject, body } = mail;
  const close = { label: words.dialog.close, value: 'close', main: true };
  await askUser(subject, `${from} → ${to}\n\n${body}`, [close], 'close');
}

/** A script's own page in a dialog; resolves when it is closed. */
export function showDialog(
  page: HtmlPage,
  shim: string,
  before: () => Promise<unknown>,
  words: WorkbenchWords,
): Promise<void> {
  const dialog = createElement('dialog', { class: 'dialog dialog-page', 'aria-label': page.title });
  const frame = new Frame(page, shim, before, () => dialog.close());
  const cross = createElement('button', {
    type: 'button',
    class: 'cross',
    'aria-label': words.dialog.close,
  });
  cross.addEventListener('click', () => dialog.close());
  dialog.append(
    createElement('div', { class: 'panel-head' }, createElement('h2', {}, page.title), cross),
    frame.frame,
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      frame.dispose();
      dialog.remove();
      resolve();
    });
  });
}
