import type { DataStart } from '../../app/api/data-api.ts';
import { useDataWords } from './data-context.tsx';

/** What the user has not allowed of what this page is about, and where it can be allowed. */
export function MissingNotice({ missing }: Pick<DataStart, 'missing'>) {
  const say = useDataWords().missing;
  const { sentences, consent } = missing;
  if (sentences.length === 0) return null;
  return (
    <section class="notice" aria-label={say.title}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>
        {consent !== null && (
          <>
            <a href={consent} target="_blank" rel="noopener noreferrer">
              {say.allow}
            </a>
            {'. '}
          </>
        )}
        {consent === null ? say.reload : say.after}
      </p>
    </section>
  );
}
