import type { Quantity } from '../define.ts';
import { counted, spent } from './shapes.ts';

/** Spend that had the getting of leads as its purpose: media, tools, agency, content. */
export const leadCost: Quantity = {
  ...spent,
  called: 'leadCost',
  sample: { of: 'LEADS', times: 92_000 },
};

/** People who left a way to reach them, each once. */
export const leads: Quantity = {
  ...counted,
  called: 'leads',
  sources: {
    ga4: { metric: 'keyEvents', only: [{ dimension: 'eventName', is: ['generate_lead'] }] },
    hubspot: 'leads',
    salesforce: 'leads',
    zoho: 'leads',
  },
  sample: { each: 95 },
};

/** Leads that marketing judged ready to be handed to sales. */
export const mqls: Quantity = {
  ...counted,
  called: 'mqls',
  sources: {
    hubspot: 'mql',
    salesforce: 'leadsByStatus',
    zoho: 'leadsByStatus',
  },
  sample: { of: 'LEADS', share: 0.38 },
};

/** Leads that sales examined and accepted. */
export const sqls: Quantity = {
  ...counted,
  called: 'sqls',
  sources: {
    hubspot: 'sql',
    salesforce: 'convertedLeads',
    zoho: 'convertedLeads',
  },
  sample: { of: 'MQLS', share: 0.45 },
};

/** Leads that meet the written description of a good lead. */
export const qualifiedLeads: Quantity = {
  ...counted,
  called: 'qualifiedLeads',
  sources: {
    salesforce: 'leadsByStatus',
    zoho: 'leadsByStatus',
  },
  sample: { of: 'LEADS', share: 0.46 },
};

export const leadScore: Quantity = {
  called: 'leadScore',
  unit: 'score',
  over: 'whole',
  min: 0,
  sample: { level: 62, drift: 0.3 },
};

export const signups: Quantity = {
  ...counted,
  called: 'signups',
  sources: { ga4: { metric: 'keyEvents', only: [{ dimension: 'eventName', is: ['sign_up'] }] } },
  sample: { each: 130 },
};
