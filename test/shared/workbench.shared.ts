import path from 'node:path';
import { it } from 'vitest';
import { expectRightNumbers } from '../e2e/imported-ads.ts';
import { workbenchDesk } from '../e2e/workbench-desk.ts';
import { adsFile } from './published-files.ts';

const desk = workbenchDesk('en-US');

it('somebody imports the published ads, types formulas and gets the right numbers', () =>
  expectRightNumbers(desk, path.resolve(adsFile)));
