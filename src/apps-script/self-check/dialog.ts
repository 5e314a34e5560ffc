import type { Language } from '../../messages/compiled/languages.ts';
import { type SelfCheckWords, selfCheckWords } from '../../messages/compiled/self-check.ts';
import {
  type AssumptionId,
  assumptionIds,
  assumptions,
  type CheckVerdict,
  callPrefix,
  type ReportLine,
  subjects,
  verdicts,
  workPrefix,
  works,
} from '../../platform/index.ts';

/** Every assumption has its texts, or this does not compile. */
type Said = Readonly<Record<AssumptionId, readonly [says: string, why?: string]>>;

/** Markup: what is put into it from elsewhere is escaped on the way. */
interface Markup {
  readonly markup: string;
}

function html(parts: TemplateStringsArray, ...given: (string | Markup | readonly Markup[])[]) {
  const inside = (one: string | Markup | readonly Markup[] | undefined): string => {
    if (one === undefined) return '';
    if (typeof one === 'string') return escaped(one);
    return 'markup' in one ? one.markup : one.map(inside).join('');
  };
  return { markup: parts.map((part, i) => part + inside(given[i])).join('') };
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? '');

/** What stands before a verdict, so that its colour is not needed. */
const shapes: Readonly<Record<CheckVerdict, string>> = {
  holds: '●',
  fails: '■',
  'not measured': '◌',
  'needs the published add-on': '▲',
  'not observable': '○',
};

/** The page of a dialog: what was found, and all of it as text to copy. */
export function dialogPage(language: Language, lines: readonly ReportLine[], text: string): string {
  const say = selfCheckWords(language);
  const said: Said = say.assumptions;
  const count = (verdict: CheckVerdict) => lines.filter((line) => line.verdict === verdict).length;
  const byId = new Map(lines.map((line) => [line.id, line]));
  const row = (what: Markup, line: ReportLine) =>
    html`<tr class="${line.verdict === 'fails' ? 'fails' : ''}"><td>${what}</td><td>${shown(say, line.expected)}</td><td>${shown(say, line.found)}</td><td>${shapes[line.verdict]} ${say.verdicts[line.verdict]}</td><td class="ms">${line.ms === null ? '–' : String(line.ms)}</td></tr>`;
  const part = (heading: string, rows: readonly Markup[]) =>
    html`<tbody><tr><th colspan="5" scope="rowgroup">${heading}</th></tr>${rows}</tbody>`;
  const parts = subjects.map((subject) =>
    part(
      say.subjects[subject],
      assumptionIds.flatMap((id) => {
        const line = byId.get(id);
        if (!line || assumptions[id].subject !== subject) return [];
        const [says, why] = said[id];
        return [row(html`${says}${why ? html`<small>${why}</small>` : ''}`, line)];
      }),
    ),
  );
  const tried = lines.filter(({ id }) => id.indexOf(callPrefix) === 0);
  const failing = tried.filter(({ verdict }) => verdict !== 'holds');
  const ms = tried.reduce((sum, line) => sum + (line.ms ?? 0), 0);
  const good = tried.length - failing.length;
  const called = part(say.calls({ good, all: tried.length, ms }), [
    ...failing.map((line) => row(html`<code>${line.id.slice(callPrefix.length)}</code>`, line)),
  ]);
  const worked = part(
    say.work,
    works.flatMap((work) => {
      const line = byId.get(workPrefix + work);
      return line ? [row(html`${say.works[work]}`, line)] : [];
    }),
  );
  const counts = verdicts.map(
    (verdict) =>
      html`<li>${shapes[verdict]} ${say.verdicts[verdict]}: ${String(count(verdict))}</li>`,
  );
  return html`<!DOCTYPE html><html lang="${language}"><head><base target="_top"><meta charset="utf-8"><style>
body{font:13px/1.4 Arial,sans-serif;color:#202124;margin:0 16px 16px}
ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:4px 16px}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:4px 8px 4px 0;border-bottom:1px solid #dadce0}
thead th{position:sticky;top:0;background:#fff}
small{display:block;color:#5f6368}
.fails td{background:#fce8e6}
.ms{text-align:right}
textarea{box-sizing:border-box;width:100%;height:96px;font:12px monospace}
</style></head><body>
<p>${say.intro}</p><ul>${counts}</ul>
<p><button id="copy" type="button">${say.copy}</button> <span id="said" role="status" data-done="${say.copied}" data-else="${say.copyYourself}"></span></p>
<label for="text">${say.asText}</label><textarea id="text" readonly>${text}</textarea>
<table><thead><tr><th scope="col">${say.assumption}</th><th scope="col">${say.expected}</th><th scope="col">${say.found}</th><th scope="col">${say.verdict}</th><th class="ms" scope="col">${say.ms}</th></tr></thead>${worked}${parts}${called}</table>
<script>
document.getElementById('copy').onclick = function () {
  var said = document.getElementById('said');
  document.getElementById('text').select();
  said.textContent = document.execCommand('copy') ? said.dataset.done : said.dataset.else;
};
</script>
</body></html>`.markup;
}

/** A value in words; what stands in cells, and what the platform said, stays as it is. */
function shown(say: SelfCheckWords, value: ReportLine['found']): string {
  if (value === null) return '–';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'boolean') return value ? say.yes : say.no;
  const words: Readonly<Record<string, string>> = say.values;
  return words[String(value)] ?? String(value);
}
