import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { watched } from './watch.ts';

/** Where Chrome or a browser of its family is commonly installed; `CHROME_PATH` names another. */
const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
];

/**
 * Starts a browser: the one of `CHROME_PATH`, an installed one, or on Linux the one inside the package
 * `@sparticuz/chromium`, which needs no download and no library of the machine. Where nginx serves with the
 * shipped headers, nothing may break them, see `watched`.
 */
export async function launch(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: await chromiumPath(),
    args: ['--no-sandbox', '--font-render-hinting=none'],
  });
  return process.env['TEST_SERVER'] === 'nginx' ? watched(browser) : browser;
}

/** The program of that browser, with the environment set that it needs. */
export async function chromiumPath(): Promise<string> {
  const installed = [process.env['CHROME_PATH'] ?? '', ...INSTALLED].find((path) => existsSync(path));
  return installed ?? (await unpackChromium());
}

/**
 * Unpacks the packaged Chromium with the libraries it brings, once per version, and sets the
 * environment it needs. Several test processes may do so at once: each unpacks into a folder of its
 * own, and the first to finish renames it into place.
 */
async function unpackChromium(): Promise<string> {
  if (process.platform !== 'linux')
    throw new Error('The browser tests need Chrome: install it, or name it in CHROME_PATH');
  const home = join(tmpdir(), `jiyao-chromium-${packagedVersion()}`);
  if (!existsSync(home)) {
    const own = await mkdtemp(`${home}-`);
    await withTemporaryFolder(own, async () => {
      const { default: packaged } = await import('@sparticuz/chromium');
      await packaged.executablePath();
    });
    await rename(own, home).catch(() => rm(own, { recursive: true }));
  }
  process.env['LD_LIBRARY_PATH'] = [join(home, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']]
    .filter((path) => path !== undefined && path !== '')
    .join(':');
  // The machine's own fonts, where it has any, are the ones people read with.
  process.env['FONTCONFIG_PATH'] ??= existsSync('/etc/fonts/fonts.conf') ? '/etc/fonts' : join(home, 'fonts');
  return join(home, 'chromium');
}

function packagedVersion(): string {
  const path = join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/package.json');
  const manifest: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '0';
}

/**
 * Runs `work` with the folder as the system's temporary folder, which is where the package unpacks.
 * It unpacks its libraries only where it believes itself in a cloud function.
 */
async function withTemporaryFolder(folder: string, work: () => Promise<void>): Promise<void> {
  const names = ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'FONTCONFIG_PATH', 'LD_LIBRARY_PATH'] as const;
  const before = names.map((name) => [name, process.env[name]] as const);
  process.env['TMPDIR'] = folder;
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs24.x';
  try {
    await work();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
}
