import {
  correctionsOf,
  eventAnchor,
  eventName,
  NO_REASON,
  textChangeOf,
  type Correction,
} from '../../corpus/corrections.ts';
import { differenceOf, withoutSpace } from '../../corpus/difference.ts';
import type { HistoryEvent } from '../../corpus/history.ts';
import type { Corpus } from '../../corpus/model.ts';
import { meetingName } from '../../minutes/plain-text.ts';
import type { Site } from '../../site.ts';
import { absoluteUrl, correctionsFeedUrl, correctionsUrl, meetingUrl } from '../../urls.ts';
import { moment } from './moment.ts';
import { element, escapeXml } from '../xml.ts';

/** So many entries at most: a reader that fetches once a year misses none of an ordinary site. */
const MOST_ENTRIES = 200;

/**
 * The corrections as an Atom feed (RFC 4287), newest first; what was announced about minutes that are
 * withdrawn since is marked as deleted (RFC 6721), without a word of it. Null when there are none.
 */
export function correctionsFeed(corpus: Corpus, site: Site): string | null {
  const corrections = correctionsOf(corpus);
  const [newest] = corrections;
  if (newest === undefined) return null;
  const url = (path: string): string => absoluteUrl(path, site.domain);
  const deleted = corpus.archive.tombstones.flatMap(({ id, date }) =>
    announcedOf(corpus.archive.withdrawn.get(id) ?? []).map((event) =>
      element('at:deleted-entry', {
        ref: url(`${correctionsUrl()}#${eventAnchor(event)}`),
        when: moment(date),
      }),
    ),
  );
  const feed = element(
    'feed',
    {
      xmlns: 'http://www.w3.org/2005/Atom',
      'xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
      'xml:lang': 'zh-CN',
    },
    lines([
      element('id', {}, escapeXml(url(correctionsFeedUrl()))),
      element('title', {}, escapeXml(`${site.name}：更正与撤回`)),
      element('updated', {}, moment(newest.time)),
      element('author', {}, element('name', {}, escapeXml(site.name))),
      element('link', { rel: 'self', type: 'application/atom+xml', href: url(correctionsFeedUrl()) }),
      element('link', { rel: 'alternate', type: 'text/html', href: url(correctionsUrl()) }),
      ...corrections.slice(0, MOST_ENTRIES).map((correction) => entry(correction, url)),
      ...deleted,
    ]),
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed}\n`;
}

/** What stood in the feed: all but the final withdrawal, which is the tombstone's own entry. */
function announcedOf(events: readonly HistoryEvent[]): readonly HistoryEvent[] {
  return events.at(-1)?.what === 'withdrawn' ? events.slice(0, -1) : events;
}

function entry(correction: Correction, url: (path: string) => string): string {
  const { id, title, reason, content } = wordsOf(correction);
  return element(
    'entry',
    {},
    lines([
      element('id', {}, escapeXml(url(`${correctionsUrl()}#${correction.anchor}`))),
      element('title', {}, escapeXml(title)),
      element('updated', {}, moment(correction.time)),
      element('link', { rel: 'alternate', type: 'text/html', href: url(meetingUrl(id)) }),
      element('summary', {}, escapeXml(reason)),
      ...(content === '' ? [] : [element('content', { type: 'text' }, escapeXml(content))]),
    ]),
  );
}

interface Words {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
  /** The changed sentences, before and after; '' where there are none to show. */
  readonly content: string;
}

function wordsOf(correction: Correction): Words {
  if (correction.what === 'tombstone') {
    const { id, kind, name, reason } = correction.tombstone;
    return { id, title: `${kind}：${name ?? `会议纪要 ${id}`}`, reason, content: '' };
  }
  const { event, history, minutes } = correction;
  const change = textChangeOf(event, history, minutes);
  return {
    id: minutes.id,
    title: `${eventName(event)}：${meetingName(minutes)}`,
    reason: event.reason ?? NO_REASON,
    content: change === null ? '' : changedSentences(change.before.text, change.after.text),
  };
}

function changedSentences(before: string, after: string): string {
  return differenceOf(before, after)
    .flatMap((part) => {
      if (part.kind === 'same') return [];
      const side = (other: 'removed' | 'added'): string =>
        part.pieces
          .filter(({ kind }) => kind !== other)
          .map(({ text }) => text)
          .join('')
          .trim();
      const [old, fresh] = [side('added'), side('removed')];
      if (withoutSpace(old) === withoutSpace(fresh)) return [];
      if (old === '') return [`新增：${fresh}`];
      return [fresh === '' ? `删去：${old}` : `原文：${old}\n改为：${fresh}`];
    })
    .join('\n\n');
}

function lines(parts: readonly string[]): string {
  return `\n${parts.join('\n')}\n`;
}
