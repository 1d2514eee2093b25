import { describe, expect, test } from 'vitest';
import { checkCollection } from '../../src/checks/collection.ts';
import { hideSecrets } from '../../src/checks/leaks.ts';
import { checkPublication } from '../../src/checks/publication.ts';
import { formatGithub } from '../../src/report/github.ts';
import { formatJson } from '../../src/report/json.ts';
import { formatSarif } from '../../src/report/sarif.ts';
import { formatReport } from '../../src/report/text.ts';
import { sha256 } from '../../src/minutes/sha256.ts';
import { changed, FAULTLESS, NOW, REGISTRY } from './examples.ts';

const MOBILE = '138 1234 5678';
const LEAKY = changed('合理布局', `合理布局，电话${MOBILE}`);
const PATH = 'content/minutes/2024/001.md';
const EXCEPTION =
  '{ file: minutes/2024/001.md, rule: leak/mobile, reason: 已公布, reviewer: 程越, date: 2024-03-19';

function check(source: string, exceptions: string | null = null, whole = true) {
  const { diagnostics, sources, released } = checkCollection(
    {
      minutes: [{ path: PATH, id: '2024/001', source }],
      registry: { path: 'content/bureaus.yaml', source: REGISTRY },
      exceptions: exceptions === null ? null : { path: 'content/leak-exceptions.yaml', source: exceptions },
      whole,
      diagnostics: [],
    },
    NOW,
  );
  return { diagnostics, sources, released, codes: diagnostics.map(({ code }) => code) };
}

describe('a secret in a source', () => {
  test('is in no report of any form, and the findings about its line keep their places', () => {
    const source = LEAKY.replace('要密切配合。', '要密切<br>配合。').replace(
      '要精心养护',
      `身份证11010519491231002X的要精心养护`,
    );
    const { diagnostics, sources, codes } = check(source);
    expect(codes).toEqual(expect.arrayContaining(['leak/mobile', 'leak/id-card', 'body/html']));
    const reports = [
      formatReport(diagnostics, sources),
      formatJson(diagnostics, sources),
      formatGithub(diagnostics),
      formatSarif(diagnostics),
    ].join('\n');
    expect(reports).not.toMatch(/1234 ?5678|11010519491231002X|19491231/u);
    expect(reports).toContain('138****5678');
    expect(reports).toContain('电话*** **** ****。（二）');
    const html = diagnostics.find(({ code }) => code === 'body/html');
    const line = source.split('\n').findIndex((each) => each.includes('<br>')) + 1;
    expect(html?.place).toMatchObject({
      line,
      column: (source.split('\n')[line - 1]?.indexOf('<br>') ?? 0) + 1,
    });
  });

  test('is found in the front matter too', () => {
    expect(check(changed('published:', `title: 纪要${MOBILE}\npublished:`)).codes).toContain('leak/mobile');
  });

  test('is not looked for in a withheld passage, and hidden there', () => {
    const { codes, sources } = check(
      changed('## 二', `:::withhold{reason="甲" basis="乙"}\n电话${MOBILE}\n:::\n\n## 二`),
    );
    expect(codes).toEqual([]);
    expect(sources.get(PATH)).not.toContain('1234');
  });

  test('is hidden in what --fix shows', () => {
    expect(hideSecrets(`- 电话 ${MOBILE}\n+ 电话13812345678`)).toBe(
      '- 电话 *** **** ****\n+ 电话***********',
    );
  });
});

describe('an exception', () => {
  test('lets through what it names, by the masked value or by the hash', () => {
    for (const named of ['value: 138****5678', `sha256: '${sha256('13812345678')}'`]) {
      const { codes, released } = check(LEAKY, `- ${EXCEPTION}, ${named} }\n`);
      expect(codes).toEqual([]);
      expect([...released]).toEqual(['leak/mobile 13812345678']);
    }
  });

  test('lets nothing else through', () => {
    const other = LEAKY.replace(MOBILE, '13912345678');
    expect(check(other, `- ${EXCEPTION}, value: 138****5678 }\n`).codes).toEqual([
      'leak/mobile',
      'leak/exception-unused',
    ]);
    const elsewhere = EXCEPTION.replace('2024/001', '2024/002');
    expect(check(LEAKY, `- ${elsewhere}, value: 138****5678 }\n`).codes).toEqual([
      'leak/mobile',
      'leak/exception-unused',
    ]);
  });

  test.each(['reason', 'reviewer', 'date', 'file', 'rule'])(
    'without its %s lets nothing through and is told',
    (field) => {
      const list = `- ${EXCEPTION}, value: 138****5678 }\n`.replace(
        new RegExp(`${field}: [^,}]+,? ?`, 'u'),
        '',
      );
      expect(check(LEAKY, list).codes).toEqual(['leak/mobile', 'leak/exception-invalid']);
    },
  );

  test('must name a value or a hash', () => {
    expect(check(LEAKY, `- ${EXCEPTION} }\n`).codes).toEqual(['leak/mobile', 'leak/exception-invalid']);
  });

  test('that nothing falls under is told, when its file is checked', () => {
    const list = `- ${EXCEPTION}, value: 138****5678 }\n`;
    expect(check(FAULTLESS, list).codes).toEqual(['leak/exception-unused']);
    expect(check(FAULTLESS, list.replace('2024/001', '2023/009'), false).codes).toEqual([]);
  });
});

describe('the settings', () => {
  const site = (text: string) => ({
    minutes: [],
    registry: null,
    site: { path: 'content/site.yaml', source: `mode: demo\n${text}` },
    diagnostics: [],
  });
  const codesOf = (text: string) => checkPublication(site(text), NOW).diagnostics.map(({ code }) => code);

  test('are looked at like the minutes, but for comments', () => {
    expect(codesOf('name: 站点13812345678\n')).toEqual(['leak/mobile']);
    expect(codesOf('# 13812345678\n')).toEqual([]);
  });

  test('may give the number of the office', () => {
    expect(codesOf('contact: { phone: 0999-6543210 }\n')).toEqual([]);
    expect(codesOf("contact: { phone: '13812345678' }\n")).toEqual([]);
  });
});
