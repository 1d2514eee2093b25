import { isPrinted, type AgendaItem, type PrintedMention } from '../minutes/model.ts';
import type { Span } from '../minutes/places.ts';

/** A place of the text that what is said of an item rests on (R7.5). */
export interface Ground {
  /** The anchor of the place: a decision, a point, or the mention of a body. */
  readonly anchor: string;
  readonly name: string;
  /** What gets the anchor; null where a point has it anyway. */
  readonly span: Span | null;
}

/** The anchor of a decision of an item: `item-3-decision`, then `item-3-decision-2`. */
export function decisionAnchor(item: Pick<AgendaItem, 'anchor'>, index: number): string {
  return numbered(`${item.anchor}-decision`, index);
}

/** Where the reporters, the decisions and the bodies told to act stand, each place once, in this order. */
export function groundsOf(item: AgendaItem): readonly Ground[] {
  const decisions = item.decisions.map(({ span }, index) => ({
    anchor: decisionAnchor(item, index),
    name: numberedName('议定原句', index),
    span,
  }));
  const grounds: Ground[] = [...decisions];
  const add = (mentions: readonly PrintedMention[], kind: string, name: string): void => {
    let alone = 0;
    for (const mention of mentions) {
      if (grounds.some(({ span }) => span !== null && covers(span, mention))) continue;
      const point = item.points.find(({ span, anchor }) => anchor !== '' && covers(span, mention));
      if (point === undefined) {
        const anchor = numbered(`${item.anchor}-${kind}`, alone);
        grounds.push({ anchor, name: numberedName(name, alone), span: mention.span });
        alone++;
      } else if (!grounds.some(({ anchor }) => anchor === point.anchor))
        grounds.push({ anchor: point.anchor, name: `${point.mark}点`, span: null });
    }
  };
  add(item.reporters.filter(isPrinted), 'reporter', '汇报单位');
  add(item.responsible.filter(isPrinted), 'responsible', '责任单位');
  return grounds;
}

function covers(span: Span, { span: { start, end } }: PrintedMention): boolean {
  return span.start <= start && end <= span.end;
}

function numbered(anchor: string, index: number): string {
  return index === 0 ? anchor : `${anchor}-${String(index + 1)}`;
}

function numberedName(name: string, index: number): string {
  return index === 0 ? name : `${name}（${String(index + 1)}）`;
}
