import type { IsoDate } from '../../src/minutes/model.ts';
import type { Recurrence } from './agenda.ts';
import { writeRoster } from './attendance.ts';
import { addDays, workday } from './calendar.ts';
import { chooseMatters } from './docket.ts';
import { writeFoot } from './foot.ts';
import { writeHead, writeOpening } from './head.ts';
import { writeItem } from './item.ts';
import { removeMarks } from './mark.ts';
import type { Officials } from './official.ts';
import { printItem } from './printed-item.ts';
import { printPassage } from './printing.ts';
import type { Random } from './random.ts';
import type { Layout, MeetingTruth } from './truth.ts';

/** What is settled before a meeting is written. */
export interface MeetingPlan {
  readonly id: string;
  readonly number: number;
  readonly session: number;
  readonly term: number;
  readonly held: IsoDate;
  /** The day the minutes before were issued; these are issued no earlier. */
  readonly issuedBefore: IsoDate;
  readonly recurrences: readonly Recurrence[];
}

/** Writes the minutes of one meeting as a Markdown file, and what they say. */
export function writeMeeting(
  random: Random,
  plan: MeetingPlan,
  officials: Officials,
): { readonly source: string; readonly truth: MeetingTruth } {
  const layout = chooseLayout(random);
  const matters = chooseMatters(random, plan, layout);
  const items = matters.map((matter) => writeItem(matter, layout));
  const facts = { ...plan, ...chooseDates(random, plan), chair: chooseChair(random, plan.held, officials) };
  const roster = writeRoster(random, plan.held, officials, facts.chair.name);
  const issuedInFoot = random.chance(0.08);
  const fields = [...new Set(matters.map(({ scene }) => scene.field.name))];
  const topics = joinTopics(items.map(({ heading }) => removeMarks(heading)));
  const printed = (text: string): string => printPassage(text, layout);
  const printedItems = items.map((item, index) => printItem(item, index + 1, layout));
  const [title = '', ...head] = writeHead(random, facts, issuedInFoot).map(digitsOf(layout));
  const paragraphs = [
    `# ${title}`,
    ...head,
    printed(writeOpening(random, facts, topics, fields)),
    ...printedItems.flatMap((item) => item.blocks),
    ...roster.paragraphs,
    ...writeFoot(random, facts, issuedInFoot).map(digitsOf(layout)),
  ];
  const { id, number, session, term, held } = plan;
  return {
    source: `---\ndisclosure: 主动公开\npublished: ${facts.published}\n---\n\n${paragraphs.join('\n\n')}\n`,
    truth: {
      id,
      number,
      session,
      term,
      held,
      compiled: facts.compiled,
      issued: facts.issued,
      published: facts.published,
      chair: facts.chair,
      present: roster.present,
      observers: roster.observers,
      layout,
      items: printedItems.map(({ truth }) => truth),
    },
  };
}

/** Head and foot keep their punctuation; their digits are those of the document. */
function digitsOf(layout: Layout): (text: string) => string {
  return (text) => printPassage(text, { ...layout, halfWidthPunctuation: false });
}

/** 审议《甲》, 审议《乙》 → 审议《甲》《乙》, as openings list them. */
function joinTopics(headings: readonly string[]): readonly string[] {
  const topics: string[] = [];
  for (const heading of headings) {
    const last = topics.at(-1);
    const joins =
      /^(?:审议|听取|研究)《/u.test(heading) &&
      last !== undefined &&
      last.endsWith('》') &&
      last.startsWith(`${heading.slice(0, 2)}《`);
    if (joins) topics[topics.length - 1] = last + heading.slice(2);
    else topics.push(heading);
  }
  return topics;
}

function chooseLayout(random: Random): Layout {
  return {
    style: random.weigh([
      ['heading', 82],
      ['own-line', 4],
      ['run-in', 5],
      ['bare-ordinal', 4],
      ['none', 5],
    ]),
    halfWidthPunctuation: random.chance(0.06),
    fullWidthDigits: random.chance(0.05),
  };
}

function chooseDates(
  random: Random,
  { held, issuedBefore }: MeetingPlan,
): Pick<MeetingTruth, 'compiled' | 'issued' | 'published'> {
  const compiled = addDays(held, random.whole(0, 5));
  const ready = addDays(compiled, random.whole(0, 4));
  const issued = ready < issuedBefore ? issuedBefore : ready;
  const published = workday(addDays(issued, random.whole(0, 8)));
  const time = `${String(random.whole(8, 17)).padStart(2, '0')}:${String(random.whole(0, 59)).padStart(2, '0')}`;
  return { compiled, issued, published: `${published} ${time}` };
}

function chooseChair(random: Random, held: IsoDate, officials: Officials): MeetingTruth['chair'] {
  if (random.chance(0.04)) return { name: officials.holder('leader/1', held), title: '常务副市长' };
  return {
    name: officials.holder('leader/0', held),
    title: random.pick(['市长', '市长', '市委副书记、市长']),
  };
}
