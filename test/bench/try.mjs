import { rmSync } from 'node:fs';
import { build } from 'esbuild';
const name = 'refresh-figures';
const outfile = `node_modules/.cache/marketing-kpis/${name}.mjs`;
await build({ entryPoints: [`test/bench/${name}.ts`], bundle: true, platform: 'node', format: 'esm', packages: 'external', outfile, external: ['esbuild'], logLevel: 'warning',
  define: { 'import.meta.url': JSON.stringify(new URL('../../src/workbench/bundle.mjs', import.meta.url).href) } });
const m = await import(new URL(`../../${outfile}`, import.meta.url).href);
const t = Date.now();
console.log(await m.refreshFigures(process.argv.slice(2).map(Number)));
console.log((Date.now() - t) / 1000);
process.exit(0);
