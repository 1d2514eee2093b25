import { describe, expect, test } from 'vitest';
import { changed, findingLines } from './examples.ts';

describe('the rule about broken paragraphs', () => {
  test('points at the end of a paragraph that is cut within a sentence', () => {
    expect(findingLines(changed('根据会议讨论情况修改', '根据会议\n\n讨论情况修改'))).toEqual([
      'body/broken-paragraph @市城管局根据会议: 这一段到“市城管局根据会议”为止，没有说完',
    ]);
  });

  test.each(['，', '、', '”', '》', '的'])('takes “%s” for no end of a paragraph', (end) => {
    expect(findingLines(changed('要保证成活。', `要保证成活${end}`), 'body/')).toHaveLength(1);
  });

  test.each(['。', '！', '？', '；', '：', '……', '。”', '！）', '。’”', '。（略）'])(
    'takes “%s” for an end',
    (end) => {
      expect(findingLines(changed('要保证成活。', `要保证成活${end}`), 'body/')).toEqual([]);
    },
  );

  test('reports a list of names that ends with a comma', () => {
    expect(findingLines(changed('市应急局吴海，', '市应急局吴海，\n\n'))).toContain(
      'body/broken-paragraph @：市应急局吴海，: 这一段到“：市应急局吴海，”为止，没有说完',
    );
  });
});
