import { useEffect } from 'preact/hooks';
import type { SeenStore } from './seen-store.ts';

/** How long a panel waits before it asks again what has changed, in milliseconds. */
const pause = 30_000;
/** So many beats without a hand on the panel, and it asks less often: nobody may be there. */
const mostEager = 20;
const longPause = 150_000;
/** Coming back is told by several events, which come one soon after the other. */
const oneComing = 50;

/** Looks whenever somebody comes back to the panel, and on a slow beat as long as it can be seen. */
export function useBeat(store: SeenStore): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let coming: ReturnType<typeof setTimeout> | undefined;
    let beats = 0;
    const isSeen = () => document.visibilityState !== 'hidden';
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(beat, beats < mostEager ? pause : longPause);
    };
    const beat = async () => {
      beats += 1;
      if (isSeen()) await store.look();
      wait();
    };
    const come = () => {
      beats = 0;
      clearTimeout(coming);
      if (isSeen()) coming = setTimeout(() => store.look(), oneComing);
      wait();
    };
    wait();
    window.addEventListener('focus', come);
    document.addEventListener('visibilitychange', come);
    return () => {
      clearTimeout(timer);
      clearTimeout(coming);
      window.removeEventListener('focus', come);
      document.removeEventListener('visibilitychange', come);
    };
  }, [store]);
}
