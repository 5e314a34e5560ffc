import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import { appWords } from '../../src/messages/compiled/app.ts';
import { menuWords } from '../../src/messages/compiled/menu.ts';
import { googleStandIn, topLevel } from '../kit/desk/google-stand-in.ts';

const appEn = appWords('en');
const appVi = appWords('vi');

const items = (menu: readonly { title: string }[]) => menu.map(({ title }) => title);

describe('the menu', () => {
  it.each([
    ['en', ['Use in this spreadsheet', 'Open panel', 'Insert function', 'Help', 'Self-check']],
    ['vi', ['Dùng trong bảng tính này', 'Mở thanh bên', 'Chèn hàm', 'Trợ giúp', 'Tự kiểm tra']],
    ['vi_VN', ['Dùng trong bảng tính này', 'Mở thanh bên', 'Chèn hàm', 'Trợ giúp', 'Tự kiểm tra']],
    ['fr', ['Use in this spreadsheet', 'Open panel', 'Insert function', 'Help', 'Self-check']],
  ])('speaks to an account in %s', (locale, titles) => {
    const google = googleStandIn({ Ads: [] });
    google.user = locale;
    google.call('onOpen', { authMode: 'FULL' });
    expect(items(google.menu)).toEqual(titles);
    expect(google.log.filter((line) => line === 'addToUi')).toHaveLength(1);
  });

  it('runs functions that the script has at its top level', () => {
    const google = googleStandIn({ Ads: [] });
    google.call('onOpen');
    const known = topLevel();
    expect(google.menu.map(({ runs }) => runs)).toEqual([
      'useInThisSpreadsheet',
      'openPanel',
      'openInsert',
      'openHelp',
      'selfCheck',
    ]);
    for (const { runs } of google.menu) expect(known.has(runs), runs).toBe(true);
  });

  it('is there after installing, without the file being opened again', () => {
    const google = googleStandIn({ Ads: [] });
    google.user = 'vi';
    google.call('onInstall', { authMode: 'FULL' });
    const opened = googleStandIn({ Ads: [] });
    opened.user = 'vi';
    opened.call('onOpen', { authMode: 'FULL' });
    expect(google.menu).toEqual(opened.menu);
    expect(google.log).toEqual(opened.log);
  });

  it('asks for nothing that is forbidden before the add-on is enabled in a file', () => {
    const touched: string[] = [];
    const forbidden = (name: string, allowed: object = {}) =>
      new Proxy(allowed, {
        get: (target, key) => {
          if (key in target) return target[key as keyof object];
          touched.push(`${name}.${String(key)}`);
          throw new Error(`You do not have permission to call ${name}.${String(key)}`);
        },
      });
    const said: string[] = [];
    const menu = forbidden('Menu', {
      addItem: (title: string) => {
        said.push(title);
        return menu;
      },
      addSeparator: () => menu,
      addToUi: () => said.push('shown'),
    });
    const ui = forbidden('Ui', { createAddonMenu: () => menu });
    const context = vm.createContext({
      Session: forbidden('Session', { getActiveUserLocale: () => 'vi' }),
      SpreadsheetApp: forbidden('SpreadsheetApp', { getUi: () => ui }),
      ...Object.fromEntries(
        ['PropertiesService', 'LockService', 'HtmlService', 'CacheService', 'ScriptApp'].map(
          (name) => [name, forbidden(name)],
        ),
      ),
    });
    vm.runInContext(readFileSync('dist/Code.js', 'utf8'), context);
    vm.runInContext('onOpen({ authMode: "NONE" })', context);
    expect(touched).toEqual([]);
    const words = menuWords('vi');
    expect(said).toEqual([
      words.menuUse,
      words.menuOpen,
      words.menuInsert,
      words.menuHelp,
      words.menuSelfCheck,
      'shown',
    ]);
  });
});

describe('the items of the menu', () => {
  it.each([
    ['openPanel', 'data-view=\\"home\\"'],
    ['openInsert', 'data-view=\\"insert\\"'],
    ['openHelp', 'data-view=\\"help\\"'],
  ])('%s shows the panel with %s', (name, view) => {
    const google = googleStandIn({ Ads: [] });
    google.call(name);
    expect(google.log.filter((line) => line.startsWith('showSidebar'))).toEqual([
      `showSidebar "${view}"`,
    ]);
    expect(google.log).toContain(`setTitle "${appEn.panelTitle}"`);
  });

  it('useInThisSpreadsheet says that the functions are ready, and changes nothing', () => {
    const google = googleStandIn({ Ads: [['a', 1]] });
    google.call('useInThisSpreadsheet');
    const toasts = google.log.filter((line) => line.startsWith('toast'));
    expect(toasts).toHaveLength(1);
    expect(toasts[0]).toContain(JSON.stringify(appEn.ready));
    expect(toasts[0]).toContain(JSON.stringify(appEn.panelTitle));
    expect(google.sheets.Ads?.values).toEqual([['a', 1]]);
  });

  it.each(['openPanel', 'openInsert', 'useInThisSpreadsheet'])(
    '%s speaks the language chosen in the panel, not that of the account',
    (name) => {
      const google = googleStandIn({ Ads: [] });
      google.notes.set('language', 'vi');
      google.call(name);
      expect(google.log.join('\n')).toContain(JSON.stringify(appVi.panelTitle));
    },
  );
});
