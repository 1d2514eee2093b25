import { describe, expect, test } from 'vitest';
import type { Site } from '../../src/site.ts';
import { frameOf } from '../../src/views/frame.ts';
import { readCity } from './city.ts';

const { corpus, site } = readCity();
const PUBLISHED: Site = {
  ...site,
  mode: 'publish',
  sponsor: '云岭市人民政府办公室',
  contact: { phone: '0500-0000000', address: '虚构路1号', postcode: '000001' },
  filings: {
    icp: '某ICP备00000000号',
    police: '某公网安备00000000000000号',
    conac: 'https://conac.example/',
    mistakes: 'https://mistakes.example/',
  },
};
const LABELS = [
  '主办单位',
  '联系方式',
  '网站标识码',
  'ICP备案号',
  '公安机关备案标识',
  '党政机关标识',
  '我为政府网站找错',
];

describe('frameOf', () => {
  test('marks every page of a preview and hides it from search engines', () => {
    const frame = frameOf({ ...PUBLISHED, preview: true }, corpus, { name: null, url: '/' });
    expect([frame.band, frame.hidden]).toEqual(['草稿预览，尚未发布', true]);
    expect(frameOf({ ...site, preview: true }, corpus, { name: null, url: '/' }).band).toContain('演示站点');
    expect(frameOf(PUBLISHED, corpus, { name: null, url: '/' }).hidden).toBe(false);
  });

  test('shows the band and placeholders in demo mode, with nothing to click (R1.4)', () => {
    const { band, footer } = frameOf(site, corpus, { name: null, url: '/' });
    expect(band).toBe('演示站点，非政府网站');
    expect(footer.fields.map(({ label }) => label)).toEqual(LABELS);
    expect(footer.fields.filter(({ href }) => href !== null)).toEqual([]);
    expect(footer.fields.filter(({ text }) => text === '')).toEqual([]);
  });

  test('shows no band in publish mode and leads to the registers (R1.5, R1.6)', () => {
    const { band, footer } = frameOf(PUBLISHED, corpus, { name: null, url: '/' });
    expect(band).toBeNull();
    expect(footer.fields.map(({ text }) => text).join(' ')).not.toContain('占位');
    expect(footer.fields.find(({ label }) => label === '公安机关备案标识')?.href).toContain(
      'code=00000000000000',
    );
    expect(footer.fields.find(({ label }) => label === '联系方式')?.text).toContain('0500-0000000');
  });

  test('describes a page by its own words, else by those of the site', () => {
    const page = { name: '机构', url: '/bureaus/' };
    expect(frameOf(site, corpus, page).description).toBe(site.column.description);
    const { description, graph } = frameOf(site, corpus, { ...page, description: '出现过的机构' });
    expect([description, graph.find(({ property }) => property === 'og:description')?.content]).toEqual([
      '出现过的机构',
      '出现过的机构',
    ]);
  });

  test('leads home from everywhere and marks the current column', () => {
    const frame = frameOf(site, corpus, { name: '会议纪要', url: '/minutes/' });
    expect(frame.breadcrumb).toEqual([
      { text: '首页', href: '/' },
      { text: '会议纪要', href: null },
    ]);
    expect(frame.nav.filter(({ current }) => current).map(({ text }) => text)).toEqual(['会议纪要']);
    expect(frame.canonical).toBe('https://www.example.invalid/minutes/');
  });

  test('has the search form in the header except where the page has one of its own', () => {
    expect(frameOf(site, corpus, { name: '机构', url: '/bureaus/' }).search).toBe('/search/');
    expect(frameOf(site, corpus, { name: null, url: '/' }).search).toBeNull();
    expect(frameOf(site, corpus, { name: '检索', url: '/search/' }).search).toBeNull();
  });
});
