import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderSource } from '../../src/cli/site-source.ts';
import { verifySite } from '../../src/cli/verify-site.ts';
import { readCorpus } from '../../src/loader/load.ts';
import { AUTHOR } from '../files/repository.ts';
import { hashesOf } from '../publisher/place.ts';
import { compareFacts } from '../exporters/facts/compare.ts';
import { WrittenCity } from '../exporters/facts/carried.ts';
import { FIELD_MAP } from '../exporters/facts/field-map.ts';
import { factsOf } from '../exporters/facts/model-facts.ts';
import { brokenLinks, idsOf, unreachedPages } from '../site/crawl.ts';
import { shownAndWanted } from '../site/official-text.ts';
import { elementsOf, filesOf, pagesOf, textOf, type Page } from '../site/page.ts';
import { unpackedFiles } from '../site/unpacked.ts';
import { DECISIONS, sourceOf } from './content.ts';
import { searchFaults } from './search-promise.ts';
import { isStanding, knownWords, type Document, type Town } from './town.ts';

/** A site at the end of a history, and what it has to be held against. */
export interface Outcome {
  readonly town: Town;
  readonly content: string;
  readonly dir: string;
  /** The same content, built from the beginning. */
  readonly clean: string;
  /** Every address of a page that was ever answered. */
  readonly addresses: ReadonlySet<string>;
  /** Those that were answered when the ledger was written. */
  readonly released: ReadonlySet<string>;
  /** By the address of a page of minutes, every anchor of an item or point that it ever had. */
  readonly anchors: ReadonlyMap<string, ReadonlySet<string>>;
  readonly pages: ReadonlyMap<string, Page>;
}

/** Reads the pages of the site. */
export function outcomeOf(given: Omit<Outcome, 'pages'>): Outcome {
  return { ...given, pages: new Map(pagesOf(given.dir).map((page) => [page.path, page])) };
}

type Promised = (outcome: Outcome) => Promise<readonly string[]> | readonly string[];

/** Every promise, and what breaks it: nothing, or it is no promise. */
export const PROMISES: Readonly<Record<string, Promised>> = {
  'built on the last build it has the bytes of a clean build': ({ dir, clean }) => {
    const [ours, theirs] = [hashesOf(dir), hashesOf(clean)];
    return [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].filter(
      (path) => ours[path] !== theirs[path],
    );
  },

  'its files are as its list of hashes says': async ({ dir }) => {
    const report = await verifySite({
      site: await folderSource(dir),
      sums: null,
      only: null,
      keys: null,
      earlier: null,
    });
    const { changed, missing, unlisted } = report.difference;
    return [...report.faults, ...changed, ...missing, ...unlisted];
  },

  'a page shows the text of its file, character by character': ({ town, pages }) =>
    standing(town).flatMap((document) => {
      const page = pages.get(`minutes/${document.id}/`);
      if (page === undefined) return [`no page ${document.id}`];
      const { shown, wanted } = shownAndWanted(page, sourceOf(document));
      return JSON.stringify(shown) === JSON.stringify(wanted) ? [] : [document.id];
    }),

  'search finds what a scan of the text finds': ({ town, dir }) => searchFaults(town, dir),

  'every export says of every fact what the model says': async ({ town, content, dir }) => {
    const { corpus, site } = await readCorpus(content, town.now);
    const written = new WrittenCity({ name: 'the town', corpus, site }, textsOf(dir));
    const facts = factsOf(corpus);
    return FIELD_MAP.flatMap((row) =>
      compareFacts(row, written, facts)
        .filter(({ said, wanted }) => sorted(said) !== sorted(wanted))
        .map(({ name }) => `${row.name}: ${name}`),
    );
  },

  'every link leads somewhere, and every page can be walked to': ({ dir, pages }) => {
    const all = [...pages.values()];
    // Nothing leads to a list that lists nothing any more, but what others have noted.
    const unreached = unreachedPages({ base: '/', pages: all }).filter(
      (path) => path !== '404.html' && !textOfPage(pages, path).includes('这个页面现在没有内容'),
    );
    return [...brokenLinks({ dir, base: '/', pages: all }), ...unreached];
  },

  'an address of minutes, or of a list that was released, answers for ever': ({
    addresses,
    released,
    pages,
  }) =>
    [...addresses].filter(
      (address) => (/^minutes\/\d{4}\//u.test(address) || released.has(address)) && !pages.has(address),
    ),

  'an item or point that had an address keeps it while its minutes stand': ({ town, pages, anchors }) =>
    standing(town).flatMap(({ id }) => {
      const page = pages.get(`minutes/${id}/`);
      const there = new Set(page === undefined ? [] : idsOf(page));
      const ever = [...(anchors.get(`minutes/${id}/`) ?? [])];
      return ever.filter((anchor) => !there.has(anchor)).map((anchor) => `${id}#${anchor}`);
    }),

  'what was issued of an item is named on its page, and in the register of decisions that asked for it': ({
    town,
    pages,
  }) =>
    standing(town).flatMap(({ id, year, items }) =>
      items.flatMap(({ issued, decision }) => {
        if (issued === null) return [];
        const asks = DECISIONS[decision]?.includes('名义印发') === true;
        return [`minutes/${id}/`, ...(asks ? [`decisions/${year}/`] : [])]
          .filter((path) => !textOfPage(pages, path).includes(issued.number))
          .map((path) => `${path} ${issued.number}`);
      }),
    ),

  'an old address says where the minutes went, or why they are gone': ({ town, pages }) =>
    town.documents.flatMap((document) => formerFaults(document, town.now, pages)),

  'what was corrected stays readable, what was taken back does not': ({ town, pages }) =>
    standing(town).flatMap(({ id, versions }) =>
      versions.slice(0, -1).flatMap(({ words, isShown }, at) => {
        const page = pages.get(`minutes/${id}/v${String(at + 1)}/`);
        const text = page === undefined ? '' : textOf(page.root);
        return words.every((word) => text.includes(word) === isShown) ? [] : [`${id} v${String(at + 1)}`];
      }),
    ),

  'every change is told on the page, in the list, in the table and in the feed': ({ town, dir, pages }) =>
    standing(town).flatMap(({ id, told }) => untold(id, told, dir, pages)),

  'a withdrawal is told in the list, in the table and in the feed': ({ town, dir, pages }) => {
    const places = [
      textOfPage(pages, 'corrections/'),
      read(dir, 'data/csv/corrections.csv'),
      read(dir, 'corrections/feed.xml'),
    ];
    return town.documents.flatMap(({ gone }) =>
      gone === null || places.every((place) => place.includes(gone.reason)) ? [] : [gone.reason],
    );
  },

  'no word of what is withdrawn, withheld, waiting or drafted is in any byte, nor who wrote it': ({
    town,
    dir,
  }) => {
    const known = knownWords(town);
    const secrets = [...town.words.filter((word) => !known.has(word)), AUTHOR.name, AUTHOR.email];
    return unpackedFiles(dir).flatMap(({ file, bytes }) => {
      const text = withoutEscapes(bytes.toString('utf8'));
      return secrets.filter((secret) => text.includes(secret)).map((secret) => `${file}: ${secret}`);
    });
  },

  'every word that is public stands on its page': ({ town, pages }) =>
    standing(town).flatMap(({ id, versions }) => {
      const text = textOfPage(pages, `minutes/${id}/`);
      return (versions.at(-1)?.words ?? [`${id} has no version`]).filter((word) => !text.includes(word));
    }),
};

function standing({ documents, now }: Town): readonly Document[] {
  return documents.filter((document) => isStanding(document, now));
}

function textOfPage(pages: Outcome['pages'], path: string): string {
  const page = pages.get(path);
  return page === undefined ? '' : textOf(page.root);
}

const sorted = (values: object): string =>
  JSON.stringify(Object.entries(values).toSorted(([one], [other]) => (one < other ? -1 : 1)));

/** A file of the site; '' when there is none, as there is no feed before the first change. */
function read(dir: string, path: string): string {
  return existsSync(join(dir, path)) ? readFileSync(join(dir, path), 'utf8') : '';
}

/** The text of each file; what is packed as it is. */
function textsOf(dir: string): ReadonlyMap<string, string> {
  return new Map(
    filesOf(dir).map((path) => [
      path,
      readFileSync(join(dir, path)).toString(path.endsWith('.zip') ? 'latin1' : 'utf8'),
    ]),
  );
}

function formerFaults(document: Document, now: string, pages: Outcome['pages']): readonly string[] {
  const { id, formerIds, gone, versions } = document;
  const refresh = (path: string): string => {
    const page = pages.get(path);
    const metas = page === undefined ? [] : elementsOf(page.root).filter(({ tagName }) => tagName === 'meta');
    const { properties } = metas.find((meta) => String(meta.properties['httpEquiv']) === 'refresh') ?? {};
    const content = properties?.['content'];
    return typeof content === 'string' ? content : '';
  };
  if (isStanding(document, now))
    return formerIds.flatMap((former) => {
      const wanted = `0; url=/minutes/${id}/`;
      return refresh(`minutes/${former}/`) === wanted ? [] : [`${former} does not lead to ${id}`];
    });
  if (gone === null) return [];
  return [id, ...formerIds]
    .flatMap((each) => [
      `minutes/${each}/`,
      ...versions.slice(0, -1).map((_, at) => `minutes/${each}/v${String(at + 1)}/`),
    ])
    .filter((path) => pages.has(path) || path === `minutes/${id}/`)
    .filter((path) => !textOfPage(pages, path).includes(gone.reason));
}

function untold(id: string, told: Document['told'], dir: string, pages: Outcome['pages']): readonly string[] {
  const table = read(dir, 'data/csv/corrections.csv').split('\r\n');
  const places = {
    page: textOfPage(pages, `minutes/${id}/`),
    list: textOfPage(pages, 'corrections/'),
    feed: read(dir, 'corrections/feed.xml'),
  };
  return told.flatMap(({ what, time, reason }) => [
    ...Object.entries(places)
      .filter(([, text]) => !text.includes(reason))
      .map(([name]) => `${name} of ${id}: ${what} ${time} ${reason}`),
    ...(table.some((row) => [what, time, reason].every((cell) => row.includes(cell)))
      ? []
      : [`table of ${id}: ${what} ${time} ${reason}`]),
  ]);
}

/** What a folded line or an escaped character could hide. */
function withoutEscapes(text: string): string {
  return text
    .replaceAll('\r\n ', '')
    .replaceAll(/\\u(?<code>[0-9a-f]{4})/gu, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replaceAll(/(?:%[0-9A-F]{2})+/gu, (encoded) => {
      try {
        return decodeURIComponent(encoded);
      } catch {
        return encoded;
      }
    });
}
