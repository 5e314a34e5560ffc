import type { Quantity } from './define.ts';

/** Spend that had the getting of leads as its purpose. */
export const leadCost: Quantity = {
  title: { en: 'lead-generation cost', vi: 'chi phí tạo khách hàng tiềm năng' },
  unit: 'money',
  over: 'sum',
  min: 0,
  none: { en: 'no cost', vi: 'không có chi phí' },
};

export const leads: Quantity = {
  title: { en: 'leads', vi: 'khách hàng tiềm năng' },
  unit: 'count',
  over: 'sum',
  min: 0,
  none: { en: 'no leads', vi: 'không có lead' },
  sources: {
    ga4: { metric: 'keyEvents', only: { dimension: 'eventName', is: 'generate_lead' } },
    hubspot: 'contacts created',
  },
};

export const margin: Quantity = {
  title: { en: 'gross margin', vi: 'tỷ suất lợi nhuận gộp' },
  unit: 'fraction',
  over: 'whole',
  min: 0,
  max: 1,
};
