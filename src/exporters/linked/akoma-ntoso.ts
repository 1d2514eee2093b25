import { dayOf } from '../../minutes/meeting-day.ts';
import { textAt, type AgendaItem, type Block, type Minutes } from '../../minutes/model.ts';
import { meetingName } from '../../minutes/plain-text.ts';
import { absoluteUrl, bureauUrl, dataFileUrl, homeUrl, meetingUrl } from '../../urls.ts';
import type { ExportContext, MeetingExport } from '../export.ts';
import { changedAt } from '../feeds/moment.ts';
import { bureauIds } from '../mentions.ts';
import { element, escapeXml } from '../xml.ts';

/**
 * `data/akn/2022/013.xml`: the minutes as an Akoma Ntoso debate (OASIS LegalDocML 1.0). Every block of
 * the text stands in it once, in order, but for control characters, which XML forbids; an item is a
 * section. What was read of it is in the JSON.
 */
export const akomaNtoso: MeetingExport = {
  kind: 'meeting',
  path: (id) => `data/akn/${id}.xml`,
  write: (minutes, context) => {
    const { lead, sections } = sectionsOf(minutes);
    const debate = [
      metaElement(minutes, context),
      ...(lead.length === 0 ? [] : [element('preface', {}, paragraphs(lead, minutes))]),
      element(
        'debateBody',
        {},
        sections.map((section, at) => sectionElement(section, at, minutes)).join('\n'),
      ),
    ];
    const root = element(
      'akomaNtoso',
      { xmlns: 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0' },
      element('debate', { name: 'minutes' }, `\n${debate.join('\n')}\n`),
    );
    return `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`;
  },
};

interface Section {
  /** Null for what belongs to no item. */
  readonly item: AgendaItem | null;
  readonly blocks: Block[];
}

/** The blocks before the first item, and runs of those that belong together; at least one run. */
function sectionsOf(minutes: Minutes): {
  readonly lead: readonly Block[];
  readonly sections: readonly Section[];
} {
  const sections: Section[] = [];
  for (const block of minutes.blocks) {
    const item = itemOf(block, minutes);
    const last = sections.at(-1);
    // A withheld passage belongs where the text before it does.
    if (last !== undefined && (last.item === item || block.kind === 'withheld')) last.blocks.push(block);
    else sections.push({ item, blocks: [block] });
  }
  const [first, ...others] = sections;
  if (first === undefined) return { lead: [], sections: [{ item: null, blocks: [] }] };
  return first.item === null && others.length > 0
    ? { lead: first.blocks, sections: others }
    : { lead: [], sections };
}

function itemOf({ span }: Block, { items }: Minutes): AgendaItem | null {
  const holds = (item: AgendaItem): boolean => item.span.start <= span.start && span.start < item.span.end;
  const begins = (item: AgendaItem): boolean => span.start <= item.span.start && item.span.start < span.end;
  return items.find(holds) ?? items.find(begins) ?? null;
}

function sectionElement({ item, blocks }: Section, at: number, minutes: Minutes): string {
  const bureaus = item === null ? [] : bureauIds(item.reporters);
  const attributes = {
    name: item === null ? 'text' : 'item',
    eId: `dbsect_${String(at + 1)}`,
    ...(bureaus.length === 0 ? {} : { refersTo: bureaus.map((id) => `#org_${id}`).join(' ') }),
  };
  const [first, ...others] = blocks;
  if (first?.kind !== 'heading') return element('debateSection', attributes, paragraphs(blocks, minutes));
  const heading = element('heading', {}, escapeXml(textAt(minutes, first.span)));
  const content = others.length === 0 ? element('p', {}, '') : paragraphs(others, minutes);
  return element('debateSection', attributes, heading + content);
}

function paragraphs(blocks: readonly Block[], minutes: Minutes): string {
  if (blocks.length === 0) return element('p', {}, '');
  return blocks
    .map((block) =>
      block.kind === 'withheld'
        ? element('p', { class: 'withheld' }, escapeXml(`【此处按${block.basis}不予公开：${block.reason}】`))
        : element('p', {}, escapeXml(textAt(minutes, block.span))),
    )
    .join('\n');
}

function metaElement(minutes: Minutes, { archive, registry, site }: ExportContext): string {
  const { id, head } = minutes;
  const url = (path: string): string => absoluteUrl(path, site.domain);
  const work = url(meetingUrl(id));
  const file = url(dataFileUrl(`akn/${id}.xml`));
  const changed = changedAt(minutes, archive).slice(0, 10);
  const identification = [
    element(
      'FRBRWork',
      {},
      [
        ...common(work, dayOf(minutes) ?? changed, head.held === null ? 'document' : 'meeting'),
        element('FRBRcountry', { value: 'cn' }),
        ...(head.number === null ? [] : [element('FRBRnumber', { value: head.number.value })]),
        element('FRBRname', { value: meetingName(minutes) }),
      ].join(''),
    ),
    element(
      'FRBRExpression',
      {},
      [...common(work, changed, 'publication'), element('FRBRlanguage', { language: 'zho' })].join(''),
    ),
    element(
      'FRBRManifestation',
      {},
      [...common(file, changed, 'publication'), element('FRBRformat', { value: 'application/akn+xml' })].join(
        '',
      ),
    ),
  ];
  const bureaus = [...new Set(minutes.items.flatMap(({ reporters }) => bureauIds(reporters)))];
  const references = [
    element('TLCOrganization', { eId: 'publisher', href: url(homeUrl()), showAs: site.source }),
    ...bureaus.map((bureau) =>
      element('TLCOrganization', {
        eId: `org_${bureau}`,
        href: url(bureauUrl(bureau)),
        showAs: registry.byId.get(bureau)?.short ?? bureau,
      }),
    ),
  ];
  return element(
    'meta',
    {},
    element('identification', { source: '#publisher' }, identification.join('\n')) +
      element('references', { source: '#publisher' }, references.join('')),
  );
}

/** What each level of FRBR begins with. */
function common(uri: string, date: string, name: string): readonly string[] {
  return [
    element('FRBRthis', { value: uri }),
    element('FRBRuri', { value: uri }),
    element('FRBRdate', { date, name }),
    element('FRBRauthor', { href: '#publisher' }),
  ];
}
