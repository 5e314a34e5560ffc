/** What is pushed to Google, and the same with all of its script in one file. */
export const distFolder = 'dist';
export const oneFileFolder = 'node_modules/.cache/marketing-kpis/one-file';
/** With all that is not in every build, as the workbench starts with. */
export const everythingFolder = 'node_modules/.cache/marketing-kpis/everything';
