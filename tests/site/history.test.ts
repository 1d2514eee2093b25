import type { Element } from 'hast';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { AUTHOR } from '../files/repository.ts';
import { CANARY } from '../files/told-history.ts';
import { elementsOf, pagesOf, textOf, type Page } from './page.ts';
import { unpackedFiles } from './unpacked.ts';

const site = inject('sites').told.dir;
const pages: ReadonlyMap<string, Page> = new Map(pagesOf(site).map((page) => [page.path, page]));

function pageAt(path: string): Page {
  const page = pages.get(path);
  if (page === undefined) throw new Error(`No page ${path}`);
  return page;
}

const named = (page: Page, tag: string): readonly Element[] =>
  elementsOf(page.root).filter(({ tagName }) => tagName === tag);

const classed = (page: Page, name: string): Element => {
  const found = elementsOf(page.root).find(({ properties: { className } }) =>
    Array.isArray(className) ? className.includes(name) : false,
  );
  if (found === undefined) throw new Error(`No .${name} on ${page.path}`);
  return found;
};

/** The entries of a list of changes, each as its words with single spaces. */
function changesOn(path: string): readonly string[] {
  const list = classed(pageAt(path), 'changes');
  return list.children
    .filter((child) => child.type === 'element')
    .map((entry) =>
      elementsOf(entry)
        .filter(({ tagName }) => ['time', 'strong', 'a', 'p', 'dt', 'dd'].includes(tagName))
        .filter(({ children }) => children.some((child) => child.type === 'text' || 'tagName' in child))
        .filter((element) => !elementsOf(element).some(({ tagName }) => ['time', 'a'].includes(tagName)))
        .map((element) => textOf(element).trim())
        .join(' | '),
    );
}

const OLD = '会议原则同意该《办法》，会后由市水利局修改完善，以市政府名义印发。';
const NEW = '会议原则同意该《办法》，会后由市水利局修改完善，以市政府办名义印发。';
const HEADING = '一、审议《云岭市公园管理办法》';
const ADDED = '会议明确，各镇要在四月底前报送实施方案。';
const CORRECTED = `印发名义应为市政府办 | 第1版 | ${HEADING} | 原文 | ${OLD} | 改为 | ${NEW}`;
const SUPPLEMENTED = `漏录一句 | 第2版 | ${HEADING} | 新增 | ${ADDED}`;
const MOVED = '编号统一为三位（由 /minutes/2024/3/ 改为 /minutes/2024/003/）';

describe('the site of a told history', () => {
  test('tells on the page of the minutes what happened, and nothing of what came before', () => {
    expect(changesOn('minutes/2024/003/')).toEqual([
      `2024-03-26 09:00 | 变更网址 | ${MOVED}`,
      `2024-03-25 09:00 | 补充 | ${SUPPLEMENTED}`,
      `2024-03-21 09:00 | 更正 | ${CORRECTED}`,
      '2024-03-20 09:00 | 首次发布',
    ]);
  });

  test('marks the characters that changed', () => {
    const marked = (tag: string): readonly string[] =>
      named(pageAt('minutes/2024/003/'), tag).map((element) => textOf(element));
    expect([marked('del'), marked('ins')]).toEqual([[], [ADDED, '办']]);
  });

  test('keeps earlier versions at their addresses, marked and out of search engines', () => {
    const page = pageAt('minutes/2024/003/v1/');
    expect(textOf(classed(page, 'official'))).toContain(OLD);
    expect(textOf(classed(page, 'past-band'))).toContain(
      '历史版本：2024-03-20 09:00 至 2024-03-21 09:00 公开',
    );
    expect(named(page, 'meta').some(({ properties }) => properties['content'] === 'noindex')).toBe(true);
    const canonical = named(page, 'link').find(({ properties }) => String(properties['rel']) === 'canonical');
    expect(canonical?.properties['href']).toBe('https://www.example.invalid/minutes/2024/003/');
    expect(textOf(classed(pageAt('minutes/2024/003/v2/'), 'official'))).not.toContain(ADDED);
    expect(pages.has('minutes/2024/003/v3/')).toBe(false);
  });

  test('lists every change by date', () => {
    expect(changesOn('corrections/')).toEqual([
      '2024年6月1日 | 撤回 | 会议纪要 2024/004 | 经复核不应公开',
      '2024-05-13 09:00 | 更正 | 市政府第5次常务会议 | 已经核实 | 第1版',
      '2024-05-13 09:00 | 恢复公开 | 市政府第5次常务会议 | 已经核实',
      '2024-05-11 09:00 | 撤回 | 市政府第5次常务会议 | 尚待核实',
      `2024-03-26 09:00 | 变更网址 | 市政府第3次常务会议 | ${MOVED}`,
      `2024-03-25 09:00 | 补充 | 市政府第3次常务会议 | ${SUPPLEMENTED}`,
      `2024-03-21 09:00 | 更正 | 市政府第3次常务会议 | ${CORRECTED}`,
    ]);
  });

  test('has the same as a feed, in which what was said of withdrawn minutes is deleted', () => {
    const feed = readFileSync(join(site, 'corrections/feed.xml'), 'utf8');
    const all = (pattern: RegExp): readonly string[] =>
      Array.from(feed.matchAll(pattern), ([, found = '']) => found);
    const base = 'https://www.example.invalid/corrections/';
    expect(all(/<id>(.*?)<\/id>/gu)).toEqual([
      `${base}feed.xml`,
      ...[
        'm2024-004-gone',
        'm2024-005-v2',
        'm2024-005-restored-202405130900',
        'm2024-005-withdrawn-202405110900',
        'm2024-003-moved-202403260900',
        'm2024-3-v3',
        'm2024-3-v2',
      ].map((anchor) => `${base}#${anchor}`),
    ]);
    expect(all(/<updated>(.*?)<\/updated>/gu).slice(0, 3)).toEqual([
      '2024-06-01T00:00:00+08:00',
      '2024-06-01T00:00:00+08:00',
      '2024-05-13T09:00:00+08:00',
    ]);
    expect(all(/<content type="text">(.*?)<\/content>/gsu)).toEqual([
      `新增：${ADDED}`,
      `原文：${OLD}\n改为：${NEW}`,
    ]);
    expect(all(/<at:deleted-entry ref="(.*?)"/gu)).toEqual([`${base}#m2024-004-v2`]);
    const ids = new Set(elementsOf(pageAt('corrections/').root).map(({ properties: { id } }) => id));
    for (const id of all(/<id>.*?#(.*?)<\/id>/gu)) expect(ids).toContain(id);
  });

  test('answers at the address of withdrawn minutes with the reason, and below it', () => {
    for (const path of ['minutes/2024/004/', 'minutes/2024/004/v1/']) {
      const page = pageAt(path);
      expect(textOf(classed(page, 'former'))).toMatch(/这份纪要已经撤回.*2024年6月1日.*经复核不应公开/su);
      expect(named(page, 'meta').some(({ properties }) => properties['content'] === 'noindex')).toBe(true);
    }
  });

  test('shows no text of what was suspended before it was restored', () => {
    expect(textOf(pageAt('minutes/2024/005/v1/').root)).toContain('这一版的文本已经撤回，不再提供');
    expect(textOf(pageAt('minutes/2024/005/').root)).not.toContain('会议通过了该方案');
  });

  test('leads from the old address to the new one, versions too', () => {
    const refresh = (path: string): string =>
      named(pageAt(path), 'meta')
        .filter(({ properties: { httpEquiv } }) => String(httpEquiv) === 'refresh')
        .map(({ properties: { content } }) => String(content))
        .join();
    expect(refresh('minutes/2024/3/')).toBe('0; url=/minutes/2024/003/');
    expect(refresh('minutes/2024/3/v1/')).toBe('0; url=/minutes/2024/003/v1/');
    expect(JSON.parse(readFileSync(join(site, 'data/former-addresses.json'), 'utf8'))).toEqual({
      moved: [{ from: '/minutes/2024/3/', to: '/minutes/2024/003/', status: 301 }],
      gone: [{ from: '/minutes/2024/004/', status: 410, successor: '/minutes/2024/005/' }],
    });
  });

  test('holds no word of withdrawn minutes and no author in any of its bytes', () => {
    const holds = (bytes: Buffer): readonly string[] =>
      [CANARY, AUTHOR.name, AUTHOR.email, '会议通过了该方案'].filter((secret) => bytes.includes(secret));
    const contents = unpackedFiles(site);
    expect(contents.filter(({ bytes }) => bytes.includes('以市政府办名义印发')).length).toBeGreaterThan(5);
    expect(contents.flatMap(({ file, bytes }) => holds(bytes).map((secret) => `${file}: ${secret}`))).toEqual(
      [],
    );
  });
});
