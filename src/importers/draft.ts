import { placeAt, visibleText } from './blocks.ts';
import { identify } from './identity.ts';
import { layOut } from './outline.ts';
import { writeMarkdown } from './markdown.ts';
import { repairBlocks } from './repair/steps.ts';
import type { Block, SourceBlocks, SourceFormat } from './blocks.ts';
import type { Change, StepName } from './repair/change.ts';

/** What the person who imports may say about the document. */
export interface ImportOptions {
  /** `2022-07-09 17:00`; without it the field stays empty and is a doubt. */
  readonly published?: string;
  /** `2022/013`; overrides what the text tells. */
  readonly id?: string;
  /** Repairs to leave out. */
  readonly without?: readonly StepName[];
  /** Single changes that a clerk refused, by `changeKey`: those places stay as printed. */
  readonly refused?: ReadonlySet<string>;
}

/** Something about the document as a whole that a clerk should do or check. */
export interface Task {
  readonly message: string;
  readonly hint: string;
}

export interface ImportReport {
  readonly format: SourceFormat;
  readonly encoding: string | null;
  /** Every change of white space, every dropped page mark, every place left as printed. */
  readonly changes: readonly Change[];
  readonly tasks: readonly Task[];
  /** How many own-line headings the draft has. */
  readonly headings: number;
  /** Visible characters in the draft. */
  readonly characters: number;
}

/** A draft for `content/minutes/`, and what was done to make it. */
export interface Imported {
  readonly markdown: string;
  /** Null where neither the text nor the options tell it. */
  readonly id: string | null;
  readonly report: ImportReport;
}

/**
 * Makes the draft of one document. Pure. Throws when the draft would lose, add or move a visible
 * character other than a reported page mark: that is a bug, and no draft is better than a wrong one.
 */
export function importDocument(source: SourceBlocks, options: ImportOptions = {}): Imported {
  const { blocks, changes } = repairBlocks(source.blocks, options.without, options.refused);
  holdPromise(source, blocks.map(({ text }) => text).join(''), changes);
  const identity = identify(blocks);
  const id = options.id ?? identity.id;
  const draft = layOut(blocks);
  const disclosure = disclosureOf(blocks.map(({ text }) => text));
  const published = options.published ?? '';
  const doubts = options.id ? [] : identity.doubts;
  return {
    markdown: writeMarkdown({ disclosure: disclosure ?? '', published }, draft),
    id,
    report: {
      format: source.format,
      encoding: source.encoding,
      changes: [...source.notes.map(noteAsChange), ...changes],
      tasks: tasksOf(id, disclosure, published, doubts),
      headings: draft.filter(({ depth }) => depth === 2).length,
      characters: visibleText(draft.map(({ text }) => text).join('')).length,
    },
  };
}

function noteAsChange({ place, note, excerpt, doubt }: SourceBlocks['notes'][number]): Change {
  return { step: 'reader', place, before: excerpt, after: excerpt, doubt, note, edit: null };
}

/** The promise of the importer, held on every document and not only in tests. */
function holdPromise(source: SourceBlocks, result: string, changes: readonly Change[]): void {
  const dropped = new Set(
    changes.flatMap(({ edit }) => (edit?.kind === 'drop' ? [keyOf(edit.dropped)] : [])),
  );
  const kept = source.blocks.filter((block) => !dropped.has(keyOf(block)));
  if (visibleText(kept.map(({ text }) => text).join('')) !== visibleText(result)) {
    throw new Error('an import step changed the visible text');
  }
}

/** A block's place in the source, which no two blocks share. */
function keyOf(block: Block): string {
  const { page, line } = placeAt(block, 0);
  return `${page ?? ''}:${line}`;
}

const NOTES: readonly (readonly [RegExp, string])[] = [
  [/依申请公开/, '依申请公开'],
  [/不予公开|不公开/, '不予公开'],
  [/公开/, '主动公开'],
];

/** The 附注 in brackets says it: （此件公开发布）; null where the text has none. */
function disclosureOf(texts: readonly string[]): string | null {
  for (const text of texts) {
    const note = /^[（(]此件([^（）()]{1,20})[）)]$/.exec(text.replace(/\s+/g, ''))?.[1];
    if (note) return NOTES.find(([pattern]) => pattern.test(note))?.[1] ?? null;
  }
  return null;
}

function tasksOf(
  id: string | null,
  disclosure: string | null,
  published: string,
  doubts: readonly string[],
): readonly Task[] {
  const tasks: Task[] = doubts.map((message) => ({ message, hint: '有误时用 --id 指定，如 --id 2022/013' }));
  if (disclosure === null) {
    tasks.push({
      message: '原文没有“此件公开发布”一类附注，公开属性空着',
      hint: '在文件头写明 disclosure: 主动公开',
    });
  }
  if (published === '') {
    tasks.push({
      message: '发布时间空着',
      hint: '在文件头写明 published: 2022-07-09 17:00，或导入时加 --published "2022-07-09 17:00"',
    });
  }
  if (id === null) tasks.push({ message: '定不出文件编号', hint: '导入时加 --id，如 --id 2022/013' });
  return tasks;
}
