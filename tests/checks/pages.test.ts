import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DIAGNOSTICS } from '../../src/minutes/diagnostics.ts';
import type { DiagnosticCode } from '../../src/minutes/diagnostics.ts';
import { pageOf } from '../../src/report/findings.ts';
import { findingsIn, settingsPathOf } from './examples.ts';

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

function codeBlock(text: string): { readonly language: string; readonly content: string } | null {
  const match = /^```(\w+)\n(.*?)\n```$/ms.exec(text);
  return match === null ? null : { language: match[1] ?? '', content: match[2] ?? '' };
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
    const example = codeBlock(part(page, '例子'));
    expect(example?.language).toBe(settingsPathOf(code) === undefined ? 'markdown' : 'yaml');
    const { diagnostics, report } = findingsIn(`${example?.content}\n`, settingsPathOf(code));
    expect(new Set(diagnostics.map((finding) => finding.code))).toEqual(new Set([code]));
    expect(codeBlock(part(page, '输出'))).toEqual({ language: 'text', content: report });
  });
});
