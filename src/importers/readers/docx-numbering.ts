import { strFromU8, strToU8 } from 'fflate';
import { attribute, readDefinitions, readStyleNumbers, unescapeXml } from './docx-definitions.ts';
import { formatNumber } from './docx-number-formats.ts';
import type { DocxParts } from './docx-package.ts';
import type { Levels, NumberRef } from './docx-definitions.ts';

/** A Word file whose automatic numbers are written out as text, and which numbers they were. */
export interface NumberedDocx {
  readonly parts: DocxParts;
  readonly numbers: readonly { readonly mark: string; readonly text: string }[];
}

const PARAGRAPH = /<w:p(?: [^>]*[^/>])?>[\s\S]*?<\/w:p>/g;

/**
 * Writes the automatic numbers of a Word file (一、 （一） 1.) into the text of its paragraphs.
 * Word keeps them apart from the text and the reader of the text drops them, but they are printed
 * and so belong to the document. Bullets stay out: they are ornament.
 */
export function writeOutNumbers(parts: DocxParts): NumberedDocx {
  const document = parts['word/document.xml'];
  const numbering = parts['word/numbering.xml'];
  if (!document || !numbering) return { parts, numbers: [] };
  const definitions = readDefinitions(strFromU8(numbering));
  const styles = readStyleNumbers(parts['word/styles.xml'] ? strFromU8(parts['word/styles.xml']) : '');
  const counters = new Map<string, number[]>();
  const numbers: { mark: string; text: string }[] = [];
  const xml = strFromU8(document).replace(PARAGRAPH, (paragraph) => {
    const own = numberOf(paragraph, styles);
    const levels = own && definitions.get(own.id);
    if (!own || !levels) return paragraph;
    const mark = nextMark(counters, own, levels);
    if (mark === '') return withoutNumber(paragraph);
    numbers.push({ mark, text: plainText(paragraph).slice(0, 20) });
    return insertMark(withoutNumber(paragraph), mark);
  });
  if (numbers.length === 0) return { parts, numbers };
  return { parts: { ...parts, 'word/document.xml': strToU8(xml) }, numbers };
}

/** The numbering of a paragraph: its own, else that of its style; 0 switches it off. */
function numberOf(paragraph: string, styles: ReadonlyMap<string, NumberRef>): NumberRef | null {
  const properties = /<w:pPr(?: [^>]*)?>[\s\S]*?<\/w:pPr>/.exec(paragraph)?.[0] ?? '';
  const style = styles.get(attribute(properties, 'w:pStyle') ?? '');
  const own = /<w:numPr>[\s\S]*?<\/w:numPr>/.exec(properties)?.[0];
  const id = own === undefined ? style?.id : (attribute(own, 'w:numId') ?? style?.id);
  if (id === undefined || id === '0') return null;
  return { id, level: Number((own && attribute(own, 'w:ilvl')) ?? style?.level ?? 0) };
}

function withoutNumber(paragraph: string): string {
  return paragraph.replace(/<w:numPr>[\s\S]*?<\/w:numPr>/, '<w:numPr><w:numId w:val="0"/></w:numPr>');
}

function insertMark(paragraph: string, mark: string): string {
  const run = `<w:r><w:t xml:space="preserve">${escapeXml(mark)}</w:t></w:r>`;
  const end = /<w:pPr(?: [^>]*)?>[\s\S]*?<\/w:pPr>|<w:pPr\/>/.exec(paragraph);
  const at = end ? end.index + end[0].length : paragraph.indexOf('>') + 1;
  return paragraph.slice(0, at) + run + paragraph.slice(at);
}

/** Counts on the level, starts the deeper ones again, and fills %1 … %9 of the level's pattern. */
function nextMark(counters: Map<string, number[]>, { id, level }: NumberRef, levels: Levels): string {
  const counts = counters.get(id) ?? [];
  counters.set(id, counts);
  const own = levels.get(level);
  if (!own) return '';
  counts[level] = (counts[level] ?? own.start - 1) + 1;
  counts.length = level + 1;
  if (own.format === 'bullet' || own.format === 'none') return '';
  return own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const each = levels.get(at);
    return formatNumber(counts[at] ?? each?.start ?? 1, each?.format ?? 'decimal');
  });
}

function plainText(paragraph: string): string {
  return [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map((match) => unescapeXml(match[1] ?? ''))
    .join('');
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
