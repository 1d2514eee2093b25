import { createHash } from 'node:crypto';
import { decodeColumn, encodeColumns, type Columns } from '../../src/search/columns.ts';
import { compareMeetings } from '../../src/search/meeting-order.ts';
import type { SearchRecord } from '../../src/search/record.ts';
import type { SearchSource, SourceMeeting } from '../../src/search/search-source.ts';
import { BUREAU_NAMES } from './invented.ts';

/** Invented records as the builder takes them; `withheld` marks meetings from which something is withheld. */
export function sourceOf(
  records: readonly SearchRecord[],
  withheld: ReadonlyMap<string, string> = new Map(),
): SearchSource {
  const byMeeting = Map.groupBy(records, ({ meeting }) => meeting);
  const meetings = [...byMeeting].map(([id, own]): SourceMeeting => ({
    id,
    day: own[0]?.day ?? null,
    digest: createHash('sha256').update(JSON.stringify(own)).digest('hex'),
    withheld: withheld.get(id) ?? '',
    length: own.reduce((sum, { text }) => sum + text.length, 0),
  }));
  return {
    meetings: meetings.toSorted(compareMeetings),
    names: Object.entries(BUREAU_NAMES).map(([id, name]) => ({
      id,
      name,
      otherNames: [`原${id}局`],
      readings: [],
    })),
    recordsOf: (id) => byMeeting.get(id) ?? [],
  };
}

/** The columns of records as the browser reads them. */
export function columnsOf(records: readonly SearchRecord[]): Columns {
  const { action, outcome, archived, reports, responsible, issues, observes } = encodeColumns(records);
  return {
    action: decodeColumn(action),
    outcome: decodeColumn(outcome),
    archived: decodeColumn(archived),
    reports: decodeColumn(reports),
    responsible: decodeColumn(responsible),
    issues: decodeColumn(issues),
    observes: decodeColumn(observes),
  };
}
