/** Writes `outdir/server.mjs`, `desk.mjs`, `worker.mjs`, `prelude.js` and, unless told not to, `page/`. */
export function bundleWorkbench(options: { outdir: string; page?: boolean }): Promise<void>;
