import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { tellHistory } from '../files/told-history.ts';

/** A site that the tests read: its files, and the path it stands below. */
export interface BuiltSite {
  readonly dir: string;
  readonly base: string;
  readonly content: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly sites: Readonly<Record<'real' | 'city' | 'told', BuiltSite>>;
  }
}

/** The folder of the repository. */
export const ROOT = join(import.meta.dirname, '..', '..');

/** Builds a content folder into `dir` with the build command; throws what it said when it fails. `address` is scheme and host. */
export function buildSite(content: string, dir: string, base: string, address = ''): BuiltSite {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('src', 'cli', 'build.ts')], {
    cwd: ROOT,
    encoding: 'utf8',
    env: {
      ...process.env,
      CONTENT_DIR: content,
      OUT_DIR: dir,
      BASE_PATH: base,
      SITE_URL: address,
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  if (status !== 0) throw new Error(`The build of ${content} failed:\n${stdout}${stderr}`);
  return { dir, base, content };
}

/** Builds the sites with the build command, once for all site and browser tests. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'jiyao-site-'));
  const build = (name: string, content: string, base: string): BuiltSite =>
    buildSite(resolve(ROOT, content), join(folder, name), base);
  const repository = tellHistory();
  project.provide('sites', {
    // A variable asks for a path below the root, to run the same tests there.
    real: build('real', 'content', process.env['TEST_BASE'] || '/'),
    city: build('city', 'tests/fixtures/site/content', '/gov/jiyao/'),
    told: build('told', repository.content, '/'),
  });
  return () => {
    rmSync(folder, { recursive: true, force: true });
    repository.remove();
  };
}
