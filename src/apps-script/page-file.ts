import type { Language } from '../messages/compiled/languages.ts';

/** The file of the project that holds the panel's page in a language. */
export const pageFile = (language: Language): string => `sidebar-${language}`;
