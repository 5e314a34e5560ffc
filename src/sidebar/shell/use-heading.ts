import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** A heading that takes the focus whenever the page behind `key` changes, unless a field takes it. */
export function useHeading(key: string, unless = false): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (unless) return;
    window.scrollTo(0, 0);
    heading.current?.focus();
  }, [key]);
  return heading;
}
