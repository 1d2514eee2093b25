import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/minutes/diagnostics.ts';
import { formatGitlab } from '../../src/report/gitlab.ts';
import { formatSarif } from '../../src/report/sarif.ts';

const FINDINGS: readonly Diagnostic[] = [
  {
    code: 'words/mistaken',
    message: '“秸杆”疑似“秸秆”之误',
    hint: '对照原件改正',
    path: 'content/minutes/2024/第 1 号.md',
    place: { kind: 'source', line: 12, column: 5, length: 2 },
    replacement: '秸秆',
  },
  {
    code: 'file/bad-path',
    message: '位置不合规定',
    hint: '移出去',
    path: 'content/minutes/a.txt',
    place: { kind: 'unknown' },
  },
];

describe('SARIF', () => {
  const log: unknown = JSON.parse(formatSarif(FINDINGS));

  test('has the form of version 2.1.0', () => {
    expect(log).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          columnKind: 'utf16CodeUnits',
          tool: {
            driver: {
              name: 'jiyao',
              rules: [
                { id: 'file/bad-path', defaultConfiguration: { level: 'error' } },
                { id: 'words/mistaken', defaultConfiguration: { level: 'warning' } },
              ],
            },
          },
        },
      ],
    });
  });

  test('gives each result its place, its rule and what could stand there', () => {
    const region = { startLine: 12, startColumn: 5, endColumn: 7 };
    const artifactLocation = { uri: 'content/minutes/2024/%E7%AC%AC%201%20%E5%8F%B7.md' };
    expect(log).toMatchObject({
      runs: [
        {
          results: [
            {
              ruleId: 'words/mistaken',
              ruleIndex: 1,
              level: 'warning',
              message: { text: '“秸杆”疑似“秸秆”之误。改法：对照原件改正' },
              locations: [{ physicalLocation: { artifactLocation, region } }],
              fixes: [
                {
                  artifactChanges: [
                    {
                      artifactLocation,
                      replacements: [{ deletedRegion: region, insertedContent: { text: '秸秆' } }],
                    },
                  ],
                },
              ],
            },
            { ruleId: 'file/bad-path', ruleIndex: 0, level: 'error' },
          ],
        },
      ],
    });
  });

  test('says nothing of a place that isn’t known', () => {
    expect(formatSarif(FINDINGS.slice(1))).not.toContain('region');
  });

  test('is a whole log when nothing was found', () => {
    expect(JSON.parse(formatSarif([]))).toMatchObject({ runs: [{ results: [] }] });
  });
});

describe('the report for GitLab', () => {
  test('has what GitLab asks of each finding', () => {
    expect(JSON.parse(formatGitlab(FINDINGS))).toEqual([
      {
        description: '易错词：“秸杆”疑似“秸秆”之误。改法：对照原件改正',
        check_name: 'words/mistaken',
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
        severity: 'minor',
        location: { path: 'content/minutes/2024/第 1 号.md', lines: { begin: 12 } },
      },
      expect.objectContaining({
        severity: 'major',
        location: { path: 'content/minutes/a.txt', lines: { begin: 1 } },
      }),
    ]);
  });

  test('keeps a fingerprint when lines move, and tells equal findings apart', () => {
    const at = (line: number): Diagnostic => ({
      code: 'words/mistaken',
      message: '“秸杆”疑似“秸秆”之误',
      hint: '对照原件改正',
      path: 'a.md',
      place: { kind: 'source', line, column: 1, length: 1 },
    });
    const prints = (...lines: readonly number[]): readonly string[] =>
      formatGitlab(lines.map(at)).match(/"fingerprint": "\w+"/g) ?? [];
    expect(prints(3, 9)).toEqual(prints(5, 20));
    expect(new Set(prints(3, 9)).size).toBe(2);
  });
});
