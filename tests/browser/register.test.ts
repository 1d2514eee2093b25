import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { buildSite } from '../site/build.ts';
import { launch } from './launch.ts';
import { withPage as onPage } from './page.ts';
import { serve, type Server } from './serve.ts';

/** What each meeting of the year decided: the truth that the register is held against. */
interface Decided {
  readonly title: string;
  readonly outcome: string;
  readonly lead: string;
  readonly issuer: string;
}

const MEETINGS: readonly (readonly Decided[])[] = [
  [
    { title: '河道管理办法', outcome: '原则同意', lead: '市水利局', issuer: '市政府' },
    { title: '防汛值守办法', outcome: '原则同意', lead: '市应急管理局', issuer: '市政府办' },
    { title: '水库巡查办法', outcome: '同意', lead: '市水利局', issuer: '市政府办' },
  ],
  [
    { title: '取水许可办法', outcome: '原则通过', lead: '市水利局', issuer: '市政府' },
    { title: '应急物资办法', outcome: '同意', lead: '市应急管理局', issuer: '市安委会' },
  ],
  [
    { title: '节约用水办法', outcome: '原则同意', lead: '市水利局', issuer: '市政府办' },
    { title: '安全培训办法', outcome: '原则同意', lead: '市应急管理局', issuer: '市安委会' },
  ],
];
const OUTCOMES = ['原则同意', '原则通过', '同意'];
const BUREAUS = ['市水利局', '市应急管理局', '市政府', '市政府办', '市安委会'];
const PAIRS = OUTCOMES.flatMap((outcome) => BUREAUS.map((bureau) => [outcome, bureau] as const));
const YEAR = 'decisions/2025/';
/** A year of so many meetings that it is told month by month, with the meetings above again and again. */
const LONG_YEAR = 'decisions/2024/';
const LONG = Array.from({ length: 102 }, (_, at) => MEETINGS[at % MEETINGS.length] ?? []);

let browser: Browser;
let site: Server;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiyao-register-'));
  const { base } = inject('sites').city;
  const built = buildSite(writeContent(join(folder, 'content')), join(folder, 'dist'), base);
  [browser, site] = await Promise.all([launch(), serve(built)]);
});

afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true });
});

/** The registry and identity of the fictional city with minutes of the decisions above. */
function writeContent(content: string): string {
  for (const year of ['2025', '2024']) mkdirSync(join(content, 'minutes', year), { recursive: true });
  for (const file of ['bureaus.yaml', 'site.yaml'])
    cpSync(join(inject('sites').city.content, file), join(content, file));
  for (const [index, decided] of MEETINGS.entries())
    writeFileSync(join(content, 'minutes/2025', `00${String(index + 1)}.md`), textOf(index + 1, decided));
  for (const [index, decided] of LONG.entries()) {
    const name = `${String(index + 1).padStart(3, '0')}.md`;
    const text = textOf((index % 9) + 1, decided, '2024', index + 1);
    writeFileSync(join(content, 'minutes/2024', name), text);
  }
  return content;
}

function textOf(month: number, decided: readonly Decided[], year = '2025', number = month): string {
  const items = decided.map(
    ({ title, outcome, lead, issuer }, at) =>
      `## ${'一二三'.charAt(at)}、审议《${title}》\n\n会议听取并审议了${lead}关于《${title}》起草情况的汇报。会议${outcome}该《办法》，会后由${lead}修改完善，以${issuer}名义印发。`,
  );
  return `---
disclosure: 主动公开
published: ${year}-0${String(month)}-20 10:00
---

# 云岭市人民政府常务会议纪要

第${String(number)}号

${year}年${String(month)}月6日，沈砚秋市长主持召开市政府第${String(number)}次常务会议（虚构），纪要如下：

${items.join('\n\n')}

（此件公开发布）
`;
}

/** The titles of what was decided so, under the bureau as lead or as the name it is issued in; null asks for any. */
function titlesOf(outcome: string | null, bureau: string | null, meetings = MEETINGS): readonly string[] {
  return meetings
    .flat()
    .filter((each) => outcome === null || each.outcome === outcome)
    .filter(({ lead, issuer }) => bureau === null || [lead, issuer].includes(bureau))
    .map(({ title }) => title)
    .toSorted();
}

const rowsOf = (page: Page): Locator => page.locator('table.register tr[data-outcome]:visible');

/** The titles that the page shows, as a reader sees them. */
async function shownOn(page: Page): Promise<readonly string[]> {
  const rows = await rowsOf(page).locator('th').allInnerTexts();
  return rows.map((text) => /《(.+?)》/u.exec(text.replaceAll(/\s/gu, ''))?.[1] ?? text).toSorted();
}

async function choose(page: Page, outcome: string, bureau: string): Promise<void> {
  await page.getByLabel('结果').selectOption({ label: outcome });
  await page.getByLabel('机构').selectOption({ label: bureau });
}

const withPage = (work: (page: Page) => Promise<void>, javaScriptEnabled = true): Promise<void> =>
  onPage(browser, { viewport: { width: 390, height: 844 }, javaScriptEnabled }, work);

describe('the register of a year', () => {
  test('shows for every outcome with every bureau exactly what was decided so, and counts it', async () => {
    await withPage(async (page) => {
      await page.goto(site.url + YEAR);
      expect(await shownOn(page)).toEqual(titlesOf(null, null));
      for (const [outcome, bureau] of PAIRS) {
        await choose(page, outcome, bureau);
        const expected = titlesOf(outcome, bureau);
        expect([outcome, bureau, await shownOn(page)]).toEqual([outcome, bureau, expected]);
        expect(await page.locator('.total').textContent()).toContain(`${String(expected.length)}条议定事项`);
      }
    });
  });

  test('keeps the choice in the address, over a reload and on the way back', async () => {
    await withPage(async (page) => {
      const expected = titlesOf('原则同意', '市水利局');
      await page.goto(site.url + YEAR);
      await choose(page, '原则同意', '市水利局');
      const address = page.url();
      expect(Object.fromEntries(new URL(address).searchParams)).toEqual({
        outcome: 'agreed-in-principle',
        bureau: 'slj',
      });
      await page.reload();
      expect(await shownOn(page)).toEqual(expected);
      await rowsOf(page).locator('th a').first().click();
      await page.waitForURL(/\/minutes\/2025\/003\//u);
      await page.goBack();
      expect(page.url()).toBe(address);
      expect(await shownOn(page)).toEqual(expected);
      expect(await page.getByLabel('机构').inputValue()).toBe('slj');
    });
  });

  test('shows everything again, at the plain address, once the choice is cleared', async () => {
    await withPage(async (page) => {
      await page.goto(`${site.url}${YEAR}?outcome=agreed&bureau=slj`);
      expect(await shownOn(page)).toEqual(titlesOf('同意', '市水利局'));
      await page.getByRole('button', { name: '清除' }).click();
      expect(page.url()).toBe(site.url + YEAR);
      expect(await shownOn(page)).toEqual(titlesOf(null, null));
    });
  });

  test('combines what is chosen on the page of a single filter with that filter', async () => {
    await withPage(async (page) => {
      await page.goto(`${site.url}${YEAR}bureau-slj/`);
      await page.getByLabel('结果').selectOption({ label: '原则同意' });
      await page.waitForURL(/\?/u);
      expect(await shownOn(page)).toEqual(titlesOf('原则同意', '市水利局'));
    });
  });

  test('leads without a script to a page of every single filter', async () => {
    await withPage(async (page) => {
      for (const name of [...OUTCOMES, ...BUREAUS]) {
        await page.goto(site.url + YEAR);
        expect(await page.locator('form.decision-form').isVisible()).toBe(false);
        const expected = OUTCOMES.includes(name) ? titlesOf(name, null) : titlesOf(null, name);
        const link = `${name} ${String(expected.length)}`;
        await page.locator('nav.filters').getByRole('link', { name: link, exact: true }).click();
        expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(name);
        expect(await shownOn(page)).toEqual(expected);
      }
    }, false);
  });
});

describe('the register of a year that is told month by month', () => {
  test('finds over all months, after a choice, exactly what was decided so, and says when it has it all', async () => {
    await withPage(async (page) => {
      await page.goto(site.url + LONG_YEAR);
      const months = page.locator('.by-month a');
      expect(await months.count()).toBe(9);
      expect(await shownOn(page)).toEqual([]);
      const whole = await page.locator('.total').textContent();
      for (const [outcome, bureau] of PAIRS.slice(0, 7)) {
        await choose(page, outcome, bureau);
        const expected = titlesOf(outcome, bureau, LONG);
        const total = page.locator('.total', { hasNotText: '正在读取' });
        await total.filter({ hasText: `${String(expected.length)}条议定事项` }).waitFor();
        expect(await shownOn(page)).toEqual(expected);
        expect(await months.first().isVisible()).toBe(false);
      }
      await page.getByRole('button', { name: '清除' }).click();
      expect(await months.first().isVisible()).toBe(true);
      expect(await shownOn(page)).toEqual([]);
      expect(await page.locator('.total').textContent()).toBe(whole);
    });
  });

  test('says so when a month cannot be read, and reads on when asked again', async () => {
    await withPage(async (page) => {
      await page.route('**/decisions/2024-05/', (route) => route.abort());
      await page.goto(`${site.url}${LONG_YEAR}?bureau=awh`);
      await page.locator('.total').filter({ hasText: '没有读到' }).waitFor();
      await page.unroute('**/decisions/2024-05/');
      await page.getByRole('button', { name: '筛选' }).click();
      const expected = titlesOf(null, '市安委会', LONG);
      await page
        .locator('.total')
        .filter({ hasText: `${String(expected.length)}条议定事项` })
        .waitFor();
      expect(await shownOn(page)).toEqual(expected);
    });
  });

  test('leads who has the address of a document from before it was told so to the item', async () => {
    await withPage(async (page) => {
      await page.goto(`${site.url}documents/2024/#d-2024-004-item-3`);
      await page.waitForURL(/\/minutes\/2024\/004\/#item-3$/u);
      expect(await page.locator('#item-3').textContent()).toContain('水库巡查办法');
    });
  });

  test('leads without a script to its months, and from a month to the others and the year', async () => {
    await withPage(async (page) => {
      await page.goto(site.url + LONG_YEAR);
      await page.locator('.by-month').getByRole('link', { name: '7月' }).click();
      const expected = titlesOf(
        null,
        null,
        LONG.filter((_, at) => at % 9 === 6),
      );
      expect(await shownOn(page)).toEqual(expected);
      await page.getByRole('link', { name: '8月', exact: true }).click();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('2024年8月');
      await page.getByRole('link', { name: '2024年', exact: true }).first().click();
      await page.waitForURL(/\/decisions\/2024\/$/u);
    }, false);
  });
});
