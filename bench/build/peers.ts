import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { measure, measureNode } from './measured.ts';
import { sizeOfFolder, type BuildRow } from './report.ts';

/** Too large for a dependency: 107 packages that nothing else needs. */
const ELEVENTY = '@11ty/eleventy@3.1.8';

/** Where the city stands for peers, and a folder to work in. */
export interface PeerPlace {
  /** What `peer-content.ts` wrote. */
  readonly content: string;
  readonly folder: string;
  /** Where packages are kept from one benchmark to the next. */
  readonly packages: string;
}

export async function measureHugo({ content, folder }: PeerPlace): Promise<BuildRow> {
  const version = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  if (version.status !== 0) return missing('Hugo', 'not installed');
  const site = join(folder, 'hugo');
  const out = join(folder, 'hugo-out');
  cpSync(join(import.meta.dirname, 'hugo'), site, { recursive: true });
  cpSync(content, join(site, 'content'), { recursive: true });
  const { cost } = await measure({
    program: 'hugo',
    args: ['--source', site, '--destination', out, '--quiet'],
  });
  return peerRow(`Hugo ${/v(\d[\d.]*)/u.exec(version.stdout)?.[1] ?? ''}`, cost, out);
}

export async function measureEleventy({ content, folder, packages }: PeerPlace): Promise<BuildRow> {
  const name = `Eleventy ${ELEVENTY.slice(ELEVENTY.lastIndexOf('@') + 1)}`;
  const program = join(packages, 'node_modules', '@11ty', 'eleventy', 'cmd.cjs');
  if (!existsSync(program)) {
    mkdirSync(packages, { recursive: true });
    const options = [
      'install',
      '--prefix',
      packages,
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      ELEVENTY,
    ];
    spawnSync('npm', options, { shell: process.platform === 'win32' });
  }
  if (!existsSync(program)) return missing(name, 'could not be installed');
  const site = join(folder, 'eleventy');
  const out = join(folder, 'eleventy-out');
  cpSync(join(import.meta.dirname, 'eleventy'), site, { recursive: true });
  cpSync(content, site, { recursive: true });
  const { cost } = await measureNode({
    program,
    args: ['--quiet', '--config=eleventy.config.mjs'],
    cwd: site,
    // It wants its output below its input, or told so by a path from there.
    env: { PEER_OUT: join('..', 'eleventy-out') },
  });
  return peerRow(name, cost, out);
}

function peerRow(
  generator: string,
  cost: Pick<BuildRow, 'wall' | 'cpu' | 'megabytes'>,
  out: string,
): BuildRow {
  const size = sizeOfFolder(out);
  return { generator, build: 'same pages, clean', ...cost, ...size, written: size.files, deleted: 0 };
}

function missing(generator: string, why: string): BuildRow {
  return {
    generator,
    build: why,
    wall: null,
    cpu: null,
    megabytes: null,
    files: 0,
    bytes: 0,
    written: 0,
    deleted: 0,
  };
}
