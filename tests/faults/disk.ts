import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real disk that this machine was given for a while. */
export interface Disk {
  readonly dir: string;
  /** Makes it larger or smaller, or read-only: `size=20m`, `ro`, `rw`. */
  change(options: string): void;
}

/** Runs a program; throws what it said when it fails. */
export function must(program: string, ...options: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, options, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${options.join(' ')}: ${stdout ?? ''}${stderr ?? ''}`);
  return stdout.trim();
}

/** Whether a program is there. */
export function has(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}

/** A disk in memory of so many megabytes while `use` runs. */
export function withTmpfs<T>(megabytes: number, use: (disk: Disk) => T): T {
  const dir = mkdtempSync(join(tmpdir(), 'jiyao-disk-'));
  must('mount', '-t', 'tmpfs', '-o', `size=${String(megabytes)}m`, 'tmpfs', dir);
  try {
    return use({
      dir,
      change: (options) => {
        must('mount', '-o', `remount,${options}`, dir);
      },
    });
  } finally {
    must('umount', dir);
    rmSync(dir, { recursive: true });
  }
}

/** An exFAT disk of so many megabytes, which does not tell upper from lower case, while `use` runs. */
export function withExfat<T>(megabytes: number, use: (disk: Disk) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'jiyao-disk-'));
  const [image, dir] = [join(folder, 'image'), join(folder, 'disk')];
  writeFileSync(image, '');
  must('truncate', '-s', `${String(megabytes)}m`, image);
  mkdirSync(dir);
  must('mkfs.exfat', image);
  const device = must('losetup', '--find', '--show', image);
  try {
    must('mount.exfat-fuse', device, dir);
    try {
      return use({
        dir,
        change: (options) => {
          must('mount', '-o', `remount,${options}`, dir);
        },
      });
    } finally {
      must('umount', dir);
    }
  } finally {
    must('losetup', '--detach', device);
    rmSync(folder, { recursive: true });
  }
}

/** The megabytes that a disk has in use. */
export function megabytesOf(dir: string): number {
  return Number(must('du', '--summarize', '--block-size=K', dir).split('K')[0]) / 1024;
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
