import { roleFacts } from '../../kpi/roles.ts';
import { doctorWords } from '../../messages/compiled/doctor.ts';
import { plain } from '../../messages/fold.ts';
import { changed, usualOwner } from './edit.ts';
import { isBlankText, titlesOf } from './format.ts';
import { aboutKpis, type Rule } from './rule.ts';

export const noOwner: Rule = {
  name: 'noOwner',
  severity: 'fix',
  from: ['004', '003'],
  check: ({ plan, all }) => {
    const open = all.filter(({ owner }) => isBlankText(owner));
    const add = usualOwner(plan);
    return aboutKpis(
      open,
      (language) =>
        doctorWords(language).noOwner.says({ titles: titlesOf(open, language), owner: add }),
      add === '' ? { unfixable: true } : { add },
    );
  },
  fix: (plan, { kpis, add = '' }) => changed(plan, kpis, () => ({ owner: add })),
};

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

export const ownerIsMany: Rule = {
  name: 'ownerIsMany',
  severity: 'think',
  from: ['004'],
  check: ({ weighted }) => {
    const shared = weighted.filter(({ owner }) => !isBlankText(owner) && isMany(owner));
    return aboutKpis(shared, (language) =>
      doctorWords(language).ownerIsMany.says({
        titles: titlesOf(shared, language),
        owner: shared[0]?.owner.trim() ?? '',
      }),
    );
  },
};

export const oneOwner: Rule = {
  name: 'oneOwner',
  severity: 'think',
  from: ['004'],
  check: ({ plan, weighted }) => {
    const owners = new Set(weighted.map(({ owner }) => plain(owner.trim())));
    const { traits } = roleFacts(plan.role);
    const alone = traits.includes('shared') && weighted.length > 2 && owners.size === 1;
    const [first] = weighted;
    return aboutKpis(alone && first && !isBlankText(first.owner) ? weighted : [], (language) =>
      doctorWords(language).oneOwner.says({ owner: first?.owner.trim() ?? '' }),
    );
  },
};
