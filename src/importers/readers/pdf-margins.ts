import type { PdfLine } from './pdf-lines.ts';

/** The lines of one page and its height. */
export interface PdfPage {
  readonly lines: readonly PdfLine[];
  readonly height: number;
}

const NUMBER_ONLY = /^\s*[—–\-－·\s]*\d{0,3}[—–\-－·\s]*$/;

/**
 * Tells which lines stand in a page's margin and repeat from page to page: page numbers, running
 * heads and feet. Returns for each page the indexes of such lines.
 */
export function runningLines(pages: readonly PdfPage[]): readonly ReadonlySet<number>[] {
  const counts = new Map<string, number>();
  const candidates = pages.map((page) => marginLines(page));
  for (const [index, candidate] of candidates.entries()) {
    const forms = new Set(candidate.map((at) => formOf(pages[index]?.lines[at]?.text ?? '')));
    for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return candidates.map((candidate, index) => {
    const running = candidate.filter((at) => {
      const text = pages[index]?.lines[at]?.text ?? '';
      return NUMBER_ONLY.test(text) || (counts.get(formOf(text)) ?? 0) >= Math.max(2, pages.length * 0.6);
    });
    return new Set(running);
  });
}

/** The first and last two lines of a page that lie in its outer eighths. */
function marginLines({ lines, height }: PdfPage): readonly number[] {
  return lines.flatMap(({ y }, index) => {
    const top = index < 2 && y > height * 0.875;
    const bottom = index >= lines.length - 2 && y < height * 0.125;
    return top || bottom ? [index] : [];
  });
}

/** Running lines are the same but for the page number. */
function formOf(text: string): string {
  return text.replace(/\s+/g, '').replace(/\d+/g, '#');
}
