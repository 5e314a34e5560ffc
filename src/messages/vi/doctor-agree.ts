import type { agreeEn } from '../en/doctor-agree.ts';

/** What is said where targets do not agree with each other, in Vietnamese. */
export const agreeVi: typeof agreeEn = {
  and: 'và',
  margin: 'biên lợi nhuận gộp',
  plus: (change) => `+${change}`,
  minus: (change) => `−${change}`,
  same: 'giữ nguyên',
  per: (one, other) => `${one} trên ${other}`,
  contradiction: (lead, target, others, gives, gap) =>
    `Chỉ tiêu ${lead} là ${target}. Nhưng theo chỉ tiêu ${others} thì phải là ${gives}: lệch ${gap}.`,
  implication: (known, missing, change) => `Với ${known}, ${missing} sẽ phải ${change}.`,
  consequence: (known, missing, change) => `Với ${known}, ${missing} sẽ ${change}.`,
  fall: (change) => `giảm ${change}`,
  rise: (change) => `tăng ${change}`,
  fromTo: (change, from, to) => `${change}, từ ${from} thành ${to}`,
  note: (known, missing, value) => `Với ${known}, ${missing} sẽ là ${value}.`,
  beyond: (cost, value, budget, plan) =>
    `Các chỉ tiêu cần ${value} ${cost}, nhưng kế hoạch ${budget} chỉ có ${plan}.`,
  least: 'Sửa mỗi chỉ tiêu một chút',
  only: (title) => `Chỉ sửa ${title}`,
  set: (title) => `Đặt chỉ tiêu ${title}`,
  step: (title, from, to) => `${title}: ${from} → ${to}`,
  fresh: (title, to) => `${title}: ${to}`,
  splitOver: (title, sum, target, gap) =>
    `${title}: các kế hoạch cộng lại được ${sum}, nhiều hơn chỉ tiêu ${target} là ${gap}.`,
  splitUnder: (title, sum, target, gap) =>
    `${title}: các kế hoạch cộng lại được ${sum}, còn thiếu ${gap} so với chỉ tiêu ${target}.`,
  splitMissing: (title, sum, target, names) =>
    `${title}: các kế hoạch cộng lại mới được ${sum} trên ${target}; chưa có chỉ tiêu: ${names}.`,
};
