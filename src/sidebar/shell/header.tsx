import { languageWords } from '../../messages/compiled/language.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { languages } from '../../messages/compiled/languages.ts';
import { usePanel } from './panel-context.ts';
import type { PanelLocation, PanelView } from './session.ts';

interface HeaderProps {
  readonly place: PanelLocation;
  readonly go: (view: PanelView) => void;
  readonly choose: (language: Language) => void;
}

type Part = 'quarter' | 'insert' | 'help';

/** The part of the panel that a view belongs to. */
export const partOf = (view: PanelView): Part => {
  if (view === 'help') return 'help';
  return view === 'find' || view === 'function' ? 'insert' : 'quarter';
};

/** The parts of the panel, and its language. A part opens where it was left; again, at its beginning. */
export function Header({ place, go, choose }: HeaderProps) {
  const { language, words } = usePanel();
  const here = partOf(place.view);
  const parts: readonly (readonly [Part, string, PanelView])[] = [
    ['quarter', words.nav.quarter, here === 'quarter' ? 'home' : place.quarterView],
    ['insert', words.nav.insert, here === 'insert' ? 'find' : place.functionView],
    ['help', words.help, 'help'],
  ];
  return (
    <header>
      <nav aria-label={words.nav.label}>
        {parts.map(([part, title, to]) => (
          <button
            key={part}
            type="button"
            aria-current={part === here ? 'page' : undefined}
            onClick={() => go(to)}
          >
            {title}
          </button>
        ))}
      </nav>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a line of a header */}
      <div class="languages" role="group" aria-label={words.chooseLanguage}>
        {[...languages]
          .reverse()
          .map((code) => [code, languageWords(code)] as const)
          .map(([code, { short, name }]) => (
            <button
              key={code}
              type="button"
              lang={code}
              title={name}
              aria-label={`${short} – ${name}`}
              aria-pressed={code === language}
              onClick={() => choose(code)}
            >
              {short}
            </button>
          ))}
      </div>
    </header>
  );
}
