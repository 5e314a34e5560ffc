import path from 'node:path';

/** What decides where a user's files belong. */
export interface Surroundings {
  readonly platform: string;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Where the spreadsheet is kept when nobody says where: the platform's place for a program's data. */
export function usualBookPlace({ platform, home, env }: Surroundings): string {
  const [own, file] = ['marketing-kpis-for-sheets', 'workbench.json'];
  if (platform === 'win32') {
    const { join } = path.win32;
    return join(env.APPDATA || join(home, 'AppData', 'Roaming'), own, file);
  }
  const { join } = path.posix;
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', own, file);
  // A relative one is to be ignored.
  const data = env.XDG_DATA_HOME?.startsWith('/') ? env.XDG_DATA_HOME : null;
  return join(data ?? join(home, '.local', 'share'), own, file);
}
