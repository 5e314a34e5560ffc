import { readdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * The entries of sources, by folder: what each module exports, and of which flavour of the build it
 * is; `undefined` is in every build. `load` bundles and loads a file of the room.
 */
export async function sourceEntries(folder, load) {
  const rooms = (await readdir(folder, { withFileTypes: true }))
    .filter((each) => each.isDirectory())
    .map(({ name }) => name);
  const found = [];
  for (const room of rooms.sort()) {
    const files = await readdir(path.join(folder, room));
    if (!files.includes('entry.ts')) continue;
    for (const [name, entry] of Object.entries(await load(`${room}/entry.ts`))) {
      if (entry?.delivers) found.push({ room, name, id: entry.id, flavour: entry.flavour });
    }
  }
  return found;
}

/** Those that a build with these flavours leaves out. */
export const leftOut = (entries, flavours) =>
  entries.filter(({ flavour }) => flavour !== undefined && !flavours.includes(flavour));

/**
 * Leaves sources out of a bundle, as a plugin of it: in the place of an entry stands `null`, so that
 * nothing it is made of is reached any more. `registry.ts` passes over what is not there.
 */
export const withoutSources = (entries) => ({
  name: 'without-sources',
  setup(setup) {
    setup.onLoad(
      { filter: /[\\/]src[\\/]sources[\\/][^\\/]+[\\/]entry\.ts$/ },
      ({ path: file }) => {
        const room = path.basename(path.dirname(file));
        const names = entries.filter((each) => each.room === room).map(({ name }) => name);
        if (names.length === 0) return null;
        const contents = names.map((name) => `export const ${name} = null;`).join('\n');
        return { contents, loader: 'js' };
      },
    );
  },
});
