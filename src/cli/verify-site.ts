import { readFile } from 'node:fs/promises';
import { UserError } from '../files/user-error.ts';
import { sha256 } from '../minutes/sha256.ts';
import { MANIFEST_FILE, RELEASES_FILE, treeOf } from '../proof/proof-files.ts';
import { brokenLink, formatManifest, manifestOf, parseManifest, parseReleases } from '../proof/releases.ts';
import {
  compareSums,
  parseSums,
  SIGNATURE_FILE,
  SUMS_FILE,
  type Hashes,
  type SumsDifference,
} from '../proof/sums.ts';
import type { SiteSource } from './site-source.ts';
import { isSignedBy } from './ssh-signature.ts';

export interface VerifyRun {
  readonly site: SiteSource;
  /** A list of hashes kept elsewhere, in place of the site's own. */
  readonly sums: string | null;
  /** Addresses to verify; null for all. */
  readonly only: readonly string[] | null;
  /** A file of public keys, one of which must have signed the list. */
  readonly keys: string | null;
  /** A `manifest.json` that somebody kept: the site must follow from it. */
  readonly earlier: string | null;
}

export interface VerifyReport {
  /** How many files were verified. */
  readonly files: number;
  readonly difference: SumsDifference;
  /** What is wrong with the list, the chain or the signature, each a sentence without full stop. */
  readonly faults: readonly string[];
  /** What else was found good. */
  readonly good: readonly string[];
}

/**
 * Holds a site against its list of hashes, the list against manifest, chain and signature. Rejects with a
 * `UserError` when there is no list, or something can't be read.
 */
export async function verifySite({ site, sums, only, keys, earlier }: VerifyRun): Promise<VerifyReport> {
  const list = sums === null ? await site.read(SUMS_FILE) : await readGiven(sums);
  if (list === null) throw new UserError(`“${site.name}”没有 ${SUMS_FILE}`, '检查是不是建好的站点');
  const listed = parseSums(decode(list));
  if (listed === null) throw new UserError(`${SUMS_FILE} 读不出来`, '重新取得这个文件');
  const wanted = only === null ? listed : wantedOf(listed, only, site);
  const found = new Map(await site.hash([...wanted.keys()]));
  found.delete(SUMS_FILE);
  found.delete(SIGNATURE_FILE);
  const seen = only === null ? found : new Map([...found].filter(([path]) => wanted.has(path)));
  const chain = await verifyChain(site, listed, earlier);
  const signature = keys === null ? [] : [await verifySignature(site, list, keys)];
  const all = [...chain, ...signature];
  return {
    files: wanted.size,
    difference: compareSums(wanted, seen),
    faults: all.flatMap(({ fault }) => fault ?? []),
    good: all.flatMap(({ good }) => good ?? []),
  };
}

interface Judgement {
  readonly fault?: string;
  readonly good?: string;
}

/** The asked files with their hashes; one that the list doesn't have can't be verified. */
function wantedOf(listed: Hashes, only: readonly string[], site: SiteSource): Hashes {
  return new Map(
    only.map((address) => {
      const path = site.pathOf(address);
      const hash = listed.get(path);
      if (hash === undefined)
        throw new UserError(`${SUMS_FILE} 里没有“${address}”`, '检查网址；只写本站的网址');
      return [path, hash];
    }),
  );
}

async function verifyChain(
  site: SiteSource,
  listed: Hashes,
  earlier: string | null,
): Promise<readonly Judgement[]> {
  const text = decode((await site.read(MANIFEST_FILE)) ?? new Uint8Array());
  const manifest = parseManifest(text);
  const releases = parseReleases(decode((await site.read(RELEASES_FILE)) ?? new Uint8Array()));
  if (manifest === null || releases === null)
    return [{ fault: `${MANIFEST_FILE} 或 ${RELEASES_FILE} 缺少或者读不出来` }];
  const broken = brokenLink(releases);
  if (broken !== null) return [{ fault: `${RELEASES_FILE} 里第 ${String(broken)} 次发布接不上前一次` }];
  const built = { site: manifest.site, ...treeOf(listed) };
  if (formatManifest(manifestOf(built, releases)) !== text)
    return [{ fault: `${MANIFEST_FILE} 与 ${SUMS_FILE}、${RELEASES_FILE} 不一致` }];
  const good = {
    good: `第 ${String(manifest.release)} 次发布，此前 ${String(releases.length)} 次的记录前后相接`,
  };
  if (earlier === null) return [good];
  const kept = sha256(decode(await readGiven(earlier)));
  const at = releases.find((each) => each.manifest === kept)?.release;
  if (at === undefined && kept !== sha256(text))
    return [good, { fault: `“${earlier}”不在本站的发布记录里：记录被改写过，或者它没有登记` }];
  return [good, { good: `“${earlier}”是第 ${String(at ?? manifest.release)} 次发布` }];
}

async function verifySignature(site: SiteSource, list: Uint8Array, keys: string): Promise<Judgement> {
  const signature = await site.read(SIGNATURE_FILE);
  if (signature === null) return { fault: `没有签名 ${SIGNATURE_FILE}` };
  const isGood = isSignedBy(decode(await readGiven(keys)), decode(signature), list);
  return isGood ? { good: '签名有效' } : { fault: `签名 ${SIGNATURE_FILE} 无效，或者不是这把公钥的` };
}

async function readGiven(path: string): Promise<Uint8Array> {
  return readFile(path).catch(() => {
    throw new UserError(`“${path}”读不出来`, '检查文件名');
  });
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
