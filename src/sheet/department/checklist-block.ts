import { quoted } from '../../native/twin.ts';
import { dayFormat } from '../layout/formats.ts';
import { leftHead, rightHead } from '../layout/looks.ts';
import { messageFormula } from '../layout/message-formula.ts';
import { carried } from '../layout/sheet-input.ts';
import {
  type DepartmentDefinition,
  type DepartmentFacts,
  type DepartmentRow,
  type DrawnInDepartment,
  typedInDepartment,
} from './department-input.ts';

/** What a marketing department needs before its KPIs mean anything, as a list to tick off. */
export const checklistBlock: DepartmentDefinition<'setup'> = {
  name: 'setup',
  draw,
  lined: 'hint',
};

function draw(facts: DepartmentFacts): DrawnInDepartment {
  const { words } = facts;
  const items = Object.entries(words.setup);
  return {
    columns: ['title', 'key', 'done', 'owner', 'until', 'hint'],
    rows: [
      {
        key: '.done',
        cells: {
          title: { value: words.setupTitle, style: 'heading' },
          done: {
            formula: (at) => {
              const ticked = `SUMPRODUCT((${at.column('setup', 'done')}=TRUE)*1)`;
              return items.length === 0
                ? quoted('')
                : messageFormula(
                    (gaps: { n: string }) => words.setupDone({ ...gaps, all: items.length }),
                    { n: ticked },
                  );
            },
            style: 'unit',
          },
        },
      },
      { key: '', cells: head(facts) },
      ...items.map(([key, item]) => rowOf(key, item, facts)),
    ],
    folds: true,
  };
}

function head({ words }: DepartmentFacts): DepartmentRow['cells'] {
  return {
    title: leftHead(words.setupWhat),
    done: leftHead(words.setupTick),
    owner: leftHead(words.setupOwner),
    until: rightHead(words.setupUntil),
    hint: leftHead(words.setupHint),
  };
}

function rowOf(
  key: string,
  { what, hint }: { readonly what: string; readonly hint: string },
  facts: DepartmentFacts,
): DepartmentRow {
  const until = typedInDepartment(facts, 'setup', key, 'until');
  return {
    key,
    cells: {
      title: { value: what, style: 'words' },
      done: {
        value: typedInDepartment(facts, 'setup', key, 'done') === true,
        style: 'typedTick',
        allows: { is: 'tick' },
      },
      owner: { ...carried(typedInDepartment(facts, 'setup', key, 'owner')), style: 'typedWords' },
      until: {
        ...carried(until),
        format: dayFormat(facts.sheet.language),
        style: 'typedNumber',
        allows: { is: 'number', min: 1, help: facts.words.todoDueHelp },
      },
      hint: { value: hint, style: 'unit' },
    },
  };
}
