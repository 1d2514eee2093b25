import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Minutes } from '../../src/minutes/model.ts';
import { textOf, type Piece } from '../../src/views/annotate.ts';
import { documentOf, type BlockView, type DocumentView } from '../../src/views/document.ts';
import { elementOf } from '../../src/views/element.ts';
import type { Mark } from '../../src/views/marks.ts';
import { corpusOf, minutesOfEveryForm, readMinutes } from './city.ts';

const blocksOf = ({ masthead, parts }: DocumentView): readonly BlockView[] => [
  ...masthead,
  ...parts.flatMap((part) => [
    ...(part.kind === 'item' && part.heading !== null ? [part.heading] : []),
    ...part.blocks,
  ]),
];
const rowTexts = (view: DocumentView): readonly string[] =>
  blocksOf(view).flatMap(({ groups }) =>
    groups.flatMap(({ rows }) => rows.map(({ pieces }) => textOf(pieces))),
  );
const view = (minutes: Minutes): DocumentView => documentOf(minutes, corpusOf(minutes));

function idsOf(document: DocumentView): readonly string[] {
  const ids: string[] = [];
  const walk = (pieces: readonly Piece<Mark>[]): void => {
    for (const piece of pieces) {
      if (piece.kind === 'text') continue;
      const { id } = elementOf(piece.mark, piece.first).attributes;
      if (id !== undefined) ids.push(id);
      walk(piece.pieces);
    }
  };
  for (const part of document.parts) if (part.kind !== 'text' && part.id !== null) ids.push(part.id);
  for (const { groups } of blocksOf(document))
    for (const { rows } of groups)
      for (const row of rows) {
        if (row.id !== null) ids.push(row.id);
        walk(row.pieces);
      }
  return ids;
}

/** Bits of minutes that the parser knows, in any order. */
const fragment = fc.constantFrom(
  '## 一、审议《云岭市规划》',
  '## 标题',
  '# 云岭市人民政府常务会议纪要',
  '第3号',
  '2025年3月4日',
  '二、会议审议了《办法》。会议同意该办法，由市水利局印发。三、会议听取了市应急局关于防汛的汇报。',
  '（一）审议《甲》',
  '会议强调，（一）市水利局要落实。（二）市应急局要配合：1.做好预案；2.做好演练。',
  '会议原则同意该《规划》，由市水利局牵头，（一）抓落实。会后以两办名义印发。',
  '出席：甲乙丙、丁戊己。列席：市水利局周亦然，清溪镇陆明远。',
  '海关、邮政公司代表。',
  '（此件公开发布）',
  '主送：各镇人民政府。',
  '抄送：市委办公室。',
  'a*b <b>c</b> & “引号” 𠮷',
);

describe('documentOf', () => {
  const everyForm = minutesOfEveryForm();

  test('prints the whole text of minutes of every form, once and in order', () => {
    for (const minutes of everyForm)
      expect(rowTexts(view(minutes)).join('')).toBe(minutes.text.replaceAll('\n', ''));
  });

  test('prints the whole text of any arrangement of parts', () => {
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 12 }), (fragments) => {
        const minutes = readMinutes(fragments.join('\n\n'));
        expect(rowTexts(view(minutes)).join('')).toBe(minutes.text.replaceAll('\n', ''));
      }),
      { numRuns: 300 },
    );
  });

  test('gives every item and point its anchor, and no id twice', () => {
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 12 }), (fragments) => {
        const minutes = readMinutes(fragments.join('\n\n'));
        const ids = idsOf(view(minutes));
        expect(new Set(ids).size).toBe(ids.length);
        const anchors = minutes.items.flatMap(({ anchor, points }) => [
          anchor,
          ...points.flatMap((point) => (point.anchor === '' ? [] : [point.anchor])),
        ]);
        expect(anchors.filter((anchor) => !ids.includes(anchor))).toEqual([]);
      }),
      { numRuns: 300 },
    );
    for (const minutes of everyForm) {
      const ids = idsOf(view(minutes));
      expect(ids).toEqual(expect.arrayContaining(minutes.items.map(({ anchor }) => anchor)));
    }
  });

  test('puts the lines above the text into the masthead and each item into a part', () => {
    const minutes = everyForm.find(({ id }) => id === '2024/031');
    const document = minutes === undefined ? null : view(minutes);
    expect(document?.masthead.map(({ role }) => role)).toEqual(['title', 'number', 'issuer', 'date']);
    expect(document?.parts.map((part) => (part.kind === 'item' ? part.id : part.kind))).toEqual([
      'text',
      'item-1',
      'item-2',
      'attendance',
      'text',
    ]);
    expect(document?.parts.at(-1)?.blocks.map(({ role }) => role)).toEqual([
      'compiled-by',
      'date',
      'note',
      'distribution',
      'distribution',
    ]);
  });

  test('says in the place of a withheld passage that and why it is, within its item', () => {
    const minutes = everyForm.find(({ id }) => id === '2024/031');
    const item = minutes === undefined ? undefined : view(minutes).parts[2];
    const notice = '此处按条例第十五条不予公开：涉及企业商业秘密';
    expect(item?.blocks.map((block) => block.notice)).toEqual([null, notice]);
    expect(item?.blocks[1]).toMatchObject({ role: 'withheld', groups: [] });
  });

  test('anchors an item that begins inside a paragraph where it begins', () => {
    const minutes = everyForm.find(({ id }) => id === '2025/002');
    expect(minutes?.items.map(({ anchor }) => anchor)).toEqual(['item-1', 'item-2']);
  });
});
