import { useLayoutEffect, useRef } from 'preact/hooks';
import { usePanel } from './panel-context.ts';

/** How cells answer, where things are, what to do when the panel is silent, what is stored. */
export function HelpPage() {
  const { words } = usePanel();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus();
  }, []);
  return (
    <main>
      <h1 ref={heading} tabIndex={-1}>
        {words.helpPage.title}
      </h1>
      {words.helpPage.sections.map(({ title, lines }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul class="plain">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  );
}
