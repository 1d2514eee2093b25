import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from './launch.ts';
import { withPage } from './page.ts';
import { serve, type Server } from './serve.ts';
import { REAL_PAGES } from './templates.ts';

const MEETING = 'minutes/2022/013/';
const PHONE = { viewport: { width: 390, height: 844 } };

let browser: Browser;
let real: Server;

beforeAll(async () => {
  [browser, real] = await Promise.all([launch(), serve(inject('sites').real)]);
});

afterAll(async () => {
  await browser.close();
  await real.close();
});

const fontSize = (page: Page, selector: string): Promise<number> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));

describe('the elder view (R4.1, R4.2)', () => {
  test('is switched on from any page, stays on the next one, and is left again', async () => {
    await withPage(browser, PHONE, async (page) => {
      await page.goto(real.url);
      await page.getByRole('link', { name: '长者版' }).click();
      expect(new URL(page.url()).searchParams.get('view')).toBe('elder');
      await page.goto(real.url + MEETING);
      expect(new URL(page.url()).search).toBe('');
      expect(await fontSize(page, '.official p')).toBeGreaterThanOrEqual(24);
      await page.getByRole('link', { name: '退出长者版' }).click();
      expect(await fontSize(page, '.official p')).toBeLessThan(20);
      await page.reload();
      expect(await fontSize(page, '.official p')).toBeLessThan(20);
    });
  });

  test('is in the address, for who gets the link', async () => {
    await withPage(browser, PHONE, async (page) => {
      await page.goto(`${real.url}${MEETING}?view=elder&theme=yellow#item-3`);
      expect(await fontSize(page, '.official p')).toBeGreaterThanOrEqual(24);
      const colours = await page.evaluate(() => {
        const { backgroundColor, color } = getComputedStyle(document.body);
        return [backgroundColor, color];
      });
      expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 0)']);
    });
  });

  test('keeps the colours and the size that were chosen', async () => {
    await withPage(browser, PHONE, async (page) => {
      await page.goto(`${real.url}?view=elder`);
      await page.locator('.elder-bar summary').click();
      await page.getByRole('button', { name: '黑底白字' }).click();
      await page.getByRole('button', { name: '特大字' }).click();
      await page.goto(real.url + MEETING);
      expect(await fontSize(page, '.official p')).toBe(30);
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(0, 0, 0)');
    });
  });

  test('leaves the reader at the same paragraph', async () => {
    await withPage(browser, PHONE, async (page) => {
      await page.goto(`${real.url}${MEETING}#item-5`);
      await page.locator('.to-elder').evaluate((link) => {
        if (link instanceof HTMLElement) link.click();
      });
      const top = await page.locator('#item-5').evaluate((item) => item.getBoundingClientRect().top);
      expect(Math.abs(top)).toBeLessThan(250);
    });
  });

  test('has no text smaller than 24 px, no target below 60 px, and nothing wider than the window', async () => {
    await withPage(browser, PHONE, async (page) => {
      const found: string[] = [];
      for (const path of REAL_PAGES) {
        await page.goto(`${real.url}${path}?view=elder`);
        const faults = await page.evaluate(() => {
          const shown = [...document.querySelectorAll('body *')].filter((element) =>
            element.checkVisibility(),
          );
          const small = shown.filter(
            (element) =>
              [...element.childNodes].some(
                (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
              ) && Number.parseFloat(getComputedStyle(element).fontSize) < 24,
          );
          const low = shown.filter(
            (element) =>
              element.matches('a, button, input, summary') &&
              element.closest('p, li, dl, td, .permalink, .find') === null &&
              element.getBoundingClientRect().height < 59.5,
          );
          const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
          return [
            ...small.map((element) => `small: ${element.outerHTML.slice(0, 80)}`),
            ...low.map((element) => `low: ${element.outerHTML.slice(0, 80)}`),
            ...(wide ? ['wide'] : []),
          ];
        });
        found.push(...faults.map((fault) => `${path} ${fault}`));
      }
      expect(found).toEqual([]);
    });
  });

  test('is not offered where no script can keep it', async () => {
    await withPage(browser, { ...PHONE, javaScriptEnabled: false }, async (page) => {
      await page.goto(real.url + MEETING);
      expect(await page.getByRole('link', { name: '长者版' }).count()).toBe(0);
      expect(await page.getByRole('link', { name: '无障碍', exact: true }).count()).toBe(1);
    });
  });
});

/** A speech engine that says at once what it is given, and remembers it. */
const SPEECH = `
  const said = (window.said = []);
  let holding = false;
  window.hold = (value) => { holding = value; };
  const voice = { lang: 'zh-CN', localService: window.name !== 'remote', name: '试音' };
  class Utterance extends EventTarget { constructor(text) { super(); this.text = text; } }
  window.SpeechSynthesisUtterance = Utterance;
  const engine = new EventTarget();
  engine.getVoices = () => [voice];
  engine.cancel = () => {};
  engine.speak = (utterance) => {
    said.push(utterance.text);
    if (said.length < 4) setTimeout(() => utterance.dispatchEvent(new Event('end')), 1);
  };
  Object.defineProperty(window, 'speechSynthesis', { value: engine });
`;

describe('reading aloud (R4.4)', () => {
  test('says the official text sentence by sentence, as it is to be said', async () => {
    await withPage(browser, {}, async (page) => {
      await page.addInitScript(SPEECH);
      await page.goto(real.url + MEETING);
      await page.getByRole('button', { name: '朗读', exact: true }).click();
      await expect.poll(() => page.evaluate('window.said.length'), { timeout: 10_000 }).toBe(4);
      expect(await page.evaluate('window.said')).toEqual([
        '太仓市人民政府 常务会议纪要',
        '第十三号',
        '太仓市人民政府办公室',
        '二零二二年7月9日',
      ]);
      const marked: unknown = await page.evaluate(
        `[...CSS.highlights.get('voice')].map((range) => range.toString()).join('')`,
      );
      expect(marked).toBe('2022年7月9日');
      await page.getByRole('button', { name: '停止' }).click();
      expect(await page.locator('.voice-bar').count()).toBe(0);
      expect(await page.evaluate(`CSS.highlights.has('voice')`)).toBe(false);
    });
  });

  test('is not offered without a Chinese voice of the device', async () => {
    await withPage(browser, {}, async (page) => {
      await page.addInitScript(`window.name = 'remote';${SPEECH}`);
      await page.goto(real.url + MEETING);
      expect(await page.locator('#read-aloud').isVisible()).toBe(false);
    });
  });
});
