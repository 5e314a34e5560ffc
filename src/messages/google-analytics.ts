import type { Language } from '../kpi/define.ts';
import { googleAnalyticsEn } from './en/sources/google-analytics.ts';
import { googleAnalyticsVi } from './vi/sources/google-analytics.ts';

/** What is said about Google Analytics. */
export const googleAnalyticsWords = (language: Language): typeof googleAnalyticsEn =>
  language === 'vi' ? googleAnalyticsVi : googleAnalyticsEn;
