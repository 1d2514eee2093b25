import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BuildReport } from '../../src/cli/build-report.ts';
import { buildSite, type BuildRun } from '../../src/cli/build-site.ts';
import { sha256Of } from '../../src/publisher/digest.ts';
import { filesBelow } from '../../src/publisher/site-files.ts';

export const NOW = '2026-12-01 09:00';

const USUAL = { now: NOW, preview: false, clean: false };

/** A folder to build sites in, one after the other or side by side. */
export interface Workshop {
  readonly folder: string;
  /** A new output folder with a cache of its own; only the compiled pages are shared. */
  newPlace(): Place;
  remove(): void;
}

export type BuildOptions = Partial<Pick<BuildRun, 'clean' | 'now' | 'preview' | 'progress' | 'threads'>>;

export interface Place {
  readonly out: string;
  readonly cache: string;
  build(content: string, options?: BuildOptions): Promise<BuildReport>;
}

export function newWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'jiyao-publisher-'));
  const shared = join(folder, 'bundle');
  let places = 0;
  return {
    folder,
    newPlace() {
      places++;
      const out = join(folder, `site-${String(places)}`);
      const cache = join(folder, `cache-${String(places)}`);
      return {
        out,
        cache,
        async build(content, options = {}) {
          if (existsSync(shared)) cpSync(shared, join(cache, 'bundle'), { recursive: true });
          const run = { contentDir: content, outDir: out, cacheDir: cache, ...USUAL, ...options };
          const report = await buildSite(run);
          if (!existsSync(shared) && report.written)
            cpSync(join(cache, 'bundle'), shared, { recursive: true });
          return report;
        },
      };
    },
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The hash of every file of a site, by path. */
export function hashesOf(site: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    filesBelow(site)
      .toSorted()
      .map((path) => [path, sha256Of(readFileSync(join(site, path)))]),
  );
}
