import { getDocumentProxy } from 'unpdf';

/** A run of characters on a page, in points from the lower left corner. */
export interface PdfRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The PostScript name without the tag of the subset. */
  readonly font: string;
  /** Whether the font's outlines are in the file. */
  readonly embedded: boolean;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  /** In the order of reading. */
  readonly runs: readonly PdfRun[];
  /** The roles of the tags of the page: H1, H2, P … */
  readonly roles: readonly string[];
}

export interface PdfFile {
  readonly pages: readonly PdfPage[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly isTagged: boolean;
}

/** Reads a PDF with a reader that had no part in making it. */
export async function readPdf(bytes: Uint8Array): Promise<PdfFile> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    await page.getOperatorList();
    const [, , width = 0, height = 0] = page.view;
    const runs = items.flatMap((item): readonly PdfRun[] => {
      if (!('str' in item) || item.str === '') return [];
      const font: unknown = page.commonObjs.get(item.fontName);
      const [x = 0, y = 0] = item.transform.slice(4).map(Number);
      const { name, missing } = fontOf(font);
      return [
        { text: item.str, x, y, width: item.width, height: item.height, font: name, embedded: !missing },
      ];
    });
    pages.push({ width, height, runs, roles: rolesOf(await page.getStructTree()) });
  }
  const marks: unknown = await document.getMarkInfo();
  const { info } = await document.getMetadata();
  return { pages, info: Object(info), isTagged: JSON.stringify(marks).includes('"Marked":true') };
}

function fontOf(font: unknown): { readonly name: string; readonly missing: boolean } {
  const { name, missingFile }: { name?: unknown; missingFile?: unknown } = Object(font);
  return { name: String(name).replace(/^[A-Z]{6}\+/u, ''), missing: missingFile !== false };
}

function rolesOf(node: unknown): readonly string[] {
  const { role, children }: { role?: unknown; children?: unknown } = Object(node);
  const below = Array.isArray(children) ? children.flatMap(rolesOf) : [];
  return typeof role === 'string' ? [role, ...below] : below;
}

/** The text of runs without white space. */
export function textOfRuns(runs: readonly PdfRun[]): string {
  return runs
    .map(({ text }) => text)
    .join('')
    .replaceAll(/\s/gu, '');
}

/** Runs by line, from the top of the page. */
export function linesOf(runs: readonly PdfRun[]): readonly (readonly PdfRun[])[] {
  const lines = Map.groupBy(
    runs.filter(({ text }) => text.trim() !== ''),
    ({ y }) => Math.round(y),
  );
  return [...lines].toSorted(([one], [other]) => other - one).map(([, line]) => line);
}
