import { useEffect, useState } from 'preact/hooks';
import { isField } from './typing.ts';

/** Whether a field of the page has the focus. */
export function useFieldFocus(): boolean {
  const [focused, setFocused] = useState(() => isField(document.activeElement));
  useEffect(() => {
    const come = ({ target }: Event) => setFocused(isField(target));
    const leave = () => setFocused(false);
    document.addEventListener('focusin', come);
    document.addEventListener('focusout', leave);
    return () => {
      document.removeEventListener('focusin', come);
      document.removeEventListener('focusout', leave);
    };
  }, []);
  return focused;
}
