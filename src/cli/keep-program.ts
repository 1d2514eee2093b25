/** Compiles the program that the next `npm run build` runs from. A build that found none starts it when it has ended. */
import { cacheDirOf } from '../publisher/cache-dir.ts';
import { keepProgram } from '../publisher/program.ts';

await keepProgram(cacheDirOf(process.env));
