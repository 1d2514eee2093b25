import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newRepository } from '../files/repository.ts';
import { buildSite } from '../site/build.ts';
import { AXE, audit } from './audit.ts';
import { launch } from './launch.ts';
import { withPage } from './page.ts';
import { serve, type Server } from './serve.ts';

/** A published site whose name is as long as names get, with nine columns and an emblem on its home page (R1.8). */
const NAME = '云岭市人民政府（云岭经济技术开发区管理委员会）会议纪要公开网';
const SITE = `mode: publish
name: ${NAME}
place: 云岭市
domain: www.yunling.gov.cn
code: '3200000001'
source: 云岭市人民政府办公室
column: {name: 常务会议纪要, description: 公开常务会议纪要, keywords: [会议纪要], type: 信息公开目录}
bureauColumn: {name: 按机构查看, description: 按机构列出, keywords: [单位], type: 机构职能}
sponsor: 云岭市人民政府办公室
contact: {phone: 0500-0000000, address: 虚构路1号, postcode: '000001'}
filings: {icp: 苏ICP备00000000号, police: 苏公网安备00000000000000号, conac: 'https://conac.example/', mistakes: 'https://mistakes.example/'}
`;
const EMBLEM =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="grey"/></svg>\n';

const repository = newRepository();
const folder = mkdtempSync(join(tmpdir(), 'jiyao-emblem-page-'));
let browser: Browser;
let site: Server;

beforeAll(async () => {
  repository.commit('2024-01-02 09:00', '建立站点', { 'site.yaml': SITE });
  cpSync('tests/fixtures/site/content/bureaus.yaml', join(repository.content, 'bureaus.yaml'));
  writeFileSync(join(repository.content, 'emblem.svg'), EMBLEM);
  const built = buildSite(repository.content, join(folder, 'dist'), '/');
  [browser, site] = await Promise.all([launch(), serve(built)]);
});

afterAll(async () => {
  await browser.close();
  await site.close();
  repository.remove();
  rmSync(folder, { recursive: true });
});

test.for([390, 1280])(
  'axe finds nothing in any view of a home page with an emblem, at %d px',
  async (width) => {
    await withPage(browser, { viewport: { width, height: 844 }, bypassCSP: true }, async (page) => {
      await page.goto(site.url);
      await page.locator('img.emblem').waitFor();
      await page.evaluate(AXE);
      expect(await audit(page)).toEqual([]);
    });
  },
);

test.for([320, 390, 768, 1280])(
  'the longest name of a site keeps the header calm at %d px',
  async (width) => {
    await withPage(browser, { viewport: { width, height: 844 } }, async (page) => {
      for (const view of ['normal', 'elder']) {
        await page.goto(`${site.url}about/no-such-page/?view=${view}`);
        const { header, lines, rows, wide } = await page.evaluate(() => {
          const boxOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
          const entries = [...document.querySelectorAll('.site-nav li')].map((each) =>
            each.getBoundingClientRect(),
          );
          const name = document.querySelector('.site-name span');
          return {
            header: boxOf('.site-header')?.height ?? 0,
            lines: name === null ? 0 : name.getClientRects().length,
            rows: new Set(entries.filter(({ height }) => height > 0).map(({ top }) => Math.round(top))).size,
            wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
          };
        });
        expect(wide).toBe(false);
        expect(rows).toBe(width >= (view === 'elder' ? 960 : 720) ? 1 : 0);
        expect(lines).toBeLessThanOrEqual(width >= 768 ? 3 : 8);
        expect(header).toBeLessThan(844 / 2);
      }
    });
  },
);
