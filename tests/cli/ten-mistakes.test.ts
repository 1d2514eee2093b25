import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LISTS, REGISTRY } from '../checks/examples.ts';

/** Ten mistakes of ten kinds, each with the line it is made on. */
const MISTAKES = `---
disclosure: 公开
published: 2024-3-20 9:00
titel: 纪要
---

# 云岭市人民政府常务会议纪要

第3号

2024年3月15日上午，林远市长主持召开市政府第5次常务会议，审议《云岭市公园管理办法》，听取《关于春季造林的情况汇报》，纪要如下：

## 一、审议《云岭市公园管理办法》

会议听取并审议了市城管局关于《云岭市公园管理办法起草情况的汇报。会议原则同意该《办法》，会后由市城管局修改完善，以市政府名义印发。

会议强调，人民至上、生命致上，联系人手机13812345678。依据云政发[2024]08号执行。

## 三、听取《关于春季造林的情况汇报》

会议听取了市林业局关于春季造林的情况汇报。会议要求，（一）要抓住时节。（三）要保证成活，不得焚烧秸杆。

会议要求，〔待填〕。

（此件公开发布）
`;

const EXPECTED = [
  [2, 'front-matter/invalid-value'],
  [3, 'front-matter/invalid-value'],
  [4, 'front-matter/unknown-field'],
  [15, 'marks/unpaired'],
  [17, 'phrases/miswritten'],
  [17, 'leak/mobile'],
  [17, 'document-number/form'],
  [19, 'items/number-gap'],
  [21, 'points/number-gap'],
  [23, 'body/to-fill'],
] as const;

let dir: string;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'jiyao-ten-'));
  mkdirSync(join(dir, 'minutes/2024'), { recursive: true });
  mkdirSync(join(dir, 'lists'));
  cpSync('content/holidays.yaml', join(dir, 'holidays.yaml'));
  writeFileSync(join(dir, 'bureaus.yaml'), REGISTRY);
  for (const [name, source] of LISTS) writeFileSync(join(dir, 'lists', name), source);
  writeFileSync(join(dir, 'minutes/2024/001.md'), MISTAKES);
});

afterAll(() => {
  rmSync(dir, { recursive: true });
});

test('a clerk who makes ten mistakes in one file sees ten findings with line and fix in one run', () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['src/cli/check.ts', join(dir, 'minutes/2024/001.md')],
    { encoding: 'utf8', env: { ...process.env, CONTENT_DIR: dir } },
  );
  expect(status).toBe(1);
  const findings = stdout.split('\n\n').flatMap((part) => {
    const [, line, severity, code] = /001\.md:(\d+):\d+ (错误|提醒) .*\[(\S+)\]/u.exec(part) ?? [];
    return line === undefined ? [] : [{ line: Number(line), severity, code, part }];
  });
  const errors = findings.filter(({ severity }) => severity === '错误');
  expect(
    errors.map(({ line, code }) => [line, code]).toSorted(([one], [other]) => Number(one) - Number(other)),
  ).toEqual(EXPECTED);
  // The words that are often mistaken only remind.
  expect(findings.map(({ code }) => code)).toContain('words/mistaken');
  for (const { part, code } of findings) {
    expect(part).toMatch(/\n {2}改法：\S/u);
    expect(part).toContain(`\n  说明：docs/checks/${String(code).replace('/', '-')}.md`);
  }
  expect(stdout).not.toContain('13812345678');
});
