import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { EMPTY_ARCHIVE } from '../../src/corpus/archive.ts';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import { akomaNtoso } from '../../src/exporters/linked/akoma-ntoso.ts';
import { ocdEvent } from '../../src/exporters/linked/ocd.ts';
import { oparlDeleted, oparlFrame, oparlMeeting, oparlMeetings } from '../../src/exporters/linked/oparl.ts';
import { popoloMeeting, popoloOrganisations } from '../../src/exporters/linked/popolo.ts';
import { textFile } from '../../src/minutes/downloads.ts';
import { textAt } from '../../src/minutes/model.ts';
import { CITIES, writtenBy, type City } from './cities.ts';
import { parseXml } from './xml-reader.ts';

const SITE = 'https://www.example.invalid/';
const TIME = '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\+08:00$';
const ANY = z.looseObject({ id: z.string(), type: z.string() });

/** Holds a document against a schema with a validator that isn't ours. */
function faultsOf(schema: object, content: unknown): readonly string[] {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  const parsed: unknown = JSON.parse(String(content));
  if (validate(parsed)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

const text = { type: 'string', minLength: 1 };
const url = { type: 'string', format: 'uri' };
const time = { type: 'string', pattern: TIME };
const day = { type: 'string', format: 'date' };
const list = (items: object): object => ({ type: 'array', items });

/** What OParl 1.1 asks of the objects that are given here; fields of ours have a prefix. */
function oparlSchema(
  type: string,
  required: readonly string[],
  properties: Readonly<Record<string, object>>,
): object {
  return {
    type: 'object',
    required: ['id', 'type', ...required],
    additionalProperties: false,
    patternProperties: { '^jiyao:': {} },
    properties: {
      id: url,
      type: { const: `https://schema.oparl.org/1.1/${type}` },
      web: url,
      modified: time,
      ...properties,
    },
  };
}

const FILE = oparlSchema('File', ['accessUrl'], {
  name: text,
  fileName: text,
  mimeType: text,
  date: day,
  accessUrl: url,
  meeting: list(url),
});
const AGENDA_ITEM = oparlSchema('AgendaItem', ['order'], {
  meeting: url,
  number: text,
  order: { type: 'integer', minimum: 0 },
  name: text,
  public: { const: true },
  result: text,
  resolutionText: text,
});
const MEETING = oparlSchema('Meeting', ['name'], {
  name: text,
  meetingState: { const: 'durchgeführt' },
  resultsProtocol: FILE,
  agendaItem: list(AGENDA_ITEM),
  created: time,
});
const LIST = z.looseObject({
  data: z.array(ANY),
  links: z.looseObject({ self: z.string(), next: z.string().optional() }),
});

describe.each(CITIES)('OParl of $name', (city) => {
  const meetings = writtenBy(oparlMeeting, city);
  const files = new Map(
    [...meetings, ...writtenBy(oparlMeetings, city), ...writtenBy(oparlFrame, city)].map(
      ({ path, content }) => [SITE + path, String(content)],
    ),
  );
  const fileAt = (address: string): unknown => JSON.parse(files.get(address) ?? 'null');

  test('has meetings of the form of the standard, with what the minutes decided and no hour', () => {
    for (const { content } of meetings) {
      expect(faultsOf(MEETING, content)).toEqual([]);
      expect(JSON.parse(String(content))).not.toHaveProperty('start');
    }
    const results = meetings.flatMap(({ content }) =>
      z
        .looseObject({ agendaItem: z.array(z.looseObject({ resolutionText: z.string().optional() })) })
        .parse(JSON.parse(String(content)))
        .agendaItem.map(({ resolutionText }) => resolutionText ?? ''),
    );
    expect(results).toEqual(
      city.corpus.minutes.flatMap((minutes) =>
        minutes.items.map(({ decisions }) => decisions.map(({ span }) => textAt(minutes, span)).join('\n')),
      ),
    );
  });

  test('can be walked from the system to every meeting, each object at its own address', () => {
    const system = z.looseObject({ body: z.string() }).parse(fileAt(`${SITE}data/oparl/system.json`));
    const [body] = LIST.parse(fileAt(system.body)).data;
    const { meeting, person, paper, organization } = z
      .looseObject({ meeting: z.string(), person: z.string(), paper: z.string(), organization: z.string() })
      .parse(body);
    for (const address of [person, paper]) expect(LIST.parse(fileAt(address)).data).toEqual([]);
    for (const { id } of LIST.parse(fileAt(organization)).data) expect(ANY.parse(fileAt(id)).id).toBe(id);
    const found: string[] = [];
    for (let next: string | undefined = meeting; next !== undefined;) {
      const { data, links } = LIST.parse(fileAt(next));
      for (const { id } of data) expect(ANY.parse(fileAt(id)).id).toBe(id);
      found.push(...data.map(({ id }) => id));
      next = links.next;
    }
    expect(new Set(found)).toEqual(
      new Set(city.corpus.minutes.map(({ id }) => `${SITE}data/oparl/meeting/${id}.json`)),
    );
  });
});

test('OParl keeps a withdrawn meeting as deleted, without a word of it', () => {
  const city = withTombstone();
  const file = writtenBy(oparlDeleted, city).find(({ path }) => path.endsWith('meeting/1999/001.json'));
  expect(JSON.parse(String(file?.content))).toEqual({
    id: `${SITE}data/oparl/meeting/1999/001.json`,
    type: 'https://schema.oparl.org/1.1/Meeting',
    deleted: true,
    modified: '1999-05-01T00:00:00+08:00',
  });
});

function withTombstone(): City {
  const [city] = CITIES;
  if (city === undefined) throw new Error('No city');
  const gone = {
    id: '1999/001',
    kind: '撤回',
    date: '1999-05-01',
    reason: '不应公开',
    name: null,
    successor: null,
  } as const;
  const archive = { ...EMPTY_ARCHIVE, tombstones: [gone] };
  return { ...city, corpus: buildCorpus(city.corpus.minutes, city.corpus.registry, archive) };
}

/** What Popolo asks of events, motions and organisations (draft of 2014). */
const PARTIAL = { type: 'string', pattern: '^[0-9]{4}(-[0-9]{2}){0,2}$' };
const SOURCES = list({ type: 'object', required: ['url'], properties: { url, note: text } });
const POPOLO = {
  type: 'object',
  properties: {
    events: list({
      type: 'object',
      required: ['id', 'name'],
      properties: {
        id: text,
        name: text,
        start_date: PARTIAL,
        created_at: time,
        updated_at: time,
        sources: SOURCES,
      },
    }),
    motions: list({
      type: 'object',
      required: ['id', 'text'],
      // A date would need an hour.
      not: { required: ['date'] },
      properties: { id: text, text, result: text, identifier: text, created_at: time, sources: SOURCES },
    }),
  },
};

/** What gatherers of Open Civic Data hold events against. */
const OCD = {
  type: 'object',
  required: ['name', 'all_day', 'status', 'classification', 'sources', 'agenda', 'participants'],
  properties: {
    name: text,
    all_day: { const: true },
    start_date: day,
    status: { enum: ['cancelled', 'tentative', 'confirmed', 'passed'] },
    participants: list({
      type: 'object',
      required: ['name', 'type', 'note'],
      properties: { name: text, note: text, type: { enum: ['organization', 'person'] } },
    }),
    agenda: list({
      type: 'object',
      required: ['description', 'order'],
      properties: {
        description: text,
        order: text,
        classification: list(text),
        notes: list(text),
        subjects: list(text),
        related_entities: list({ type: 'object', properties: { entity_type: text, name: text, note: text } }),
      },
    }),
    sources: { ...SOURCES, minItems: 1 },
  },
};

describe.each(CITIES)('Popolo and Open Civic Data of $name', (city) => {
  test('have the form of the standards', () => {
    for (const { content } of writtenBy(popoloMeeting, city)) expect(faultsOf(POPOLO, content)).toEqual([]);
    for (const { content } of writtenBy(ocdEvent, city)) expect(faultsOf(OCD, content)).toEqual([]);
  });

  test('say what the model says', () => {
    const motions = writtenBy(popoloMeeting, city).flatMap(({ content }) =>
      z
        .looseObject({ motions: z.array(z.looseObject({ id: z.string(), result: z.string().optional() })) })
        .parse(JSON.parse(String(content)))
        .motions.map(({ id, result }) => [id, result]),
    );
    expect(motions).toEqual(
      city.corpus.minutes.flatMap(({ id, items }) =>
        items.map(({ anchor, decisions }) => [`${id}#${anchor}`, decisions[0]?.outcome]),
      ),
    );
    const days = writtenBy(ocdEvent, city).map(
      ({ content }) =>
        z.looseObject({ start_date: z.string().optional() }).parse(JSON.parse(String(content))).start_date,
    );
    expect(days).toEqual(city.corpus.minutes.map(({ head }) => head.held?.value));
    const names = z
      .looseObject({ organizations: z.array(z.looseObject({ id: z.string(), name: z.string() })) })
      .parse(JSON.parse(popoloOrganisations(city.corpus, city.site))).organizations;
    expect(names.map(({ id, name }) => [id, name])).toEqual(
      city.corpus.registry.bureaus.map(({ id, full, short }) => [id, full ?? short]),
    );
  });
});

const FRBR = 'FRBRthis FRBRuri FRBRdate FRBRauthor';

/**
 * What Akoma Ntoso 1.0 has inside each element that is used here, in which order, and the attributes that
 * it has to have. An element without a row holds text alone.
 */
const CONTENT: Readonly<Record<string, { readonly inside: RegExp; readonly has: readonly string[] }>> = {
  akomaNtoso: { inside: /^debate$/u, has: ['xmlns'] },
  debate: { inside: /^meta (?:preface )?debateBody$/u, has: ['name'] },
  meta: { inside: /^identification references$/u, has: [] },
  identification: { inside: /^FRBRWork FRBRExpression FRBRManifestation$/u, has: ['source'] },
  FRBRWork: {
    inside: new RegExp(`^${FRBR} FRBRcountry(?: FRBRnumber)?(?: FRBRname)?$`, 'u'),
    has: [],
  },
  FRBRExpression: { inside: new RegExp(`^${FRBR} FRBRlanguage$`, 'u'), has: [] },
  FRBRManifestation: { inside: new RegExp(`^${FRBR} FRBRformat$`, 'u'), has: [] },
  FRBRthis: { inside: /^$/u, has: ['value'] },
  FRBRuri: { inside: /^$/u, has: ['value'] },
  FRBRdate: { inside: /^$/u, has: ['date', 'name'] },
  FRBRauthor: { inside: /^$/u, has: ['href'] },
  FRBRlanguage: { inside: /^$/u, has: ['language'] },
  references: { inside: /^TLCOrganization(?: TLCOrganization)*$/u, has: ['source'] },
  TLCOrganization: { inside: /^$/u, has: ['eId', 'href', 'showAs'] },
  preface: { inside: /^p(?: p)*$/u, has: [] },
  debateBody: { inside: /^debateSection(?: debateSection)*$/u, has: [] },
  debateSection: { inside: /^(?:heading(?: p)*|p(?: p)*)$/u, has: ['name', 'eId'] },
};

/** Elements that hold others than the standard has there, or lack an attribute. */
function misplacedIn(xml: string): readonly string[] {
  const found: string[] = [];
  const open: { readonly name: string; readonly inside: string[] }[] = [];
  const parser = new SaxesParser({});
  parser.on('opentag', ({ name, attributes }) => {
    open.at(-1)?.inside.push(name);
    open.push({ name, inside: [] });
    for (const attribute of CONTENT[name]?.has ?? [])
      if (attributes[attribute] === undefined) found.push(`${name} without ${attribute}`);
  });
  parser.on('closetag', () => {
    const element = open.pop();
    const inside = element?.inside.join(' ') ?? '';
    if (!(CONTENT[element?.name ?? '']?.inside ?? /^$/u).test(inside))
      found.push(`${element?.name ?? ''} holds ${inside}`);
  });
  parser.write(xml).close();
  return found;
}

describe.each(CITIES)('Akoma Ntoso of $name', (city) => {
  const files = writtenBy(akomaNtoso, city).map(({ path, content }) => ({ path, xml: String(content) }));

  test('is XML in the namespace of the standard, its parts in their order', () => {
    for (const { xml } of files) {
      const { names, attributes } = parseXml(xml);
      expect(attributes.get('xmlns')).toEqual(['http://docs.oasis-open.org/legaldocml/ns/akn/3.0']);
      expect(names.slice(0, 5)).toEqual(['akomaNtoso', 'debate', 'meta', 'identification', 'FRBRWork']);
      const body = names.slice(names.indexOf('debateBody') + 1);
      expect(body[0]).toBe('debateSection');
      expect(new Set(body)).toEqual(
        new Set(body.filter((name) => ['debateSection', 'heading', 'p'].includes(name))),
      );
      const ids = attributes.get('eId') ?? [];
      expect(new Set(ids).size).toBe(ids.length);
      const references = (attributes.get('refersTo') ?? []).flatMap((value) => value.split(' '));
      expect(references.filter((reference) => !ids.includes(reference.slice(1)))).toEqual([]);
    }
  });

  test('has in every element what the standard has there', () => {
    for (const { path, xml } of files) expect([path, misplacedIn(xml)]).toEqual([path, []]);
  });

  test('holds every block of the text once, in order, but for control characters', () => {
    for (const [at, { xml }] of files.entries()) {
      const lines: string[] = [];
      let line: string | null = null;
      const parser = new SaxesParser({});
      parser.on('opentag', ({ name }) => {
        if (name === 'p' || name === 'heading') line = '';
      });
      parser.on('text', (part) => {
        if (line !== null) line += part;
      });
      parser.on('closetag', () => {
        if (line !== null && line !== '') lines.push(line);
        line = null;
      });
      parser.write(xml).close();
      const minutes = city.corpus.minutes[at];
      // XML forbids control characters.
      const printed = minutes === undefined ? null : textFile(minutes).replaceAll(/[^\P{Cc}\n\t]/gu, '');
      expect(lines.map((each) => `${each}\n`).join('')).toBe(printed);
    }
  });
});
