import { eventName, textChangeOf } from '../corpus/corrections.ts';
import { differenceOf, withoutSpace, type Piece } from '../corpus/difference.ts';
import type { DocumentHistory } from '../corpus/history.ts';
import type { Minutes } from '../minutes/model.ts';
import { meetingName } from '../minutes/plain-text.ts';
import { CHANGES_FILE, type ChangedSentence } from '../quote/changed-sentence.ts';
import { basePath, meetingUrl, versionUrl } from '../urls.ts';
import type { TableExport } from './export.ts';

/** `quote/changes.json`: every sentence that a change replaced or removed, for 引文核对. What was taken back isn't there. */
export const changedSentences: TableExport = {
  kind: 'table',
  path: CHANGES_FILE,
  head: '[\n',
  rows: (minutes, { archive }) => {
    const history = archive.histories?.get(minutes.id);
    return history === undefined ? [] : sentencesOf(minutes, history).map((each) => JSON.stringify(each));
  },
  separator: ',\n',
  foot: '\n]\n',
};

/** Newest change first. */
function sentencesOf(minutes: Minutes, history: DocumentHistory): readonly ChangedSentence[] {
  return history.events.toReversed().flatMap((event) => {
    const change = textChangeOf(event, history, minutes);
    if (change === null || event.what !== 'text') return [];
    return differenceOf(change.before.text, change.after.text).flatMap((part) => {
      if (part.kind === 'same') return [];
      const [before, after] = [sideOf(part.pieces, 'added'), sideOf(part.pieces, 'removed')];
      if (before === '' || withoutSpace(before) === withoutSpace(after)) return [];
      return [
        {
          path: below(meetingUrl(minutes.id)),
          versionPath: below(versionUrl(minutes.id, event.version - 1)),
          title: meetingName(minutes),
          changed: event.time,
          kind: eventName(event),
          before,
          after,
          pieces: part.pieces,
        },
      ];
    });
  });
}

function sideOf(pieces: readonly Piece[], other: Piece['kind']): string {
  return pieces
    .filter(({ kind }) => kind !== other)
    .map(({ text }) => text)
    .join('')
    .trim();
}

function below(url: string): string {
  return url.slice(basePath().length);
}
