import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importBytes } from '../../src/importers/import.ts';
import { formatReport } from '../../src/importers/report-text.ts';

const folder = new URL('../fixtures/import/taicang/', import.meta.url);
const bytesOf = (name: string): Uint8Array => readFileSync(new URL(name, folder));
const content = readFileSync(new URL('../../content/minutes/2022/013.md', import.meta.url), 'utf8');
const options = { published: '2022-07-09 17:00' };

describe('the Taicang minutes', () => {
  test.for(['source.txt', 'source.docx', 'source.pdf'])(
    'import from %s to the committed content',
    async (name) => {
      const { markdown, id } = await importBytes(bytesOf(name), name, options);
      expect(id).toBe('2022/013');
      // That the document is put online again is for staff to state; no source says it.
      expect(markdown).toBe(content.replace(/^republished: .*\n/m, ''));
    },
  );

  test('keep every character of the source but white space, in order', () => {
    const body = content.split('---\n').slice(2).join('---\n').replace(/^#+ /gm, '');
    const source = new TextDecoder().decode(bytesOf('source.txt'));
    expect(body.replace(/\s/g, '')).toBe(source.replace(/\s/g, ''));
  });

  test.for([
    '做最充分准备，认真查摆问题',
    '该《行动方案》，会后由市金融监管局',
    '政策效力，强化项目服务',
    '亲自推动的“关键小事”，（一）',
    '市统计局周静',
    '逐一落实。（二）各责任单位',
    '2022年7月2日下午，胡卫江市长',
    '\n第13号\n',
    '\n2022年7月9日\n',
    '产业创新集群2025行动计划》',
    '“人到苏州才有为 才聚太仓更幸福”',
    '\n太仓市人民政府办公室 整理\n',
    '## 十、审议《关于全面加强人才供给 支撑产业创新集群高质量发展的若干措施》\n',
    '# 太仓市人民政府 常务会议纪要\n',
  ])('read “%s”', (expected) => {
    expect(content).toContain(expected);
  });

  test('have ten headings, one title, and nothing else that is marked', () => {
    expect(content.match(/^## /gm)).toHaveLength(10);
    expect(content.match(/^# /gm)).toHaveLength(1);
    expect(content.match(/^#/gm)).toHaveLength(11);
  });

  test('report every join, every removed space and every space left in doubt', async () => {
    const { report } = await importBytes(bytesOf('source.txt'), 'source.txt', options);
    const joins = report.changes.filter(({ edit }) => edit?.kind === 'join');
    expect(joins.map(({ place }) => place.line).sort((a, b) => a - b)).toEqual([25, 37, 41, 49, 63, 87]);
    expect(report.changes.filter(({ edit }) => edit?.kind === 'remove')).toHaveLength(23);
    const kept = report.changes.filter(({ step, edit }) => step === 'word-spaces' && edit === null);
    expect(kept.map(({ place }) => place.line)).toEqual([3, 11, 77, 81]);
    expect(report.tasks).toEqual([]);
  });

  test('show the report in Chinese, with the lines of the source', async () => {
    const { report } = await importBytes(bytesOf('source.txt'), 'source.txt');
    const text = formatReport(report);
    expect(text).toContain('  换页断句：5 处\n    第 25 行 …着眼，做最充分准备，⏎认真查摆问题，筑牢安…');
    expect(text).toContain('    第 5 行 第␣13 号 | 第 13␣号');
    expect(text).toContain('    发布时间空着\n      改法：在文件头写明 published: 2022-07-09 17:00');
  });
});
