import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../files/user-error.ts';
import { hashFolder, hashOf } from './hash-folder.ts';

/** A site to be verified, wherever it is. */
export interface SiteSource {
  /** As people know it. */
  readonly name: string;
  /** The bytes of a file; null when there is none. Rejects when it can't be had. */
  read(this: void, path: string): Promise<Uint8Array | null>;
  /** The hashes of these files, null for one that isn't there; a folder gives those of all its files. */
  hash(this: void, paths: readonly string[]): Promise<ReadonlyMap<string, string | null>>;
  /** The path of an address of the site, as people write it. */
  pathOf(this: void, address: string): string;
}

/** A site in a folder. Rejects with a `UserError` when there is no such folder. */
export async function folderSource(folder: string): Promise<SiteSource> {
  const isFolder = await stat(folder).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new UserError(`没有“${folder}”这个文件夹`, '检查文件夹的名称');
  return {
    name: folder,
    read: (path) => readFile(join(folder, path)).catch(() => null),
    hash: () => hashFolder(folder),
    pathOf: (address) => pagePath(address.replace(/^\/+/u, '')),
  };
}

/** How many files are asked for at a time. */
const AT_ONCE = 8;

/** A site on the web, below the address of its home page. Pages are asked for as readers ask. */
export function webSource(address: string): SiteSource {
  const home = new URL(address.endsWith('/') ? address : `${address}/`);
  const read = async (path: string): Promise<Uint8Array | null> => {
    const url = new URL(path.replace(/(^|\/)index\.html$/u, '$1'), home);
    const response = await fetch(url, { cache: 'no-store' }).catch(() => null);
    if (response === null) throw new UserError(`取不到 ${url.href}`, '检查网络和网址，再运行一次');
    if (response.status === 404 || response.status === 410) {
      // The page of a missing address is sent with this status, and is a file of its own.
      return path === '404.html' ? response.bytes() : null;
    }
    if (!response.ok)
      throw new UserError(`取不到 ${url.href}（状态 ${String(response.status)}）`, '检查服务器，再运行一次');
    return response.bytes();
  };
  return {
    name: home.href,
    read,
    async hash(paths) {
      const hashes = new Map<string, string | null>();
      for (let at = 0; at < paths.length; at += AT_ONCE)
        await Promise.all(
          paths.slice(at, at + AT_ONCE).map(async (path) => {
            const bytes = await read(path);
            hashes.set(path, bytes === null ? null : hashOf(bytes));
          }),
        );
      return hashes;
    },
    pathOf(written) {
      const { href } = new URL(written, home);
      const [plain = ''] = href.split(/[?#]/u);
      return plain.startsWith(home.href) ? pagePath(decodeURI(plain.slice(home.href.length))) : written;
    },
  };
}

function pagePath(path: string): string {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}
