import { describe, expect, test } from 'vitest';
import { checkArchive } from '../../src/checks/archive.ts';
import { archiveFindings, FAULTLESS_ARCHIVE } from './archive-examples.ts';
import { NOW } from './examples.ts';

function findings(source: string): readonly string[] {
  const links = { path: 'content/links.yaml', source };
  return archiveFindings({ links }).diagnostics.map(({ code, message }) => `${code} ${message}`);
}

const SOUND = `issued:
  - items: ['2024/001#item-1']
    number: 云政发〔2024〕8号
    title: 云岭市公园管理办法
    date: 2024-04-01
    url: https://www.example.gov.cn/8.html
    linksBack: 2024-04-02
interpretations:
  - about: ['2024/001']
    title: 《云岭市公园管理办法》解读
    date: 2024-04-01
    url: https://www.example.gov.cn/jd.html
    linksBack: 2024-04-02
    explains: [云岭市公园管理办法]
`;

function changed(from: string, to: string): readonly string[] {
  expect(SOUND).toContain(from);
  return findings(SOUND.replace(from, to));
}

test('links that go both ways, after the meeting and to the government, give no finding', () => {
  expect(findings(SOUND)).toEqual([]);
});

test('a document that is not on the web needs no link back', () => {
  expect(changed('    url: https://www.example.gov.cn/8.html\n    linksBack: 2024-04-02\n', '')).toEqual([]);
});

test('a link that does not come back is an error, for documents and for interpretations', () => {
  const found = findings(SOUND.replaceAll('    linksBack: 2024-04-02\n', ''));
  expect(found).toEqual(Array.from({ length: 2 }, () => 'links/one-way 只写了链接过去，没有写对方链接回来'));
});

describe('an address that nobody should follow is refused', () => {
  const refused = [
    'javascript:alert(1)',
    'data:text/html,x',
    '//www.example.gov.cn/8.html',
    'www.example.gov.cn/8.html',
    'ftp://www.example.gov.cn/8',
    'https://user:word@www.example.gov.cn/',
    'https://localhost/8.html',
    'https://t.cn/A1b2',
    'https://www.example.gov.cn/ 8.html',
    'https://www.example.gov.cn/<b>',
    'https://',
  ];
  test.each(refused)('%s', (url) => {
    expect(changed('https://www.example.gov.cn/8.html', `'${url}'`)).toEqual([
      'links/invalid “url”的值不合规定',
    ]);
  });
});

describe('a number of another form than 机关代字〔年份〕序号号 is refused', () => {
  test.each(['云政发[2024]8号', '云政发〔24〕8号', '云政发〔2024〕第8号', '云政发〔2024〕08号', '8号'])(
    '%s',
    (number) => {
      expect(changed('云政发〔2024〕8号', `'${number}'`)).toEqual([
        `links/invalid “number”不能是“${number}”`,
      ]);
    },
  );

  test('a decree has a number of its own form', () => {
    expect(changed('云政发〔2024〕8号', '云岭市人民政府令第8号')).toEqual([]);
  });
});

test('a link to any other site is named for a person to look at', () => {
  expect(changed('www.example.gov.cn/jd', 'news.example.com/jd')).toEqual([
    'links/outside “news.example.com”不是政府网站',
  ]);
});

test('links about minutes that wait for their time wait with them', () => {
  const links = { path: 'content/links.yaml', source: SOUND.replaceAll('2024/001', '2024/002') };
  const subject = { minutes: [], mode: 'publish', now: NOW, sources: new Map() } as const;
  const archiveWith = (waiting: readonly string[]): ReturnType<typeof checkArchive> =>
    checkArchive({ ...FAULTLESS_ARCHIVE, links }, { ...subject, waiting: new Set(waiting) });
  const codes = (waiting: readonly string[]): readonly string[] =>
    archiveWith(waiting).diagnostics.flatMap(({ code }) => (code.startsWith('links/') ? [code] : []));
  expect(codes(['2024/002'])).toEqual([]);
  expect(archiveWith(['2024/002']).archive.links.issued).toEqual([]);
  expect(codes([])).toEqual(['links/unknown-target', 'links/unknown-target']);
});
