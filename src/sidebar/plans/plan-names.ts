import { planWords } from '../../messages/compiled/plan.ts';
import { usePanel } from '../shell/panel-context.ts';

/** What roles, objectives and the rest of a plan are called, in the language of the panel. */
export const useNames = () => planWords(usePanel().language);
