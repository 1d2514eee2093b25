import { describe, expect, test } from 'vitest';
import { removeControlCharacters } from '../../../src/importers/repair/control-characters.ts';
import { trimLineEdges } from '../../../src/importers/repair/line-edges.ts';
import { listOddCharacters } from '../../../src/importers/repair/odd-characters.ts';
import { dropPageMarks } from '../../../src/importers/repair/page-marks.ts';
import { doubtfulLines, repairText } from '../source.ts';

describe('removeControlCharacters', () => {
  test('takes out control and invisible characters, but not the joiners of minority scripts', () => {
    const { text, changes } = repairText(
      removeControlCharacters,
      '会议\u0000纪要\u0001\n\u200b第8号\ufeff\nئۇ\u200dيغۇر',
    );
    expect(text).toBe('会议纪要\n第8号\nئۇ\u200dيغۇر');
    expect(changes.map(({ place, before }) => [place.line, before])).toEqual([
      [1, '会议□纪要□'],
      [1, '会议□纪要□'],
      [2, '\u200b第8号\ufeff'],
      [2, '\u200b第8号\ufeff'],
    ]);
  });
});

describe('trimLineEdges', () => {
  test('takes out white space at both ends and nothing inside', () => {
    expect(repairText(trimLineEdges, '　　会议 强调　\n  第8号').text).toBe('会议 强调\n第8号');
  });
});

describe('dropPageMarks', () => {
  test.for(['— 3 —', '—   —', '- 12 -', '－3－', '第 3 页', '第3页 共 5 页', '3 / 5'])(
    'drops “%s”',
    (mark) => {
      const { text, changes } = repairText(dropPageMarks, `会议\n${mark}\n强调`);
      expect([text, changes.map(({ place, before }) => [place.line, before])]).toEqual([
        '会议\n强调',
        [[2, mark]],
      ]);
    },
  );

  test.for(['3', '—', '一', '2031年', '第三页有误', '3.5'])('keeps “%s”', (line) => {
    expect(repairText(dropPageMarks, `会议\n${line}\n强调`).text).toBe(`会议\n${line}\n强调`);
  });

  test('drops bare numbers that count up through the text, as doubts', () => {
    const pages = [1, 2, 3].map((number) => `${'会议强调要抓好落实\n'.repeat(6)}${number}`).join('\n');
    const repaired = repairText(dropPageMarks, pages);
    expect(repaired.text).not.toMatch(/\d/);
    expect(doubtfulLines(repaired)).toEqual([7, 14, 21]);
  });

  test('keeps a column of numbers', () => {
    expect(repairText(dropPageMarks, '序号\n1\n2\n3').text).toBe('序号\n1\n2\n3');
  });
});

describe('listOddCharacters', () => {
  test('lists unknown glyphs and mixed brackets, and changes nothing', () => {
    const repaired = repairText(listOddCharacters, '《方案（试行)》\n由\ue001局负责\n正常（一）');
    expect(repaired.text).toBe('《方案（试行)》\n由\ue001局负责\n正常（一）');
    expect(doubtfulLines(repaired)).toEqual([1, 2]);
  });
});
