import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** The page before its script runs: something to see while the grid loads. */
export function shell(key: string): string {
  return `<!DOCTYPE html>
<html lang="en" data-key="${key}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Marketing KPIs for Sheets</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page/main.css">
</head>
<body>
<div id="page" class="page"></div>
<div id="progress" class="progress" role="status" aria-live="polite"><div class="progress-mark" aria-hidden="true"></div><p class="progress-text">…</p></div>
<script src="/page/main.js" defer></script>
</body>
</html>`;
}

/**
 * Sends one of the page's own files; only a plain file name reaches the folder. A browser that has it
 * already asks whether it is still the same, and keeps what it made of it.
 */
export async function pageFile(
  folder: string,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const type = types[path.extname(name)];
  if (!type || !/^[\w.-]+$/.test(name)) {
    response.writeHead(404).end('Not found');
    return;
  }
  try {
    const place = path.join(folder, name);
    const { size, mtimeMs } = await stat(place);
    const tag = `"${size}-${Math.round(mtimeMs)}"`;
    response.setHeader('etag', tag);
    response.setHeader('cache-control', 'no-cache');
    if (request.headers['if-none-match'] === tag) {
      response.writeHead(304).end();
      return;
    }
    const file = await readFile(place);
    response.setHeader('content-type', type);
    response.end(file);
  } catch {
    response.writeHead(404).end('Not found');
  }
}
