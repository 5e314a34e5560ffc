import { languageWords } from '../../messages/compiled/language.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import type { WorkbenchWords } from '../../messages/compiled/workbench.ts';
import { inEveryLanguage } from '../../messages/every-language.ts';
import type { Menu, Settings } from '../desk/desk.ts';
import type { MenuEntry } from '../google/prelude/ui.ts';
import { createElement } from './dom.ts';
import { type MenuBar, type MenuItem, menuBar, type TopMenu } from './menu.ts';

/** What the bar at the top can ask for. */
export interface ChromeActions {
  example(): void;
  importFile(): void;
  exportFile(): void;
  runMenu(handler: string): void;
  choose(settings: Partial<Settings>): void;
}

/** What the bar shows. */
export interface ChromeState {
  readonly settings: Settings;
  readonly menus: readonly Menu[];
}

const languages = inEveryLanguage((language) => languageWords(language).name);
const locales = ['vi_VN', 'en_US'] as const;

const bars = new WeakMap<HTMLElement, MenuBar>();

/** Draws the bar at the top anew: name, menus, switches. What is open or focused there stays so. */
export function drawBar(
  bar: HTMLElement,
  words: WorkbenchWords,
  { settings, menus }: ChromeState,
  actions: ChromeActions,
  quiet: readonly TopMenu[],
): void {
  const { file, extensions, example, import: importing, export: exporting, none } = words.menus;
  const item = (label: string, act: () => void): MenuItem => ({ kind: 'item', label, act });
  const addOns = menus.filter(({ addOn }) => addOn);
  const tops: TopMenu[] = [
    {
      label: file,
      items: [
        item(example, actions.example),
        item(importing, actions.importFile),
        item(exporting, actions.exportFile),
      ],
    },
    {
      label: extensions,
      items:
        addOns.length === 0
          ? [{ kind: 'title', label: none }]
          : addOns.map(({ entries }) => ({
              kind: 'menu',
              label: words.product,
              items: entries.map((entry) => itemOf(entry, actions)),
            })),
    },
    ...menus
      .filter(({ addOn }) => !addOn)
      .map(({ caption, entries }) => ({
        label: caption,
        items: entries.map((entry) => itemOf(entry, actions)),
      })),
    ...quiet,
  ];
  const present = bars.get(bar)?.present();
  const focused = bar.contains(document.activeElement) ? document.activeElement?.id : '';
  const menuBarNow = menuBar(words.menus.bar, tops);
  bars.set(bar, menuBarNow);
  bar.replaceChildren(
    createElement('span', { class: 'mark', 'aria-hidden': 'true' }),
    createElement(
      'div',
      { class: 'name-and-menus' },
      createElement('h1', { class: 'product' }, words.product),
      menuBarNow.element,
    ),
    createElement(
      'div',
      { class: 'switches' },
      choice(
        'language',
        words.settings.language,
        words.settings.languageHelp,
        settings.language,
        languages,
        (language) => actions.choose({ language: language as Language }),
      ),
      choice(
        'locale',
        words.settings.locale,
        words.settings.localeHelp,
        settings.locale,
        Object.fromEntries(locales.map((name) => [name, words.settings.locales[name]])),
        (locale) => actions.choose({ locale }),
      ),
    ),
  );
  if (present) menuBarNow.resume(present);
  else if (focused) document.getElementById(focused)?.focus();
}

function itemOf(entry: MenuEntry, actions: ChromeActions): MenuItem {
  if (entry.kind === 'separator') return entry;
  if (entry.kind === 'item') {
    return { kind: 'item', label: entry.caption, act: () => actions.runMenu(entry.handler) };
  }
  const items = entry.entries.map((inner) => itemOf(inner, actions));
  return { kind: 'menu', label: entry.caption, items };
}

function choice(
  id: string,
  label: string,
  help: string,
  chosen: string,
  options: Readonly<Record<string, string>>,
  choose: (value: string) => void,
): HTMLElement {
  const select = createElement('select', { id: `choose-${id}`, title: help });
  for (const [value, text] of Object.entries(options)) {
    select.append(createElement('option', { value, selected: value === chosen }, text));
  }
  select.addEventListener('change', () => choose(select.value));
  return createElement(
    'div',
    { class: 'switch' },
    createElement('label', { for: `choose-${id}`, title: help }, label),
    select,
  );
}
