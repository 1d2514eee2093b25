import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findLeaks } from '../../src/leaks/find-leaks.ts';

const linesOf = (text: string): readonly string[] =>
  findLeaks(text).map(({ code, masked }) => `${code} ${masked}`);

describe('nothing is found in', () => {
  test.each([
    ['a sentence about secrets', '严守国家秘密、商业秘密，不得泄露工作秘密。'],
    ['a lesson on secrecy', '会议传达学习了《中华人民共和国保守国家秘密法》，注意保密工作纪律。'],
    [
      'the title of another document',
      '审议《内部资料性出版物管理办法（征求意见稿）》和《云岭市规划（送审稿）》。',
    ],
    ['a draft named behind its title', '审议《云岭市公园管理办法》（送审稿）。'],
    ['limits and rights', '推动有限发展，无限发挥，权限发布。'],
    ['minors as a matter of policy', '加强未成年人保护，提高低保标准，完善残疾人康复服务。'],
    ['disclosure as a rule', '以公开为常态、不公开为例外。'],
    ['an amount written out', '总投资15000000000元，其中财政13812345678元。'],
    ['the address of a project', '县府街东路12号地块、人民路88号门诊楼改造。'],
    ['years and ranges', '2021 2022 2023 2024 2025，2025-2035年，1990-01-01 12:30。'],
    ['dates below each other', '2022-07-09\n2022-07-10\n2022-07-11\n2022-07-12'],
    ['an index number', '索引号 014184859/2025-00002、01418471X/2023-00009。'],
    ['document numbers', '云政发〔2024〕13号、云政办发〔2024〕138号。'],
    ['a fraction', '系数0.30000000000000004，3.1415926535897932。'],
    ['a hash', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  13812345678abcdef'],
    ['abbreviations of places', '沪GDP、苏A级景区、云A区。'],
    ['a mobile number of an office under gov.cn', '邮箱 bgs@yunling.gov.cn 办公室'],
    ['speed and urgency', '加急办理，特事特办，批示内容在内部网公开。'],
  ])('%s', (_, text) => {
    expect(linesOf(text)).toEqual([]);
  });

  test('the first 16 digits of a digest that is named as one, even where all of them are decimal', () => {
    const short = fc.stringMatching(/^(?:62|[3-6][0-9])[0-9]{14}$/);
    fc.assert(
      fc.property(short, fc.constantFrom('SHA-256 ', 'SHA-256：', 'sha256:'), (digits, name) => {
        expect(linesOf(`（原文${name}${digits}）`)).toEqual([]);
      }),
      { numRuns: 500 },
    );
    expect(linesOf('（原文SHA-256 4111111111111111）')).toEqual([]);
    expect(linesOf('（卡号 4111111111111111）')).toHaveLength(1);
    expect(linesOf('SHA-256 0123456789abcdef，卡号 4111111111111111')).toHaveLength(1);
  });

  test('any hash of 64 digits', () => {
    const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
    fc.assert(
      fc.property(hash, (text) => {
        expect(linesOf(`${text}  data/items.json\n`)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('the minutes that the repository publishes, and the invented ones that must pass', () => {
    const files = ['content/minutes/2022/013.md', 'tests/fixtures/import/taicang/source.txt'];
    expect(files.flatMap((file) => linesOf(readFileSync(file, 'utf8')))).toEqual([]);
  });
});

test('a number beside other numbers is found all the same', () => {
  expect(linesOf('2024 13812345678 2025')).toEqual(['leak/mobile 138****5678']);
  expect(linesOf('①13812345678②13912345678')).toEqual(['leak/mobile 138****5678', 'leak/mobile 139****5678']);
  expect(linesOf('tel13812345678')).toEqual(['leak/mobile 138****5678']);
});

test.each([
  '1 ',
  '1\n',
  '13',
  '秘 ',
  '★',
  '路1',
  '6228 ',
  '护照',
  '《',
  'a@',
  '京A',
  '住某路1号',
  '1\u200b',
  '１',
  '<b>1</b>',
])('takes time in proportion to the text (%j)', (unit) => {
  const started = process.cpuUsage();
  findLeaks(unit.repeat(100_000 / unit.length));
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(1500);
});
