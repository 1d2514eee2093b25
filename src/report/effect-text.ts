import type { PublicEffect } from './effect.ts';
import { visible } from './width.ts';

/** How one form of the report writes. */
interface Writer {
  readonly heading: (text: string) => readonly string[];
  readonly line: (text: string) => string;
  readonly below: (text: string) => string;
  /** An address or an id. */
  readonly code: (text: string) => string;
  /** Words of a document: nothing in them may work as markup. */
  readonly words: (text: string) => string;
}

const TEXT: Writer = {
  heading: (text) => ['', text],
  line: (text) => `  ${text}`,
  below: (text) => `      ${text}`,
  code: (text) => visible(text),
  words: (text) => visible(text.replaceAll('\n', '⏎')),
};

const MARKDOWN: Writer = {
  heading: (text) => ['', `### ${text}`, ''],
  line: (text) => `- ${text}`,
  below: (text) => `  - ${text}`,
  code: (text) => `\`${visible(text.replaceAll('`', ''))}\``,
  words: (text) => entities(visible(text.replaceAll('\n', '⏎'))),
};

export const EFFECT_FORMATS = {
  text: (effect: PublicEffect): string => format(effect, TEXT).join('\n'),
  markdown: (effect: PublicEffect): string => ['## 公开效果', ...format(effect, MARKDOWN)].join('\n'),
} as const satisfies Record<string, (effect: PublicEffect) => string>;

/** How many lines of a list are printed; the others are counted. */
const SHOWN = 20;

function format(effect: PublicEffect, writer: Writer): readonly string[] {
  const { added, changed, removed, itemsAdded, itemsRemoved, texts } = effect;
  const addresses = (list: readonly string[]): readonly string[] =>
    shownOf(list).map((address) => writer.line(writer.code(`/${address}`)));
  const items = (list: PublicEffect['itemsAdded']): readonly string[] =>
    shownOf(list).map(({ id, heading }) =>
      writer.line(`${writer.code(`/minutes/${id.replace('#', '/#')}`)} ${writer.words(heading)}`),
    );
  const section = (name: string, count: number, unit: string, lines: readonly string[]): readonly string[] =>
    count === 0
      ? []
      : [
          ...writer.heading(`${name} ${String(count)} ${unit}`),
          ...lines,
          ...(count > SHOWN ? [writer.line(`另有 ${String(count - SHOWN)} ${unit}`)] : []),
        ];
  return [
    summaryOf(effect),
    ...section('不再存在的地址', removed.length, '个', addresses(removed)),
    ...section('不再存在的议题', itemsRemoved.length, '项', items(itemsRemoved)),
    ...section('新增的地址', added.length, '个', addresses(added)),
    ...section('新增的议题', itemsAdded.length, '项', items(itemsAdded)),
    ...section(
      '改动的正文',
      texts.length,
      '份',
      shownOf(texts).flatMap((text) => textLines(text, writer)),
    ),
    ...section('有变化的地址', changed.length, '个', addresses(changed)),
    ...weightLines(effect, writer),
  ];
}

function summaryOf({ added, changed, removed, texts }: PublicEffect): string {
  if (added.length + changed.length + removed.length === 0) return '读者看不到任何变化';
  const counts = `新增 ${String(added.length)} 个地址，变化 ${String(changed.length)} 个，不再存在 ${String(removed.length)} 个`;
  return `${counts}；${texts.length === 0 ? '已公开的正文没有改动' : `${String(texts.length)} 份已公开的正文有改动，提交说明要写“更正说明: …”`}`;
}

function textLines({ id, sentences }: PublicEffect['texts'][number], writer: Writer): readonly string[] {
  return [
    writer.line(
      `${writer.code(`/minutes/${id}/`)} ${sentences.length === 0 ? '只改了空白' : `${String(sentences.length)} 句`}`,
    ),
    ...shownOf(sentences).flatMap(({ before, after }) => [
      ...(before === '' ? [] : [writer.below(`原：${writer.words(before)}`)]),
      ...(after === '' ? [] : [writer.below(`现：${writer.words(after)}`)]),
    ]),
    ...(sentences.length > SHOWN ? [writer.below(`另有 ${String(sentences.length - SHOWN)} 句`)] : []),
  ];
}

function weightLines({ weight: { before, after, pages } }: PublicEffect, writer: Writer): readonly string[] {
  return [
    ...writer.heading(`大小：全站 ${change(before, after)}`),
    ...shownOf(pages).map((page) =>
      writer.line(`${writer.code(`/${page.address}`)} ${change(page.before, page.after)}`),
    ),
  ];
}

/** `12.0 KB → 14.5 KB（+2.5 KB）`. */
function change(before: number, after: number): string {
  if (before === after) return `${size(after)}，不变`;
  return `${size(before)} → ${size(after)}（${after > before ? '+' : '-'}${size(Math.abs(after - before))}）`;
}

function size(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

function shownOf<T>(list: readonly T[]): readonly T[] {
  return list.slice(0, SHOWN);
}

/** Every ASCII sign as an entity: no markup, no mention of a user, no link to an issue. */
function entities(text: string): string {
  return text.replaceAll(/[!-/:-@[-`{-~]/gu, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
