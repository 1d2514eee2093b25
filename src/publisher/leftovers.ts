import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Puts an output folder in order after builds that were killed: one that had been moved away comes back,
 * and what they had begun to write goes. Only while its lock is held.
 */
export function clearLeftovers(target: string): void {
  const folder = dirname(target);
  if (!existsSync(folder)) return;
  const name = basename(target);
  const names = readdirSync(folder);
  const moved = names.filter((each) => each.startsWith(`${name}.old-`));
  const [first] = moved;
  if (first !== undefined && !existsSync(target)) renameSync(join(folder, first), target);
  for (const each of [...moved, ...names.filter((other) => other.startsWith(`${name}.building-`))])
    rmSync(join(folder, each), { recursive: true, force: true });
}
