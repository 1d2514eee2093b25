import { describe, expect, test } from 'vitest';
import { bare } from '../../src/eval/bare.ts';
import { addTallies, meanF1, scoreFacts } from '../../src/eval/score.ts';
import type { Facts, ItemFacts } from '../../src/minutes/facts.ts';
import { FIXTURES, readFactsOf } from './fixtures.ts';

/** The mean of the fields' F1 over all cases that the parser has reached. It only rises. */
const FLOOR = 0.998;
/** No single case may be read worse than this; it only rises. */
const CASE_FLOOR = 0.96;

const PAGE_MARK = /^[\s\u0000-\u001f]*[-—－]+[\s\u0000-\u001f]*\d*[\s\u0000-\u001f]*[-—－]+\s*$/u;

/** The text without white space, control characters and page marks, which may stand inside a sentence. */
function comparable(text: string): string {
  const lines = text.split(/\r\n|[\r\n]/u).filter((line) => !PAGE_MARK.test(line));
  return bare(lines.join('')) ?? '';
}

/** Every string of the facts that is quoted from the text. */
function quotedIn(facts: Facts): readonly string[] {
  const { chair, distribution, attendance } = facts;
  return [
    facts.title,
    facts.issuer,
    facts.number,
    facts.meeting_name_or_ordinal,
    chair?.name,
    chair?.title,
    facts.venue,
    facts.disclosure,
    facts.compiled_by,
    facts.recorder,
    distribution.to,
    distribution.cc,
    ...facts.items.flatMap(quotedInItem),
    ...attendance.present,
    ...attendance.observers.flatMap(({ org, names, group }) => [org, group, ...names]),
    ...attendance.absent.flatMap(({ name, reason }) => [name, reason]),
  ].filter((value) => typeof value === 'string');
}

function quotedInItem(item: ItemFacts): readonly (string | null)[] {
  return [
    item.ordinal,
    item.heading,
    item.lead,
    item.parent,
    item.issued_in_name_of,
    ...item.documents,
    ...item.reporting_bureaus,
    ...(item.decision ?? []),
    ...item.responsible_bureaus,
    ...item.lead_bureaus,
    ...item.lead_persons,
  ];
}

describe('the invented minutes', () => {
  test('say that they are invented', () => {
    expect(FIXTURES.filter(({ text }) => !text.includes('本文为虚构')).map(({ name }) => name)).toEqual([]);
  });

  test.for(FIXTURES)('$name holds every string its facts quote', ({ text, gold }) => {
    const whole = comparable(text);
    expect(quotedIn(gold).filter((value) => !whole.includes(value))).toEqual([]);
  });

  test.for(FIXTURES)('$name has a heading or a lead for every item', ({ gold }) => {
    const wrong = gold.items.filter(({ heading, lead, heading_style: style }) => {
      const headed = style === 'own-line' || style === 'run-in';
      return headed ? heading === null || lead !== null : heading !== null || lead === null;
    });
    expect(wrong).toEqual([]);
  });
});

describe('the parser on invented minutes', () => {
  test('reads the facts that a person reads, on the whole', async () => {
    const tallies = await Promise.all(
      FIXTURES.map(async ({ name, bytes, gold }) => ({
        name,
        tally: scoreFacts(gold, await readFactsOf(bytes)),
      })),
    );
    const overall = meanF1(addTallies(tallies.map(({ tally }) => tally)));
    const worse = tallies.filter(({ tally }) => meanF1(tally) < CASE_FLOOR);
    expect(worse.map(({ name, tally }) => `${name} ${meanF1(tally).toFixed(3)}`)).toEqual([]);
    expect(overall).toBeGreaterThanOrEqual(FLOOR);
  });
});
