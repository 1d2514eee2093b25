/**
 * `npm run screenshots [-- NAME…]`: makes the pictures of docs/design.md and the README anew from the sites in `dist` and
 * `dist-demo`, all of them or those that are named. A picture is of one element, or of the window.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { launch } from './launch.ts';
import { serve } from './serve.ts';

interface Picture {
  readonly name: string;
  readonly site: 'dist' | 'dist-demo';
  /** Below the site, with `?` and `#`. */
  readonly path: string;
  /** The element; the window when left out. */
  readonly element?: string;
  readonly width: number;
  /** Of the window. */
  readonly height?: number;
  /** Only so much of a tall element. */
  readonly upTo?: number;
  readonly dark?: boolean;
  /** Opens the first of these. */
  readonly open?: string;
}

const MEETING = 'minutes/2022/013/';

const PICTURES: readonly Picture[] = [
  { name: '../meeting', site: 'dist', path: `${MEETING}#item-1`, width: 1280, height: 820 },
  { name: 'home', site: 'dist-demo', path: '', width: 1280, height: 860 },
  { name: 'home-phone', site: 'dist-demo', path: '', width: 390, height: 760 },
  { name: 'header', site: 'dist', path: MEETING, element: '.site-header', width: 1280 },
  { name: 'menu', site: 'dist', path: MEETING, width: 390, height: 330, open: '.menu > summary' },
  { name: 'catalogue', site: 'dist', path: MEETING, element: '.catalogue', width: 1280 },
  { name: 'masthead', site: 'dist', path: MEETING, element: '.masthead', width: 1280 },
  { name: 'byline', site: 'dist', path: MEETING, element: '.byline', width: 1280 },
  { name: 'glance', site: 'dist', path: MEETING, element: '.glance', width: 1280, upTo: 430 },
  { name: 'glance-phone', site: 'dist', path: `${MEETING}#glance`, width: 390, height: 560 },
  { name: 'item', site: 'dist', path: `${MEETING}#item-4`, element: '#item-4', width: 1280 },
  {
    name: 'grounds',
    site: 'dist',
    path: MEETING,
    element: '#item-1 .facts',
    width: 1280,
    open: '#item-1 .grounds > summary',
  },
  { name: 'point', site: 'dist', path: `${MEETING}#item-4-2`, width: 1280, height: 420 },
  { name: 'point-phone', site: 'dist', path: `${MEETING}#item-4-2`, width: 390, height: 420 },
  { name: 'contents', site: 'dist', path: `${MEETING}#item-3`, element: '.contents', width: 1280 },
  { name: 'attendance', site: 'dist', path: MEETING, element: '.attendance', width: 1280, upTo: 300 },
  { name: 'keep', site: 'dist', path: MEETING, element: '.keep', width: 1280 },
  { name: 'footer', site: 'dist', path: MEETING, element: '.site-footer', width: 1280 },
  { name: 'dark', site: 'dist', path: `${MEETING}#item-5`, width: 1280, height: 640, dark: true },
  { name: 'elder', site: 'dist', path: `${MEETING}?view=elder#item-1`, width: 390, height: 760 },
  {
    name: 'elder-settings',
    site: 'dist',
    path: '?view=elder',
    width: 390,
    height: 520,
    open: '.elder-bar > summary',
  },
  {
    name: 'elder-yellow',
    site: 'dist',
    path: `${MEETING}?view=elder&theme=yellow#item-1`,
    width: 1280,
    height: 640,
  },
];

const ROOT = join(import.meta.dirname, '..', '..');
const OUT = join(ROOT, 'docs', 'images', 'design');

async function take(browser: Browser, picture: Picture, url: string): Promise<void> {
  const { name, path, element, width, height = 900, upTo, dark = false, open } = picture;
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    // The policy of the pages would keep out the style below.
    bypassCSP: true,
  });
  await page.goto(url + path, { waitUntil: 'networkidle' });
  if (open !== undefined) await page.locator(open).first().click();
  const file = join(OUT, `${name}.png`);
  // The box that finds words lies over everything and is no part of what is shown.
  await page.addStyleTag({ content: '.find { display: none }' });
  const box = element === undefined ? null : await boxOf(page, element);
  if (box === null) await page.screenshot({ path: file });
  else await page.screenshot({ path: file, fullPage: true, clip: { ...box, height: upTo ?? box.height } });
  await page.close();
}

/** Where an element stands on the page. */
async function boxOf(
  page: Page,
  element: string,
): Promise<NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>> {
  const box = await page.locator(element).first().boundingBox();
  if (box === null) throw new Error(`Nothing to photograph: ${element}`);
  return { ...box, y: box.y + (await page.evaluate(() => window.scrollY)) };
}

const USAGE = `用法：npm run screenshots -- [名称…]
重新拍 docs/design.md 和 README 的图，要先有 dist（npm run build）和 dist-demo（npm run demo）

  --help  显示本说明`;

if (process.argv.includes('--help')) {
  console.log(USAGE);
  process.exit();
}
const wanted = new Set(process.argv.slice(2));
const pictures = PICTURES.filter(({ name }) => wanted.size === 0 || wanted.has(name));
mkdirSync(OUT, { recursive: true });
const browser = await launch();
for (const site of ['dist', 'dist-demo'] as const) {
  const dir = join(ROOT, site);
  if (!existsSync(dir)) {
    console.error(`没有 ${site}：先运行 ${site === 'dist' ? 'npm run build' : 'npm run demo'}`);
    process.exitCode = 2;
    continue;
  }
  const server = await serve({ dir, base: '/', content: '' });
  for (const picture of pictures.filter((each) => each.site === site))
    await take(browser, picture, server.url);
  await server.close();
}
await browser.close();
