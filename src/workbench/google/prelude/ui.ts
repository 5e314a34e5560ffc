import { callService, standIn } from './wire.ts';

type GoogleUi = GoogleAppsScript.Base.Ui;
type GoogleMenu = GoogleAppsScript.Base.Menu;

/** A menu as the page shows it. */
export type MenuEntry =
  | { readonly kind: 'item'; readonly caption: string; readonly handler: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'menu'; readonly caption: string; readonly entries: readonly MenuEntry[] };

const contents = new WeakMap<object, { caption: string; entries: MenuEntry[] }>();

function menu(caption: string, addOn: boolean): GoogleMenu {
  const entries: MenuEntry[] = [];
  const object: Pick<GoogleMenu, 'addItem' | 'addSeparator' | 'addSubMenu' | 'addToUi'> = {
    addItem: (text, handler) => {
      entries.push({ kind: 'item', caption: String(text), handler: String(handler) });
      return self;
    },
    addSeparator: () => {
      entries.push({ kind: 'separator' });
      return self;
    },
    addSubMenu: (sub) => {
      entries.push({ kind: 'menu', ...contents.get(sub)! });
      return self;
    },
    addToUi: () => {
      callService('Ui.addMenu', addOn, caption, entries);
    },
  };
  const self = standIn('Menu', object) as GoogleMenu;
  contents.set(self, { caption, entries });
  return self;
}

const buttonSets = {
  OK: 'OK',
  OK_CANCEL: 'OK_CANCEL',
  YES_NO: 'YES_NO',
  YES_NO_CANCEL: 'YES_NO_CANCEL',
};
const buttons = { CLOSE: 'CLOSE', OK: 'OK', CANCEL: 'CANCEL', YES: 'YES', NO: 'NO' };

/** Google's `Ui`: menus, the panel, dialogs. */
export function userInterface(): GoogleUi {
  const show = (method: string, page: GoogleAppsScript.HTML.HtmlOutput, title: string) =>
    callService(method, title, page.getContent());
  const ui = {
    ButtonSet: buttonSets,
    Button: buttons,
    createAddonMenu: () => menu('', true),
    createMenu: (caption: string) => menu(caption, false),
    showSidebar: (page: GoogleAppsScript.HTML.HtmlOutput) => {
      show('Ui.showSidebar', page, page.getTitle());
    },
    showModalDialog: (page: GoogleAppsScript.HTML.HtmlOutput, title: string) => {
      show('Ui.showModalDialog', page, title);
    },
    alert: (...given: string[]) => {
      // Google's forms: (prompt), (prompt, buttons), (title, prompt, buttons).
      const [title, prompt, set] =
        given.length >= 3 ? given : ['', given[0]!, given[1] ?? buttonSets.OK];
      return callService<string>('Ui.alert', title, prompt, set);
    },
  } satisfies Partial<Record<keyof GoogleUi, unknown>>;
  return standIn('Ui', ui) as unknown as GoogleUi;
}
