import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { minutesText, newRepository, type Repository } from '../files/repository.ts';

const CITY = join(import.meta.dirname, '..', 'fixtures', 'site', 'content');

const DECISIONS = [
  '会议原则同意该《办法》，由市水利局会同市应急局组织实施。',
  '会议原则通过该《办法》，以市政府办名义印发。',
  '会议同意该《办法》，责成市财政局抓好落实。',
  '会议决定暂缓，由市水利局再作研究。',
];

/** The state of a content folder (虚构) that edits change, and what they did last. */
export interface City {
  readonly repository: Repository;
  /** Makes one more change and commits it; says which. */
  edit(random: () => number): string;
  /** Gives the portal one member more, or none after the second, with what was collected of them; says how many. */
  takeMembers(this: void): string;
}

interface Document {
  readonly number: number;
  readonly year: number;
  readonly published: string;
  decision: number;
  withheld: boolean;
}

const MOMENT = '2024-05-06T09:00:00+08:00';

/** A city with a few minutes in a repository, that publishes, corrects, renames, withdraws and restores. */
export function newCity(): City {
  const repository = newRepository();
  const standing = new Map<string, Document>();
  const gone = new Map<string, Document>();
  const tombstones: string[] = [];
  const redirects: string[] = [];
  let clock = 0;
  let last = 0;
  let words = '办法';
  let memberCount = 0;
  let registry = readFileSync(join(CITY, 'bureaus.yaml'), 'utf8');
  const minute = (): string =>
    new Date(Date.UTC(2024, 5, 1, 8, clock++)).toISOString().slice(0, 16).replace('T', ' ');
  const idOf = ({ year, number }: Document): string => `${String(year)}/${String(number).padStart(3, '0')}`;
  const textOf = (document: Document): string => {
    const { number, published, decision, withheld } = document;
    const text = minutesText(DECISIONS[decision] ?? '', { number, published });
    return withheld
      ? `${text}\n:::withhold{reason="涉及个人隐私" basis="条例第十五条"}\n第${String(number)}户居民的补偿方案另行书面通知本人。\n:::\n`
      : text;
  };
  const settings = (): Readonly<Record<string, string>> => ({
    'tombstones.yaml': tombstones.join(''),
    'redirects.yaml': redirects.join(''),
    'topics.yaml': `- { id: one, name: 主题, words: [${words}] }\n`,
  });
  const pick = <T>(from: readonly T[], random: () => number): T | undefined =>
    from[Math.floor(random() * from.length)];

  const publish = (random: () => number): string => {
    last++;
    const year = 2022 + Math.floor(random() * 3);
    const document: Document = {
      number: last,
      year,
      published: `2024-${String(1 + (last % 5)).padStart(2, '0')}-20 09:00`,
      decision: Math.floor(random() * DECISIONS.length),
      withheld: random() < 0.15,
    };
    standing.set(idOf(document), document);
    repository.commit(minute(), '发布', { [`minutes/${idOf(document)}.md`]: textOf(document) });
    return `publish ${idOf(document)}`;
  };
  const correct = (random: () => number): string => {
    const [id, document] = pick([...standing], random) ?? [];
    if (id === undefined || document === undefined) return publish(random);
    document.decision = (document.decision + 1) % DECISIONS.length;
    repository.commit(minute(), '改正\n\n更正说明: 与原件核对', { [`minutes/${id}.md`]: textOf(document) });
    return `correct ${id}`;
  };
  const withdraw = (random: () => number): string => {
    const [id, document] = pick([...standing], random) ?? [];
    if (id === undefined || document === undefined) return publish(random);
    standing.delete(id);
    gone.set(id, document);
    tombstones.push(`- { id: ${id}, kind: 撤回, date: 2024-06-01, reason: 经复核不应公开 }\n`);
    repository.commit(minute(), '撤回', { [`minutes/${id}.md`]: null, ...settings() });
    return `withdraw ${id}`;
  };
  const restore = (random: () => number): string => {
    const [id, document] = pick([...gone], random) ?? [];
    if (id === undefined || document === undefined) return correct(random);
    gone.delete(id);
    standing.set(id, document);
    tombstones.splice(
      tombstones.findIndex((line) => line.includes(`id: ${id},`)),
      1,
    );
    repository.commit(minute(), '更正说明: 已经核实', {
      [`minutes/${id}.md`]: textOf(document),
      ...settings(),
    });
    return `restore ${id}`;
  };
  const rename = (random: () => number): string => {
    const [id, document] = pick([...standing], random) ?? [];
    if (id === undefined || document === undefined) return publish(random);
    last++;
    const to = `${id.slice(0, 5)}r${String(last)}`;
    standing.delete(id);
    standing.set(to, document);
    redirects.push(`- { from: ${id}, to: ${to}, date: 2024-06-01, reason: 编号统一 }\n`);
    for (const [at, line] of redirects.entries()) redirects[at] = line.replace(`to: ${id},`, `to: ${to},`);
    repository.move(minute(), '改名\n\n更正说明: 编号统一', `minutes/${id}.md`, `minutes/${to}.md`);
    repository.commit(minute(), '记下改名', settings());
    return `rename ${id} to ${to}`;
  };
  const draft = (random: () => number): string => {
    last++;
    const document = {
      number: last,
      year: 2024,
      published: '2024-05-20 09:00',
      decision: 0,
      withheld: false,
    };
    repository.commit(minute(), '起草', { [`drafts/2024/d${String(last)}.md`]: textOf(document) });
    return `draft ${String(random() < 2)}`;
  };
  const change = (): string => {
    registry = registry.includes('（新）')
      ? registry.replaceAll('（新）', '')
      : registry.replace('市水利局', '市水利局（新）');
    repository.commit(minute(), '登记机构', { 'bureaus.yaml': registry });
    return 'change the registry';
  };
  const reword = (): string => {
    words = words === '办法' ? '财政局' : '办法';
    repository.commit(minute(), '换主题的词', settings());
    return 'change the topics';
  };
  const takeMembers = (): string => {
    memberCount = (memberCount + 1) % 3;
    const hosts = ['jia', 'yi'].slice(0, memberCount).map((name) => `https://${name}.example/`);
    const list = hosts.map((address) => `- { name: 成员${address.slice(8, 11)}, address: '${address}' }\n`);
    const taken = hosts.map((address) => ({
      address,
      taken: '2024-06-01 09:00',
      failure: null,
      catalogue: { url: `${address}data/`, title: '数据', publisher: null, modified: null, datasets: [] },
      entries: [{ url: `${address}minutes/2024/1/`, title: '会议', published: MOMENT, updated: MOMENT }],
      deleted: [],
    }));
    repository.commit(minute(), '采集各站', {
      'members.yaml': memberCount === 0 ? null : list.join(''),
      'collected.json': memberCount === 0 ? null : JSON.stringify({ format: 1, members: taken }),
    });
    return `take ${String(memberCount)} members`;
  };
  const edits = [
    publish,
    publish,
    publish,
    correct,
    correct,
    withdraw,
    restore,
    rename,
    draft,
    change,
    reword,
  ];

  repository.commit(minute(), '开始', {
    'site.yaml': readFileSync(join(CITY, 'site.yaml'), 'utf8'),
    'bureaus.yaml': registry,
    'holidays.yaml': readFileSync('content/holidays.yaml', 'utf8'),
    ...settings(),
  });
  for (const _ of [1, 2, 3]) publish(() => 0.4);
  return {
    repository,
    edit: (random) => (pick(edits, random) ?? publish)(random),
    takeMembers,
  };
}
