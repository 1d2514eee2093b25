import { close, createIndex, type IndexFile, type PagefindIndex } from 'pagefind';
import { renumberMeta } from './pagefind-meta.ts';
import { indexWords } from './pagefind-words.ts';
import { recordPath, type SearchRecord } from './record.ts';

/** A private language tag: Pagefind must neither segment nor stem the words of the index. */
const LANGUAGE = 'x-jiyao';

/** Weight 1 is stored as 24 while 25 needs no mark: this saves 5 % of the index. */
const WEIGHT = '1.05';

/** What no client of ours loads: Pagefind's own interface, its worker, and the pages it would show. */
const UNUSED = /^(?:pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\.|fragment\/)/u;

/** How many records are handed over at a time; the order of addition stays the order of the records. */
const BATCH = 200;

/**
 * The Pagefind bundle over the bigrams of the records, in their order, without texts and filters: those
 * stand in the table and the text files, where any combination of words can use them.
 */
export async function pagefindFiles(
  records: readonly SearchRecord[],
): Promise<readonly (readonly [path: string, bytes: Uint8Array])[]> {
  const restore = setChunkSize(records.length);
  try {
    const { index, errors } = await createIndex({ forceLanguage: LANGUAGE });
    if (index === undefined) throw new Error(`Pagefind: ${errors.join('; ')}`);
    for (let at = 0; at < records.length; at += BATCH)
      await Promise.all(records.slice(at, at + BATCH).map((record) => addRecord(index, record)));
    const { files, errors: failures } = await index.getFiles();
    if (failures.length > 0) throw new Error(`Pagefind: ${failures.join('; ')}`);
    checkCount(files, records.length);
    return renumbered(files.filter(({ path }) => !UNUSED.test(path)));
  } finally {
    await close();
    restore();
  }
}

/** What of a bundle doesn't depend on what it holds: the program, and the file that tells its version. */
const PROGRAM = /^(?:pagefind\.js|wasm\.[^/]+\.pagefind|pagefind-entry\.json)$/u;

/** Pagefind makes no bundle of nothing. */
const SOME_RECORD: SearchRecord = {
  kind: 'head',
  meeting: '2000/001',
  title: '纪要',
  anchor: '',
  heading: '纪要',
  text: '纪要',
  held: null,
  day: null,
  bureaus: { reports: [], responsible: [], issues: [], observes: [] },
  action: null,
  outcome: null,
  archived: false,
};

/** The files of Pagefind alone, for pages that search the bundles of other sites. */
export async function pagefindProgram(): Promise<readonly (readonly [path: string, bytes: Uint8Array])[]> {
  return (await pagefindFiles([SOME_RECORD])).filter(([path]) => PROGRAM.test(path));
}

/** The files with pages and chunks called by their numbers. */
function renumbered(files: readonly IndexFile[]): readonly (readonly [path: string, bytes: Uint8Array])[] {
  const list = files.find(({ path }) => path.endsWith('.pf_meta'));
  if (list === undefined) throw new Error('Pagefind wrote no list of pages');
  const { meta, chunks } = renumberMeta(list.content);
  return files.map(({ path, content }) => {
    if (path === list.path) return [path, meta];
    const name = /^index\/(?<name>[^.]+)\.pf_index$/u.exec(path)?.groups?.['name'];
    return [name === undefined ? path : `index/${chunks.get(name) ?? name}.pf_index`, content];
  });
}

/** A record without a word would be left out silently, and every number behind it would be wrong. */
function checkCount(files: readonly IndexFile[], records: number): void {
  const entry = files.find(({ path }) => path === 'pagefind-entry.json');
  const count = /"page_count":(?<count>\d+)/u.exec(new TextDecoder().decode(entry?.content))?.groups?.[
    'count'
  ];
  if (Number(count) !== records)
    throw new Error(`Pagefind indexed ${String(count)} of ${String(records)} records`);
}

/**
 * A query loads whole chunks, so small chunks make queries cheap and the list of chunks long. The
 * variable is read by Pagefind's binary when it starts; a test counts the files that come of it.
 */
function setChunkSize(records: number): () => void {
  const name = 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE';
  const before = process.env[name];
  const size = records <= 2500 ? 1000 : records <= 10_000 ? 1500 : records <= 30_000 ? 2000 : 5000;
  process.env[name] = String(size);
  return () => {
    if (before === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = before;
  };
}

async function addRecord(index: PagefindIndex, record: SearchRecord): Promise<void> {
  const { errors } = await index.addHTMLFile({ url: `/${recordPath(record)}`, content: htmlOf(record) });
  if (errors.length > 0) throw new Error(`Pagefind, ${recordPath(record)}: ${errors.join('; ')}`);
}

function htmlOf({ heading, text }: SearchRecord): string {
  const blocks = [...indexWords(text, 'text'), ...indexWords(heading, 'heading')];
  const paragraphs = blocks.map((words) => `<p>${words.join(' ')}</p>`).join('');
  return `<html lang="${LANGUAGE}"><body><main data-pagefind-body data-pagefind-weight="${WEIGHT}">${paragraphs}</main></body></html>`;
}
