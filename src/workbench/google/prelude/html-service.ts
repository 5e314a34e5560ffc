import { callService, standIn } from './wire.ts';

type GoogleHtml = GoogleAppsScript.HTML.HtmlOutput;
type StoodInFor =
  | 'getContent'
  | 'setContent'
  | 'append'
  | 'getTitle'
  | 'setTitle'
  | 'setWidth'
  | 'setHeight';

function output(content: string): GoogleHtml {
  let html = content;
  let title = '';
  const page: Pick<GoogleHtml, StoodInFor> = {
    getContent: () => html,
    setContent: (next) => {
      html = next;
      return self;
    },
    append: (more) => {
      html += more;
      return self;
    },
    getTitle: () => title,
    setTitle: (next) => {
      title = next;
      return self;
    },
    // A panel is 300 px wide whatever it asks for.
    setWidth: () => self,
    setHeight: () => self,
  };
  const self = standIn('HtmlOutput', page) as GoogleHtml;
  return self;
}

/** A template of which nothing but its text is asked: none is ever evaluated. */
const template = (text: string) =>
  standIn('HtmlTemplate', {
    getRawContent: () => text,
  } satisfies Partial<Record<keyof GoogleAppsScript.HTML.HtmlTemplate, unknown>>);

/** Google's `HtmlService`: static pages, and files of the project as they are. */
export const htmlService = standIn('HtmlService', {
  createHtmlOutputFromFile: (name: string) => output(callService<string>('HtmlService.file', name)),
  createTemplateFromFile: (name: string) => template(callService<string>('HtmlService.file', name)),
  createHtmlOutput: (html?: string) => output(html ?? ''),
} satisfies Partial<Record<keyof GoogleAppsScript.HTML.HtmlService, unknown>>);
