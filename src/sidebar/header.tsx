import type { Language } from '../kpi/define.ts';
import { usePanel } from './panel-context.ts';

const languages: readonly (readonly [Language, string, string])[] = [
  ['vi', 'VI', 'Tiếng Việt'],
  ['en', 'EN', 'English'],
];

interface HeaderProps {
  readonly choose: (language: Language) => void;
  /** Absent on the first page. */
  readonly back?: () => void;
  /** Absent where help is open already. */
  readonly help?: () => void;
}

/** The name of the tool or the way back to it, the way to help, and the language of the panel. */
export function Header({ choose, back, help }: HeaderProps) {
  const { language, words } = usePanel();
  return (
    <header>
      {back ? (
        <button type="button" class="quiet back" onClick={back}>
          <span aria-hidden="true">‹</span> {words.backToFunctions}
        </button>
      ) : (
        <h1>{words.find.title}</h1>
      )}
      {help && (
        <button type="button" class="quiet" onClick={help}>
          {words.help}
        </button>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a line of a header */}
      <div class="languages" role="group" aria-label={words.chooseLanguage}>
        {languages.map(([code, short, name]) => (
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
