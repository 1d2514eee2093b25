import { dayOf } from '../../src/minutes/meeting-day.ts';
import type { BureauMention, Fact, Minutes } from '../../src/minutes/model.ts';
import type { Span } from '../../src/minutes/places.ts';
import { compareMeetings, type MeetingKey } from '../../src/search/meeting-order.ts';
import { searchRecords, type SearchRecord } from '../../src/search/record.ts';

/** Minutes of 云泽市, a fictional city (虚构), made by chance from a seed for the tests of search. */

/** A random number generator: the same seed gives the same numbers in [0, 1). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(random: () => number, values: readonly T[]): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('Nothing to pick from');
  return value;
}

/** A few characters only, so that texts repeat themselves and nearly match everywhere. */
const ALPHABET = '安全生产一二（）5.“”《》A、水气𠮷';

const SUBJECTS = [
  '燃气安全',
  '城市更新',
  '防汛备汛',
  '营商环境',
  '老旧小区改造',
  '“小哥驿站”建设',
  '数据要素×三年',
];
const PLACES = ['云泽市', '望潮镇', '澄湖新区', '石桥街道'];
const TEMPLATES = [
  '会议指出，{subject}事关民生，要压实责任，确保2024年6月底前完成{number}项任务。',
  '会议强调，{place}要坚持“一岗双责”，开展安全生产百日攻坚（3+3）行动。',
  '会议原则同意《{place}{subject}实施方案（2024—2026年）》，由市住建局牵头，按程序印发。',
  '一是聚焦{subject}，ＰＭ2.5平均浓度下降{number}％；二是推进 EPC+O 模式。',
  '（一）要围绕{subject}，全面排查，不留死角，到2025年底建成 {number} 公里管网。',
];
const BUREAUS = ['housing', 'water', 'emergency', 'finance', 'culture'] as const;
export const BUREAU_NAMES: Readonly<Record<string, string>> = {
  housing: '市住建局',
  water: '市水务局',
  emergency: '市应急局',
  finance: '市财政局',
  culture: '市文旅局',
};

function sentence(random: () => number): string {
  if (random() < 0.3)
    return Array.from({ length: 4 + Math.floor(random() * 20) }, () =>
      pick(random, Array.from(ALPHABET)),
    ).join('');
  return pick(random, TEMPLATES)
    .replaceAll('{subject}', () => pick(random, SUBJECTS))
    .replaceAll('{place}', () => pick(random, PLACES))
    .replaceAll('{number}', () => String(Math.floor(random() * 90)));
}

function mention(random: () => number): BureauMention {
  const id = pick(random, BUREAUS);
  return { text: BUREAU_NAMES[id] ?? id, span: { start: 0, end: 0 }, bureaus: [id] };
}

/** A fact about the whole of a span. */
export function fact<T>(value: T, span: Span = { start: 0, end: 0 }): Fact<T> {
  return { value, origin: { kind: 'text', span } };
}

export interface InventedItem {
  readonly heading: string | null;
  readonly blocks: readonly string[];
  readonly facts?: Partial<Minutes['items'][number]>;
}

export interface InventedMinutes {
  readonly id: string;
  readonly held: string | null;
  readonly head: readonly string[];
  readonly items: readonly InventedItem[];
  readonly rest: readonly string[];
  readonly observers?: readonly BureauMention[];
}

/** Minutes whose text is the given blocks, as the parser would hand them over. */
export function inventMinutes({ id, held, head, items, rest, observers = [] }: InventedMinutes): Minutes {
  const parts = [
    head,
    ...items.map(({ heading, blocks }) => (heading === null ? blocks : [heading, ...blocks])),
    rest,
  ];
  const text = parts.flat().join('\n');
  const spans: Span[] = [];
  let at = 0;
  for (const part of parts) {
    const length = part.join('\n').length;
    spans.push({ start: at, end: at + length });
    at += part.length === 0 ? 0 : length + 1;
  }
  const restSpan = spans.at(-1) ?? { start: 0, end: 0 };
  return {
    ...EMPTY,
    id,
    path: `content/minutes/${id}.md`,
    text,
    head: {
      ...EMPTY.head,
      span: spans[0] ?? restSpan,
      title: fact(head[0] ?? ''),
      held: held === null ? null : fact(held),
    },
    items: items.map(({ heading, facts }, index) => ({
      ...EMPTY_ITEM,
      order: index + 1,
      anchor: `item-${String(index + 1)}`,
      heading: heading === null ? null : fact(heading),
      span: spans[index + 1] ?? restSpan,
      ...facts,
    })),
    attendance: {
      ...EMPTY.attendance,
      span: rest.length === 0 ? null : restSpan,
      observers: observers.map((unit) => ({ unit, names: [], represented: false, group: null })),
    },
  };
}

/** The records of `count` invented meetings, in the order of results; the older half is archived. */
export function inventRecords(count: number, seed: number): readonly SearchRecord[] {
  const random = createRandom(seed);
  const minutes = Array.from({ length: count }, (_, index): Minutes => {
    const day = new Date(Date.UTC(2024, 11, 20) - index * 11 * 86_400_000).toISOString().slice(0, 10);
    const number = String(count - index);
    const items = Array.from({ length: 1 + Math.floor(random() * 4) }, (): InventedItem => {
      const reporters = [mention(random)];
      const outcome = pick(random, ['原则同意', '通过', null] as const);
      return {
        heading: random() < 0.9 ? `关于${pick(random, SUBJECTS)}工作` : null,
        blocks: Array.from({ length: 1 + Math.floor(random() * 3) }, () => sentence(random)),
        facts: {
          lead: fact('会议听取了汇报'),
          reporters,
          responsible: random() < 0.5 ? [mention(random)] : [],
          action: fact(pick(random, ['审议', '听取'] as const)),
          decisions: outcome === null ? [] : [decision(outcome, random() < 0.3 ? mention(random) : null)],
        },
      };
    });
    return inventMinutes({
      id: `${day.slice(0, 4)}/${number.padStart(3, '0')}`,
      held: random() < 0.95 ? day : null,
      head: [`云泽市人民政府第${number}次常务会议纪要（虚构）`, `${day.slice(0, 4)}年，会议在云泽市召开。`],
      items,
      rest: [`出席：张望、李澄`, `列席：${BUREAU_NAMES['water'] ?? ''}王泽。`, '此件公开发布'],
      observers: [{ text: '市水务局', span: { start: 0, end: 0 }, bureaus: ['water'] }],
    });
  });
  const sorted = minutes.toSorted((one, other) => compareMeetings(keyOf(one), keyOf(other)));
  return searchRecords({
    minutes: sorted.map((each, index) => (index * 2 < count ? each : archived(each))),
  });
}

function archived(minutes: Minutes): Minutes {
  return { ...minutes, head: { ...minutes.head, archived: '2025-01-31' } };
}

function keyOf(minutes: Minutes): MeetingKey {
  return { id: minutes.id, day: dayOf(minutes) };
}

function decision(
  outcome: '原则同意' | '通过',
  issuer: BureauMention | null,
): Minutes['items'][number]['decisions'][number] {
  const span = { start: 0, end: 0 };
  return {
    span,
    stated: false,
    outcome,
    outcomeSpan: span,
    issuedInNameOf: issuer,
    leads: [],
    leadPersons: [],
  };
}

const EMPTY_ITEM: Minutes['items'][number] = {
  order: 1,
  number: null,
  anchor: 'item-1',
  headingStyle: 'own-line',
  heading: null,
  lead: null,
  parent: null,
  span: { start: 0, end: 0 },
  action: null,
  documents: [],
  reporters: [],
  decisions: [],
  responsible: [],
  points: [],
  inlinePoints: [],
  remarks: [],
};

const EMPTY: Minutes = {
  id: '2024/001',
  path: 'content/minutes/2024/001.md',
  text: '',
  blocks: [],
  head: {
    span: { start: 0, end: 0 },
    title: null,
    issuer: null,
    number: null,
    session: null,
    sessionOrdinal: null,
    term: null,
    held: null,
    heldPart: null,
    issued: null,
    compiled: null,
    chair: null,
    venue: null,
    disclosure: '主动公开',
    disclosureReason: null,
    redaction: null,
    published: '2024-12-31 09:00',
    archived: null,
  },
  items: [],
  attendance: { span: null, present: [], observers: [], absent: [], recorder: null },
  distribution: { to: null, cc: null },
  foot: { compiledBy: null, note: null, otherMatters: null },
};
