import type { Bureau, Corpus } from '../../corpus/model.ts';
import { textAt, type Minutes } from '../../minutes/model.ts';
import { headingOf, meetingName } from '../../minutes/plain-text.ts';
import type { Site } from '../../site.ts';
import { absoluteUrl, bureauUrl, itemUrl, meetingUrl } from '../../urls.ts';
import type { ExportContext, MeetingExport } from '../export.ts';
import { changedAt, moment, publishedAt } from '../feeds/moment.ts';

/** `data/popolo/organizations.json`: the registered bureaus with their names and how long they bore them. */
export function popoloOrganisations(corpus: Corpus, site: Site): string {
  const organizations = corpus.registry.bureaus.map((bureau) => organisationObject(bureau, corpus, site));
  return `${JSON.stringify({ organizations }, null, 1)}\n`;
}

/**
 * `data/popolo/2022/013.json`: the meeting as an event, what it decided on as motions. A motion states
 * no date, for Popolo wants the hour of it; the day stands in the event.
 */
export const popoloMeeting: MeetingExport = {
  kind: 'meeting',
  path: (id) => `data/popolo/${id}.json`,
  write: (minutes, context) => `${JSON.stringify(meetingObjects(minutes, context), null, 1)}\n`,
};

function organisationObject(
  { id, full, short, aliases, former, kind, since, until }: Bureau,
  corpus: Corpus,
  site: Site,
): object {
  const others = [...(full === null ? [] : [short]), ...aliases].map((name) => ({ name }));
  const earlier = former.map(({ full: name, until: end, note }) => ({
    name,
    ...(end === null ? {} : { end_date: end }),
    ...(note === null ? {} : { note }),
  }));
  return {
    id,
    name: full ?? short,
    other_names: [...others, ...earlier],
    identifiers: [{ scheme: 'jiyao', identifier: id }],
    classification: kind,
    ...(since === null ? {} : { founding_date: since }),
    ...(until === null ? {} : { dissolution_date: until }),
    links: corpus.byBureau.has(id)
      ? [{ url: absoluteUrl(bureauUrl(id), site.domain), note: '机构页面' }]
      : [],
  };
}

function meetingObjects(minutes: Minutes, { archive, site }: ExportContext): object {
  const { id, head, items } = minutes;
  const page = absoluteUrl(meetingUrl(id), site.domain);
  const times = { created_at: moment(publishedAt(minutes)), updated_at: moment(changedAt(minutes, archive)) };
  const event = {
    id,
    name: meetingName(minutes),
    ...(head.held === null ? {} : { start_date: head.held.value }),
    ...(head.venue === null ? {} : { location: head.venue.value }),
    status: 'passed',
    classification: 'meeting',
    identifiers: head.number === null ? [] : [{ scheme: '纪要号', identifier: head.number.value }],
    ...times,
    sources: [{ url: page, note: '会议纪要' }],
  };
  const motions = items.map((item) => {
    const [decision] = item.decisions;
    return {
      id: `${id}#${item.anchor}`,
      legislative_session_id: id,
      identifier: item.number?.value ?? String(item.order),
      ...(item.action === null ? {} : { classification: item.action.value }),
      text: headingOf(item),
      ...(decision === undefined ? {} : { result: decision.outcome }),
      ...times,
      sources: [
        { url: absoluteUrl(itemUrl(id, item.anchor), site.domain), note: '议题' },
        ...item.decisions.map(({ span }) => ({ url: page, note: textAt(minutes, span) })),
      ],
    };
  });
  return { events: [event], motions };
}
