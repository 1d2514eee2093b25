import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { SaxesParser } from 'saxes';
import { citationView } from '../../../src/views/citation.ts';
import { meetingThings } from '../../../src/views/linked-data.ts';
import {
  list,
  loose,
  strings,
  text as textOf,
  value,
  type Loose,
  type Row,
  type WrittenCity,
} from './carried.ts';
import type { FactName, Value } from './model-facts.ts';

/**
 * The field map: which facts each export carries, where a reader that isn't ours finds them, and in which
 * form. What is said here is said whole: every key of the model, unless `part` says that an export holds
 * some of them alone.
 */
export interface MapRow {
  readonly name: string;
  readonly carries: readonly FactName[];
  readonly read: (city: WrittenCity) => readonly Row[];
  /** How the export writes a value of the model; as it is, unless told. */
  readonly form?: (value: Value) => Value;
  readonly part?: true;
}

/** What stands in a table: text, with what has several values in one cell. */
const cell = (of: Value): Value =>
  of === null ? '' : typeof of === 'object' ? of.map(String).join('；') : String(of);

/** A table by the titles of its columns. */
function tableRow(
  table: string,
  rowKey: (row: Readonly<Record<string, string>>) => string,
  columns: Readonly<Partial<Record<FactName, string>>>,
): MapRow {
  return {
    name: `csv/${table}.csv`,
    carries: names(columns),
    form: cell,
    read: (city) =>
      city.table(`data/csv/${table}.csv`).map((row) => {
        const guarded = city.guardedIn(table, row);
        const read = Object.entries(columns).map(([fact, title]) => {
          const text = row[title] ?? '';
          return [fact, guarded.has(title) ? text.replace(/^'/u, '') : text];
        });
        return { key: rowKey(row), values: Object.fromEntries(read) };
      }),
  };
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of such records are fact names
const names = (record: Readonly<Partial<Record<FactName, unknown>>>) => Object.keys(record) as FactName[];

const MEETING_HEAD = [
  'title',
  'issuer',
  'number',
  'session',
  'sessionOrdinal',
  'term',
  'held',
  'heldPart',
  'compiled',
  'issued',
  'venue',
  'disclosure',
  'published',
  'archived',
] as const;

/** Everything of a meeting in our own JSON. */
function ownRows(meeting: Loose): readonly Row[] {
  const id = String(meeting['id']);
  const text = String(meeting['text']);
  const cut = (span: unknown): string => {
    const { start, end } = loose(span);
    return text.slice(Number(start), Number(end));
  };
  const fact = (of: unknown): Value =>
    of === null || typeof of !== 'object' ? value(of) : value(loose(of)['value']);
  const texts = (mentions: unknown): readonly string[] => list(mentions).map((each) => String(each['text']));
  const ids = (mentions: unknown): readonly string[] => [
    ...new Set(list(mentions).flatMap(({ bureaus }) => list(bureaus).map((each) => String(each['id'])))),
  ];
  const called = (mentions: unknown): readonly string[] => [
    ...new Set(
      list(mentions).flatMap((each) => {
        const bureaus = list(each['bureaus']).map((bureau) => String(bureau['name']));
        return bureaus.length === 0 ? [String(each['text'])] : bureaus;
      }),
    ),
  ];
  const head = loose(meeting['head']);
  const attendance = loose(meeting['attendance']);
  const foot = loose(meeting['foot']);
  const distribution = loose(meeting['distribution']);
  const chair = head['chair'] === null ? {} : loose(loose(head['chair'])['value']);
  const redaction = head['redaction'] === null ? null : loose(head['redaction']);
  const items = list(meeting['items']);
  const namesIn = (of: unknown): readonly string[] => list(of).map((person) => String(person['name']));
  const rows: Row[] = [
    {
      key: id,
      values: {
        ...Object.fromEntries(MEETING_HEAD.map((name) => [name, fact(head[name])])),
        chair: value(chair['name']),
        chairTitle: value(chair['title']),
        redaction: redaction === null ? null : [String(redaction['reason']), String(redaction['basis'])],
        present: namesIn(attendance['present']),
        absent: list(attendance['absent']).map((person) => [String(person['name']), value(person['reason'])]),
        recorder: attendance['recorder'] === null ? null : value(loose(attendance['recorder'])['name']),
        to: fact(distribution['to']),
        cc: fact(distribution['cc']),
        compiledBy: fact(foot['compiledBy']),
        note: fact(foot['note']),
        otherMatters: fact(foot['otherMatters']),
        text,
        blocks: list(meeting['blocks']).map((block) =>
          block['kind'] === 'withheld'
            ? `〔${String(block['reason'])}|${String(block['basis'])}〕`
            : cut(block['span']),
        ),
        itemCount: items.length,
        called: value(meeting['name']),
      },
    },
  ];
  for (const [at, observer] of list(attendance['observers']).entries()) {
    const units = observer['unit'] === null ? [] : [observer['unit']];
    rows.push({
      key: `${id}/${String(at + 1)}`,
      values: {
        observerUnit: texts(units)[0] ?? null,
        observerIds: ids(units),
        observerPeople: namesIn(observer['names']),
        represented: value(observer['represented']),
        observerGroup: value(observer['group']),
      },
    });
  }
  for (const item of items) {
    const key = String(item['id']);
    rows.push({
      key,
      values: {
        itemOrder: value(item['order']),
        itemNumber: fact(item['number']),
        itemHeading: fact(item['heading']),
        itemLead: fact(item['lead']),
        itemParent: fact(item['parent']),
        itemText: cut(item['span']),
        action: fact(item['action']),
        documents: list(item['documents']).map((document) => String(document['value'])),
        reporters: texts(item['reporters']),
        reporterIds: ids(item['reporters']),
        reporterNames: called(item['reporters']),
        responsible: texts(item['responsible']),
        responsibleIds: ids(item['responsible']),
        responsibleNames: called(item['responsible']),
        remarks: list(item['remarks']).map(({ word, span }) => `${String(word)}|${cut(span)}`),
        pointCount: list(item['points']).length,
      },
    });
    for (const [at, decision] of list(item['decisions']).entries()) {
      const issuers = decision['issuedInNameOf'] === null ? [] : [decision['issuedInNameOf']];
      rows.push({
        key: `${key}/${String(at + 1)}`,
        values: {
          outcome: value(decision['outcome']),
          outcomeSource: decision['outcomeSpan'] === null ? null : cut(decision['outcomeSpan']),
          decisionText: cut(decision['span']),
          issuedInNameOf: texts(issuers)[0] ?? null,
          issuerNames: called(issuers),
          leads: texts(decision['leads']),
          leadIds: ids(decision['leads']),
          leadNames: called(decision['leads']),
          leadPersons: list(decision['leadPersons']).map((person) => String(person['value'])),
        },
      });
    }
    for (const [kind, points] of [
      ['分点', item['points']],
      ['段内', item['inlinePoints']],
    ] as const)
      for (const point of list(points)) {
        const url = textOf(point['url']);
        rows.push({
          key: `${key}/${kind}/${String(point['order'])}`,
          values: {
            pointMark: value(point['mark']),
            pointText: cut(point['span']),
            pointAnchor: url === null ? null : url.slice(url.indexOf('#') + 1),
          },
        });
      }
  }
  return rows;
}

const OWN: readonly FactName[] = [
  ...MEETING_HEAD,
  'chair',
  'chairTitle',
  'redaction',
  'present',
  'absent',
  'recorder',
  'to',
  'cc',
  'compiledBy',
  'note',
  'otherMatters',
  'text',
  'blocks',
  'itemCount',
  'called',
  'observerUnit',
  'observerIds',
  'observerPeople',
  'represented',
  'observerGroup',
  'itemOrder',
  'itemNumber',
  'itemHeading',
  'itemLead',
  'itemParent',
  'itemText',
  'action',
  'documents',
  'reporters',
  'reporterIds',
  'reporterNames',
  'responsible',
  'responsibleIds',
  'responsibleNames',
  'remarks',
  'pointCount',
  'outcome',
  'outcomeSource',
  'decisionText',
  'issuedInNameOf',
  'issuerNames',
  'leads',
  'leadIds',
  'leadNames',
  'leadPersons',
  'pointMark',
  'pointText',
  'pointAnchor',
];

/** An address of a page as the key of what it shows: `…/minutes/2022/013/#item-3` → `2022/013#item-3`. */
function keyOf(url: unknown): string {
  return String(url)
    .replace(/^.*\/minutes\//u, '')
    .replace(/\/(?=#|$)/u, '');
}

function oparlRows(meeting: Loose): readonly Row[] {
  const file = loose(meeting['resultsProtocol']);
  return [
    {
      key: keyOf(meeting['web']),
      values: {
        called: value(meeting['name']),
        issued: value(file['date']),
        held: value(meeting['jiyao:heldOn']),
        heldPart: value(meeting['jiyao:heldPart']),
      },
    },
    ...list(meeting['agendaItem']).map((item) => ({
      key: keyOf(item['web']),
      values: {
        itemNumber: value(item['number']),
        itemOrder: Number(item['order']) + 1,
        itemCalled: value(item['name']),
        itemOutcome: value(item['result']),
        decisionTexts: textOf(item['resolutionText']) ?? '',
        reporterIds: bureausIn(item['jiyao:reporter']),
        responsibleIds: bureausIn(item['jiyao:responsible']),
      },
    })),
  ];
}

function bureausIn(urls: unknown): readonly string[] {
  return strings(urls).map((url) => url.replace(/^.*\/organization\/(?<id>[^/]+)\.json$/u, '$<id>'));
}

const OPARL: Pick<MapRow, 'carries' | 'form'> = {
  carries: [
    'called',
    'issued',
    'held',
    'heldPart',
    'itemNumber',
    'itemOrder',
    'itemCalled',
    'itemOutcome',
    'decisionTexts',
    'reporterIds',
    'responsibleIds',
  ],
};

/** The elements of an XML file that carry a value, by name. */
function attributesIn(xml: string): Readonly<Record<string, string>> {
  const read: Record<string, string> = {};
  const parser = new SaxesParser({});
  parser.on('opentag', ({ name, attributes }) => {
    const held = name === 'FRBRdate' && attributes['name'] === 'meeting' ? attributes['date'] : undefined;
    if (attributes['value'] !== undefined) read[name] ??= attributes['value'];
    if (held !== undefined) read['held'] ??= held;
  });
  parser.write(xml).close();
  return read;
}

function feedRow(name: string, pattern: RegExp): readonly MapRow[] {
  const carries = ['called', 'agenda', 'published'] as const;
  const form = (of: Value): Value => (typeof of === 'object' && of !== null ? of.map(String).join('\n') : of);
  return [
    {
      name: `${name} as Atom`,
      carries,
      form,
      part: true,
      read: (city) =>
        city.matching(pattern).flatMap(([, xml]) =>
          (parseAtomFeed(xml).entries ?? []).map(({ id, title, summary, published }) => ({
            key: keyOf(id),
            values: {
              called: title?.value ?? null,
              agenda: summary?.value ?? '',
              published: minuteOf(published),
            },
          })),
        ),
    },
  ];
}

/** `2022-07-09T17:00:00+08:00` → `2022-07-09 17:00`; the first of all minutes stands for none. */
function minuteOf(time: string | undefined): string | null {
  const minute = (time ?? '').slice(0, 16).replace('T', ' ');
  return minute === '' || minute === '1970-01-01 00:00' ? null : minute;
}

export const FIELD_MAP: readonly MapRow[] = [
  {
    name: 'the JSON of a meeting',
    carries: OWN,
    read: (city) => city.json(/^data\/json\/\d+\/[^/]+\.json$/u).flatMap((each) => ownRows(loose(each))),
  },
  {
    name: 'the JSON of a year',
    carries: OWN,
    read: (city) =>
      city.json(/^data\/json\/\d+\.json$/u).flatMap((each) => list(loose(each)['meetings']).flatMap(ownRows)),
  },
  {
    name: 'items.json',
    carries: ['itemOrder', 'itemCalled', 'reporterNames', 'responsibleNames', 'itemOutcome'],
    read: (city) =>
      list(city.json(/^data\/items\.json$/u)[0]).map((row) => ({
        key: String(row['id']),
        values: {
          itemOrder: value(row['order']),
          itemCalled: value(row['heading']),
          reporterNames: strings(row['reporters']),
          responsibleNames: strings(row['responsible']),
          itemOutcome: value(row['outcome']),
        },
      })),
  },
  tableRow('meetings', (row) => row['会议编号'] ?? '', {
    called: '会议',
    title: '标题',
    issuer: '发文机关',
    number: '纪要号',
    sessionOrdinal: '第几次会议',
    term: '届',
    held: '会议日期',
    heldPart: '上午或下午',
    compiled: '整理日期',
    issued: '印发日期',
    published: '发布时间',
    archived: '归档日期',
    chair: '主持人',
    chairTitle: '主持人职务',
    venue: '地点',
    itemCount: '议题数',
  }),
  tableRow('items', (row) => row['议题编号'] ?? '', {
    itemOrder: '次序',
    itemNumber: '序号',
    action: '审议或听取',
    itemCalled: '标题',
    reporterNames: '汇报单位',
    reporterIds: '汇报单位编号',
    itemOutcome: '结果',
    responsibleNames: '责任单位',
    responsibleIds: '责任单位编号',
    pointCount: '要点数',
  }),
  tableRow('decisions', (row) => `${row['议题编号'] ?? ''}/${row['次序'] ?? ''}`, {
    outcome: '结果',
    decisionText: '原句',
    issuerNames: '印发名义',
    leadNames: '牵头单位',
    leadIds: '牵头单位编号',
    leadPersons: '牵头的人',
  }),
  tableRow('points', (row) => `${row['议题编号'] ?? ''}/${row['种类'] ?? ''}/${row['次序'] ?? ''}`, {
    pointMark: '序号',
    pointText: '原文',
  }),
  tableRow('attendance', (row) => `${row['会议编号'] ?? ''}/${row['次序'] ?? ''}`, {
    observerUnit: '单位',
    observerIds: '单位编号',
    observerCount: '人数',
    observerGroup: '分组',
  }),
  {
    name: 'csv/documents.csv',
    carries: ['documents'],
    part: true,
    read: (city) => {
      const rows = city.table('data/csv/documents.csv');
      return [...Map.groupBy(rows, (row) => row['议题编号'] ?? '')].map(([key, own]) => ({
        key,
        values: {
          documents: own.map((row) => {
            const text = row['文件名称'] ?? '';
            return city.guardedIn('documents', row).size > 0 ? text.slice(1) : text;
          }),
        },
      }));
    },
  },
  {
    name: 'the register of a year',
    carries: ['itemCalled', 'outcome', 'issuedInNameOf', 'inCharge'],
    form: cell,
    read: (city) =>
      city.matching(/^decisions\/\d+\/decisions\.csv$/u).flatMap(([path]) => {
        const counts = new Map<string, number>();
        return city.table(path).flatMap((row) => {
          const item = keyOf(row['议题网址']);
          const order = (counts.get(item) ?? 0) + 1;
          counts.set(item, order);
          return [
            { key: item, values: { itemCalled: row['议题'] ?? '' } },
            {
              key: `${item}/${String(order)}`,
              values: {
                outcome: row['结果'] ?? '',
                issuedInNameOf: row['印发名义'] ?? '',
                inCharge: row['牵头'] ?? '',
              },
            },
          ];
        });
      }),
    part: true,
  },
  {
    name: 'OParl by meeting',
    ...OPARL,
    read: (city) =>
      city
        .json(/^data\/oparl\/meeting\/\d/u)
        .map(loose)
        .flatMap((each) => (each['deleted'] === true ? [] : oparlRows(each))),
  },
  {
    name: 'OParl by year',
    ...OPARL,
    read: (city) =>
      city.json(/^data\/oparl\/meetings\//u).flatMap((each) => list(loose(each)['data']).flatMap(oparlRows)),
  },
  {
    name: 'Popolo',
    carries: ['called', 'held', 'venue', 'number', 'action', 'itemCalled', 'itemOutcome', 'decisionTexts'],
    read: (city) =>
      city.json(/^data\/popolo\/\d/u).flatMap((each) => {
        const { events, motions } = loose(each);
        return [
          ...list(events).map((event) => ({
            key: String(event['id']),
            values: {
              called: value(event['name']),
              held: value(event['start_date']),
              venue: value(event['location']),
              number: value(list(event['identifiers'])[0]?.['identifier']),
            },
          })),
          ...list(motions).map((motion) => ({
            key: String(motion['id']),
            values: {
              action: value(motion['classification']),
              itemCalled: value(motion['text']),
              itemOutcome: value(motion['result']),
              decisionTexts: list(motion['sources'])
                .slice(1)
                .map(({ note }) => String(note))
                .join('\n'),
            },
          })),
        ];
      }),
  },
  {
    name: 'Open Civic Data',
    carries: [
      'called',
      'held',
      'heldPart',
      'venue',
      'issued',
      'observerNames',
      'action',
      'documents',
      'itemCalled',
      'decisionNotes',
      'reporterNames',
      'responsibleNames',
    ],
    read: (city) =>
      city.json(/^data\/ocd\//u).flatMap((each) => {
        const event = loose(each);
        const extras = loose(event['extras']);
        const key = String(extras['id']);
        const named = (entities: unknown, note: string): readonly string[] =>
          list(entities).flatMap((entity) => (entity['note'] === note ? [String(entity['name'])] : []));
        return [
          {
            key,
            values: {
              called: value(event['name']),
              held: value(event['start_date']),
              heldPart: value(extras['held_part']),
              venue: event['location'] === null ? null : value(loose(event['location'])['name']),
              issued: value(list(event['documents'])[0]?.['date']),
              observerNames: named(event['participants'], '列席'),
            },
          },
          ...list(event['agenda']).map((item, at) => ({
            key: `${key}#item-${String(at + 1)}`,
            values: {
              action: strings(item['classification'])[0] ?? null,
              documents: strings(item['subjects']),
              itemCalled: value(item['description']),
              decisionNotes: strings(item['notes']),
              reporterNames: named(item['related_entities'], '汇报'),
              responsibleNames: named(item['related_entities'], '责任'),
            },
          })),
        ];
      }),
  },
  {
    name: 'Akoma Ntoso',
    carries: ['called', 'number', 'held'],
    read: (city) =>
      city.matching(/^data\/akn\//u).map(([path, xml]) => {
        const read = attributesIn(xml);
        return {
          key: path.slice('data/akn/'.length, -'.xml'.length),
          values: {
            called: read['FRBRname'] ?? null,
            number: read['FRBRnumber'] ?? null,
            held: read['held'] ?? null,
          },
        };
      }),
  },
  ...feedRow('the feed of the site', /^feed\.xml$/u),
  ...feedRow('the feeds of years', /^minutes\/\d+\/feed\.xml$/u),
  {
    name: 'the feed of the site as JSON Feed',
    carries: ['called', 'agenda'],
    form: (of) => (typeof of === 'object' && of !== null ? of.map(String).join('\n') : of),
    part: true,
    read: (city) =>
      city.json(/^feed\.json$/u).flatMap((each) =>
        (parseJsonFeed(each).items ?? []).map(({ id, title, content_text: text }) => ({
          key: keyOf(id),
          values: { called: title ?? null, agenda: text ?? '' },
        })),
      ),
  },
  {
    name: 'the feeds of bureaus and topics',
    carries: ['entryTitle'],
    part: true,
    read: (city) =>
      city.matching(/^(?:bureaus|topics)\/[^/]+\/feed\.xml$/u).flatMap(([, xml]) =>
        (parseAtomFeed(xml).entries ?? []).map(({ id, title }) => ({
          key: keyOf(id),
          values: { entryTitle: title?.value ?? null },
        })),
      ),
  },
  {
    name: 'calendars',
    carries: ['called', 'held', 'venue'],
    part: true,
    read: (city) =>
      city.matching(/calendar\.ics$/u).flatMap(([, ics]) =>
        new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents('vevent').map((component) => {
          const event = new ICAL.Event(component);
          return {
            key: keyOf(component.getFirstPropertyValue('url')),
            values: { called: event.summary, held: event.startDate.toString(), venue: value(event.location) },
          };
        }),
      ),
  },
  {
    name: 'minutes.txt',
    carries: ['lines'],
    form: (of) => `${Array.isArray(of) ? of.map(String).join('\n') : ''}\n`,
    read: (city) =>
      city.matching(/\/minutes\.txt$/u).map(([path, text]) => ({
        key: path.slice('minutes/'.length, -'/minutes.txt'.length),
        values: { lines: text },
      })),
  },
  {
    name: 'minutes.json',
    carries: [
      'title',
      'issuer',
      'number',
      'session',
      'held',
      'issued',
      'compiled',
      'venue',
      'note',
      'compiledBy',
      'recorder',
      'to',
      'cc',
      'present',
      'absent',
      'chair',
      'chairTitle',
      'itemNumber',
      'itemHeading',
      'itemLead',
      'itemParent',
      'action',
      'documents',
      'reporters',
      'responsible',
      'pointCount',
      'decisionTexts',
    ],
    read: (city) =>
      city.matching(/\/minutes\.json$/u).flatMap(([path, text]) => {
        const facts = loose(JSON.parse(text));
        const key = path.slice('minutes/'.length, -'/minutes.json'.length);
        const chair = facts['chair'] === null ? {} : loose(facts['chair']);
        const { to, cc } = loose(facts['distribution']);
        const { present, absent } = loose(facts['attendance']);
        return [
          {
            key,
            values: {
              title: value(facts['title']),
              issuer: value(facts['issuer']),
              number: value(facts['number']),
              session: value(facts['meeting_name_or_ordinal']),
              held: value(facts['meeting_date']),
              issued: value(facts['issue_date']),
              compiled: value(facts['compiled_date']),
              venue: value(facts['venue']),
              note: value(facts['disclosure']),
              compiledBy: value(facts['compiled_by']),
              recorder: value(facts['recorder']),
              to: value(to),
              cc: value(cc),
              present: strings(present),
              absent: list(absent).map(({ name, reason }) => [String(name), value(reason)]),
              chair: value(chair['name']),
              chairTitle: value(chair['title']),
            },
          },
          ...list(facts['items']).map((item, at) => ({
            key: `${key}#item-${String(at + 1)}`,
            values: {
              itemNumber: value(item['ordinal']),
              itemHeading: value(item['heading']),
              itemLead: value(item['lead']),
              itemParent: value(item['parent']),
              action: value(item['action']),
              documents: strings(item['documents']),
              reporters: strings(item['reporting_bureaus']),
              responsible: strings(item['responsible_bureaus']),
              pointCount: value(item['point_count']),
              decisionTexts: strings(item['decision'] ?? []).join('\n'),
            },
          })),
        ];
      }),
  },
  {
    name: 'JSON-LD',
    carries: [
      'called',
      'held',
      'venue',
      'number',
      'issued',
      'published',
      'textHash',
      'itemOrder',
      'itemCalled',
    ],
    read: ({ city: { corpus, site } }) =>
      corpus.minutes.flatMap((minutes) => {
        const [event = {}, report = {}] = list(
          JSON.parse(JSON.stringify(meetingThings(minutes, corpus, site))),
        );
        return [
          {
            key: minutes.id,
            values: {
              called: value(event['name']),
              held: value(event['startDate']),
              venue: event['location'] === undefined ? null : value(loose(event['location'])['name']),
              number: value(report['reportNumber']),
              issued: value(report['dateCreated']),
              published: minuteOf(textOf(report['datePublished']) ?? undefined),
              textHash: value(list(report['encoding'])[0]?.['sha256']),
            },
          },
          ...list(report['hasPart']).map((item) => ({
            key: keyOf(item['@id']),
            values: { itemOrder: value(item['position']), itemCalled: value(item['name']) },
          })),
        ];
      }),
  },
  {
    name: 'citations',
    carries: ['number', 'session', 'held', 'textHash'],
    read: ({ city: { corpus, site } }) =>
      corpus.minutes.map((minutes) => {
        const { source, hash } = citationView(minutes, corpus, site);
        const { id, number, session, held } = loose(JSON.parse(source));
        return {
          key: String(id),
          values: { number: value(number), session: value(session), held: value(held), textHash: hash },
        };
      }),
  },
];
