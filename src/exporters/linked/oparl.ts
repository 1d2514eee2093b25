import { yearOf, type Corpus } from '../../corpus/model.ts';
import { textAt, type AgendaItem, type Minutes } from '../../minutes/model.ts';
import { headingOf, meetingName } from '../../minutes/plain-text.ts';
import type { Site } from '../../site.ts';
import {
  absoluteUrl,
  basePath,
  bureauUrl,
  dataFileUrl,
  homeUrl,
  itemUrl,
  markdownUrl,
  meetingUrl,
} from '../../urls.ts';
import type {
  CorpusExport,
  ExportContext,
  ExportFile,
  MeetingExport,
  YearExport,
  YearTableExport,
} from '../export.ts';
import { changedAt, moment, publishedAt } from '../feeds/moment.ts';

/**
 * OParl 1.1 (schema.oparl.org), as far as files without a server can serve it: lists are cut by year
 * and can't be filtered. An hour that the minutes don't state is in no `start`; the day stands in a
 * field of ours, with a prefix as OParl asks. Items have the address of their meeting with `#item-3`.
 */
const SCHEMA = 'https://schema.oparl.org/1.1/';

/** `data/oparl/meeting/2022/013.json`. */
export const oparlMeeting: MeetingExport = {
  kind: 'meeting',
  path: (id) => pathOf(meetingPath(id)),
  write: (minutes, context) => jsonLine(meetingObject(minutes, context)),
};

/** `data/oparl/meetings/2022.json`: a page of the list of meetings, which leads to the year before. */
export const oparlMeetings: YearTableExport = {
  kind: 'year-table',
  path: (year) => pathOf(meetingsPath(year)),
  head: () => '{"data":[\n',
  rows: (minutes, context) => [JSON.stringify(meetingObject(minutes, context))],
  copyOf: oparlMeeting.path,
  separator: ',\n',
  foot: ({ year, years, minutes }, { site }) => {
    const at = years.indexOf(year);
    const urlOf = (other: string | undefined): string | undefined =>
      other === undefined ? undefined : url(meetingsPath(other), site);
    const list = listOf(minutes.length, {
      first: urlOf(years[0]),
      prev: urlOf(years[at - 1]),
      self: urlOf(year),
      next: urlOf(years[at + 1]),
      last: urlOf(years.at(-1)),
    });
    return `\n],${JSON.stringify(list).slice(1)}\n`;
  },
};

/** What the meetings hang on: system, body, organisations, empty lists. */
export const oparlFrame: CorpusExport = {
  kind: 'corpus',
  *files(corpus, site) {
    const [newest] = corpus.byYear.keys();
    if (newest === undefined) return;
    const body = bodyObject(newest, site);
    yield fileOf('system.json', systemObject(site));
    yield fileOf('body.json', body);
    yield fileOf('bodies.json', { data: [body], ...listOf(1, { self: url('bodies.json', site) }) });
    for (const name of ['persons.json', 'papers.json'])
      yield fileOf(name, { data: [], ...listOf(0, { self: url(name, site) }) });
    const organisations = organisationObjects(corpus, site);
    const list = listOf(organisations.length, { self: url('organizations.json', site) });
    yield fileOf('organizations.json', { data: organisations.map(({ object }) => object), ...list });
    for (const { id, object } of organisations) yield fileOf(`organization/${id}.json`, object);
  },
};

/** What is left of meetings that were withdrawn, in the place of each. */
export const oparlDeleted: YearExport = {
  kind: 'year',
  years: ({ archive, byYear }) => (byYear.size === 0 ? [] : new Set(archive.tombstones.map(yearOf))),
  *files(year, { archive }, site) {
    for (const { id, date } of archive.tombstones)
      if (yearOf({ id }) === year)
        yield fileOf(meetingPath(id), {
          id: url(meetingPath(id), site),
          type: `${SCHEMA}Meeting`,
          deleted: true,
          modified: moment(date),
        });
  },
};

function systemObject(site: Site): object {
  return {
    id: url('system.json', site),
    type: `${SCHEMA}System`,
    oparlVersion: SCHEMA,
    name: site.name,
    body: url('bodies.json', site),
    website: absoluteUrl(homeUrl(), site.domain),
  };
}

function bodyObject(newestYear: string, site: Site): object {
  return {
    id: url('body.json', site),
    type: `${SCHEMA}Body`,
    system: url('system.json', site),
    name: site.place,
    website: absoluteUrl(homeUrl(), site.domain),
    organization: url('organizations.json', site),
    person: url('persons.json', site),
    meeting: url(meetingsPath(newestYear), site),
    paper: url('papers.json', site),
    legislativeTerm: [],
  };
}

function organisationObjects(
  corpus: Corpus,
  site: Site,
): readonly { readonly id: string; readonly object: object }[] {
  return corpus.registry.bureaus.map(({ id, full, short, kind, since, until }) => ({
    id,
    object: {
      id: url(`organization/${id}.json`, site),
      type: `${SCHEMA}Organization`,
      body: url('body.json', site),
      name: full ?? short,
      shortName: short,
      organizationType: 'Verwaltungsbereich',
      classification: kind,
      ...(isDay(since) ? { startDate: since } : {}),
      ...(isDay(until) ? { endDate: until } : {}),
      ...(corpus.byBureau.has(id) ? { web: absoluteUrl(bureauUrl(id), site.domain) } : {}),
    },
  }));
}

function isDay(date: string | null): date is string {
  return date !== null && date.length === 10;
}

function meetingObject(minutes: Minutes, context: ExportContext): object {
  const { archive, site } = context;
  const { id, head, items } = minutes;
  const address = url(meetingPath(id), site);
  const modified = moment(changedAt(minutes, archive));
  return {
    id: address,
    type: `${SCHEMA}Meeting`,
    name: meetingName(minutes),
    meetingState: 'durchgeführt',
    resultsProtocol: {
      id: `${address}#file`,
      type: `${SCHEMA}File`,
      name: head.number?.value ?? meetingName(minutes),
      fileName: 'minutes.md',
      mimeType: 'text/markdown',
      ...(head.issued === null ? {} : { date: head.issued.value }),
      accessUrl: absoluteUrl(markdownUrl(id), site.domain),
      meeting: [address],
    },
    agendaItem: items.map((item) => itemObject(item, minutes, address, modified, context)),
    web: absoluteUrl(meetingUrl(id), site.domain),
    created: moment(publishedAt(minutes)),
    modified,
    ...(head.held === null ? {} : { 'jiyao:heldOn': head.held.value }),
    ...(head.heldPart === null ? {} : { 'jiyao:heldPart': head.heldPart.value }),
  };
}

function itemObject(
  item: AgendaItem,
  minutes: Minutes,
  meeting: string,
  modified: string,
  { site }: ExportContext,
): object {
  const [decision] = item.decisions;
  const organisations = (ids: readonly string[]): readonly string[] =>
    [...new Set(ids)].map((id) => url(`organization/${id}.json`, site));
  return {
    id: `${meeting}#${item.anchor}`,
    type: `${SCHEMA}AgendaItem`,
    meeting,
    ...(item.number === null ? {} : { number: item.number.value }),
    order: item.order - 1,
    name: headingOf(item),
    public: true,
    ...(decision === undefined
      ? {}
      : {
          result: decision.outcome,
          resolutionText: item.decisions.map(({ span }) => textAt(minutes, span)).join('\n'),
        }),
    web: absoluteUrl(itemUrl(minutes.id, item.anchor), site.domain),
    modified,
    'jiyao:reporter': organisations(item.reporters.flatMap(({ bureaus }) => bureaus)),
    'jiyao:responsible': organisations(item.responsible.flatMap(({ bureaus }) => bureaus)),
  };
}

function listOf(count: number, links: Readonly<Record<string, string | undefined>>): object {
  return { pagination: { elementsPerPage: count }, links };
}

function meetingPath(id: string): string {
  return `meeting/${id}.json`;
}

function meetingsPath(year: string): string {
  return `meetings/${year}.json`;
}

function url(path: string, { domain }: Site): string {
  return absoluteUrl(dataFileUrl(`oparl/${path}`), domain);
}

function pathOf(path: string): string {
  return dataFileUrl(`oparl/${path}`).slice(basePath().length);
}

function fileOf(path: string, object: object): ExportFile {
  return { path: pathOf(path), content: jsonLine(object) };
}

function jsonLine(object: object): string {
  return `${JSON.stringify(object)}\n`;
}
