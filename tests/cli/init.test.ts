import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { beginCity } from '../../src/cli/begin-city.ts';
import type { CityAnswers } from '../../src/cli/new-city.ts';
import { parseLists } from '../../src/corpus/lists.ts';
import { parseRegistry } from '../../src/corpus/registry.ts';
import { parseSite } from '../../src/site.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const STARTER = join(ROOT, 'starter');
const GIVEN: CityAnswers = {
  place: '云岭市',
  upper: '澜江市',
  name: '云岭市人民政府会议纪要',
  domain: 'www.yunling.example',
  bureaus: '城东街道、白石镇、云岭经开区、云岭城投集团',
};

function starterFiles(): readonly string[] {
  return readdirSync(STARTER, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.yaml'));
}

/** Begins a city with answers in order; gives what was asked, said and written. */
async function begin(
  answers: readonly string[],
  { given = {}, existing = [] }: { given?: CityAnswers; existing?: readonly string[] } = {},
) {
  const asked: string[] = [];
  const written = new Map<string, string>();
  const rest = [...answers];
  const lines = await beginCity(
    { given, contentDir: 'content' },
    {
      ask: (question) => {
        asked.push(question);
        return Promise.resolve(rest.shift() ?? null);
      },
      list: () => Promise.resolve(existing),
      readStarter: () =>
        Promise.resolve(
          new Map(starterFiles().map((file) => [file, readFileSync(join(STARTER, file), 'utf8')])),
        ),
      create: (path, text) => {
        written.set(path.replaceAll('\\', '/'), text);
        return Promise.resolve(true);
      },
    },
  );
  return { asked, lines, written };
}

async function fileOf(name: string, given: CityAnswers = GIVEN): Promise<string> {
  return (await begin([], { given })).written.get(`content/${name}`) ?? '';
}

describe('beginning a new city', () => {
  test('asks five questions and writes everything a content folder begins with', async () => {
    const { asked, written, lines } = await begin(['云岭市', '澜江市', '', '', '']);
    expect(asked.map((question) => question.replace(/（.*/u, ''))).toEqual([
      '哪个地方的纪要',
      '上一级是哪里',
      '网站叫什么 [云岭市人民政府会议纪要]：',
      '网站的域名',
      '本地的镇、街道、开发区、国企',
    ]);
    expect([...written.keys()].toSorted()).toEqual(
      ['bureaus.yaml', 'ledger.json', 'site.yaml', ...starterFiles()]
        .map((file) => `content/${file}`)
        .toSorted(),
    );
    expect(lines.join('\n')).toContain('npm start');
  });

  test('takes what is usual for an option that is left empty', async () => {
    expect(await fileOf('site.yaml', { ...GIVEN, name: '' })).toContain('name: "云岭市人民政府会议纪要"');
  });

  test('asks nothing that the command line answers', async () => {
    expect((await begin([], { given: GIVEN })).asked).toEqual([]);
  });

  test('asks again until the answer is a place, and the place above is another', async () => {
    const { asked } = await begin(['云岭', '云岭市', '云岭市', '澜江市', '', '', '']);
    expect(asked[1]).toContain('写市、县、区的全称，如 云岭市\n');
    expect(asked[3]).toContain('与本级不同');
  });

  test('refuses a wrong option and a folder that holds anything, before it asks', async () => {
    await expect(begin([], { given: { ...GIVEN, domain: 'https://a.b/' } })).rejects.toMatchObject({
      message: '“https://a.b/”不能作为 --domain',
    });
    await expect(begin([], { given: GIVEN, existing: ['site.yaml'] })).rejects.toMatchObject({
      message: '“content”里已经有文件，没有改动',
    });
  });
});

describe('its registry', () => {
  test.for(['云岭市', '青峦县', '望湖区', '白草旗'])('is valid for %s', async (place) => {
    const source = await fileOf('bureaus.yaml', { ...GIVEN, place });
    const { registry, diagnostics } = parseRegistry(source, 'bureaus.yaml');
    expect(diagnostics).toEqual([]);
    expect(registry.bureaus.length).toBeGreaterThan(55);
    const level = place.slice(-1);
    expect(registry.byId.get('jyj')).toMatchObject({ full: `${place}教育局`, short: `${level}教育局` });
    expect(registry.byId.get('tw')?.short).toBe(`团${level}委`);
  });

  test('has the local bodies, each of its kind and with an id of its own', async () => {
    const given = { ...GIVEN, bureaus: `${GIVEN.bureaus ?? ''}、白石镇政府、百石镇` };
    const { registry, diagnostics } = parseRegistry(await fileOf('bureaus.yaml', given), 'bureaus.yaml');
    expect(diagnostics).toEqual([]);
    const local = registry.bureaus.slice(-6).map(({ id, kind, short }) => [id, kind, short]);
    expect(local).toEqual([
      ['chengdongjiedao', 'town', '城东街道'],
      ['baishizhen', 'town', '白石镇'],
      ['yunlingjingkaiqu', 'zone', '云岭经开区'],
      ['yunlingchengtoujituan', 'soe', '云岭城投集团'],
      ['baishizhenzhengfu', 'gov-affil', '白石镇政府'],
      ['baishizhen-2', 'town', '百石镇'],
    ]);
  });

  test('knows 两办 and names no real place', async () => {
    const source = await fileOf('bureaus.yaml');
    expect(parseRegistry(source, 'bureaus.yaml').registry.lexicon).toBeDefined();
    expect(source).toContain('text: 两办');
    expect(source).not.toMatch(/太仓|苏州|江苏/u);
  });
});

describe('its site', () => {
  test('is a demo site, whose domain waits behind a comment mark', async () => {
    const source = await fileOf('site.yaml');
    const { site, diagnostics } = parseSite(source, 'site.yaml');
    expect(diagnostics).toEqual([]);
    expect(site).toMatchObject({ mode: 'demo', place: '云岭市', domain: 'www.example.invalid' });
    expect(source).toContain('# domain: www.yunling.example');
  });

  test('can be published when the lines are freed and filled', async () => {
    const source = (await fileOf('site.yaml'))
      .replaceAll(/^# (?=domain:|code:|sponsor:|contact:|filings:| {2}\w)/gmu, '')
      .replace(/^mode: demo$/mu, 'mode: publish')
      .replaceAll(/党政机关标识的链接|“我为政府网站找错”的链接/gu, 'https://www.example.gov.cn/')
      .replace("'0000000000'", "'3205850001'");
    const { site, diagnostics } = parseSite(source, 'site.yaml');
    expect(diagnostics.map(({ message }) => message)).toEqual([]);
    expect(site).toMatchObject({ mode: 'publish', domain: 'www.yunling.example' });
  });

  test.for(['甲: 乙 # 丙', '“引号”', "it's", '- 一'])('holds the name %s as it was given', async (name) => {
    expect(parseSite(await fileOf('site.yaml', { ...GIVEN, name }), 'site.yaml').site?.name).toBe(name);
  });
});

describe('the files it begins with', () => {
  test('are those of the demonstration wherever they are the same for all', () => {
    const same = starterFiles().filter((file) => file !== 'coverage.yaml' && file !== 'lists/local.yaml');
    expect(same.length).toBeGreaterThanOrEqual(9);
    for (const file of same)
      expect(readFileSync(join(STARTER, file), 'utf8')).toBe(
        readFileSync(join(ROOT, 'content', file), 'utf8'),
      );
  });

  test('hold valid lists', () => {
    const lists = starterFiles()
      .filter((file) => file.startsWith('lists/'))
      .map((path) => ({ path: `content/${path}`, source: readFileSync(join(STARTER, path), 'utf8') }));
    expect(parseLists(lists).diagnostics).toEqual([]);
  });
});
