import type { Quantity } from '../define.ts';
import { counted } from './shapes.ts';

/** E-mails sent that did not bounce. */
export const delivered: Quantity = {
  ...counted,
  title: { en: 'e-mails delivered', vi: 'số email gửi thành công' },
  none: { en: 'no e-mails delivered', vi: 'không có email gửi thành công' },
  sources: { hubspot: 'delivered', platform: 'delivered' },
  sample: { each: 5200 },
};

/** Recipients who opened, each once per e-mail. */
export const opens: Quantity = {
  ...counted,
  title: { en: 'unique opens', vi: 'số người mở email' },
  none: { en: 'no opens', vi: 'không có lượt mở' },
  sources: { hubspot: 'open', platform: 'unique opens' },
  sample: { of: 'OPENRATE.delivered', share: 0.27 },
};

/** Recipients who clicked, each once per e-mail. */
export const emailClicks: Quantity = {
  ...counted,
  title: { en: 'unique e-mail clicks', vi: 'số người nhấp trong email' },
  sources: { hubspot: 'click', platform: 'unique clicks' },
  sample: { of: 'OPENRATE.opens', share: 0.11 },
};

export const unsubscribes: Quantity = {
  ...counted,
  title: { en: 'unsubscribes', vi: 'số người hủy đăng ký' },
  sources: { hubspot: 'unsubscribed', platform: 'unsubscribes' },
  sample: { of: 'OPENRATE.delivered', share: 0.0028 },
};

export const emailConversions: Quantity = {
  ...counted,
  title: { en: 'conversions from e-mail', vi: 'số lượt chuyển đổi từ email' },
  sources: {
    ga4: { metric: 'keyEvents', only: [{ dimension: 'sessionMedium', is: ['email'] }] },
  },
  sample: { of: 'OPENRATE.delivered', share: 0.009 },
};
