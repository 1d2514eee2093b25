import type { Facts, ItemFacts } from '../minutes/facts.ts';

/** A JSON value of unknown form, as an object; an empty one where it is none. */
type Loose = Readonly<Record<string, unknown>>;

/**
 * Reads facts written by hand, which leave out what is empty and add notes of their own. What is
 * missing or of another form becomes null, empty or 0, so that a gold file never fails halfway;
 * null when the value isn't an object with a list of items, so no gold facts at all.
 */
export function readGold(value: unknown): Facts | null {
  const gold = object(value);
  if (!Array.isArray(gold['items'])) return null;
  const attendance = object(gold['attendance']);
  const distribution = object(gold['distribution']);
  return {
    title: text(gold['title']),
    issuer: text(gold['issuer']),
    number: text(gold['number']),
    meeting_name_or_ordinal: text(gold['meeting_name_or_ordinal']),
    meeting_date: text(gold['meeting_date']),
    issue_date: text(gold['issue_date']),
    compiled_date: text(gold['compiled_date']),
    chair: readChair(gold['chair']),
    venue: text(gold['venue']),
    disclosure: text(gold['disclosure']),
    compiled_by: text(gold['compiled_by']),
    recorder: text(gold['recorder']),
    distribution: { to: text(distribution['to']), cc: text(distribution['cc']) },
    other_matters: gold['other_matters'] === true,
    items: list(gold['items']).map(readItem),
    attendance: {
      present: names(attendance['present']),
      observers: list(attendance['observers']).map(readObserver),
      absent: list(attendance['absent']).map(readAbsent),
    },
  };
}

function readItem(value: unknown): ItemFacts {
  const item = object(value);
  return {
    ordinal: text(item['ordinal']),
    heading: text(item['heading']),
    heading_style: text(item['heading_style']) ?? 'none',
    lead: text(item['lead']),
    parent: text(item['parent']),
    action: text(item['action']),
    documents: names(item['documents']),
    reporting_bureaus: names(item['reporting_bureaus']),
    decision: item['decision'] === null ? null : names(item['decision']),
    responsible_bureaus: names(item['responsible_bureaus']),
    lead_bureaus: names(item['lead_bureaus']),
    lead_persons: names(item['lead_persons']),
    issued_in_name_of: text(item['issued_in_name_of']),
    point_count: count(item['point_count']),
    inline_point_count: count(item['inline_point_count']),
  };
}

function readChair(value: unknown): Facts['chair'] {
  const chair = object(value);
  const name = text(chair['name']);
  return name === null ? null : { name, title: text(chair['title']) };
}

function readObserver(value: unknown): Facts['attendance']['observers'][number] {
  const observer = object(value);
  const group = text(observer['group']);
  return {
    org: text(observer['org']),
    names: names(observer['names']),
    ...(group === null ? {} : { group }),
  };
}

function readAbsent(value: unknown): Facts['attendance']['absent'][number] {
  const absent = object(value);
  return { name: text(absent['name']) ?? text(value) ?? '', reason: text(absent['reason']) };
}

/** A list of names, each a string or an object with a `name`. */
function names(value: unknown): readonly string[] {
  return list(value).flatMap((entry) => text(entry) ?? text(object(entry)['name']) ?? []);
}

function object(value: unknown): Loose {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function count(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
