import { printNumeral } from './calendar.ts';
import { fill } from './grammar.ts';
import { PHRASES } from './phrases.ts';
import { SENTENCES } from './sentences.ts';
import { pickFresh, type Scene } from './scene.ts';
import type { Layout } from './truth.ts';

/** What the meeting stressed, and how many marks of either kind it has. */
export interface Remarks {
  readonly paragraphs: readonly string[];
  readonly points: number;
  readonly inlinePoints: number;
}

const NO_REMARKS: Remarks = { paragraphs: [], points: 0, inlinePoints: 0 };

/** What the meeting stressed: with （一）（二）（三） in one paragraph or in several, 一要…二要…, or without marks. */
export function writeRemarks(scene: Scene, layout: Layout, needed: boolean): Remarks {
  const { random } = scene;
  if (!needed && random.chance(0.04)) return NO_REMARKS;
  const form = random.weigh([
    ['run-in', 54],
    ['paragraphs', layout.style === 'none' ? 0 : 12],
    ['titled', 12],
    ['inline', 8],
    ['plain', 14],
  ] as const);
  const count = random.weigh([
    [2, 8],
    [3, 52],
    [4, 30],
    [5, 10],
  ]);
  const said = random.pick(['会议强调，', '会议强调，', '会议强调，', '会议要求，']);
  const preface = random.chance(0.25) ? `${fill(scene, '{fact}')}，` : '';
  if (form === 'titled' || form === 'inline') {
    const sign = form === 'titled' ? '要' : '是';
    return {
      paragraphs: [said + preface + inlinePoints(scene, count, sign)],
      points: 0,
      inlinePoints: count,
    };
  }
  const points = writePoints(scene, count);
  if (form === 'plain') return { paragraphs: [said + preface + points.join('')], points: 0, inlinePoints: 0 };
  const marked = points.map((text, index) => `（${printNumeral(index + 1)}）${text}`);
  if (form === 'run-in')
    return { paragraphs: [said + preface + marked.join('')], points: count, inlinePoints: 0 };
  const head = preface === '' ? '会议强调：' : `${said}${preface.slice(0, -1)}。`;
  return { paragraphs: [head, ...marked], points: count, inlinePoints: 0 };
}

function writePoints(scene: Scene, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const list = index === 0 ? SENTENCES.opening : index === count - 1 ? SENTENCES.closing : SENTENCES.middle;
    return fill(scene, pickFresh(scene, list)) + maybeMore(scene);
  });
}

function inlinePoints(scene: Scene, count: number, sign: '要' | '是'): string {
  return Array.from({ length: count }, (_, index) => {
    const title = pickFresh(scene, PHRASES.title);
    const text = fill(scene, pickFresh(scene, SENTENCES.under));
    return `${printNumeral(index + 1)}${sign}${title}。${text}${maybeMore(scene)}`;
  }).join('');
}

/** Often another sentence: so documents are as long as real ones. */
function maybeMore(scene: Scene): string {
  return scene.random.chance(0.6) ? fill(scene, pickFresh(scene, SENTENCES.extra)) : '';
}
