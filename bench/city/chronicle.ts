import { generateCity, type CityOptions } from './city.ts';
import { addDays, workday } from './calendar.ts';
import { COVERAGE_FILE_NAME, writeCoverage } from './coverage-file.ts';
import { LINKS_FILE_NAME, writeLinks } from './links-file.ts';
import { LOCAL_LIST } from './local-list.ts';
import { TOPICS_FILE, TOPICS_FILE_NAME } from './topics-file.ts';
import { inventSlip, withholdRemarks } from './slip.ts';

/** One commit of the repository of a city. */
export interface Chapter {
  /** `YYYY-MM-DD HH:MM` in Beijing time. */
  readonly minute: string;
  readonly message: string;
  /** Below the content folder: what the file holds from now on, null when it is removed. */
  readonly files: Readonly<Record<string, string | null>>;
}

/** A document of the city with its final text. */
interface Document {
  readonly id: string;
  readonly source: string;
  /** `YYYY-MM-DD HH:MM`. */
  readonly published: string;
}

/**
 * The years of a generated city as they were published, commit by commit in order of time: minutes as
 * they came out, a mistake mended in every sixth, one set moved to its proper number, one withdrawn, a
 * passage taken back and one that never was open, the documents that came of it all. The same options give the same chapters.
 *
 * @param holidays the text of `holidays.yaml`, which no city invents
 */
export function tellCity(options: CityOptions, holidays: string): readonly Chapter[] {
  const files = [...generateCity(options)];
  const documents = files.flatMap(({ truth, source }) =>
    truth === null ? [] : [{ id: truth.id, source, published: truth.published }],
  );
  const settings = files.flatMap(({ path, source, truth }) => (truth === null ? [[path, source]] : []));
  const start = documents[0]?.published ?? '2018-01-01 09:00';
  const withdrawn = documents[Math.floor(documents.length * 0.6)]?.id ?? null;
  const truths = files.flatMap(({ truth }) => truth ?? []);
  const first: Chapter = {
    minute: `${addDays(start.slice(0, 10), -7)} 09:00`,
    message: '建立虚构城市的内容文件夹',
    files: {
      ...Object.fromEntries(settings),
      'holidays.yaml': holidays,
      'lists/local.yaml': LOCAL_LIST,
      [TOPICS_FILE_NAME]: TOPICS_FILE,
      [COVERAGE_FILE_NAME]: writeCoverage(truths, withdrawn),
    },
  };
  const hidden = findWithheld(documents, 0.2);
  const takenBack = findWithheld(documents, 0.4);
  const told = documents.flatMap((document, at) => {
    if (document === hidden?.document) return [publish(document, hidden.source)];
    if (document === takenBack?.document) return tellTakenBack(document, takenBack.source);
    if (at === 0) return tellMove(document);
    if (document.id === withdrawn) return [publish(document), withdraw(document)];
    return tellMinutes(document, at);
  });
  const inOrder = told.toSorted((one, other) => (one.minute < other.minute ? -1 : 1));
  const open = truths.filter(({ id }) => id !== withdrawn);
  const last: Chapter = {
    minute: inOrder.at(-1)?.minute ?? first.minute,
    message: '登记印发文件和解读',
    files: { [LINKS_FILE_NAME]: writeLinks(open, String(options.seed)) },
  };
  return [first, ...inOrder, last];
}

/** Minutes with their text in which a passage is withheld. */
interface Withheld {
  readonly document: Document;
  readonly source: string;
}

/** The first behind a share of all minutes that have a passage to withhold. */
function findWithheld(all: readonly Document[], share: number): Withheld | null {
  for (const document of all.slice(Math.ceil(all.length * share))) {
    const others = all.filter((other) => other !== document).map((other) => other.source);
    const source = withholdRemarks(document.source, others);
    if (source !== null) return { document, source };
  }
  return null;
}

function tellMinutes(document: Document, at: number): readonly Chapter[] {
  const { id, source, published } = document;
  const slip = at % 6 === 5 ? inventSlip(source, Math.floor(at / 6)) : null;
  if (slip === null) return [publish(document)];
  const message = `更正纪要 ${id}\n\n更正说明: ${slip.reason}\n更正类型: ${slip.kind}`;
  return [
    publish(document, slip.first),
    { minute: later(published, 3 + ((at * 7) % 23)), message, files: { [pathOf(id)]: source } },
  ];
}

/** Published under a name of the wrong form, moved to the right one a few days later. */
function tellMove(document: Document): readonly Chapter[] {
  const { id, source, published } = document;
  const wrong = id.replace(/\/0+/u, '/');
  const minute = later(published, 3);
  const date = minute.slice(0, 10);
  return [
    publish({ ...document, id: wrong }),
    {
      minute,
      message: `改名 ${wrong}\n\n更正说明: 编号统一为三位`,
      files: {
        [pathOf(wrong)]: null,
        [pathOf(id)]: source,
        'redirects.yaml': `- { from: ${wrong}, to: ${id}, date: ${date}, reason: 编号统一为三位 }\n`,
      },
    },
  ];
}

function tellTakenBack(document: Document, withheld: string): readonly Chapter[] {
  const { id, published } = document;
  const message = `撤回一段 ${id}\n\n更正说明: 经复核，这一段涉及尚未公开的安排\n更正类型: 撤回`;
  return [publish(document), { minute: later(published, 9), message, files: { [pathOf(id)]: withheld } }];
}

function withdraw({ id, published }: Document): Chapter {
  const minute = later(published, 40);
  const entry = `{ id: ${id}, kind: 撤回, date: ${minute.slice(0, 10)}, reason: 经复核，部分内容不应公开 }`;
  return {
    minute,
    message: `撤回 ${id}\n\n更正说明: 经复核，部分内容不应公开\n更正类型: 撤回`,
    files: { [pathOf(id)]: null, 'tombstones.yaml': `- ${entry}\n` },
  };
}

function publish({ id, source, published }: Document, first: string = source): Chapter {
  return { minute: published, message: `发布 ${id}`, files: { [pathOf(id)]: first } };
}

function pathOf(id: string): string {
  return `minutes/${id}.md`;
}

function later(published: string, days: number): string {
  return `${workday(addDays(published.slice(0, 10), days))} 09:30`;
}
