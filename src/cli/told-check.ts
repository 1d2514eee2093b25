import { checkFile } from '../checks/minutes-file.ts';
import type { Progress } from '../progress/progress.ts';

/** The check of one file, which says with each that it has come a step further. */
export function toldCheck({ step }: Progress): typeof checkFile {
  return (...input) => {
    step();
    return checkFile(...input);
  };
}
