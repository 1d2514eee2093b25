import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { beginDocument } from '../../src/cli/new-document.ts';
import type { Answers } from '../../src/cli/questions.ts';
import { TO_FILL } from '../../src/checks/to-fill.ts';
import { writeSkeleton } from '../../src/cli/skeleton.ts';
import { EMPTY_LEXICON } from '../../src/minutes/lexicon.ts';
import { parseMinutes } from '../../src/minutes/parse.ts';

const TITLE = '云岭市人民政府（虚构）/常务会议纪要';
const GIVEN: Answers = { held: '2026-11-20', number: '13', session: '9', title: TITLE, items: '2' };

/** Begins a document with answers in order; gives what was asked, said and written. */
async function begin(
  answers: readonly string[],
  { given = {}, existing = '' }: { given?: Answers; existing?: string } = {},
) {
  const asked: string[] = [];
  const written = new Map<string, string>();
  const rest = [...answers];
  const lines = await beginDocument(
    { given, contentDir: 'content', draft: false, today: '2026-11-23' },
    {
      ask: (question) => {
        asked.push(question);
        return Promise.resolve(rest.shift() ?? null);
      },
      create: (path, text) => {
        if (path === existing) return Promise.resolve(false);
        written.set(path, text);
        return Promise.resolve(true);
      },
    },
  );
  return { asked, lines, written };
}

describe('beginning new minutes', () => {
  test('asks six questions and writes the file of that number', async () => {
    const { asked, lines, written } = await begin(['2026-11-20', '', '13', '9', TITLE, '2']);
    expect(asked).toHaveLength(6);
    expect(asked[1]).toBe('编在哪一年 [2026]：');
    expect([...written]).toEqual([
      [
        'content/minutes/2026/013.md',
        `---
disclosure:
published:
---

# 云岭市人民政府（虚构） 常务会议纪要

第13号

2026年11月20日，〔待填〕主持召开第9次会议，审议〔待填〕，纪要如下：

## 一、〔待填〕

〔待填〕

## 二、〔待填〕

〔待填〕
`,
      ],
    ]);
    expect(lines.at(-1)).toBe('npm run check -- content/minutes/2026/013.md');
  });

  test('asks again, with the form, until the answer is right', async () => {
    const { held: _, ...given } = GIVEN;
    const answers = ['11月20日', '2026-11-31', '2027-01-01', '2026-11-20', ''];
    const { asked, written } = await begin(answers, { given });
    expect(asked).toHaveLength(5);
    expect(asked[1]).toContain('写成 年-月-日，如 2026-11-20，不能晚于今天\n');
    expect([...written.keys()]).toEqual(['content/minutes/2026/013.md']);
  });

  test('takes the session for the name where there is no number', async () => {
    const { written } = await begin([], { given: { ...GIVEN, number: '0' } });
    expect([...written.keys()]).toEqual(['content/minutes/2026/cwh-009.md']);
  });

  test('wants one of the two', async () => {
    await expect(begin([], { given: { ...GIVEN, number: '0', session: '0' } })).rejects.toMatchObject({
      message: '“0”不能作为 --session',
      hint: '没有编号的必须写第几次，1 到 999',
    });
  });

  test('never overwrites a file', async () => {
    const existing = 'content/minutes/2026/013.md';
    await expect(begin([], { given: GIVEN, existing })).rejects.toThrow(`“${existing}”已经存在，没有改动`);
  });
});

describe('the skeleton', () => {
  test.for([0, 1, 10, 11, 20, 32, 99])('of %i items is read as so many, in order, without a gap', (items) => {
    const source = writeSkeleton({
      year: 2026,
      number: 13,
      session: 9,
      held: '2026-11-20',
      title: ['云岭市人民政府常务会议纪要'],
      items,
    });
    const { minutes, diagnostics } = parseMinutes(source, 'content/minutes/2026/013.md', EMPTY_LEXICON);
    expect(minutes.items.map(({ order }) => order)).toEqual(Array.from({ length: items }, (_, at) => at + 1));
    expect(minutes.head.held?.value).toBe('2026-11-20');
    expect(minutes.head.number?.value).toBe('第13号');
    expect(source.split(TO_FILL)).toHaveLength(1 + 2 + Math.max(1, items * 2));
    // It can't be published as it is.
    expect(diagnostics.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['front-matter/missing-disclosure', 'front-matter/missing-published']),
    );
  });
});

describe('the new command', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'jiyao-new-'));
  });
  afterEach(() => {
    rmSync(dir, { recursive: true });
  });

  function run(options: readonly string[], input = '') {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/new.ts', ...options], {
      encoding: 'utf8',
      env: { ...process.env, CONTENT_DIR: dir },
      input,
    });
    return { status, stdout, stderr };
  }

  test('writes a file from piped answers, and refuses to do so twice', () => {
    const answers = `2026-11-20\n\n13\n9\n${TITLE}\n2\n`;
    expect(run([], answers).status).toBe(0);
    const before = readFileSync(join(dir, 'minutes/2026/013.md'), 'utf8');
    const { status, stderr } = run([], answers);
    expect(status).toBe(2);
    expect(stderr).toContain('已经存在，没有改动');
    expect(readFileSync(join(dir, 'minutes/2026/013.md'), 'utf8')).toBe(before);
  });

  test('needs no answer when the options give them, and begins drafts', () => {
    const options = Object.entries(GIVEN).flatMap(([name, value]) => [`--${name}`, value]);
    expect(run([...options, '--draft']).status).toBe(0);
    expect(readFileSync(join(dir, 'drafts/2026/013.md'), 'utf8')).toContain('## 二、');
  });

  test('says which answer is missing when nobody is there', () => {
    expect(run(['--held', '2026-11-20']).stderr).toContain('没有写 --number');
    expect(run(['--unknown'])).toMatchObject({
      status: 2,
      stderr: '选项不认识；用 npm run new -- --help 看用法\n',
    });
  });
});
