import { parseAtomFeed } from 'feedsmith';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateCity } from '../../bench/city/city.ts';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import { parseRegistry } from '../../src/corpus/registry.ts';
import { readCorpus } from '../../src/loader/load.ts';
import { parseMinutes } from '../../src/minutes/parse.ts';
import { CANARY, tellHistory } from '../files/told-history.ts';
import { minutesText, newRepository, type Repository } from '../files/repository.ts';
import { CITIES, type City } from './cities.ts';
import { list, loose, WrittenCity } from './facts/carried.ts';
import { compareFacts } from './facts/compare.ts';
import { FIELD_MAP } from './facts/field-map.ts';
import { factsOf, MODEL } from './facts/model-facts.ts';

/** Every fact of the model in every export that the field map says it is in: the same value, or none. */

const NOW = '2026-11-29 08:00';

/** A generated city of so many meetings. */
function generated(seed: string, meetings: number): City {
  const [first] = CITIES;
  if (first === undefined) throw new Error('No city');
  const [registryFile, , ...files] = generateCity({ meetings, seed, from: 2019, to: 2025 });
  const { registry } = parseRegistry(registryFile?.source ?? '', 'bureaus.yaml');
  const minutes = files.map(
    ({ path, source }) => parseMinutes(source, `content/${path}`, registry.lexicon).minutes,
  );
  return { name: `the generated city ${seed}`, corpus: buildCorpus(minutes, registry), site: first.site };
}

const repository = tellHistory();
const told: City = { name: 'a told history', ...(await readCorpus(repository.content, NOW)) };
const ALL: readonly City[] = [...CITIES, told, generated('一', 25), generated('二', 12)];

afterAll(() => {
  repository.remove();
});

describe.each(ALL)('every export of $name', (city) => {
  const facts = factsOf(city.corpus);
  const written = new WrittenCity(city);

  test.for(FIELD_MAP)('$name says of each fact what the model says', (row) => {
    const { carries, read } = row;
    expect(new Set(read(written).flatMap(({ values }) => Object.keys(values)))).toEqual(
      new Set(carries.filter((name) => facts[name] !== undefined)),
    );
    for (const { name, said, wanted } of compareFacts(row, written, facts))
      expect({ name, values: said }).toEqual({ name, values: wanted });
  });
});

test('no fact of the model is carried nowhere', () => {
  const carried = new Set(FIELD_MAP.flatMap(({ carries }) => carries));
  const named = Object.values(MODEL)
    .flatMap((part): readonly (string | readonly string[])[] => Object.values(part))
    .flat();
  const missing = named.filter(
    (name) => !name.startsWith('(') && ![...carried].some((each) => each === name),
  );
  expect(missing).toEqual([]);
});

describe.each(ALL)('the bureaus of $name', (city) => {
  const written = new WrittenCity(city);
  const { bureaus } = city.corpus.registry;

  test('have the names, kinds and times of the registry in every export', () => {
    const rows = written.table('data/csv/bureaus.csv');
    expect(
      rows.map((row) =>
        ['机构编号', '简称', '规范全称', '其他写法', '类别', '设立', '撤销'].map((title) => row[title]),
      ),
    ).toEqual(
      bureaus.map(({ id, short, full, aliases, kind, since, until }) => [
        id,
        short,
        full ?? '',
        aliases.join('；'),
        kind,
        since ?? '',
        until ?? '',
      ]),
    );
    const [popolo] = written.json(/^data\/popolo\/organizations\.json$/u);
    expect(
      list(loose(popolo)['organizations']).map((each) => [
        each['id'],
        each['name'],
        each['classification'],
        each['founding_date'] ?? null,
        each['dissolution_date'] ?? null,
        list(each['other_names']).map(({ name }) => name),
      ]),
    ).toEqual(
      bureaus.map(({ id, short, full, aliases, former, kind, since, until }) => [
        id,
        full ?? short,
        kind,
        since,
        until,
        [...(full === null ? [] : [short]), ...aliases, ...former.map((each) => each.full)],
      ]),
    );
    const oparl = written
      .json(/^data\/oparl\/organizations\.json$/u)
      .flatMap((each) => list(loose(each)['data']));
    expect(oparl.map((each) => [each['name'], each['shortName'], each['classification']])).toEqual(
      bureaus.map(({ short, full, kind }) => [full ?? short, short, kind]),
    );
  });
});

test('what was corrected and withdrawn stands in the table, the feed and the JSON with its time and reason', () => {
  const written = new WrittenCity(told);
  const { histories, tombstones } = told.corpus.archive;
  const events = [...(histories ?? [])].flatMap(([id, history]) =>
    history.events.map(({ time, reason }) => [id, time, reason ?? '']),
  );
  const withdrawn = tombstones.map(({ id, date, reason }) => [id, date, reason]);
  const rows = written
    .table('data/csv/corrections.csv')
    .map((row) => [row['会议编号'] ?? '', row['时间'] ?? '', row['理由'] ?? '']);
  const sorted = (lines: readonly (readonly string[])[]): readonly string[] =>
    lines.map((line) => line.join(' ')).toSorted();
  expect(events.length).toBeGreaterThan(3);
  expect(sorted(rows)).toEqual(sorted([...events, ...withdrawn]));
  const feed = parseAtomFeed(written.files.get('corrections/feed.xml') ?? '').entries ?? [];
  expect(feed.map(({ updated }) => updated?.slice(0, 10))).toEqual(
    rows.map(([, time]) => time?.slice(0, 10)),
  );
  const said = written
    .json(/^data\/json\/\d+\/[^/]+\.json$/u)
    .map((each) => [loose(each)['id'], loose(each)['version'], loose(each)['modified']]);
  expect(said).toEqual(
    told.corpus.minutes.map(({ id }) => {
      const history = histories?.get(id);
      return [id, history?.current, history?.events.at(-1)?.time ?? history?.recorded];
    }),
  );
});

describe('what must not go out', () => {
  const SECRETS = ['白鹭计划第三期', '青鸾计划第五期', '朱雀计划第九期', '内部审查意见原文', CANARY];
  let hidden: Repository;

  beforeAll(() => {
    hidden = newRepository();
    hidden.commit('2024-03-20 10:00', '发布', {
      'minutes/2024/001.md': `${minutesText('会议原则同意该办法。')}
:::withhold{reason="涉及个人隐私" basis="条例第十五条"}
${SECRETS[0] ?? ''}的补偿名单。
:::
`.replace('disclosure: 主动公开', `disclosure: 主动公开\ndisclosureReason: ${SECRETS[3] ?? ''}`),
      // Not published before 2030.
      'minutes/2024/002.md': minutesText(`会议同意《${SECRETS[1] ?? ''}》。`, {
        number: 2,
        published: '2030-01-01 08:00',
      }),
      'drafts/2024/003.md': minutesText(`会议同意《${SECRETS[2] ?? ''}》。`, { number: 3 }),
    });
  });

  afterAll(() => {
    hidden.remove();
  });

  test('is in no export: withheld, waiting, drafted, withdrawn, for staff alone', async () => {
    const found: string[] = [];
    for (const { content } of [hidden, repository]) {
      const { corpus, site } = await readCorpus(content, NOW);
      const { files } = new WrittenCity({ name: content, corpus, site });
      expect(files.size).toBeGreaterThan(30);
      for (const [path, text] of files) {
        const texts = path.endsWith('.zip') ? unpacked(text) : [text];
        for (const secret of SECRETS)
          if (texts.some((each) => withoutEscapes(each).includes(secret))) found.push(`${path}: ${secret}`);
      }
    }
    expect(found).toEqual([]);
  });
});

function unpacked(zip: string): readonly string[] {
  return Object.values(unzipSync(Buffer.from(zip, 'latin1'))).map((bytes) => strFromU8(bytes));
}

/** What a folded line or an escaped character could hide. */
function withoutEscapes(text: string): string {
  return text
    .replaceAll('\r\n ', '')
    .replaceAll(/\\u(?<code>[0-9a-f]{4})/gu, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
}
