import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../files/user-error.ts';

/**
 * Takes the lock of an output folder until `release`, so that two builds never write it at once. Throws a
 * `UserError` while another process that still runs has it; what a killed one left is taken over. Throws what
 * the machine says where nothing can be written.
 */
export function takeLock(target: string): { readonly release: () => void } {
  const file = `${target}.lock`;
  mkdirSync(dirname(file), { recursive: true });
  if (!take(file)) throw busy(target, readOwner(file));
  return {
    release: () => {
      rmSync(file, { force: true });
    },
  };
}

/**
 * Whether the file of a lock is now this process's. What a killed owner left is removed only by who has the
 * lock of that file and has looked again since: of many that come together, one that looked before another
 * took over would else remove the lock of a living one.
 */
function take(file: string): boolean {
  if (create(file)) return true;
  if (!isLeft(file)) return false;
  const turn = `${file}.lock`;
  if (!take(turn)) return false;
  try {
    if (isLeft(file)) rmSync(file, { force: true });
    return create(file);
  } finally {
    rmSync(turn, { force: true });
  }
}

function busy(target: string, owner: string): UserError {
  return new UserError(
    `另一个建站正在写“${target}”${owner === '' ? '' : `（进程 ${owner}）`}`,
    '等它结束后再运行；它已经不在了的，删去同名的 .lock 文件',
  );
}

function create(file: string): boolean {
  const handle = open(file);
  if (handle === null) return false;
  try {
    writeSync(handle, String(process.pid));
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
  return true;
}

/** A file that was not there; null where it was. */
function open(file: string): number | null {
  try {
    return openSync(file, 'wx');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return null;
    throw error;
  }
}

function readOwner(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** In milliseconds, how long a lock may stand before its owner has written down who it is. */
const GRACE = 10_000;

/** Whether a lock stands whose owner no longer runs; not one that is only just being taken. */
function isLeft(file: string): boolean {
  const owner = readOwner(file);
  if (owner !== '') return !isRunning(Number(owner));
  const taken = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  return taken !== undefined && Math.abs(Date.now() - taken) >= GRACE;
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
