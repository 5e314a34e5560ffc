const holder = () => document.getElementById('progress');

/** Says over the page what is going on; `null` when it is over. */
export function progress(text: string | null): void {
  const shown = holder();
  if (!shown) return;
  shown.hidden = text === null;
  const line = shown.querySelector('.progress-text');
  if (line && text !== null) line.textContent = text;
}

/** Lets the browser draw before a long piece of work. */
export const drawn = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
