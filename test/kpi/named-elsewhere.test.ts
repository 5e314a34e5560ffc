import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/kpi/catalogue.ts';

/** Where else a KPI may be named, and why what is said there is not said in its entry. */
const reasons: Readonly<Record<string, string>> = {
  'presets/roles.ts':
    'picks by what a business said of itself; a role names its own in kpi/roles.ts, an objective in kpi/objectives.ts',
  'messages/en/catalogue/kpis': 'its own texts',
  'messages/en/plan-why.json': 'sentences: why a role or an objective has a KPI',
  'messages/en/definition-starters.json': 'sentences: how a definition may begin',
  'messages/en/workbench-example.json': 'headers somebody could have typed',
  'derive/entries.ts': 'an example in the help of a function',
  'apps-script/self-check/work-times.ts':
    'a plan of the self-check’s own: what its table holds, and what takes a column more',
  'workbench/example/book.ts': 'formulas somebody could have typed',
};

const names = new Set<string>(catalogue.map(({ name }) => name));

/** The KPIs that a file names, as a text of its own or as a key. */
function namedIn(text: string): readonly string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, '');
  const found = code.matchAll(/(['"`])([A-Z][A-Z0-9]+)\1|\b([A-Z][A-Z0-9]{2,})(?=:)/g);
  return [...found]
    .map(([, , quoted, key]) => quoted ?? key ?? '')
    .filter((name) => names.has(name));
}

describe('what is to be known of a KPI', () => {
  const naming = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => /\.(?:tsx?|json)$/.test(file))
    // What is compiled of sentences says nothing of its own, nor do languages besides English.
    .filter((file) => !/^(?:kpi|messages\/(?!en\/)[\w-]+)\//.test(file))
    .filter((file) => namedIn(readFileSync(path.join('src', file), 'utf8')).length > 0)
    .map((file) => file.replace(/(\/catalogue\/kpis)\/.*/, '$1'));

  it('stands in its entry: no other room knows one by its name, but for these reasons', () => {
    expect([...new Set(naming)].toSorted()).toEqual(Object.keys(reasons).toSorted());
  });
});
