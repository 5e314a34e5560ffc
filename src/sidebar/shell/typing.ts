const fields = 'main input, main textarea, main select';

/** Whether it is a field of the page. */
export const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches(fields);

/** Whether somebody is filling in something that a page drawn anew would take from under them. */
export interface Typing {
  is(): boolean;
  /** What was filled in is saved, or another page is shown. */
  end(): void;
  stop(): void;
}

/** Watches the fields of the page: one that has the focus, and any that was changed since. */
export function watchTyping(page: Document, left: () => void): Typing {
  let touched = false;
  const touch = ({ target }: Event) => {
    if (isField(target)) touched = true;
  };
  // Where the focus goes to is known when it is there.
  const leave = () => setTimeout(left, 0);
  page.addEventListener('input', touch);
  page.addEventListener('change', touch);
  page.addEventListener('focusout', leave);
  return {
    is: () => touched || isField(page.activeElement),
    end: () => {
      touched = false;
    },
    stop: () => {
      page.removeEventListener('input', touch);
      page.removeEventListener('change', touch);
      page.removeEventListener('focusout', leave);
    },
  };
}
