import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCollection } from '../../src/checks/collection.ts';
import { checkMinutes } from '../../src/checks/run.ts';
import { beijingMinute } from '../../src/minutes/beijing-minute.ts';
import { readContent } from '../../src/files/content.ts';
import { EMPTY_REGISTRY } from '../../src/corpus/registry.ts';
import { severityOf } from '../../src/minutes/diagnostics.ts';
import { parseMinutes } from '../../src/minutes/parse.ts';
import { FAULTLESS, findingsIn, NOW, REGISTRY } from './examples.ts';

describe('checking', () => {
  test('finds ten mistakes of one file in one run, each with line and fix', () => {
    const source = FAULTLESS.replace('主动公开', '不予公开')
      .replace('2024-03-20', '2034-03-20')
      .replace('## 二、', '## 三、')
      .replace('（二）要精心', '（三）要精\u200b心')
      .replace('密切配合。', '密切配合。<br>')
      .replace('要保证成活。', '要保证')
      .replace('2024年3月16日', '2024年3月14日')
      .replace('办法》，听取', '办法》《云岭市绿道方案》，听取')
      .replace('市城管局郑月', '市城建局郑月');
    const { diagnostics } = findingsIn(source);
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(
      new Set([
        'disclosure/not-public',
        'published/in-future',
        'body/control-character',
        'body/html',
        'body/broken-paragraph',
        'items/number-gap',
        'points/number-gap',
        'dates/order',
        'agenda/mismatch',
        'bureaus/unknown',
      ]),
    );
    for (const { place, hint } of diagnostics) {
      expect(place.kind).toBe('source');
      expect(hint).not.toMatch(/^$|。$/);
    }
  });

  test('finds nothing to mend in what the repository publishes', async () => {
    const { diagnostics, minutes } = checkCollection(await readContent('content'), '2099-01-01 00:00');
    expect(diagnostics.filter(({ code }) => severityOf(code) !== 'info')).toEqual([]);
    expect(minutes.length).toBeGreaterThan(0);
  });

  test('gives minutes the id of their place, and the registry to go by', () => {
    const registry = { path: 'content/bureaus.yaml', source: `${REGISTRY}more: 1\n` };
    const minutes = [{ path: 'x/minutes/y/minutes/2024/001.md', id: '2024/001', source: FAULTLESS }];
    const checked = checkCollection({ minutes, registry, diagnostics: [] }, NOW);
    expect(checked.minutes.map(({ id }) => id)).toEqual(['2024/001']);
    expect([...checked.sources.keys()]).toEqual(['content/bureaus.yaml', 'x/minutes/y/minutes/2024/001.md']);
    expect(checked.diagnostics.map(({ path }) => path)).toEqual(['content/bureaus.yaml']);
  });

  test('never throws and never points outside the file', () => {
    const line = fc.constantFrom(
      '一、审议《甲》',
      '## 三、听取',
      '（一）要。（三）要',
      '《《〈',
      '》》',
      '（此件不予公开',
      '2024年3月15日',
      '出席：',
      '列席：市甲局乙，',
      '<br',
      '\u0000',
      '1.',
      '',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 30 }), (lines) => {
        const source = `---\ndisclosure: 主动公开\npublished: 2024-03-20 09:00\n---\n${lines.join('\n')}`;
        const count = source.split(/\r\n|\n|\r/).length;
        const found = findingsIn(source).diagnostics.map(({ place }) =>
          place.kind === 'source' ? place.line : 1,
        );
        expect(found.filter((each) => each < 1 || each > count)).toEqual([]);
      }),
    );
  });

  test.each([
    '（一）',
    '（二）。',
    '《',
    '一、\n\n',
    '1.\n\n',
    '<a ',
    '（',
    '。”',
    '不予公开',
    '&a',
    '\u0000',
    '市',
  ])('takes time in proportion to the text (%j)', (unit) => {
    const parsed = parseMinutes(
      `# 纪要\n\n## 一、审议\n\n${unit.repeat(50_000 / unit.length)}`,
      'a.md',
      EMPTY_REGISTRY.lexicon,
    );
    const started = process.cpuUsage();
    checkMinutes(parsed, { registry: EMPTY_REGISTRY, now: NOW });
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000);
  });
});

test.each([
  ['2026-01-02T16:05:59Z', '2026-01-03 00:05'],
  ['2026-07-02T03:00:00Z', '2026-07-02 11:00'],
  ['2025-12-31T15:59:00Z', '2025-12-31 23:59'],
])('%s is the Beijing minute %s', (moment, minute) => {
  expect(beijingMinute(new Date(moment))).toBe(minute);
});

/** Rules about plain faults of a file, which no requirement numbers. */
const UNNUMBERED = ['./empty-body.ts', './html.ts', './to-fill.ts'];

test('every rule names the requirement it implements', () => {
  const list = readFileSync('src/checks/rules.ts', 'utf8');
  const files = (list.match(/\.\/[a-z-]+\.ts/g) ?? []).filter(
    (name) => !/^\.\/(?:collection-)?rule\.ts$/.test(name),
  );
  const silent = files.filter((name) => !/\b[RP]\d/.test(readFileSync(`src/checks/${name}`, 'utf8')));
  expect(silent).toEqual(UNNUMBERED);
});
