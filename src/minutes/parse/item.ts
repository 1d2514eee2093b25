import type { BureauLexicon } from '../lexicon.ts';
import type { AgendaItem, Decision } from '../model.ts';
import type { Span } from '../places.ts';
import { readAction } from './action.ts';
import { uniqueMentions } from './bodies.ts';
import { findDecisions, type DecisionSpan } from './decisions.ts';
import { readDocuments } from './documents.ts';
import { findDutyBodies, findIssuer, findLeadPersons } from './duties.ts';
import { mentionOf } from './bodies.ts';
import type { OutlineItem } from './outline.ts';
import { readInlinePoints, readPoints } from './points.ts';
import { factAt, type Reading } from './reading.ts';
import { readRemarks } from './remarks.ts';
import { readReporters } from './reporters.ts';
import { firstSentenceEnd, splitSentences } from './sentences.ts';

/** A lead may end at the colon that hands over to the decision: …，议定了以下意见： */
const LEAD_COLON = /(?:意见|事项|如下|决定|确定|明确|要求|强调|指出|认为|议定)[：:]/u;

/** Reads one agenda item; `order` counts from 1 over the document. */
export function readItem(
  reading: Reading,
  outline: OutlineItem,
  order: number,
  lexicon: BureauLexicon,
): AgendaItem {
  const anchor = `item-${String(order)}`;
  const body = bodyOf(reading.text, outline);
  const opening = outline.heading ?? leadOf(reading.text, body);
  const points = readPoints(
    reading,
    outline.heading !== null && outline.style === 'own-line' ? body : outline.span,
    anchor,
  ).filter((point) => outline.number === null || reading.compact(point.span).start > outline.number.end);
  const decisions = findDecisions(
    reading.text,
    body,
    points.map((point) => reading.compact(point.span)),
    lexicon,
  );
  const duties = findDutyBodies(reading.text, body, lexicon);
  return {
    order,
    number: outline.number === null ? null : factAt(reading, outline.number),
    anchor,
    headingStyle: outline.style,
    heading: outline.heading === null ? null : factAt(reading, outline.heading),
    lead: outline.heading === null ? factAt(reading, opening) : null,
    parent: outline.parent === null ? null : factAt(reading, outline.parent),
    span: reading.original(outline.span),
    action: readAction(reading, opening),
    documents: readDocuments(
      reading,
      opening,
      decisions.map(({ span }) => span),
    ),
    reporters: readReporters(reading, [opening, ...sentencesBeforeRemarks(reading.text, body)], lexicon),
    decisions: decisions.map((decision) => closeDecision(reading, decision, duties, lexicon)),
    responsible: uniqueMentions(reading, duties),
    points,
    inlinePoints: readInlinePoints(reading, outline.span),
    remarks: readRemarks(reading, outline.span),
  };
}

/** The text of an item without an own-line heading or a bare ordinal. */
function bodyOf(text: string, { span, number, heading, style }: OutlineItem): Span {
  if (style === 'own-line' && heading !== null)
    return { start: skipStops(text, heading.end, span.end), end: span.end };
  if (style === 'bare-ordinal' && number !== null)
    return { start: skipStops(text, number.end, span.end), end: span.end };
  return { start: heading?.start ?? span.start, end: span.end };
}

function skipStops(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && '。、．.\n：:'.includes(text.charAt(at))) at++;
  return at;
}

function leadOf(text: string, body: Span): Span {
  const end = firstSentenceEnd(text, body);
  const colon = LEAD_COLON.exec(text.slice(body.start, end));
  return { start: body.start, end: colon === null ? end : body.start + colon.index + colon[0].length };
}

function sentencesBeforeRemarks(text: string, body: Span): Span[] {
  const sentences = splitSentences(text, body);
  const stop = sentences.findIndex(({ start }) =>
    /^会议(?:还|并)?(?:强调|指出|要求|认为)/u.test(text.slice(start, start + 8)),
  );
  return sentences.slice(0, Math.max(1, stop < 0 ? sentences.length : stop)).slice(0, 3);
}

function closeDecision(
  reading: Reading,
  { span, outcome, outcomeSpan }: DecisionSpan,
  duties: Parameters<typeof uniqueMentions>[1],
  lexicon: BureauLexicon,
): Decision {
  const issuer = findIssuer(reading.text, span, lexicon);
  return {
    span: reading.original(span),
    stated: false,
    outcome,
    outcomeSpan: reading.original(outcomeSpan),
    issuedInNameOf: issuer === null ? null : mentionOf(reading, issuer),
    leads: uniqueMentions(
      reading,
      duties.filter((body) => body.span.start >= span.start && body.span.end <= span.end),
    ),
    leadPersons: findLeadPersons(reading, span),
  };
}
