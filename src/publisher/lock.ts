import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../files/user-error.ts';

/**
 * Takes the lock of an output folder until `release`, so that two builds never write it at once. Throws a
 * `UserError` while another process that still runs has it; what a killed one left is taken over.
 */
export function takeLock(target: string): { readonly release: () => void } {
  const file = `${target}.lock`;
  mkdirSync(dirname(file), { recursive: true });
  if (!create(file)) {
    const owner = Number(readOwner(file));
    if (isRunning(owner)) throw busy(target, owner);
    rmSync(file, { force: true });
    if (!create(file)) throw busy(target, Number(readOwner(file)));
  }
  return {
    release: () => {
      rmSync(file, { force: true });
    },
  };
}

function busy(target: string, owner: number): UserError {
  return new UserError(
    `另一个建站正在写“${target}”（进程 ${String(owner)}）`,
    '等它结束后再运行；它已经不在了的，删去同名的 .lock 文件',
  );
}

function create(file: string): boolean {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch {
    return false;
  }
}

function readOwner(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
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
