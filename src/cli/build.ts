/** `npm run build`. What is compiled of the program is kept: a build without changes is little else. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { cacheDirOf } from '../publisher/cache-dir.ts';

enableCompileCache(join(cacheDirOf(process.env), 'program'));
await import('./run-build.ts');
