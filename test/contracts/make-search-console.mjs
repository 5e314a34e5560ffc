// Makes search-console.json: what Google's own client knows of the methods we call, with the types
// these use. It says no names of enums: those in the tests are ours, after the documentation.
//   In an empty folder:  npm pack @googleapis/searchconsole@11.0.0
//   and unpack it there; then
//   node test/contracts/make-search-console.mjs <that folder>
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const folder = process.argv[2];
if (!folder) throw new Error('usage: node test/contracts/make-search-console.mjs <folder>');

const read = (file) => readFile(path.join(folder, 'package', file), 'utf8');
const { name, version, license } = JSON.parse(await read('package.json'));
if (license !== 'Apache-2.0') throw new Error(`${name}: ${license}`);
const described = (await read('build/v1.d.ts')).replace(/\/\*[\s\S]*?\*\//g, '');
const code = await read('build/v1.js');

const types = {};
const keep = (type) => {
  if (types[type]) return;
  const [, body] = new RegExp(`interface Schema\\$${type} \\{([^}]*)\\}`).exec(described) ?? [];
  if (body === undefined) throw new Error(`There is no ${type}.`);
  const fields = {};
  types[type] = { fields };
  for (const [, field, said] of body.matchAll(/(\w+)\?: ([^;]+);/g)) {
    const repeated = said.includes('[]');
    const kind = said.replace(' | null', '').replace('[]', '').replace('Schema$', '').trim();
    fields[field] = { type: kind, ...(repeated ? { repeated } : {}) };
    if (!['string', 'number', 'boolean'].includes(kind)) keep(kind);
  }
};
const answers = [
  'SearchAnalyticsQueryRequest',
  'SearchAnalyticsQueryResponse',
  'SitesListResponse',
];
answers.forEach(keep);

/** Where a method stands, and how it is called. */
const method = (address) => {
  const at = code.indexOf(`'${address}')`);
  const [, verb] = /method: '(\w+)'/.exec(code.slice(at, at + 400)) ?? [];
  if (at < 0 || !verb) throw new Error(`There is no ${address}.`);
  return { verb: verb.toLowerCase(), path: address };
};
const methods = {
  query: method('/webmasters/v3/sites/{siteUrl}/searchAnalytics/query'),
  sites: method('/webmasters/v3/sites'),
};
const notice = `Derived from the package named here, Copyright Google LLC, licensed under the Apache License, \
Version 2.0, whose text is the file LICENSE of this repository. Changed: reduced to the methods that \
are called and the types these use.`;
const file = new URL('search-console.json', import.meta.url);
const packages = [`${name}@${version} (${license})`];
await writeFile(file, `${JSON.stringify({ notice, packages, methods, types }, null, 2)}\n`);
