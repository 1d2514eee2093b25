import { describe, expect, test } from 'vitest';
import type { Site } from '../../src/site.ts';
import { paperView, type PaperPart, type PaperView, type RecordLine } from '../../src/views/paper.ts';
import { minutesOfEveryForm, readCity, readMinutes } from './city.ts';

const { site } = readCity();
const published: Site = { ...site, mode: 'publish' };

function textOf(part: PaperPart | RecordLine): string {
  if (part.kind === 'withheld') return '';
  if ('lines' in part) return part.lines.join('');
  if ('left' in part) return part.left + part.right;
  return 'label' in part ? part.label + part.text : part.text;
}

function wholeText({ head, body, record }: PaperView): string {
  return [...head, ...body, ...record].map(textOf).join('').replaceAll(/\s/gu, '');
}

const SOURCE = `---
disclosure: 主动公开
published: 2025-05-12 10:00
---

# 云岭市人民政府 常务会议纪要

第9号

云岭市人民政府办公室

2025年5月9日

2025年5月8日上午，林远市长主持召开市政府第9次常务会议，审议《云岭市公园管理办法》，纪要如下：

## 一、审议《云岭市公园管理办法》

会议听取了市水利局关于《云岭市公园管理办法》起草情况的汇报。会议原则同意该《办法》，以市政府名义印发。

:::withhold{reason="涉及个人信息" basis="条例第十五条"}
不予公开的一段话在这里。
:::

出席：林远、周晓白。

列席：市水利局王一民，市教育局李二。

云岭市人民政府办公室 整理

2025年5月9日

（此件公开发布）

主送：各镇人民政府。

抄送：市委各部门。

云岭市人民政府办公室 2025年5月9日印发
`;

describe('the paper document', () => {
  test.for(minutesOfEveryForm().map((minutes) => [minutes.id, minutes] as const))(
    'has the whole text of %s, once and in order',
    ([, minutes]) => {
      expect(wholeText(paperView(minutes, published))).toBe(minutes.text.replaceAll(/\s/gu, ''));
    },
  );

  test('sets each part as what it is', () => {
    const { head, body, record } = paperView(readMinutes(SOURCE), published);
    expect(head).toEqual([
      { kind: 'mark', lines: ['云岭市人民政府', '常务会议纪要'] },
      { kind: 'number', text: '第9号' },
      { kind: 'imprint', left: '云岭市人民政府办公室', right: '2025年5月9日' },
    ]);
    expect(body.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'heading',
      'paragraph',
      'withheld',
      'roll',
      'roll',
      'signature',
      'paragraph',
    ]);
    expect(body[3]).toEqual({ kind: 'withheld', text: '此处按条例第十五条不予公开：涉及个人信息' });
    expect(body[4]).toEqual({ kind: 'roll', label: '出席：', text: '林远、周晓白。' });
    expect(body[6]).toEqual({
      kind: 'signature',
      lines: ['云岭市人民政府办公室 整理', '2025年5月9日'],
    });
    expect(record).toEqual([
      { kind: 'list', label: '主送：', text: '各镇人民政府。' },
      { kind: 'list', label: '抄送：', text: '市委各部门。' },
      { kind: 'imprint', left: '云岭市人民政府办公室', right: '2025年5月9日印发' },
    ]);
  });

  test('knows office and day on one line, and a record of issue without addressees', () => {
    const source = SOURCE.replace('办公室\n\n2025年5月9日\n\n2025', '办公室 2025年5月9日\n\n2025')
      .replace('主送：各镇人民政府。\n\n', '')
      .replace('抄送：市委各部门。\n\n', '');
    const { head, record } = paperView(readMinutes(source), published);
    expect(head.at(-1)).toEqual({ kind: 'imprint', left: '云岭市人民政府办公室', right: '2025年5月9日' });
    expect(record).toEqual([{ kind: 'imprint', left: '云岭市人民政府办公室', right: '2025年5月9日印发' }]);
  });

  test('says on every page of a demo site that it is none of a government, and nothing in publish mode', () => {
    const minutes = readMinutes(SOURCE);
    expect(paperView(minutes, site).notice).toContain('演示站点生成，非政府网站');
    expect(paperView(minutes, published).notice).toBeNull();
  });

  test('holds nothing of a withheld passage', () => {
    expect(JSON.stringify(paperView(readMinutes(SOURCE), published))).not.toContain('不予公开的一段话');
  });
});
