import { layoutVersion } from '../../plan/model/plan.ts';
import { hiddenText } from '../layout/looks.ts';
import type { DepartmentDefinition } from './department-input.ts';

/** What the add-on itself has to know of the sheet, in one hidden cell. */
export const departmentCardBlock: DepartmentDefinition<'card'> = {
  name: 'card',
  draw: ({ quarter, name, plans, language }) => {
    const card = {
      layout: layoutVersion,
      department: name,
      quarter,
      language,
      plans: plans.map(({ plan }) => plan.id),
    };
    return {
      columns: ['title', 'key', 'facts'],
      rows: [{ key: 'card', cells: { facts: hiddenText(JSON.stringify(card)) } }],
      hidden: true,
    };
  },
};
