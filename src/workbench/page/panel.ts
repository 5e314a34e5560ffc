import type { WorkbenchWords } from '../../messages/compiled/workbench.ts';
import type { HtmlPage } from '../google/context.ts';
import { createElement } from './dom.ts';
import type { FromPanel, ToPanel } from './panel-shim.ts';
import { server } from './server.ts';

/** What a panel may do in its frame: as Google's, it is of no origin and reaches nothing around it. */
const sandbox = 'allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox';

/** The page of a panel or dialog in a frame of its own, with Google's calls bridged to the server. */
export class Frame {
  readonly frame: HTMLIFrameElement;
  private readonly hear: (event: MessageEvent<FromPanel>) => void;

  constructor(
    page: HtmlPage,
    shim: string,
    /** Called before each run, so that the server knows what is selected. */
    private readonly before: () => Promise<unknown>,
    close: () => void,
  ) {
    this.frame = createElement('iframe', { sandbox, title: page.title, class: 'frame' });
    this.frame.srcdoc = withShim(page.html, shim);
    this.hear = ({ source, data }) => {
      if (source !== this.frame.contentWindow) return;
      if (data.panel === 'close') close();
      else void this.run(data.call, data.name, data.args);
    };
    addEventListener('message', this.hear);
  }

  dispose(): void {
    removeEventListener('message', this.hear);
    this.frame.remove();
  }

  private async run(call: number, name: string, args: unknown[]): Promise<void> {
    let answer: ToPanel['answer'];
    try {
      await this.before();
      answer = await server.run(name, args);
    } catch (error) {
      answer = { error: `NetworkError: ${(error as Error).message}` };
    }
    const message: ToPanel = { call, answer };
    this.frame.contentWindow?.postMessage(message, '*');
  }
}

/** Google's script comes before any of the page's own. */
function withShim(html: string, shim: string): string {
  const script = `<script>${shim.replace(/<\/script/gi, '<\\/script')}</script>`;
  const head = /<head[^>]*>/i.exec(html);
  if (!head) return script + html;
  const at = head.index + head[0].length;
  return html.slice(0, at) + script + html.slice(at);
}

/** The 300-pixel panel at the right, as Google shows it: a title, a cross, the page. */
export class SidePanel {
  private open: Frame | null = null;
  private shown: HtmlPage | null = null;

  constructor(
    private readonly holder: HTMLElement,
    private readonly shim: string,
    private readonly before: () => Promise<unknown>,
    private readonly words: () => WorkbenchWords,
    private readonly resized: () => void,
  ) {}

  /** Shows a page, or (`null`) nothing. The page that is shown already stays as it is. */
  show(page: HtmlPage | null, again = false): void {
    if (!again && page?.html === this.shown?.html && page?.title === this.shown?.title) return;
    this.open?.dispose();
    this.open = null;
    this.shown = page;
    this.holder.replaceChildren();
    this.holder.hidden = page === null;
    if (page) {
      const close = () => void server.closePanel();
      this.open = new Frame(page, this.shim, this.before, close);
      const cross = createElement('button', {
        type: 'button',
        class: 'cross',
        'aria-label': this.words().panel.close,
        title: this.words().panel.close,
      });
      cross.addEventListener('click', close);
      this.holder.setAttribute('aria-label', this.words().panel.region);
      this.holder.append(
        createElement('div', { class: 'panel-head' }, createElement('h2', {}, page.title), cross),
        this.open.frame,
      );
    }
    this.resized();
  }

  /** Says the cross's name in another language; the page inside speaks for itself. */
  relabel(): void {
    const cross = this.holder.querySelector('.cross');
    cross?.setAttribute('aria-label', this.words().panel.close);
    cross?.setAttribute('title', this.words().panel.close);
  }
}
