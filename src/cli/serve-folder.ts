import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
  '.wasm': 'application/wasm',
};

/**
 * Serves the files of a folder below a base path on this machine alone, as a plain web server does,
 * the 404 page included. Resolves once it listens; rejects when the port is taken.
 */
export async function serveFolder(folder: string, base: string, port: number): Promise<void> {
  const server = createServer((request, response) => {
    const file = findFile(folder, base, request.url ?? '/');
    const sent = file ?? join(folder, '404.html');
    const type = TYPES[extname(sent)] ?? 'application/octet-stream';
    response.writeHead(file === null ? 404 : 200, { 'content-type': type });
    createReadStream(sent)
      .on('error', () => response.end())
      .pipe(response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', resolve);
  });
}

/** The file that a path stands for; null for one that isn't there or lies outside the folder. */
function findFile(folder: string, base: string, url: string): string | null {
  const { pathname } = new URL(url, 'http://localhost');
  if (!pathname.startsWith(base)) return null;
  const path = normalize(join(folder, maybeDecode(pathname.slice(base.length))));
  if (path !== folder && !path.startsWith(folder + sep)) return null;
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
  return existsSync(file) ? file : null;
}

function maybeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
