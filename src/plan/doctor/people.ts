import { roleFacts } from '../../kpi/roles.ts';
import { plain } from '../../messages/fold.ts';
import { usualOwner } from './edit.ts';
import { setting } from './fixes.ts';
import { isBlankText, titlesOf } from './format.ts';
import { aboutKpis, defineRule, type Rule } from './rule.ts';

/** With their marks: «Phong» is a name, «phòng» is not. */
const groups: readonly string[] = [
  'team',
  'phòng',
  'nhóm',
  'bộ phận',
  'ban',
  'cả',
  'đội',
  'tất cả',
  'mọi người',
  'toàn bộ',
  'department',
  'everyone',
  'everybody',
  'all',
  'staff',
];

/** Several names, or a group: then nobody in particular. */
function isMany(owner: string): boolean {
  const read = plain(owner.trim());
  if (/[,;&/+\n]|\s(?:và|and|with)\s/.test(read)) return true;
  return groups.some((group) => read === group || read.startsWith(`${group} `));
}

export const peopleRules: readonly Rule[] = [
  defineRule({
    name: 'noOwner',
    severity: 'fix',
    rank: 150,
    from: ['004', '003'],
    field: 'owner',
    check: ({ plan, all, words }) => {
      const open = all.filter(({ owner }) => isBlankText(owner));
      const add = usualOwner(plan);
      return aboutKpis(
        open,
        (language) => words(language).says({ titles: titlesOf(open, language), owner: add }),
        add === '' ? { unfixable: true } : { add },
      );
    },
    fix: setting(['owner'], (_, { add = '' }) => ({ owner: add })),
  }),
  defineRule({
    name: 'ownerIsMany',
    severity: 'think',
    rank: 230,
    from: ['004'],
    check: ({ weighted, words }) => {
      const shared = weighted.filter(({ owner }) => !isBlankText(owner) && isMany(owner));
      return aboutKpis(shared, (language) =>
        words(language).says({
          titles: titlesOf(shared, language),
          owner: shared[0]?.owner.trim() ?? '',
        }),
      );
    },
  }),
  defineRule({
    name: 'oneOwner',
    severity: 'think',
    rank: 240,
    from: ['004'],
    check: ({ plan, weighted, words }) => {
      const owners = new Set(weighted.map(({ owner }) => plain(owner.trim())));
      const { traits } = roleFacts(plan.role);
      const alone = traits.includes('shared') && weighted.length > 2 && owners.size === 1;
      const [first] = weighted;
      return aboutKpis(alone && first && !isBlankText(first.owner) ? weighted : [], (language) =>
        words(language).says({ owner: first?.owner.trim() ?? '' }),
      );
    },
  }),
];
