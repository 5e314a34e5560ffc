import type { Quantity } from '../define.ts';
import { counted } from './shapes.ts';

/** E-mails sent that did not bounce. */
export const delivered: Quantity = {
  ...counted,
  called: 'delivered',
  sources: { platform: 'delivered' },
  sample: { each: 5200 },
};

/** Recipients who opened, each once per e-mail. */
export const opens: Quantity = {
  ...counted,
  called: 'opens',
  sources: { platform: 'unique opens' },
  sample: { of: 'OPENRATE.delivered', share: 0.27 },
};

/** Recipients who clicked, each once per e-mail. */
export const emailClicks: Quantity = {
  ...counted,
  called: 'emailClicks',
  sources: { platform: 'unique clicks' },
  sample: { of: 'OPENRATE.opens', share: 0.11 },
};

export const unsubscribes: Quantity = {
  ...counted,
  called: 'unsubscribes',
  sources: { platform: 'unsubscribes' },
  sample: { of: 'OPENRATE.delivered', share: 0.0028 },
};

export const emailConversions: Quantity = {
  ...counted,
  called: 'emailConversions',
  sources: {
    ga4: { metric: 'keyEvents', only: [{ dimension: 'sessionMedium', is: ['email'] }] },
  },
  sample: { of: 'OPENRATE.delivered', share: 0.009 },
};
