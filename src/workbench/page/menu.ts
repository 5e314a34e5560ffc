import { createElement } from './dom.ts';

/** One line of a menu. */
export type MenuItem =
  | {
      readonly kind: 'item';
      readonly label: string;
      readonly act: () => void;
      /** Whether it is on, where it is something to be switched on and off. */
      readonly on?: boolean;
    }
  | { readonly kind: 'separator' }
  | { readonly kind: 'title'; readonly label: string }
  | { readonly kind: 'menu'; readonly label: string; readonly items: readonly MenuItem[] };

export interface TopMenu {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** It belongs to the workbench, not to the spreadsheet, and keeps in the background. */
  readonly quiet?: boolean;
}

/** A menu bar, and what it takes to draw it anew under the user's hands. */
export interface MenuBar {
  readonly element: HTMLElement;
  /** Which menu is open, or has the keyboard; `null` for none. */
  present(): Present | null;
  /** Opens what was open in the bar that stood here before. */
  resume(present: Present): void;
}
interface Present {
  readonly menu: number;
  /** The line that has the keyboard; `null` while the menu is closed. */
  readonly line: number | null;
}

/**
 * A menu bar as keyboards know it: left and right between menus, up and down inside, Enter chooses,
 * Escape closes, a letter finds.
 */
export function menuBar(label: string, menus: readonly TopMenu[]): MenuBar {
  const bar = createElement('div', { class: 'menubar', role: 'menubar', 'aria-label': label });
  const tops = menus.map(({ label: name, items, quiet }, i) => {
    const button = createElement(
      'button',
      {
        type: 'button',
        class: quiet ? 'menu-top quiet' : 'menu-top',
        role: 'menuitem',
        'aria-haspopup': 'true',
        'aria-expanded': 'false',
        tabindex: i === 0 ? 0 : -1,
      },
      name,
    );
    const list = menuList(name, items, () => close(true));
    bar.append(createElement('div', { class: 'menu-holder' }, button, list));
    button.addEventListener('click', () => (list.hidden ? open(i, true) : close(true)));
    button.addEventListener('pointerenter', () => {
      if (opened !== null && opened !== i) open(i, false);
    });
    return { button, list };
  });
  let opened: number | null = null;

  const close = (focus: boolean) => {
    if (opened === null) return;
    const { button, list } = tops[opened]!;
    list.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    if (focus) button.focus();
    opened = null;
  };
  const open = (i: number, focusFirst: boolean) => {
    close(false);
    const { button, list } = tops[i]!;
    list.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    opened = i;
    if (focusFirst) linesOf(list)[0]?.focus();
    else button.focus();
  };
  const move = (step: number) => {
    const from = opened ?? tops.findIndex(({ button }) => button === document.activeElement);
    const to = (from + step + tops.length) % tops.length;
    if (opened !== null) open(to, true);
    else tops[to]!.button.focus();
  };

  bar.addEventListener('keydown', (event) => {
    const inside = opened === null ? [] : linesOf(tops[opened]!.list);
    const at = inside.indexOf(document.activeElement as HTMLElement);
    const go = (i: number) => inside[(i + inside.length) % inside.length]?.focus();
    if (event.key === 'ArrowRight') move(1);
    else if (event.key === 'ArrowLeft') move(-1);
    else if (event.key === 'Escape') close(true);
    else if (event.key === 'Tab') {
      close(false);
      return;
    } else if (event.key === 'ArrowDown') {
      if (opened === null) {
        open(
          Math.max(
            0,
            tops.findIndex(({ button }) => button === document.activeElement),
          ),
          true,
        );
      } else go(at + 1);
    } else if (event.key === 'ArrowUp') go(at < 0 ? inside.length - 1 : at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(inside.length - 1);
    else if (event.key.length === 1 && /\p{L}/u.test(event.key) && opened !== null) {
      const starts = (line: HTMLElement) =>
        line.textContent?.toLowerCase().startsWith(event.key.toLowerCase());
      [...inside.slice(at + 1), ...inside.slice(0, at + 1)].find(starts)?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  const away = (event: Event) => {
    if (!bar.isConnected) {
      document.removeEventListener('pointerdown', away, true);
      removeEventListener('blur', blurred);
    } else if (!bar.contains(event.target as Node)) close(false);
  };
  const blurred = () => close(false);
  document.addEventListener('pointerdown', away, true);
  // A click into the panel's frame is no click here, but takes the focus away.
  addEventListener('blur', blurred);
  return {
    element: bar,
    present: () => {
      const focused = document.activeElement as HTMLElement;
      if (opened !== null) {
        return { menu: opened, line: linesOf(tops[opened]!.list).indexOf(focused) };
      }
      const menu = tops.findIndex(({ button }) => button === focused);
      return menu < 0 ? null : { menu, line: null };
    },
    resume: ({ menu, line }) => {
      if (!tops[menu]) return;
      if (line === null) {
        tops[menu].button.focus();
        return;
      }
      open(menu, false);
      linesOf(tops[menu].list)[line]?.focus();
    },
  };
}

const linesOf = (list: HTMLElement): HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>('[role^=menuitem]'),
];

function menuList(label: string, items: readonly MenuItem[], chosen: () => void): HTMLElement {
  const list = createElement('div', { class: 'menu-list', role: 'menu', 'aria-label': label });
  list.hidden = true;
  list.append(...items.flatMap((item) => lines(item, chosen)));
  return list;
}

/** A menu inside a menu stands as a titled group: one level less to steer through. */
function lines(item: MenuItem, chosen: () => void): Node[] {
  if (item.kind === 'separator') return [createElement('hr', { class: 'menu-line' })];
  if (item.kind === 'title') return [createElement('div', { class: 'menu-title' }, item.label)];
  if (item.kind === 'menu') {
    const group = createElement('div', { role: 'group', 'aria-label': item.label });
    group.append(
      createElement('div', { class: 'menu-title', 'aria-hidden': 'true' }, item.label),
      ...item.items.flatMap((inner) => lines(inner, chosen)),
    );
    return [group];
  }
  const button = createElement(
    'button',
    {
      type: 'button',
      class: 'menu-item',
      tabindex: -1,
      ...(item.on === undefined
        ? { role: 'menuitem' }
        : { role: 'menuitemcheckbox', 'aria-checked': String(item.on) }),
    },
    item.label,
  );
  button.addEventListener('click', () => {
    chosen();
    item.act();
  });
  button.addEventListener('pointerenter', () => button.focus());
  return [button];
}
