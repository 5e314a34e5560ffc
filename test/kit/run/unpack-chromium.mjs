// node unpack-chromium.mjs <folder>: unpacks the Chromium of the packages. A process of its own,
// because the package wants the environment changed.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeWholeFolder } from './whole-folder.mjs';

const [target = ''] = process.argv.slice(2);

/** Its fonts and no others: what a page measures must not depend on whose machine it is. */
const fontList = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${target}/fonts</dir>
  <cachedir>${target}/fonts-cache</cachedir>
</fontconfig>
`;

await makeWholeFolder(target, async (folder) => {
  // The package unpacks into the temporary folder, and reads at import whether to bring the system
  // libraries it needs.
  process.env.TMPDIR = folder;
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  await packaged.executablePath();
  await writeFile(path.join(folder, 'fonts.conf'), fontList);
});
