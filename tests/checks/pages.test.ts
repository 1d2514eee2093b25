import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DIAGNOSTICS } from '../../src/minutes/diagnostics.ts';
import type { DiagnosticCode } from '../../src/minutes/diagnostics.ts';
import { pageOf } from '../../src/report/findings.ts';
import { archiveLanguageOf, findingsInArchive } from './archive-examples.ts';
import { findingsAmong, findingsIn, policyFor, settingsPathOf } from './examples.ts';

const CODES = Object.keys(DIAGNOSTICS).filter((code): code is DiagnosticCode => code in DIAGNOSTICS);
const PARTS = ['含义', '原因', '例子', '输出', '改法'];

function read(code: DiagnosticCode): string {
  return readFileSync(pageOf(code), 'utf8');
}

/** The text of a part of a page, up to the next heading outside a code block. */
function part(page: string, name: string): string {
  return (
    new RegExp(`^## ${name}\n\n(.*?)(?=\n## (?:${PARTS.join('|')})\n|$(?![\n]))`, 'ms').exec(page)?.[1] ?? ''
  );
}

interface CodeBlock {
  readonly language: string;
  readonly content: string;
}

function codeBlocks(text: string): readonly CodeBlock[] {
  return Array.from(text.matchAll(/^```(\w+)\n(.*?)\n```$/gms), ([, language = '', content = '']) => ({
    language,
    content,
  }));
}

/** What the example of a page gives; several files are the whole of a content folder. */
function findingsOf(code: DiagnosticCode, examples: readonly CodeBlock[]): ReturnType<typeof findingsIn> {
  const sources = examples.map(({ content }) => `${content}\n`);
  const inArchive = findingsInArchive(code, sources[0] ?? '');
  if (inArchive !== null) return inArchive;
  return sources.length > 1
    ? findingsAmong(sources)
    : findingsIn(sources[0] ?? '', settingsPathOf(code), policyFor(code));
}

test('every code has a page and every page a code', () => {
  const pages = readdirSync('docs/checks').map((name) => `docs/checks/${name}`);
  expect(pages.toSorted()).toEqual(CODES.map(pageOf).toSorted());
});

describe.each(CODES)('the page of %s', (code) => {
  const page = read(code);

  test('has the one form', () => {
    const headings = page.match(/^#{1,2} (?:[^\n]+（\S+）|含义|原因|例子|输出|改法)$/gm);
    expect(headings).toEqual([
      `# ${DIAGNOSTICS[code].title}（${code}）`,
      ...PARTS.map((name) => `## ${name}`),
    ]);
    expect(PARTS.filter((name) => part(page, name).trim() === '')).toEqual([]);
  });
});

// A file's name and bytes can't stand in a Markdown page; tests/files has these codes.
describe.each(CODES.filter((code) => !code.startsWith('file/')))('the page of %s', (code) => {
  const page = read(code);

  test('shows exactly what its example gives', () => {
    const examples = codeBlocks(part(page, '例子'));
    const language = archiveLanguageOf(code) ?? (settingsPathOf(code) === undefined ? 'markdown' : 'yaml');
    expect(new Set(examples.map((example) => example.language))).toEqual(new Set([language]));
    const { diagnostics, report } = findingsOf(code, examples);
    expect(new Set(diagnostics.map((finding) => finding.code))).toEqual(new Set([code]));
    expect(codeBlocks(part(page, '输出'))).toEqual([{ language: 'text', content: report }]);
  });
});
