import { describe, expect, test } from 'vitest';
import { hasLuhnCheck } from '../../src/leaks/bank-card.ts';
import { findLeaks } from '../../src/leaks/find-leaks.ts';
import { hasCheckDigit } from '../../src/leaks/id-card.ts';
import { hasUsccCheck } from '../../src/leaks/uscc.ts';
import { DISGUISES } from './disguises.ts';

/** The published vectors, with what each must give. */
const VECTORS = [
  ['11010519491231002X', ['leak/id-card']],
  ['440524188001010014', ['leak/id-card']],
  ['320585199001010015', ['leak/id-card-doubtful']],
  ['6228480402564890018', ['leak/bank-card']],
  ['91350100M000100Y4Z', ['leak/uscc']],
  ['91310115MA1H8R7C6D', ['leak/uscc']],
  ['6222021234567890', []],
  ['91350100M000100Y43', []],
  ['11320000MB151840XJ', []],
  ['01418471X', []],
] as const;

/** One text for each row of the detector list; all people and numbers are invented. */
const ROWS = [
  ['110105491231002', 'leak/id-card-15'],
  ['13812345678', 'leak/mobile'],
  ['+86-13812345678', 'leak/mobile'],
  ['0999-6543210', 'leak/telephone'],
  ['shen.yan@example.com', 'leak/email'],
  ['护照号码：E12345678', 'leak/passport'],
  ['护照EA1234567', 'leak/passport'],
  ['港澳通行证C12345678', 'leak/passport'],
  ['台胞证12345678', 'leak/passport'],
  ['军字第2001234号', 'leak/passport'],
  ['云A·12345', 'leak/plate'],
  ['云AD12345', 'leak/plate'],
  ['家住府前街东路12号3幢501室', 'leak/address'],
  ['低保户张明，', 'leak/personal-situation'],
  ['绝密★长期', 'leak/secrecy-mark'],
  ['内部资料', 'leak/internal-mark'],
  ['注意保密', 'leak/internal-mark'],
  ['阅后即焚', 'leak/internal-mark'],
  ['工作秘密', 'leak/internal-mark'],
  ['会议纪要（讨论稿）', 'leak/draft-mark'],
  ['征求意见稿正在修改', 'leak/draft-word'],
  ['（此件不予公开）', 'disclosure/mark-mismatch'],
] as const;

const codesIn = (text: string): readonly string[] => findLeaks(text).map(({ code }) => code);
const inSentence = (text: string): string => `会议听取了情况，\n${text}\n。会议要求抓好落实。\n`;

describe('every published vector', () => {
  test.each(VECTORS)('%s is found or passed as it must be', (vector, codes) => {
    expect(codesIn(inSentence(vector))).toEqual(codes);
    expect(codesIn(`号码${vector}，已核`)).toEqual(codes);
  });

  test('is caught in all five disguises, and none that is valid by its check is', () => {
    const missed = VECTORS.flatMap(([vector, codes]) =>
      Object.entries(DISGUISES)
        .filter(([, disguise]) => codesIn(inSentence(disguise(vector))).join(' ') !== codes.join(' '))
        .map(([name]) => `${vector}, ${name}`),
    );
    expect(missed).toEqual([]);
  });

  test('has the check digit that is said of it', () => {
    expect(['11010519491231002X', '440524188001010014', '320585199001010015'].map(hasCheckDigit)).toEqual([
      true,
      true,
      false,
    ]);
    expect(['6228480402564890018', '6222021234567890'].map(hasLuhnCheck)).toEqual([true, false]);
    const codes = ['91350100M000100Y43', '11320000MB151840XJ', '91350100M000100Y4Z', '91310115MA1H8R7C6D'];
    expect(codes.map(hasUsccCheck)).toEqual([true, true, false, false]);
  });
});

describe('every row of the detector list', () => {
  test.each(ROWS)('%s is found', (text, code) => {
    expect(codesIn(inSentence(text))).toEqual([code]);
  });

  test('is caught in all five disguises', () => {
    const missed = ROWS.flatMap(([text, code]) =>
      Object.entries(DISGUISES)
        .filter(([, disguise]) => !codesIn(inSentence(disguise(text))).includes(code))
        .map(([name]) => `${text}, ${name}`),
    );
    expect(missed).toEqual([]);
  });
});

test('what is found is shown masked and leads back to the source', () => {
  const text =
    '身份证 １１０１０５ 19491231 002X，手机138-1234-5678，卡6228 4804 0256 4890 018，邮箱shenyan@example.com。';
  const leaks = findLeaks(text);
  expect(leaks.map(({ masked }) => masked)).toEqual([
    '110105************',
    '138****5678',
    '***************0018',
    's***@example.com',
  ]);
  expect(leaks.map(({ span }) => text.slice(span.start, span.end))).toEqual([
    '１１０１０５ 19491231 002X',
    '138-1234-5678',
    '6228 4804 0256 4890 018',
    'shenyan@example.com',
  ]);
  for (const { masked, value } of leaks) expect(masked).not.toContain(value);
});
