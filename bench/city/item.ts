import type { Action, Outcome } from '../../src/minutes/model.ts';
import { decide, type Decision } from './decision.ts';
import { writeLead } from './lead.ts';
import type { Matter } from './matter.ts';
import { writeReason } from './reason.ts';
import { writeRemarks } from './remark.ts';
import type { Layout } from './truth.ts';

/** One agenda item before it is printed; marks are still in the text. */
export interface Item {
  readonly heading: string;
  readonly headingAction: Action;
  /** The first begins with the lead sentence. */
  readonly paragraphs: readonly string[];
  readonly leadAction: Action;
  readonly outcome: Outcome | null;
  readonly points: number;
  readonly inlinePoints: number;
}

/** Writes the item of a matter: heading, what was heard, what was decided, what was stressed. */
export function writeItem(matter: Matter, layout: Layout): Item {
  const { scene } = matter;
  const lead = writeLead(matter);
  const reason = writeReason(matter);
  const decision = decide(matter);
  const remarks = writeRemarks(scene, layout, matter.kind === 'convey' || decision.outcome === null);
  const late = decision.text !== '' && layout.style === 'heading' && scene.random.chance(0.06);
  const first = `${lead.text}${reason}${late ? '' : decision.text}`;
  return {
    heading: lead.heading,
    headingAction: lead.headingAction,
    paragraphs: [first, ...remarks.paragraphs, late ? decision.text : ''].filter((text) => text !== ''),
    leadAction: lead.action,
    outcome: decision.outcome,
    points: remarks.points,
    inlinePoints: remarks.inlinePoints + inlineOf(decision),
  };
}

function inlineOf({ text }: Decision): number {
  return text.split(/[一二三]是/u).length - 1;
}
