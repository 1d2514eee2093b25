import { printDate, printTerm } from './calendar.ts';
import { CITY } from './place.ts';
import type { Random } from './random.ts';
import type { MeetingTruth } from './truth.ts';

/** The facts of a meeting that its head prints. */
export type HeadFacts = Pick<MeetingTruth, 'number' | 'session' | 'term' | 'held' | 'issued' | 'chair'>;

/** The title and what stands under it, as paragraphs; the date of issue at times waits for the foot. */
export function writeHead(random: Random, facts: HeadFacts, issuedInFoot: boolean): readonly string[] {
  const title = `${CITY}人民政府${random.chance(0.5) ? ' ' : ''}常务会议纪要`;
  const office = `${CITY}人民政府办公室`;
  const issued = printDate(facts.issued);
  const under = issuedInFoot ? [] : random.chance(0.8) ? [office, issued] : [`${office} ${issued}`];
  return [title, `第${String(facts.number)}号`, ...under];
}

/** The opening sentence: when, who, which meeting, what. `topics` and `fields` are those of the items. */
export function writeOpening(
  random: Random,
  { held, session, term, chair }: HeadFacts,
  topics: readonly string[],
  fields: readonly string[],
): string {
  const meeting =
    term % 2 === 1
      ? `市政府第${String(session)}次常务会议`
      : `${CITY}${printTerm(term)}人民政府第${String(session)}次常务会议`;
  const who =
    chair.title === '市长' && random.chance(0.6) ? `${chair.name}市长` : `${chair.title}${chair.name}`;
  const venue = random.chance(0.15)
    ? `在市政府${String(random.whole(1, 5))}0${String(random.whole(1, 8))}会议室`
    : '';
  const start = `${printDate(held)}${random.pick(['上午', '下午', '下午'])}，${who}${venue}主持召开${meeting}`;
  const agenda = random.weigh([
    [`主要是${topics.join('，')}`, 70],
    [topics.join('，'), 12],
    [`专题研究${fields.join('、')}等工作`, 10],
    [`研究审议${String(topics.length)}项议题`, 8],
  ]);
  const end = random.pick(['纪要如下：', '纪要如下：', '现纪要如下：', '现将会议议定事项纪要如下：']);
  return `${start}，${agenda}，${end}`;
}
