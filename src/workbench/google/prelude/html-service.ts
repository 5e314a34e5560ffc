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

/** Google's `HtmlService`: static pages only, templates are not used. */
export const htmlService = standIn('HtmlService', {
  createHtmlOutputFromFile: (name: string) => output(callService<string>('HtmlService.file', name)),
  createHtmlOutput: (html?: string) => output(html ?? ''),
} satisfies Partial<Record<keyof GoogleAppsScript.HTML.HtmlService, unknown>>);
