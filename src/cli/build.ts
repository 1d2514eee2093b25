/**
 * `npm run build`: runs from the compiled program of this version of the code where the cache holds it, else from
 * the sources. All of it comes from the one or from the other: what a class is differs between them.
 */
import { spawnSync } from 'node:child_process';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { cacheDirOf } from '../publisher/cache-dir.ts';
import { codeVersion } from '../publisher/generator.ts';
import { findProgram, nodeCache } from '../publisher/program.ts';

const cacheDir = cacheDirOf(process.env);
enableCompileCache(nodeCache(cacheDir));
const code = readVersion();
const compiled = code === null ? null : findProgram(cacheDir, code);
const program: typeof import('./run-build.ts') = await import(compiled ?? './run-build.ts');
await program.runBuild(code);
// In a process of its own: whatever happens to the compiler doesn't happen to a build that succeeded.
if (compiled === null && process.exitCode === 0)
  spawnSync(process.execPath, [join(import.meta.dirname, 'keep-program.ts')], { stdio: 'ignore' });

/** Null where a source can't be read: the build itself tells why. */
function readVersion(): string | null {
  try {
    return codeVersion();
  } catch {
    return null;
  }
}
