import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../files/user-error.ts';
import type { BuiltAddress, BuiltSite } from '../report/effect.ts';

/** Styles, scripts and the search index: named after their content, and no address of a reader. */
const ASSET = /^(?:_astro|pagefind)\/|^search\/(?!index\.html$)/u;
const ASSET_NAME = /\/_astro\/[^"'\s)]+/gu;
const TEXT = /^minutes\/(\d{4}\/[a-z0-9-]+)\/minutes\.md$/u;

/** What readers get from the built site in a folder. Rejects with a `UserError` when it holds none. */
export async function readBuilt(folder: string): Promise<BuiltSite> {
  const addresses = new Map<string, BuiltAddress>();
  const texts = new Map<string, string>();
  let bytes = 0;
  for (const path of await filesOf(folder)) {
    const content = await readFile(join(folder, path));
    bytes += content.length;
    if (ASSET.test(path)) continue;
    const page = path.endsWith('.html');
    const seen = page ? content.toString('utf8').replaceAll(ASSET_NAME, '') : content;
    const hash = createHash('sha256').update(seen).digest('hex');
    addresses.set(path.replace(/(^|\/)index\.html$/u, '$1'), { bytes: content.length, hash, page });
    const id = TEXT.exec(path)?.[1];
    if (id !== undefined) texts.set(id, content.toString('utf8').replace(/^---\n.*?\n---\n/su, ''));
  }
  if (!addresses.has('')) throw new UserError(`“${folder}”里没有建成的站点`, '先用 npm run build 建站');
  return { addresses, items: await readItems(folder), texts, bytes };
}

async function filesOf(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, 'x').length - 1))
      .map((path) => path.replaceAll('\\', '/'))
      .sort();
  } catch {
    throw new UserError(`没有“${folder}”这个文件夹`, '检查文件夹的名称');
  }
}

/** The items by id; none where the site gives no readable list of them. */
async function readItems(folder: string): Promise<ReadonlyMap<string, string>> {
  const items = new Map<string, string>();
  const source = await readFile(join(folder, 'data/items.json'), 'utf8').catch(() => '[]');
  let rows: unknown;
  try {
    rows = JSON.parse(source);
  } catch {
    throw new UserError(`“${folder}/data/items.json”读不出来`, '重新建站');
  }
  for (const row of Array.isArray(rows) ? rows : []) {
    const { id, heading }: { readonly id?: unknown; readonly heading?: unknown } = Object(row);
    if (typeof id === 'string') items.set(id, typeof heading === 'string' ? heading : '');
  }
  return items;
}
