import type { Choice, Input } from '../../kpi/define.ts';

export const isChoice = (input: Input): input is Choice & Input => 'options' in input;
