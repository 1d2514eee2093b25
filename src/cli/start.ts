import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { basePath } from '../urls.ts';
import { serveFolder } from './serve-folder.ts';

/** `npm start`: builds the site and serves it on this machine, until it is interrupted. */
const PORT = 4321;

const built = spawnSync(process.execPath, [join(import.meta.dirname, 'build.mjs')], { stdio: 'inherit' });
if (built.status === 0) {
  try {
    await serveFolder(resolve(process.env['OUT_DIR'] || 'dist'), basePath(), PORT);
    console.log(`站点在 http://localhost:${String(PORT)}${basePath()} ，按 Ctrl+C 停止`);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    console.error(`端口 ${String(PORT)} 已被占用；先停止占用它的程序`);
    process.exitCode = 2;
  }
} else process.exitCode = built.status ?? 2;
