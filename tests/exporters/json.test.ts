import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { MEETING, YEAR } from '../../src/exporters/json/meeting-schema.ts';
import { EXPORTS } from '../../src/exporters/registry.ts';
import { jsonSchemas, meetingJson, yearJson } from '../../src/exporters/json/meetings.ts';
import { CITIES, corpusOfSource, writtenBy, type City } from './cities.ts';

function parsed(content: unknown): unknown {
  return JSON.parse(String(content));
}

/** Faults that an independent validator finds in a file, against the published schema. */
function faultsOf(content: unknown, schema: 'meeting' | 'year', city: City): readonly string[] {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false });
  addFormats(ajv);
  const files = writtenBy(jsonSchemas, city);
  const file = files.find(({ path }) => path.endsWith(`${schema}-1.json`));
  const validate = ajv.compile(z.record(z.string(), z.unknown()).parse(parsed(file?.content)));
  return validate(parsed(content))
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

describe.each(CITIES)('the JSON of $name', (city) => {
  test('fits the schema published beside it, by meeting and by year', () => {
    for (const { content } of writtenBy(meetingJson, city).slice(0, 12))
      expect(faultsOf(content, 'meeting', city)).toEqual([]);
    for (const { content } of writtenBy(yearJson, city)) expect(faultsOf(content, 'year', city)).toEqual([]);
  });

  test('has every fact of the model, with a span that is its text', () => {
    for (const file of writtenBy(meetingJson, city)) {
      const data = MEETING.parse(parsed(file.content));
      const minutes = city.corpus.byId.get(data.id);
      expect(data.text).toBe(minutes?.text);
      expect(data.head.held?.value).toBe(minutes?.head.held?.value);
      expect(data.items.map(({ decisions }) => decisions.map(({ outcome }) => outcome))).toEqual(
        minutes?.items.map(({ decisions }) => decisions.map(({ outcome }) => outcome)),
      );
      const mentions = data.items.flatMap((item) => [...item.reporters, ...item.responsible]);
      const cut = mentions.map(({ text, span }) =>
        span === null ? text : data.text.slice(span.start, span.end),
      );
      expect(cut).toEqual(mentions.map(({ text }) => text));
    }
  });

  test('by year has each meeting as its file has it, byte for byte, wherever a row is said to be a copy', () => {
    const context = { ...city.corpus, site: city.site };
    const copying = EXPORTS.flatMap((row) =>
      row.kind === 'year-table' && row.copyOf !== undefined ? [{ rows: row.rows, copyOf: row.copyOf }] : [],
    );
    expect(copying).toHaveLength(2);
    const files = new Map(
      EXPORTS.filter(({ kind }) => kind === 'meeting').flatMap((row) =>
        writtenBy(row, city).map(({ path, content }) => [path, String(content)] as const),
      ),
    );
    for (const { rows, copyOf } of copying)
      for (const minutes of city.corpus.minutes)
        expect(rows(minutes, context).map((line) => `${line}\n`)).toEqual([files.get(copyOf(minutes.id))]);
  });

  test('says the same by year as by meeting', () => {
    const single = writtenBy(meetingJson, city).map(({ content }) => parsed(content));
    const yearly = writtenBy(yearJson, city).flatMap(({ content }) => YEAR.parse(parsed(content)).meetings);
    expect(yearly).toHaveLength(single.length);
    for (const meeting of single) expect(yearly).toContainEqual(meeting);
  });
});

test('a meeting holds nothing that is for staff alone, and nothing withheld', () => {
  const city = corpusOfSource(`---
disclosure: 主动公开
published: 2025-01-02 08:00
disclosure_reason: 内部说明不外传
---

# 云泽市人民政府常务会议纪要

会议研究了有关工作。

:::withhold{reason="涉及商业秘密" basis="条例第十五条"}
不能公开的一句。
:::
`);
  const [file] = writtenBy(meetingJson, city);
  expect(String(file?.content)).toContain('涉及商业秘密');
  for (const secret of ['不能公开的一句', '内部说明', 'content/minutes'])
    expect(file?.content).not.toContain(secret);
});

test('a schema refuses a meeting with a field of another type', () => {
  const [city] = CITIES;
  if (city === undefined) throw new Error('No city');
  const [file] = writtenBy(meetingJson, city);
  const broken = String(file?.content).replace('"order":1', '"order":"一"');
  expect(faultsOf(broken, 'meeting', city)).toContain('/items/0/order must be integer');
});
