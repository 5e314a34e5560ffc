// Makes ga4.json: what Google's own clients know of the methods we call, with the types these use.
//   In an empty folder:  npm pack @google-analytics/data@7.2.0 @google-analytics/admin@10.0.0
//   and unpack both into data/ and admin/ there; then
//   node test/contracts/make-ga4.mjs <that folder>
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const folder = process.argv[2];
if (!folder) throw new Error('usage: node test/contracts/make-ga4.mjs <folder>');

const services = {
  'google.analytics.data.v1beta.BetaAnalyticsData': {
    from: 'data',
    methods: ['BatchRunReports', 'RunReport', 'GetMetadata', 'CheckCompatibility'],
  },
  'google.analytics.admin.v1beta.AnalyticsAdminService': {
    from: 'admin',
    methods: ['ListAccountSummaries', 'GetProperty', 'ListKeyEvents'],
  },
};
const scalars = [
  'double',
  'float',
  'int32',
  'int64',
  'uint32',
  'uint64',
  'bool',
  'string',
  'bytes',
];

const packages = [];
const methods = {};
const types = {};
const notice = `Derived from the packages named here, Copyright Google LLC, licensed under the Apache License, \
Version 2.0, whose text is the file LICENSE of this repository. Changed: reduced to the methods that \
are called, the types these use, and what JSON needs of them.`;
for (const [service, { from, methods: names }] of Object.entries(services)) {
  const read = (file) => readFile(path.join(folder, from, 'package', file), 'utf8');
  const { name, version, license } = JSON.parse(await read('package.json'));
  packages.push(`${name}@${version} (${license})`);
  if (license !== 'Apache-2.0') throw new Error(`${name}: ${license}`);
  const root = JSON.parse(await read('build/protos/protos.json'));
  const at = (full) => full.split('.').reduce((node, part) => node?.nested?.[part], root);
  const { options, methods: known } = at(service);
  const resolve = (type, scope) => {
    for (let parts = scope.split('.'); ; parts = parts.slice(0, -1)) {
      const full = [...parts, type].join('.');
      if (at(full)) return full;
      if (parts.length === 0) throw new Error(`${type} in ${scope}`);
    }
  };
  const keep = (full) => {
    if (types[full] || full.startsWith('google.protobuf.')) return full;
    const { fields, oneofs = {}, values } = at(full);
    if (values) {
      types[full] = { values: Object.keys(values) };
      return full;
    }
    const type = { fields: {}, oneofs: [] };
    types[full] = type;
    for (const [field, { type: kind, rule, keyType }] of Object.entries(fields)) {
      if (keyType) throw new Error(`a map: ${full}.${field}`);
      type.fields[field] = {
        type: scalars.includes(kind) ? kind : keep(resolve(kind, full)),
        ...(rule === 'repeated' ? { repeated: true } : {}),
      };
    }
    // A field that may be left out is a oneof of its own, which says nothing.
    type.oneofs = Object.values(oneofs)
      .map(({ oneof }) => oneof)
      .filter((oneof) => oneof.length > 1);
    return full;
  };
  for (const method of names) {
    const { requestType, responseType, options: ways } = known[method];
    const verb = ['get', 'post'].find((each) => ways[`(google.api.http).${each}`]);
    methods[`${service}.${method}`] = {
      verb,
      host: options['(google.api.default_host)'],
      path: ways[`(google.api.http).${verb}`],
      body: ways['(google.api.http).body'] ?? null,
      scopes: options['(google.api.oauth_scopes)'].split(','),
      request: keep(resolve(requestType, service)),
      response: keep(resolve(responseType, service)),
    };
  }
}

const file = new URL('ga4.json', import.meta.url);
await writeFile(file, `${JSON.stringify({ notice, packages, methods, types }, null, 2)}\n`);
