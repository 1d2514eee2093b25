import { describe, expect, test } from 'vitest';
import { EMPTY_ARCHIVE } from '../../src/corpus/archive.ts';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import type { DocumentHistory } from '../../src/corpus/history.ts';
import type { Redirect } from '../../src/corpus/redirects.ts';
import { historyView } from '../../src/views/history.ts';
import { sentencesOf } from '../../src/views/difference.ts';
import { cityRegistry, readCity } from './city.ts';

const [minutes] = readCity().corpus.minutes;
if (minutes === undefined) throw new Error('The city has no minutes');

/** The view of the history of the first minutes of the city. */
function viewOf(told: Partial<DocumentHistory> | null, redirects: readonly Redirect[] = []) {
  if (minutes === undefined) throw new Error('The city has no minutes');
  const history: DocumentHistory = {
    id: minutes.id,
    recorded: '2025-02-01 10:00',
    published: '2025-02-01 09:00',
    republished: false,
    isPublic: true,
    current: 1,
    earlier: [],
    events: [],
    ...told,
  };
  const histories = told === null ? null : new Map([[minutes.id, history]]);
  return historyView(
    minutes,
    buildCorpus([minutes], cityRegistry, { ...EMPTY_ARCHIVE, histories, redirects }),
  );
}

describe('historyView', () => {
  test('is nothing where git can’t tell', () => {
    expect(viewOf(null)).toBeNull();
  });

  test('begins with the publication', () => {
    expect(viewOf({})?.changes).toMatchObject([
      { kind: '首次发布', time: { text: '2025-02-01 09:00' }, reason: '' },
    ]);
  });

  test('says when minutes came here later than they were published, and claims no more than they state', () => {
    const late = { published: '2022-07-09 17:00' };
    const lines = (told: Partial<DocumentHistory>) =>
      viewOf(told)?.changes.map(({ time, kind, reason }) => `${time.text} ${kind}：${reason}`);
    expect(lines({ ...late, republished: true })).toEqual([
      '2025-02-01 10:00 录入本站：首次录入本站的时间；此前已于 2022-07-09 17:00 公开发布',
      '2022-07-09 17:00 首次发布：在别处公开发布的时间',
    ]);
    expect(lines(late)).toEqual([
      '2025-02-01 10:00 录入本站：首次录入本站的时间，晚于文件写明的发布时间 2022-07-09 17:00',
      '2022-07-09 17:00 首次发布：文件写明的发布时间',
    ]);
  });

  test('keeps the anchors of items that are gone', () => {
    const { id } = minutes;
    const redirect = { from: `${id}#item-9`, to: `${id}#item-1`, date: '2025-03-01', reason: '并入第一项' };
    expect(viewOf(null, [redirect])?.former).toEqual([
      { id: 'item-9', text: '并入第一项', href: `/minutes/${id}/#item-1` },
    ]);
  });
});

describe('sentencesOf', () => {
  const plain = (text: string) => ({ text, blocks: [] });

  test('cuts what is far from a change, and leaves out white space', () => {
    const long = '各'.repeat(80);
    const [sentence, ...others] = sentencesOf({
      before: plain(`甲。\n${long}甲市${long}。`),
      after: plain(`甲。 \n\n${long}乙市${long}。`),
    });
    expect(others).toEqual([]);
    const shown = (pieces: readonly { readonly changed: boolean; readonly text: string }[] = []) =>
      pieces.map(({ changed, text }) => (changed ? `[${text}]` : text)).join('');
    const near = '各'.repeat(30);
    expect(shown(sentence?.before)).toBe(`……${near}[甲]市${near.slice(1)}……`);
    expect(shown(sentence?.after)).toBe(`……${near}[乙]市${near.slice(1)}……`);
  });
});
