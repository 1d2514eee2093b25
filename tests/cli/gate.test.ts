import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reviewedDigest } from '../../src/minutes/reviewed-text.ts';
import { changed, FAULTLESS, REGISTRY } from '../checks/examples.ts';

/** A string for each thing that must not go out, of characters that stand nowhere else. */
const CANARIES = {
  waiting: '龘靐齉爩',
  draft: '麤鱻馫驫',
  withheld: '灥羴雥飍',
  secondWithheld: '犇骉鑫淼',
  reason: '焱垚晶磊',
  exception: '孨掱毳劦',
  reviewer: '卉轟姦蟲',
  closed: '贔鱻厵滎',
} as const;

/** How the draft is told from the others in a preview. */
const TITLE = '关于春季造林的情况汇报';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiyao-gate-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function put(path: string, text: string): void {
  const file = join(folder, 'content', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function build(...options: readonly string[]): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/build.ts', ...options], {
    encoding: 'utf8',
    env: {
      ...process.env,
      CONTENT_DIR: join(folder, 'content'),
      OUT_DIR: join(folder, 'site'),
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
    },
  });
  return { status, output: stdout + stderr };
}

/** Every file of the built site as text, packed ones opened, by path. */
function builtTexts(): ReadonlyMap<string, string> {
  const site = join(folder, 'site');
  const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [file.slice(site.length + 1), textOf(readFileSync(file))];
    }),
  );
}

function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return textOf(gunzipSync(bytes));
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3)
    return Object.entries(unzipSync(bytes))
      .map(([name, part]) => name + textOf(part))
      .join('\n');
  return new TextDecoder().decode(bytes) + new TextDecoder('utf-16le').decode(bytes);
}

/** Files that hold a canary or two of its characters side by side, as an index of pairs would. */
function filesWith(canary: string, texts: ReadonlyMap<string, string>): readonly string[] {
  const pairs = Array.from({ length: canary.length - 1 }, (_, at) => canary.slice(at, at + 2));
  return [...texts].filter(([, text]) => pairs.some((pair) => text.includes(pair))).map(([path]) => path);
}

const REVIEW = (source: string): string => `sha256: '${reviewedDigest(source)}'
basis: 条例第十九条，主动公开（${CANARIES.reviewer}）
rounds:
  - { round: 一审, role: 拟稿人, person: ${CANARIES.reviewer}, time: 2024-03-18 10:00, result: 通过 }
  - { round: 二审, role: 分管领导, person: 梁谷, time: 2024-03-18 16:00, result: 通过 }
  - { round: 三审, role: 主要领导, person: 程越, time: 2024-03-19 09:00, result: 通过, notes: ${CANARIES.reviewer} }
secrecy: { person: 陶然, time: 2024-03-19 15:00, result: 通过 }
`;

/** A city (虚构) in which each thing that must not go out stands once. */
function putCity(): void {
  put('bureaus.yaml', REGISTRY);
  const withheld = changed(
    '## 二、听取',
    `:::withhold{reason="涉及商业秘密" basis="条例第十五条"}\n市城管局与${CANARIES.withheld}公司谈判的底价。\n\n## ${CANARIES.secondWithheld}\n:::\n\n## 二、听取`,
  )
    .replace('published:', `disclosureReason: ${CANARIES.reason}同意公开\npublished:`)
    .replace('合理布局', '合理布局，热线13812345678照常受理');
  put('minutes/2024/001.md', withheld);
  put('reviews/2024/001.yaml', REVIEW(withheld));
  put(
    'leak-exceptions.yaml',
    `- { file: minutes/2024/001.md, rule: leak/mobile, value: 138****5678, reason: ${CANARIES.exception}热线, reviewer: ${CANARIES.exception}, date: 2024-03-19 }\n`,
  );
  const later = FAULTLESS.replace('第5次', '第6次').replace('第3号', '第4号');
  put(
    'minutes/2024/002.md',
    later.replace('2024-03-20 09:00', '2999-01-01 09:00').replace('抓住时节', `抓住${CANARIES.waiting}`),
  );
  const draft = later
    .replace('第6次', '第7次')
    .replace('第4号', '第5号')
    .replace(/^---[^]*?---\n/u, '');
  put('drafts/2024/003.md', draft.replace('抓住时节', `抓住${CANARIES.draft}`));
}

describe('what must not go out', { timeout: 120_000 }, () => {
  test('is in no byte of a build: what waits, drafts, withheld passages, exceptions, reviews, reasons', () => {
    putCity();
    const { status, output } = build();
    expect(output).toContain('1 份纪要待 2999-01-01 09:00 发布');
    expect(output).toContain('1 份纪要，2 项议题');
    expect(status).toBe(0);
    const texts = builtTexts();
    const found = Object.values(CANARIES).flatMap((canary) => filesWith(canary, texts));
    expect(found).toEqual([]);
    expect([...texts.keys()].filter((path) => /2024\/00[23]|drafts|reviews|exceptions/u.test(path))).toEqual(
      [],
    );
    for (const path of ['minutes/2024/001/index.html', 'minutes/2024/001/minutes.md'])
      expect(texts.get(path)).toContain('涉及商业秘密');
    expect(texts.get('minutes/2024/001/index.html')).toContain('此处按条例第十五条不予公开：涉及商业秘密');
    expect(texts.get('minutes/2024/001/index.html')).toContain('本件为删减后公开版本');
    expect(texts.get('minutes/2024/001/index.html')).toContain('13812345678');
    expect(output).not.toContain('13812345678');
  });

  test('shows in a preview as far as it may be published one day, each page marked', () => {
    putCity();
    const { status, output } = build('--preview');
    expect(output).toContain('3 份纪要，');
    expect(status).toBe(0);
    const texts = builtTexts();
    for (const canary of [CANARIES.waiting, CANARIES.draft]) expect(filesWith(canary, texts)).not.toEqual([]);
    const { waiting: _, draft: __, ...never } = CANARIES;
    expect(Object.values(never).flatMap((canary) => filesWith(canary, texts))).toEqual([]);
    const pages = [...texts].filter(([path]) => path.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(5);
    for (const [, page] of pages) {
      expect(page).toContain('草稿预览');
      expect(page).toMatch(/<meta name="robots" content="noindex/u);
    }
    expect(texts.get('minutes/2024/003/index.html')).toContain(TITLE);
  });

  test.each([
    ['依申请公开', (text: string) => text.replace('主动公开', '依申请公开')],
    ['a mark in the text', (text: string) => text.replace('此件公开发布', '此件不予公开')],
    ['an identity number', (text: string) => text.replace('合理布局', '合理布局，11010519491231002X')],
    [
      'an unclosed passage',
      (text: string) => text.replace('## 二、', ':::withhold{reason="甲" basis="乙"}\n## 二、'),
    ],
  ])('makes a build write nothing: %s', (_, spoil) => {
    put('bureaus.yaml', REGISTRY);
    put('minutes/2024/001.md', spoil(changed('科学规划', `科学${CANARIES.closed}`)));
    const { status, output } = build();
    expect(status).toBe(1);
    expect(existsSync(join(folder, 'site'))).toBe(false);
    expect(output).not.toContain('11010519491231002X');
    expect(readdirSync(folder)).toEqual(['content']);
  });

  test('is looked for once more in the built site, where it may come from elsewhere', () => {
    put('bureaus.yaml', REGISTRY);
    put('minutes/2024/001.md', FAULTLESS);
    put('site.yaml', 'mode: demo\n"name": "云岭站 1381\\x323456\\x378"\n');
    const { status, output } = build();
    expect(status).toBe(1);
    expect(output).toContain('138****5678');
    expect(output).toContain('建成的站点');
    expect(existsSync(join(folder, 'site'))).toBe(false);
  });
});
