import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { decisionsLists } from '../../src/exporters/decisions-list.ts';
import { filesOf } from '../../src/exporters/export.ts';
import { meetingName } from '../../src/minutes/plain-text.ts';
import { CITIES } from './cities.ts';

describe.each(CITIES)('the register of $name as a table', ({ corpus, site }) => {
  const files = [...filesOf(decisionsLists, corpus, site)];

  test('has one file a year, with a row for every decision, or for each document of one', () => {
    expect(files.map(({ path }) => path)).toEqual(
      [...corpus.byYear]
        .filter(([, minutes]) =>
          minutes.some(({ items }) => items.some(({ decisions }) => decisions.length > 0)),
        )
        .map(([year]) => `decisions/${year}/decisions.csv`),
    );
    for (const { path, content } of files) {
      const { data, errors } = Papa.parse<Record<string, string>>(
        String(content).replaceAll(/^\uFEFF|\r\n$/gu, ''),
        { header: true, newline: '\r\n' },
      );
      expect(errors).toEqual([]);
      const expected = (corpus.byYear.get(path.split('/')[1] ?? '') ?? []).flatMap((minutes) =>
        minutes.items.flatMap(({ decisions }) =>
          decisions.map(({ outcome, issuedInNameOf }) => [
            meetingName(minutes),
            outcome,
            issuedInNameOf?.text ?? '',
          ]),
        ),
      );
      expect(data.map((row) => [row['会议'], row['结果'], row['印发名义']])).toEqual(
        expect.arrayContaining(expected),
      );
      expect(data.filter((row) => row['正式文件'] === '已印发' && row['印发日期'] === '')).toEqual([]);
      expect(data.filter((row) => row['正式文件'] !== '已印发' && row['印发日期'] !== '')).toEqual([]);
    }
  });
});
