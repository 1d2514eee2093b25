import { preview } from 'astro';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** `npm start`: builds the site and serves it on this machine, until it is interrupted. */
const PORT = 4321;

const built = spawnSync(process.execPath, [join(import.meta.dirname, 'build.ts')], { stdio: 'inherit' });
if (built.status === 0) {
  const server = await preview({ server: { port: PORT }, logLevel: 'error' });
  const base = (process.env['BASE_PATH'] ?? '').replaceAll(/^\/+|\/+$/gu, '');
  console.log(
    `站点在 http://localhost:${String(server.port)}/${base === '' ? '' : `${base}/`} ，按 Ctrl+C 停止`,
  );
} else process.exitCode = built.status ?? 2;
