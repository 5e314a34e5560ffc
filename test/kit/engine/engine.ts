import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { workbenchFolder } from '../../e2e/workbench-server.ts';

/** The workbench's engine as it is bundled, with all that is mended in it: read once by a worker. */
export const engine = (await import(
  pathToFileURL(path.join(workbenchFolder, 'engine.mjs')).href
)) as typeof import('../../../src/workbench/engine/engine.ts');
engine.mendEngine();
