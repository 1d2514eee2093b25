import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { generateCity } from '../../bench/city/city.ts';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import type { Corpus } from '../../src/corpus/model.ts';
import { parseRegistry } from '../../src/corpus/registry.ts';
import { parseMinutes } from '../../src/minutes/parse.ts';
import { buildSearchIndex } from '../../src/search/index-builder.ts';
import type { IndexKind } from '../../src/search/manifest.ts';
import { buildSite, ROOT } from '../site/build.ts';
import { serve, type Server } from './serve.ts';

/** A member site: served, with what it was built of. */
export interface MemberSite {
  readonly name: string;
  readonly dir: string;
  readonly content: string;
  readonly corpus: Corpus;
  readonly server: Server;
}

/** A portal with three members at three ports, each with another index. */
export interface PortalSites {
  readonly members: readonly MemberSite[];
  readonly portal: { readonly dir: string; readonly content: string };
  /** Builds the portal anew from what its content folder holds. */
  build(this: void): void;
  /** Runs `npm run portal -- collect` for it: its exit code and what it says. */
  collect(this: void): Promise<{ readonly status: number | null; readonly said: string }>;
  remove(this: void): void;
}

const MEMBERS: readonly (readonly [name: string, index: IndexKind, base: string])[] = [
  ['甲县', 'text', '/'],
  ['乙区', 'pairs', '/zwgk/'],
  ['丙镇', 'pagefind', '/'],
];

export async function createPortalSites(): Promise<PortalSites> {
  const folder = mkdtempSync(join(tmpdir(), 'jiyao-portal-'));
  const members: MemberSite[] = [];
  for (const [at, member] of MEMBERS.entries()) members.push(await createMember(folder, at, ...member));
  const content = join(folder, 'portal');
  const dir = join(folder, 'portal-dist');
  write(join(content, 'site.yaml'), 'mode: demo\nname: 丁市会议纪要门户（演示）\nplace: 丁市\n');
  write(join(content, 'members.yaml'), membersFile(members));
  return {
    members,
    portal: { dir, content },
    build: () => void buildSite(content, dir, '/portal-site/'),
    collect: () => collectFor(content),
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function createMember(
  folder: string,
  at: number,
  name: string,
  index: IndexKind,
  base: string,
): Promise<MemberSite> {
  const content = join(folder, `member-${String(at)}`);
  const dir = join(folder, `member-${String(at)}-dist`);
  const files = [...generateCity({ meetings: 7 + at, seed: `portal ${name}`, from: 2023, to: 2025 })];
  for (const { path, source } of files) write(join(content, path), source);
  mkdirSync(dir);
  const server = await serve({ dir, base, content });
  buildSite(content, dir, base, new URL('/', server.url).href);
  const corpus = corpusOf(files);
  await buildSearchIndex(corpus, dir, { index });
  return { name, dir, content, corpus, server };
}

function corpusOf(files: readonly { readonly path: string; readonly source: string }[]): Corpus {
  const { registry } = parseRegistry(
    files.find(({ path }) => path === 'bureaus.yaml')?.source ?? '',
    'bureaus.yaml',
  );
  const minutes = files.flatMap(({ path, source }) =>
    path.startsWith('minutes/') ? parseMinutes(source, `content/${path}`, registry.lexicon).minutes : [],
  );
  return buildCorpus(minutes, registry);
}

function membersFile(members: readonly MemberSite[]): string {
  const [first] = members;
  return members
    .map(({ name, server }, at) => {
      const parent = at === 2 && first !== undefined ? `\n  parent: ${first.name}` : '';
      return `- name: ${name}\n  address: ${server.url}${parent}\n`;
    })
    .join('');
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** The command needs the servers of this process, so that it runs beside it. */
function collectFor(content: string): Promise<{ readonly status: number | null; readonly said: string }> {
  return new Promise((resolve) => {
    const command = spawn(process.execPath, [join('src', 'cli', 'portal.ts'), 'collect'], {
      cwd: ROOT,
      env: { ...process.env, CONTENT_DIR: content },
    });
    let said = '';
    for (const stream of [command.stdout, command.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
    command.on('close', (status) => {
      resolve({ status, said });
    });
  });
}

/** What was collected for a portal; '' before the first time. */
export function collectedIn(content: string): string {
  const path = join(content, 'collected.json');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
