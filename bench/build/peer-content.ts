/**
 * `node bench/build/peer-content.ts CONTENT OUT`: writes the minutes of a content folder for generators that
 * know nothing of minutes: the same Markdown, and in front of it, ready to print, the facts that ours reads
 * from the text while it builds.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import type { Corpus } from '../../src/corpus/model.ts';
import { yearOf } from '../../src/corpus/model.ts';
import { dayOf } from '../../src/minutes/meeting-day.ts';
import { registerOf } from '../../src/minutes/register.ts';
import { parseRegistry } from '../../src/corpus/registry.ts';
import type { Minutes } from '../../src/minutes/model.ts';
import { parseMinutes } from '../../src/minutes/parse.ts';
import { meetingName } from '../../src/minutes/plain-text.ts';
import { parseSite, type Site } from '../../src/site.ts';
import { jsonUrl, markdownUrl, textUrl } from '../../src/urls.ts';
import type { BureauNameView } from '../../src/views/bureau-names.ts';
import { rolesOf } from '../../src/views/bureau-roles.ts';
import { catalogueOf, meetingFacts, type CatalogueRow } from '../../src/views/catalogue.ts';
import { citationView } from '../../src/views/citation.ts';
import { itemView } from '../../src/views/item.ts';
import { documentTitle } from '../../src/views/meeting-summary.ts';
import { articleTags } from '../../src/views/meta.ts';

/** What a bureau does in one meeting, by the name of its page of the year: `b01-2024`. */
type Roles = Record<string, { role: string; anchor: string; text: string; outcome: string }[]>;

const FRONT_MATTER = /^---\n.*?\n---\n/su;
const [, , content = '', out = ''] = process.argv;
const { corpus, site, sources } = readCity(content);
const roles = rolesByMeeting(corpus);
for (const [at, minutes] of corpus.minutes.entries()) {
  const head = frontMatter(minutes, { corpus, site, weight: at + 1, roles: roles.get(minutes.id) ?? {} });
  const body = (sources.get(minutes.id) ?? '').replace(FRONT_MATTER, '');
  // JSON is YAML: one form that both read.
  write(`minutes/${minutes.id}.md`, `---\n${JSON.stringify(head)}\n---\n${body}`);
}
for (const year of corpus.byYear.keys())
  write(`minutes/${year}/_index.md`, `---\n${JSON.stringify({ title: `${year}年` })}\n---\n`);

function readCity(folder: string): {
  readonly corpus: Corpus;
  readonly site: Site;
  readonly sources: ReadonlyMap<string, string>;
} {
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const { registry } = parseRegistry(read('bureaus.yaml'), 'bureaus.yaml');
  const { site: known } = parseSite(read('site.yaml'), 'site.yaml');
  if (known === null) throw new Error('The city has no site');
  const paths = readdirSync(join(folder, 'minutes'), { recursive: true, encoding: 'utf8' });
  const files = new Map(
    paths
      .filter((path) => path.endsWith('.md'))
      .map((path) => [path.slice(0, -'.md'.length).replaceAll('\\', '/'), read(join('minutes', path))]),
  );
  const minutes = [...files].map(
    ([id, source]) => parseMinutes(source, `content/minutes/${id}.md`, registry.lexicon).minutes,
  );
  return { corpus: buildCorpus(minutes, registry), site: known, sources: files };
}

function rolesByMeeting(city: Corpus): ReadonlyMap<string, Roles> {
  const all = new Map<string, Roles>();
  for (const [bureau, record] of city.byBureau)
    for (const year of record.years)
      for (const { name, entries } of rolesOf(record, year))
        for (const { href, text, outcome } of entries) {
          const [, id = '', anchor = ''] = /minutes\/([^#]+)\/#(.*)$/u.exec(href) ?? [];
          const own = all.get(id) ?? {};
          all.set(id, own);
          (own[`${bureau}-${year}`] ??= []).push({ role: name, anchor, text, outcome: outcome ?? '' });
        }
  return all;
}

function frontMatter(
  minutes: Minutes,
  place: {
    readonly corpus: Corpus;
    readonly site: Site;
    readonly weight: number;
    readonly roles: Roles;
  },
): Readonly<Record<string, unknown>> {
  const { id } = minutes;
  return {
    layout: 'single',
    title: documentTitle(minutes),
    name: meetingName(minutes),
    url: `/minutes/${id}/`,
    permalink: `/minutes/${id}/`,
    weight: place.weight,
    year: yearOf(minutes),
    day: dayOf(minutes) ?? '',
    meta: articleTags(place.site, minutes).map(({ name, content: text }) => [name, text]),
    catalogue: catalogueOf(minutes, place.site).map(pairOf),
    facts: meetingFacts(minutes).map(pairOf),
    downloads: [
      [textUrl(id), '纯文本'],
      [markdownUrl(id), 'Markdown'],
      [jsonUrl(id), 'JSON'],
    ],
    items: registerOf(minutes).items.map((item) => {
      const { anchor, number, heading, reporters, outcomes, responsible } = itemView(item, place.corpus);
      return {
        anchor,
        number,
        heading,
        outcomes,
        reporters: reporters.map(linkOf),
        responsible: responsible.map(linkOf),
      };
    }),
    citations: citationView(minutes, place.corpus, place.site).forms.map(({ label, text }) => [label, text]),
    'bureau-years': Object.keys(place.roles),
    roles: place.roles,
  };
}

function pairOf({ label, value }: CatalogueRow): readonly [string, string] {
  return [label, value];
}

function linkOf({ href, text }: BureauNameView): readonly [string, string] {
  return [href ?? '', text];
}

function write(path: string, text: string): void {
  const file = join(out, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
