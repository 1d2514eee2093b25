import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPublication } from '../../src/checks/publication.ts';
import { importBytes } from '../../src/importers/import.ts';
import { ImportError } from '../../src/importers/import-error.ts';
import { EMPTY_LEXICON } from '../../src/minutes/lexicon.ts';
import { parseMinutes } from '../../src/minutes/parse.ts';
import { formatReport } from '../../src/report/text.ts';
import { normalise, normaliseWithOffsets } from '../../src/search/normalise.ts';
import { parseQuery } from '../../src/search/query.ts';
import { FAULTLESS, LISTS, NOW, REGISTRY } from '../checks/examples.ts';
import { docxFile, paragraph } from '../importers/docx-file.ts';
import { pdfFile } from '../importers/pdf-file.ts';
import { anyMinutes, damaged, fuzz, PATIENCE } from './fuzz.ts';

const TEXT = FAULTLESS.replace(/^---[^]*?---\n+/u, '').replaceAll('## ', '');
const registry = { path: 'content/bureaus.yaml', source: REGISTRY };
const lists = LISTS.map(([name, source]) => ({ path: `content/lists/${name}`, source }));

describe('whatever is given', { timeout: PATIENCE }, () => {
  test('the parser reads it, and every span lies in the text, in order', async () => {
    await fuzz(
      fc.asyncProperty(anyMinutes, (source) => {
        const { minutes } = parseMinutes(source, 'content/minutes/2024/001.md', EMPTY_LEXICON);
        const spans = [...minutes.blocks.map(({ span }) => span), ...minutes.items.map(({ span }) => span)];
        const within = ({ start, end }: { start: number; end: number }): boolean =>
          start >= 0 && start <= end && end <= minutes.text.length;
        expect(spans.filter((span) => !within(span))).toEqual([]);
        const starts = minutes.items.map(({ span }) => span.start);
        expect(starts).toEqual(starts.toSorted((one, other) => one - other));
        return Promise.resolve();
      }),
    );
  });

  test('the check judges it, at places that the file has, and the report can be printed', async () => {
    await fuzz(
      fc.asyncProperty(anyMinutes, (source) => {
        const path = 'content/minutes/2024/001.md';
        const { diagnostics, sources } = checkPublication(
          {
            minutes: [{ path, id: '2024/001', source }],
            registry,
            lists,
            site: null,
            whole: true,
            diagnostics: [],
          },
          NOW,
        );
        const lines = source.split(/\r\n|\n|\r/u).length;
        const astray = diagnostics.filter(
          ({ place }) =>
            place.kind !== 'unknown' && (place.line < 1 || place.line > lines || place.column < 1),
        );
        expect(astray).toEqual([]);
        expect(formatReport(diagnostics, sources)).toContain('共检查');
        return Promise.resolve();
      }),
    );
  });

  test('the import takes a text or says why not', async () => {
    await fuzz(
      fc.asyncProperty(anyMinutes, fc.constantFrom('a.txt', 'a.md', 'a.html'), async (source, name) => {
        expect(await outcomeOf(new TextEncoder().encode(source), name)).toMatch(/^(?:read|refused)$/u);
      }),
    );
  });

  test('the import takes bytes or says why not', async () => {
    const head = fc.constantFrom(
      '',
      '%PDF-1.7\n',
      'PK\u0003\u0004',
      '\u00d0\u00cf\u0011\u00e0',
      '\u00ff\u00fe',
      '<html>',
    );
    const name = fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.docx', 'a.pdf', 'a.doc', 'a', 'a.ofd');
    await fuzz(
      fc.asyncProperty(head, fc.uint8Array({ maxLength: 300 }), name, async (start, bytes, fileName) => {
        const file = Buffer.concat([Buffer.from(start, 'latin1'), bytes]);
        expect(await outcomeOf(file, fileName)).toMatch(/^(?:read|refused)$/u);
      }),
    );
  });

  test.each([
    [
      'a.docx',
      docxFile({
        body: TEXT.split('\n')
          .map((line) => paragraph(line))
          .join(''),
      }),
    ],
    ['a.pdf', pdfFile([TEXT.split('\n').map((line, at) => ({ text: line, x: 80, y: 780 - at * 20 }))])],
    [
      'a.html',
      new TextEncoder().encode(
        `<html><body><div class="article"><p>${TEXT.replaceAll('\n\n', '</p><p>')}</p></div></body></html>`,
      ),
    ],
  ])('the import takes a damaged %s or says why not', async (fileName, bytes) => {
    await fuzz(
      fc.asyncProperty(damaged(bytes), async (file) => {
        expect(await outcomeOf(file, fileName)).toMatch(/^(?:read|refused)$/u);
      }),
    );
  });

  test('the search normalises it once for all, and every character leads back', async () => {
    await fuzz(
      fc.asyncProperty(fc.oneof(anyMinutes, fc.string({ unit: 'binary' })), (text) => {
        const { text: normal, starts, ends } = normaliseWithOffsets(text);
        expect(normal).toBe(normalise(text));
        expect(normalise(normal)).toBe(normal);
        expect([starts.length, ends.length]).toEqual([normal.length, normal.length]);
        expect(starts.every((start, at) => start >= (starts[at - 1] ?? 0) && start <= (ends[at] ?? -1))).toBe(
          true,
        );
        expect(ends.every((end) => end <= text.length)).toBe(true);
        expect(() => parseQuery(text, { shortest: 2 })).not.toThrow();
        return Promise.resolve();
      }),
    );
  });
});

async function outcomeOf(bytes: Uint8Array, fileName: string): Promise<string> {
  try {
    await importBytes(bytes, fileName);
    return 'read';
  } catch (error) {
    return error instanceof ImportError ? 'refused' : String(error instanceof Error ? error.stack : error);
  }
}
