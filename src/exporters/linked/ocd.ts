import { textAt, type AgendaItem, type BureauMention, type Minutes } from '../../minutes/model.ts';
import { headingOf, meetingName } from '../../minutes/plain-text.ts';
import { absoluteUrl, markdownUrl, meetingUrl } from '../../urls.ts';
import type { ExportContext, MeetingExport } from '../export.ts';
import { namesOf } from '../mentions.ts';

/**
 * `data/ocd/2022/013.json`: the meeting as an Open Civic Data event (OCDEP 4), in the form that
 * gatherers of events write: there a day without an hour is a date.
 */
export const ocdEvent: MeetingExport = {
  kind: 'meeting',
  path: (id) => `data/ocd/${id}.json`,
  write: (minutes, context) => `${JSON.stringify(eventObject(minutes, context), null, 1)}\n`,
};

function eventObject(minutes: Minutes, context: ExportContext): object {
  const { id, head, items } = minutes;
  const { site } = context;
  const url = (path: string): string => absoluteUrl(path, site.domain);
  const source = { url: url(meetingUrl(id)), note: '会议纪要' };
  return {
    _type: 'event',
    name: meetingName(minutes),
    description: head.number?.value ?? '',
    classification: 'meeting',
    all_day: true,
    timezone: 'Asia/Shanghai',
    ...(head.held === null ? {} : { start_date: head.held.value }),
    status: 'passed',
    location: head.venue === null ? null : { name: head.venue.value, note: '', url: null },
    participants: observersOf(minutes, context),
    agenda: items.map((item) => agendaObject(item, minutes, context)),
    documents: [
      {
        note: head.number?.value ?? '会议纪要',
        url: url(markdownUrl(id)),
        media_type: 'text/markdown',
        ...(head.issued === null ? {} : { date: head.issued.value }),
      },
    ],
    media: [],
    links: [source],
    sources: [source],
    extras: { id, ...(head.heldPart === null ? {} : { held_part: head.heldPart.value }) },
  };
}

function agendaObject(item: AgendaItem, minutes: Minutes, context: ExportContext): object {
  const entities = (mentions: readonly BureauMention[], note: string): readonly object[] =>
    namesOf(mentions, context.registry).map((name) => ({ entity_type: 'organization', name, note }));
  return {
    description: headingOf(item),
    order: item.number?.value ?? String(item.order),
    classification: item.action === null ? [] : [item.action.value],
    subjects: item.documents.map(({ value }) => value),
    notes: item.decisions.flatMap(({ outcome, span }) => [outcome, textAt(minutes, span)]),
    related_entities: [...entities(item.reporters, '汇报'), ...entities(item.responsible, '责任')],
    media: [],
  };
}

/** The units that observed; people are named in the minutes alone. */
function observersOf({ attendance }: Minutes, { registry }: ExportContext): readonly object[] {
  const units = attendance.observers.flatMap(({ unit }) => unit ?? []);
  return namesOf(units, registry).map((name) => ({ type: 'organization', name, note: '列席' }));
}
