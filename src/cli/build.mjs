/**
 * What `npm run build` begins with, in plain JavaScript: of a first file with types Node has to take them out each
 * time, and loads a compiler for it, while what it makes of all further ones is kept.
 */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// As `nodeCache` has it, which has types.
enableCompileCache(
  join(process.env['CACHE_DIR'] || join(import.meta.dirname, '..', '..', '.cache'), 'modules'),
);
await import('./build.ts');
