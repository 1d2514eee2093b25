import type { Corpus } from '../corpus/model.ts';
import {
  isPrinted,
  textAt,
  type AgendaItem,
  type BureauMention,
  type Fact,
  type Minutes,
} from '../minutes/model.ts';
import type { Span } from '../minutes/places.ts';
import type { Annotation } from './annotate.ts';
import { maybeBureauHref } from './bureau-names.ts';
import { groundsOf } from './grounds.ts';

/** What the page adds to a range of the official text: looks, a link or an anchor; never a character. */
export type Mark =
  | { readonly kind: 'bureau'; readonly href: string }
  /** A sentence that decides; the item's facts point at it. */
  | { readonly kind: 'decision'; readonly id: string }
  /** A value of the head that the catalogue rests on, or a body that an item's facts name. */
  | { readonly kind: 'fact'; readonly id: string }
  /** An ordinal (三、 or （二）) that leads to its own address. */
  | { readonly kind: 'permalink'; readonly href: string; readonly label: string }
  /** An item that begins inside a paragraph. */
  | { readonly kind: 'anchor'; readonly id: string }
  /** 会议强调, 会议指出 …: where what follows is no decision. */
  | { readonly kind: 'remark' }
  /** A heading that stands in one paragraph with the text. */
  | { readonly kind: 'run-in' }
  /** 出席：, 主送： … */
  | { readonly kind: 'label' }
  /** One unit with its people in an attendance list. */
  | { readonly kind: 'unit' };

export type TextAnnotation = Annotation<Mark>;

/** Everything the page marks in the text of the minutes; spans count in `Minutes.text`. */
export function marksOf(minutes: Minutes, corpus: Corpus): readonly TextAnnotation[] {
  return [
    ...headMarks(minutes),
    ...minutes.items.flatMap((item) => itemMarks(minutes, item)),
    ...attendanceMarks(minutes),
    ...labelMarks(minutes),
    ...bureauMarks(minutes, corpus),
  ];
}

/** The id of the text a catalogue value rests on. */
export function factAnchor(name: string): string {
  return `text-${name}`;
}

function headMarks({ head, foot }: Minutes): readonly TextAnnotation[] {
  const facts: readonly (readonly [name: string, fact: Fact<unknown> | null])[] = [
    ['session', head.session],
    ['number', head.number],
    ['issuer', head.issuer],
    ['held', head.held],
    ['chair', head.chair],
    ['issued', head.issued],
    ['compiled', head.compiled],
    ['note', foot.note],
  ];
  return facts.flatMap(([name, fact]) =>
    fact?.origin.kind === 'text'
      ? [{ span: fact.origin.span, mark: { kind: 'fact' as const, id: factAnchor(name) } }]
      : [],
  );
}

function itemMarks(minutes: Minutes, item: AgendaItem): readonly TextAnnotation[] {
  const marks: TextAnnotation[] = [];
  const start = minutes.blocks.find((block) => block.span.start === item.span.start);
  if (start === undefined) marks.push({ span: item.span, mark: { kind: 'anchor', id: item.anchor } });
  const heading = item.heading?.origin;
  if (item.headingStyle === 'run-in' && heading?.kind === 'text')
    marks.push({ span: heading.span, mark: { kind: 'run-in' } });
  const ordinal = ordinalSpan(minutes, item);
  if (ordinal !== null) {
    const label = `${textAt(minutes, ordinal)}，本项议题的网址`;
    marks.push({ span: ordinal, mark: { kind: 'permalink', href: `#${item.anchor}`, label } });
  }
  for (const { span, anchor } of groundsOf(item)) {
    if (span === null) continue;
    const kind = item.decisions.some((decision) => decision.span === span) ? 'decision' : 'fact';
    marks.push({ span, mark: { kind, id: anchor } });
  }
  for (const { word, span } of item.remarks) {
    if (!minutes.text.startsWith(word, span.start)) continue;
    marks.push({ span: { start: span.start, end: span.start + word.length }, mark: { kind: 'remark' } });
  }
  for (const { span, mark, anchor } of item.points) {
    if (anchor === '' || !minutes.text.startsWith(mark, span.start)) continue;
    const markSpan = { start: span.start, end: span.start + mark.length };
    marks.push({
      span: markSpan,
      mark: { kind: 'permalink', href: `#${anchor}`, label: `${mark}，本点的网址` },
    });
  }
  return marks;
}

/** The printed ordinal with the 、 behind it; null when the item has none. */
function ordinalSpan(minutes: Minutes, item: AgendaItem): Span | null {
  if (item.number?.origin.kind !== 'text') return null;
  const { start, end } = item.number.origin.span;
  return { start, end: /[、．.]/u.test(minutes.text.charAt(end)) ? end + 1 : end };
}

/** Each unit with its people up to the next one, so that a long list can be set in columns. */
function attendanceMarks({ attendance, blocks }: Minutes): readonly TextAnnotation[] {
  const starts = attendance.observers
    .filter(({ names }) => names.length > 0)
    .flatMap(({ unit, names }) => unit?.span?.start ?? names[0]?.span.start ?? [])
    .sort((a, b) => a - b);
  return starts.flatMap((start, index) => {
    const block = blocks.find(({ span }) => span.start <= start && start < span.end);
    if (block === undefined) return [];
    const end = Math.min(starts[index + 1] ?? block.span.end, block.span.end);
    return [{ span: { start, end }, mark: { kind: 'unit' as const } }];
  });
}

/** 出席：, 列席：, 主送： … at the start of a paragraph outside the items. */
function labelMarks({ text, blocks, items }: Minutes): readonly TextAnnotation[] {
  return blocks.flatMap(({ span }) => {
    if (items.some((item) => item.span.start <= span.start && span.start < item.span.end)) return [];
    const label = /^[\p{Script=Han}\s]{1,8}[：:]/u.exec(text.slice(span.start, span.end))?.[0];
    return label === undefined
      ? []
      : [{ span: { start: span.start, end: span.start + label.length }, mark: { kind: 'label' as const } }];
  });
}

/** One link per place: a body that both reported and must act is still one name. */
function bureauMarks(minutes: Minutes, corpus: Corpus): readonly TextAnnotation[] {
  const marks: TextAnnotation[] = [];
  let end = 0;
  const mentions = mentionsOf(minutes)
    .filter(isPrinted)
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  for (const mention of mentions) {
    const href = maybeBureauHref(mention, corpus);
    if (href === null || mention.span.start < end) continue;
    marks.push({ span: mention.span, mark: { kind: 'bureau', href } });
    end = mention.span.end;
  }
  return marks;
}

function mentionsOf({ items, attendance }: Minutes): BureauMention[] {
  return [
    ...items.flatMap(({ reporters, responsible, decisions }) => [
      ...reporters,
      ...responsible,
      ...decisions.flatMap(({ issuedInNameOf, leads }) => [
        ...(issuedInNameOf === null ? [] : [issuedInNameOf]),
        ...leads,
      ]),
    ]),
    ...attendance.observers.flatMap(({ unit }) => unit ?? []),
  ];
}
