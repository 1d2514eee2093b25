import type { MeetingBrief } from './brief.ts';
import type { MeetingRegister } from './register.ts';
import type { StatedHead } from './stated.ts';
import type { Span } from './places.ts';

/** A calendar day, `YYYY-MM-DD`. The core never holds an hour that the text doesn't state. */
export type IsoDate = string;

/** The id of a bureau in `content/bureaus.yaml`. */
export type BureauId = string;

/**
 * A value with its ground: read from the text (the span says where, in `Minutes.text`), or stated
 * by staff in the front matter (the field says which). Pages mark the two differently.
 */
export interface Fact<T> {
  readonly value: T;
  readonly origin: Origin;
}

export type Origin =
  { readonly kind: 'text'; readonly span: Span } | { readonly kind: 'staff'; readonly field: string };

/**
 * A body named in the text: as printed, and the registered bureau it is. `bureaus` is empty when
 * the name isn't registered (a finding, never a guess) and holds several for a composite (两办).
 */
export interface BureauMention {
  readonly text: string;
  /** Null when staff state the body in the front matter: then no place of the text says it. */
  readonly span: Span | null;
  readonly bureaus: readonly BureauId[];
}

/** A mention that the text holds. */
export type PrintedMention = BureauMention & { readonly span: Span };

/** Whether the text holds the mention; a stated one stands in the front matter alone. */
export function isPrinted(mention: BureauMention): mention is PrintedMention {
  return mention.span !== null;
}

/** A part of the document in order. */
export type Block = TextBlock | WithheldBlock;

/** One run of the official text between blank lines. Its text is `Minutes.text` over the span. */
export interface TextBlock {
  readonly kind: 'heading' | 'paragraph';
  /** 1 to 6 for a Markdown heading, 0 for a paragraph. */
  readonly depth: number;
  readonly span: Span;
}

/**
 * A passage that staff withhold (R2.5). Nothing of it is in the model: its span is empty and says
 * behind which text it stands.
 */
export interface WithheldBlock {
  readonly kind: 'withheld';
  readonly depth: 0;
  readonly span: Span;
  /** Why, as readers see it. */
  readonly reason: string;
  /** The provision it rests on: 条例第十六条. */
  readonly basis: string;
}

/** Whether the block holds official text. */
export function isTextBlock(block: Block): block is TextBlock {
  return block.kind !== 'withheld';
}

/** Everything known of one set of minutes. All spans count in `text`. */
export interface Minutes {
  /** `2022/013`: the path below `content/minutes/` without extension; also the address, for ever. */
  readonly id: string;
  /** Path of the source file, for findings. */
  readonly path: string;
  /** The official text: its text blocks joined by `\n`, Markdown marks taken away, nothing else changed. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly head: Head;
  readonly items: readonly AgendaItem[];
  readonly attendance: Attendance;
  readonly distribution: Distribution;
  readonly foot: Foot;
  /** How many points each item has, where a build keeps the items themselves out of memory. */
  readonly pointCounts?: readonly number[];
  /** What lists over many meetings say of it, where a build notes what each page reads. */
  readonly brief?: MeetingBrief;
  /** What registers over many meetings say of it, where a build notes what each page reads. */
  readonly register?: MeetingRegister;
  /** What its head states, where a build notes what each page reads. */
  readonly stated?: StatedHead;
}

/** What was left out of the document before it came here (此件删减后公开), as readers see it. */
export interface Redaction {
  readonly reason: string;
  readonly basis: string;
}

export type Disclosure = '主动公开' | '依申请公开' | '不予公开';

export interface Head {
  /** The part of the text that is neither item, attendance, distribution nor foot. */
  readonly span: Span;
  /** The title line of the text, a two-line title joined; null when the text has none. */
  readonly title: Fact<string> | null;
  readonly issuer: Fact<string> | null;
  /** As printed in the number line: 第13号, 长府会议纪要〔2025〕2号, or the ordinal in its place. */
  readonly number: Fact<string> | null;
  /** The meeting as the opening sentence names it: 市政府第9次常务会议. */
  readonly session: Fact<string> | null;
  /** 9 in 第9次; null when not printed. */
  readonly sessionOrdinal: number | null;
  /** 届 as printed (第13届, 十九届); null when not printed. */
  readonly term: Fact<string> | null;
  readonly held: Fact<IsoDate> | null;
  /** 上午, 下午 or 晚上 as printed. */
  readonly heldPart: Fact<string> | null;
  readonly issued: Fact<IsoDate> | null;
  readonly compiled: Fact<IsoDate> | null;
  readonly chair: Fact<Chair> | null;
  readonly venue: Fact<string> | null;
  /** Front matter; null when it is missing, which is a finding. */
  readonly disclosure: Disclosure | null;
  /** Why it may be published although the text carries no mark (R2.4); for staff, never shown. */
  readonly disclosureReason: string | null;
  readonly redaction: Redaction | null;
  /** `YYYY-MM-DD HH:MM` (R1.2), as staff wrote it; null when missing, which is a finding. */
  readonly published: string | null;
  /** The day from which the page is kept as an archive (R1.13); null when it isn't. */
  readonly archived: IsoDate | null;
}

export interface Chair {
  readonly name: string;
  /** The office written beside the name (市委副书记、市长); null when none is. */
  readonly title: string | null;
}

export type Action = '审议' | '听取' | '传达学习' | '讨论' | '研究';

/** 暂缓 covers 暂不 and 暂缓: put off, neither approved nor refused. */
export type Outcome = '原则同意' | '原则通过' | '同意' | '通过' | '不同意' | '暂缓' | '议定' | '责成';

/** Ordinal on its own line with the heading, in one paragraph with the text, alone, or none. */
export type HeadingStyle = 'own-line' | 'run-in' | 'bare-ordinal' | 'none';

export interface AgendaItem {
  /** From 1, in text order, over the whole document. */
  readonly order: number;
  /** As printed without 、: 三, （一）; null when the item has none. */
  readonly number: Fact<string> | null;
  /** `item-3`; stable for ever because it is made of the order alone. */
  readonly anchor: string;
  readonly headingStyle: HeadingStyle;
  /** Without ordinal; null for `bare-ordinal` and `none`. */
  readonly heading: Fact<string> | null;
  /** The first sentence, where there is no heading. */
  readonly lead: Fact<string> | null;
  /** The sentence that several （一）…（四） items stand under. */
  readonly parent: Fact<string> | null;
  readonly span: Span;
  readonly action: Fact<Action> | null;
  /** Titles inside the outermost 《》 that the item is about, without the brackets. */
  readonly documents: readonly Fact<string>[];
  readonly reporters: readonly BureauMention[];
  readonly decisions: readonly Decision[];
  /** Every named body told to act, in text order, one entry per body as printed. */
  readonly responsible: readonly BureauMention[];
  readonly points: readonly Point[];
  readonly inlinePoints: readonly Point[];
  /** 会议强调/指出/要求/认为: the passage from the word to the next such word or the item's end. */
  readonly remarks: readonly Remark[];
}

/** A sentence that decides, with the follow-up in the same sentence. */
export interface Decision {
  readonly span: Span;
  /** Whether staff named the sentence as deciding; the parser did otherwise. */
  readonly stated: boolean;
  readonly outcome: Outcome;
  /** Null when staff state the outcome. */
  readonly outcomeSpan: Span | null;
  readonly issuedInNameOf: BureauMention | null;
  /** The bodies the follow-up formula names. */
  readonly leads: readonly BureauMention[];
  /** The leaders named to take charge (由…同志牵头). */
  readonly leadPersons: readonly Fact<string>[];
}

/** （一）… or 一是…: the mark and the text that belongs to it. */
export interface Point {
  /** From 1 within the item. */
  readonly order: number;
  /** The mark as printed: （一）, (一), 1., 一是, 一要. */
  readonly mark: string;
  /** `item-3-2` for a numbered point; inline points have none and hold ''. */
  readonly anchor: string;
  /** From the mark to the end of the point's text. */
  readonly span: Span;
}

export interface Remark {
  /** 会议强调, 会议指出 … as printed. */
  readonly word: string;
  readonly span: Span;
}

export interface Person {
  readonly name: string;
  readonly span: Span;
}

export interface Attendance {
  /** From the first label (出席：) to the end of the lists; null when the text has none. */
  readonly span: Span | null;
  readonly present: readonly Person[];
  readonly observers: readonly ObserverUnit[];
  readonly absent: readonly (Person & { readonly reason: string | null })[];
  readonly recorder: Person | null;
}

export interface ObserverUnit {
  /** As printed; null where names stand without an organisation. */
  readonly unit: BureauMention | null;
  readonly names: readonly Person[];
  /** 海关、…代表: present through a representative who isn't named. */
  readonly represented: boolean;
  /** 固定列席, 第一至五议题 … where the text groups observers. */
  readonly group: string | null;
}

export interface Distribution {
  /** 主送 / 发 / 本期发, verbatim without label and full stop. */
  readonly to: Fact<string> | null;
  /** 抄送 / 送. */
  readonly cc: Fact<string> | null;
}

export interface Foot {
  readonly compiledBy: Fact<string> | null;
  /** The 附注 without its brackets: 此件公开发布 (GB/T 9704 7.3.6). */
  readonly note: Fact<string> | null;
  /** The sentence 会议还研究了其他事项. */
  readonly otherMatters: Fact<string> | null;
}

/** The text of a span of the minutes. */
export function textAt(minutes: { readonly text: string }, span: Span): string {
  return minutes.text.slice(span.start, span.end);
}
