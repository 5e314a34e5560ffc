import type { Host } from '../ports/host.ts';

const key = 'recent-functions';
const most = 6;

/** The functions this user inserted last, the newest first. A damaged note counts as none. */
export function recentFunctions(host: Host): string[] {
  const names = (host.recall(key) ?? '').split(' ');
  return names.filter((name) => /^[A-Z][A-Z0-9_]*$/.test(name)).slice(0, most);
}

/** Puts a function at the head of the list. */
export function noteUse(name: string, host: Host): void {
  const names = [name, ...recentFunctions(host).filter((other) => other !== name)];
  host.remember(key, names.slice(0, most).join(' '));
}
