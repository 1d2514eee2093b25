import type { Corpus } from '../corpus/model.ts';
import { statedOf } from '../minutes/stated.ts';
import type { Minutes } from '../minutes/model.ts';
import type { Site } from '../site.ts';
import { absoluteUrl, dataFileUrl, dataUrl, siteUrl, yearUrl } from '../urls.ts';
import { membersOf } from '../corpus/portal.ts';
import { hasWholePackage, WHOLE_PACKAGE } from './bundles.ts';
import type { FileFacts, ListingExport } from './export.ts';
import { TABLES } from './csv/tables.ts';

/** What every dataset says of the right to use it (著作权法第五条: 具有行政性质的文件). */
const RIGHTS = '会议纪要是公文，依照著作权法第五条不适用著作权法；识读的内容由程序生成，以原文为准';

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

export const catalogue: ListingExport = {
  kind: 'listing',
  path: 'data/catalogue.jsonld',
  listed: (corpus) => [
    ...TABLES.map(({ name }) => `data/csv/${name}.csv`),
    ...(hasWholePackage(corpus.minutes.length) ? [WHOLE_PACKAGE] : []),
    ...[...corpus.byYear.keys()].flatMap((year) => [`data/json/${year}.json`, `data/zip/${year}.zip`]),
  ],
  write,
};

/**
 * `data/catalogue.jsonld`: the catalogue by which data portals take the site in (DCAT 3). A dataset for
 * each year, newest first, and one of the tables over all years; a portal names the catalogues of its
 * members as they were taken last.
 */
function write(corpus: Corpus, site: Site, files: ReadonlyMap<string, FileFacts>): string {
  const fileOf = (path: string, title: string, mediaType: string): unknown =>
    distribution(absoluteUrl(siteUrl(path), site.domain), title, mediaType, files.get(path));
  const url = (path: string): string => absoluteUrl(path, site.domain);
  const publisher = { '@type': 'foaf:Agent', 'foaf:name': site.source };
  const common = { 'dct:publisher': publisher, 'dct:language': 'zh-CN', 'dct:rights': RIGHTS };
  const document = {
    '@context': CONTEXT,
    '@id': url(dataFileUrl('catalogue.jsonld')),
    '@type': 'dcat:Catalog',
    'dct:title': `${site.name}：开放数据`,
    ...common,
    'foaf:homepage': { '@id': url(dataUrl()) },
    ...memberCatalogues(corpus),
    'dcat:dataset': [
      {
        '@id': url(dataFileUrl('csv/csv-metadata.json')),
        '@type': 'dcat:Dataset',
        'dct:title': `${site.column.name}：表格`,
        ...common,
        ...datesOf(corpus.minutes, corpus),
        'dcat:landingPage': { '@id': url(dataUrl()) },
        'dcat:distribution': [
          ...TABLES.map(({ name, title }) => fileOf(`data/csv/${name}.csv`, title, 'text/csv')),
          ...(hasWholePackage(corpus.minutes.length)
            ? [fileOf(WHOLE_PACKAGE, '全部原文', 'application/zip')]
            : []),
        ],
      },
      ...[...corpus.byYear].map(([year, minutes]) => ({
        '@id': url(dataFileUrl(`json/${year}.json`)),
        '@type': 'dcat:Dataset',
        'dct:title': `${site.column.name} ${year}年`,
        ...common,
        ...datesOf(minutes, corpus),
        'dcat:landingPage': { '@id': url(yearUrl(year)) },
        'dcat:distribution': [
          fileOf(`data/json/${year}.json`, 'JSON', 'application/json'),
          fileOf(`data/zip/${year}.zip`, '打包', 'application/zip'),
        ],
      })),
    ],
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

/** The catalogues of the members, with the names of their datasets: whoever wants more asks there. */
function memberCatalogues(corpus: Corpus): object {
  const catalogues = membersOf(corpus).flatMap(({ member, collected }) => {
    const theirs = collected?.catalogue ?? null;
    if (theirs === null) return [];
    return {
      '@id': theirs.url,
      '@type': 'dcat:Catalog',
      'dct:title': theirs.title,
      ...(theirs.publisher === null
        ? {}
        : { 'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': theirs.publisher } }),
      ...(theirs.modified === null ? {} : { 'dct:modified': date(theirs.modified) }),
      'foaf:homepage': { '@id': member.address },
      'dcat:dataset': theirs.datasets.map((dataset) => ({
        '@id': dataset.url,
        '@type': 'dcat:Dataset',
        'dct:title': dataset.title,
      })),
    };
  });
  return catalogues.length === 0 ? {} : { 'dcat:catalog': catalogues };
}

function distribution(url: string, title: string, mediaType: string, file: FileFacts | undefined): unknown {
  return {
    '@type': 'dcat:Distribution',
    'dct:title': title,
    'dcat:accessURL': { '@id': url },
    'dcat:downloadURL': { '@id': url },
    'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${mediaType}` },
    ...(file === undefined
      ? {}
      : {
          'dcat:byteSize': { '@type': 'xsd:nonNegativeInteger', '@value': String(file.bytes) },
          'spdx:checksum': {
            '@type': 'spdx:Checksum',
            'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
            'spdx:checksumValue': { '@type': 'xsd:hexBinary', '@value': file.sha256 },
          },
        }),
  };
}

/** When the minutes were published first and changed last, and the time they are about, as far as known. */
function datesOf(minutes: readonly Minutes[], { archive }: Corpus): object {
  const published = minutes.flatMap((each) => statedOf(each).published?.slice(0, 10) ?? []).toSorted();
  const changed = minutes.flatMap(({ id }) => archive.histories?.get(id)?.events.at(-1)?.time ?? []);
  const modified = [...published, ...changed.map((time) => time.slice(0, 10))].toSorted().at(-1);
  const days = minutes.flatMap((each) => statedOf(each).day ?? []).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  return {
    ...(published[0] === undefined ? {} : { 'dct:issued': date(published[0]) }),
    ...(modified === undefined ? {} : { 'dct:modified': date(modified) }),
    ...(first === undefined || last === undefined
      ? {}
      : {
          'dct:temporal': {
            '@type': 'dct:PeriodOfTime',
            'dcat:startDate': date(first),
            'dcat:endDate': date(last),
          },
        }),
  };
}

function date(day: string): unknown {
  return { '@type': 'xsd:date', '@value': day };
}
