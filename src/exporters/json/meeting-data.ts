import type { Archive } from '../../corpus/archive.ts';
import type { Registry } from '../../corpus/model.ts';
import type { AgendaItem, BureauMention, Decision, Minutes, Point } from '../../minutes/model.ts';
import { meetingName } from '../../minutes/plain-text.ts';
import { absoluteUrl, dataFileUrl, itemUrl, meetingUrl } from '../../urls.ts';
import type { ExportContext } from '../export.ts';
import type { MeetingData } from './meeting-schema.ts';

/** Where the schemas stand below `/data/`. */
export const SCHEMA_PATHS = {
  meeting: 'json/schema/meeting-1.json',
  year: 'json/schema/year-1.json',
} as const;

const NOTICE = '识读的内容由程序根据原文生成，以原文为准；origin 和 span 指出所依据的原文';

/**
 * A set of minutes in our own form: everything the model holds but what is for staff alone
 * (`path`, `disclosureReason`) and what only the parser needs.
 */
export function meetingData(minutes: Minutes, { registry, archive, site }: ExportContext): MeetingData {
  const { id, head, attendance } = minutes;
  const url = (path: string): string => absoluteUrl(path, site.domain);
  const named = (mention: BureauMention) => mentionData(mention, registry);
  const { disclosureReason: _staff, span: _span, ...shown } = head;
  return {
    schema: url(dataFileUrl(SCHEMA_PATHS.meeting)),
    id,
    url: url(meetingUrl(id)),
    name: meetingName(minutes),
    notice: NOTICE,
    head: shown,
    items: minutes.items.map((item) => itemData(item, id, url, named)),
    attendance: {
      span: attendance.span,
      present: [...attendance.present],
      observers: attendance.observers.map(({ unit, names, represented, group }) => ({
        unit: unit === null ? null : named(unit),
        names: [...names],
        represented,
        group,
      })),
      absent: [...attendance.absent],
      recorder: attendance.recorder,
    },
    distribution: minutes.distribution,
    foot: minutes.foot,
    ...versionOf(id, archive),
    text: minutes.text,
    blocks: [...minutes.blocks],
  };
}

type ItemData = MeetingData['items'][number];
type MentionData = ItemData['reporters'][number];

function itemData(
  item: AgendaItem,
  id: string,
  url: (path: string) => string,
  named: (mention: BureauMention) => MentionData,
): ItemData {
  const { order, number, heading, lead, parent, span, action } = item;
  const pointData = ({ anchor, ...point }: Point) => ({
    order: point.order,
    mark: point.mark,
    url: anchor === '' ? null : url(itemUrl(id, anchor)),
    span: point.span,
  });
  return {
    id: `${id}#${item.anchor}`,
    url: url(itemUrl(id, item.anchor)),
    order,
    number,
    heading,
    lead,
    parent,
    span,
    action,
    documents: [...item.documents],
    reporters: item.reporters.map(named),
    decisions: item.decisions.map((decision) => decisionData(decision, named)),
    responsible: item.responsible.map(named),
    points: item.points.map(pointData),
    inlinePoints: item.inlinePoints.map(pointData),
    remarks: [...item.remarks],
  };
}

function decisionData(
  { span, outcome, outcomeSpan, issuedInNameOf, leads, leadPersons }: Decision,
  named: (mention: BureauMention) => MentionData,
): ItemData['decisions'][number] {
  return {
    span,
    outcome,
    outcomeSpan,
    issuedInNameOf: issuedInNameOf === null ? null : named(issuedInNameOf),
    leads: leads.map(named),
    leadPersons: [...leadPersons],
  };
}

function mentionData({ text, span, bureaus }: BureauMention, { byId }: Registry): MentionData {
  return { text, span, bureaus: bureaus.map((id) => ({ id, name: byId.get(id)?.short ?? id })) };
}

function versionOf(id: string, { histories }: Archive): Pick<MeetingData, 'version' | 'modified'> {
  const history = histories?.get(id);
  if (history === undefined) return { version: null, modified: null };
  return { version: history.current, modified: history.events.at(-1)?.time ?? history.recorded };
}
