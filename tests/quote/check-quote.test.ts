import { describe, expect, test } from 'vitest';
import type { ChangedSentence } from '../../src/quote/changed-sentence.ts';
import { checkQuote, sentencesOf, type FindPlaces } from '../../src/quote/check-quote.ts';
import { normalise } from '../../src/search/normalise.ts';

const TEXT = '会议听取了市水利局的汇报。会议原则同意该《办法》，以市政府办名义印发。';
const CHANGE: ChangedSentence = {
  path: 'minutes/2024/003/',
  versionPath: 'minutes/2024/003/v1/',
  title: '市政府第3次常务会议',
  changed: '2024-03-21 09:00',
  kind: '更正',
  before: '会议原则同意该《办法》，以市政府名义印发。',
  after: '会议原则同意该《办法》，以市政府办名义印发。',
  pieces: [],
};
const find: FindPlaces = (text) => {
  const total = normalise(TEXT).includes(text) ? 1 : 0;
  return Promise.resolve({
    total,
    places: total === 0 ? [] : [{ path: 'minutes/2024/003/#item-1', title: '第3次' }],
  });
};

async function kindsOf(quotation: string): Promise<readonly string[]> {
  return (await checkQuote(quotation, [CHANGE], find)).map(({ kind }) => kind);
}

describe('a quotation', () => {
  test('is cut into sentences, without the marks of who quotes', () => {
    expect(sentencesOf('据报道，“会议同意。”\n\n> 会议要求抓紧落实……')).toEqual([
      '据报道，“会议同意。”',
      '会议要求抓紧落实',
    ]);
    expect(sentencesOf(' \n。。')).toEqual([]);
  });

  test('is told apart sentence by sentence', async () => {
    expect(
      await kindsOf(
        '会议听取了市水利局的汇报。会议原则同意该《办法》，以市政府名义印发。会议决定全部拆除重建。',
      ),
    ).toEqual(['verbatim', 'changed', 'unknown']);
  });

  test('counts as verbatim in other widths, spaces and quotation marks, and in part', async () => {
    expect(await kindsOf('“会议原则同意该 《办法》,以市政府办名义印发”')).toEqual(['verbatim']);
    expect(await kindsOf('以市政府办名义印发！')).toEqual(['verbatim']);
  });

  test('of a few characters says nothing', async () => {
    expect(await kindsOf('会议同意。')).toEqual(['short']);
  });
});
