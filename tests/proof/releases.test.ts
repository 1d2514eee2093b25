import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ownSums, proofFiles, treeOf } from '../../src/proof/proof-files.ts';
import {
  brokenLink,
  formatReleases,
  parseManifest,
  parseReleases,
  type Release,
} from '../../src/proof/releases.ts';
import type { Hashes } from '../../src/proof/sums.ts';

const SITE = 'https://www.example.invalid/';
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const site = (...texts: readonly string[]): Hashes =>
  new Map(texts.map((text, at) => [`page-${String(at)}.html`, hash(text)]));

/** Builds and enters sites one after the other, as `npm run release` does. */
function chainOf(...sites: readonly Hashes[]): readonly Release[] {
  const releases: Release[] = [];
  for (const [at, hashes] of sites.entries()) {
    const manifest = proofFiles(ownSums(hashes), releases, SITE).get('manifest.json') ?? '';
    const recorded = `2024-01-0${String(at + 1)} 09:00`;
    releases.push({ release: at + 1, site: SITE, ...treeOf(hashes), manifest: hash(manifest), recorded });
  }
  return releases;
}

const manifestOf = (hashes: Hashes, releases: readonly Release[]) =>
  parseManifest(proofFiles(ownSums(hashes), releases, SITE).get('manifest.json') ?? '');

describe('the files of proof', () => {
  test('list every other file with its hash, manifest and releases too', () => {
    const files = proofFiles(ownSums(site('one', 'two')), [], SITE);
    expect([...files.keys()]).toEqual(['releases.json', 'manifest.json', 'SHA256SUMS']);
    expect(files.get('SHA256SUMS')).toBe(
      [
        `${hash(files.get('manifest.json') ?? '')}  manifest.json`,
        `${hash('one')}  page-0.html`,
        `${hash('two')}  page-1.html`,
        `${hash(files.get('releases.json') ?? '')}  releases.json`,
        '',
      ].join('\n'),
    );
  });

  test('name the release before', () => {
    const [first] = chainOf(site('one'));
    expect(manifestOf(site('two'), chainOf(site('one')))).toMatchObject({
      release: 2,
      previous: { release: 1, manifest: first?.manifest, recorded: '2024-01-01 09:00' },
    });
    expect(manifestOf(site('one'), [])?.previous).toBeNull();
  });

  test('are the same bytes when the same site is built again after its release', () => {
    const before = proofFiles(ownSums(site('two')), chainOf(site('one')), SITE);
    const after = proofFiles(ownSums(site('two')), chainOf(site('one'), site('two')), SITE);
    expect([...after]).toEqual([...before]);
  });

  test('make a site that goes back to an earlier state a release of its own', () => {
    expect(manifestOf(site('one'), chainOf(site('one'), site('two')))?.release).toBe(3);
  });

  test('are the same whatever files of proof lay there before', () => {
    const stale = new Map([...site('one'), ['SHA256SUMS', hash('old')], ['manifest.json', hash('old')]]);
    expect([...proofFiles(ownSums(stale), [], SITE)]).toEqual([
      ...proofFiles(ownSums(site('one')), [], SITE),
    ]);
  });
});

describe('the chain of releases', () => {
  const chain = chainOf(site('one'), site('two'), site('three'));

  test('holds, and is read as it was written', () => {
    expect(brokenLink(chain)).toBeNull();
    expect(parseReleases(formatReleases(chain))).toEqual(chain);
    expect(parseReleases('{"releases": [{}]}')).toBeNull();
    expect(parseReleases('<<<<<<<')).toBeNull();
  });

  test.for([
    ['site', { site: 'https://elsewhere.invalid/' }, 2],
    ['tree', { tree: hash('forged') }, 2],
    ['manifest', { manifest: hash('forged') }, 2],
    ['number of files', { files: 9 }, 2],
    ['time', { recorded: '2023-12-31 09:00' }, 3],
  ] as const)('shows a %s that was rewritten, though everything else was left', ([, forged, broken]) => {
    expect(brokenLink(chain.map((each, at) => (at === 1 ? { ...each, ...forged } : each)))).toBe(broken);
  });

  test('shows a release that was taken out', () => {
    expect(brokenLink(chain.filter(({ release }) => release !== 2))).toBe(2);
  });
});
