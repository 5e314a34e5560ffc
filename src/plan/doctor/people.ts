import { doctorWords } from '../../messages/doctor.ts';
import { changed, usualOwner } from './edit.ts';
import { isBlank, titlesOf } from './format.ts';
import { type Rule, together } from './rule.ts';

export const noOwner: Rule = {
  name: 'noOwner',
  severity: 'fix',
  from: ['004', '003'],
  finds: ({ plan, all }) => {
    const open = all.filter(({ owner }) => isBlank(owner));
    const add = usualOwner(plan);
    return together(
      open,
      (language) => doctorWords(language).noOwner.says(titlesOf(open, language), add),
      add === '' ? { beyondFix: true } : { add },
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
  const read = owner.normalize('NFC').trim().toLowerCase();
  if (/[,;&/+\n]|\s(?:và|and|with)\s/.test(read)) return true;
  return groups.some((group) => read === group || read.startsWith(`${group} `));
}

export const ownerIsMany: Rule = {
  name: 'ownerIsMany',
  severity: 'think',
  from: ['004'],
  finds: ({ weighted }) => {
    const shared = weighted.filter(({ owner }) => !isBlank(owner) && isMany(owner));
    return together(shared, (language) =>
      doctorWords(language).ownerIsMany.says(
        titlesOf(shared, language),
        shared[0]?.owner.trim() ?? '',
      ),
    );
  },
};

export const oneOwner: Rule = {
  name: 'oneOwner',
  severity: 'think',
  from: ['004'],
  finds: ({ plan, weighted }) => {
    const owners = new Set(weighted.map(({ owner }) => owner.trim().toLowerCase()));
    const alone = plan.role === 'department' && weighted.length > 2 && owners.size === 1;
    const [first] = weighted;
    return together(alone && first && !isBlank(first.owner) ? weighted : [], (language) =>
      doctorWords(language).oneOwner.says(first?.owner.trim() ?? ''),
    );
  },
};
