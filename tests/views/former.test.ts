import { expect, test } from 'vitest';
import { EMPTY_ARCHIVE } from '../../src/corpus/archive.ts';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import type { DocumentHistory, HistoryEvent } from '../../src/corpus/history.ts';
import { formerPaths } from '../../src/views/former.ts';
import { cityRegistry, readCity } from './city.ts';

const [minutes] = readCity().corpus.minutes;
if (minutes === undefined) throw new Error('The city has no minutes');
const { id } = minutes;

const said = { time: '2025-03-01 09:00', reason: '核对', commit: '1' };
const corrected = (at: string, version: number): HistoryEvent => ({
  ...said,
  id: at,
  what: 'text',
  kind: '更正',
  statedKind: null,
  version,
});
const moved = (before: string, after: string): HistoryEvent => ({
  ...said,
  id: after,
  what: 'moved',
  before,
  after,
});

/** The paths at which somebody is led on, of minutes to which this happened and which stood at `former` once. */
function pathsOf(events: readonly HistoryEvent[], former: string): readonly string[] {
  const history: DocumentHistory = {
    id,
    recorded: '2025-02-01 10:00',
    published: '2025-02-01 09:00',
    republished: false,
    isPublic: true,
    current: 1 + events.filter(({ what }) => what === 'text').length,
    earlier: [],
    events,
  };
  const redirects = [{ from: former, to: id, date: '2025-03-02', reason: '改名' }];
  const archive = { ...EMPTY_ARCHIVE, histories: new Map([[id, history]]), changed: [history], redirects };
  return formerPaths(buildCorpus(minutes === undefined ? [] : [minutes], cityRegistry, archive)).map(
    ({ props }) => props.path,
  );
}

test('the versions that stood below an address are led on with it, also those that were not made there', () => {
  // Corrected only after it left, or before.
  expect(pathsOf([moved('2024/b', id), corrected(id, 2)], '2024/b')).toEqual(['2024/b']);
  expect(pathsOf([corrected('2024/b', 2), moved('2024/b', id)], '2024/b')).toEqual(['2024/b', '2024/b/v1']);
  // It came with a version, stood there, and went back.
  expect(pathsOf([corrected(id, 2), moved(id, '2024/b'), moved('2024/b', id)], '2024/b')).toEqual([
    '2024/b',
    '2024/b/v1',
  ]);
});
