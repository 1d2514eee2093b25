import { printDate } from './calendar.ts';
import { CITY } from './place.ts';
import type { Random } from './random.ts';
import type { MeetingTruth } from './truth.ts';

/** What every generated document says of itself at its end. */
export const FICTION_NOTE = '（虚构城市，仅供演示）';

/** What stands behind the lists: who compiled, the mark of publication, to whom it goes, that it is fiction. */
export function writeFoot(
  random: Random,
  { compiled, issued }: Pick<MeetingTruth, 'compiled' | 'issued'>,
  issuedInFoot: boolean,
): readonly string[] {
  const office = `${CITY}人民政府办公室`;
  const distributed = random.chance(0.85);
  return [
    ...(random.chance(0.3) ? ['会议还研究了其他事项。'] : []),
    `${office} 整理`,
    printDate(compiled),
    '（此件公开发布）',
    ...(distributed ? [random.pick(TO), random.pick(CC)] : []),
    ...(issuedInFoot ? [`${office} ${printDate(issued)}印发`] : []),
    FICTION_NOTE,
  ];
}

const TO = [
  '主送：各镇人民政府，云泽经开区、云泽高新区、云湖旅游度假区管委会，云埠街道、东篱街道办事处，市各委办局，各直属单位。',
  '主送：各镇人民政府、各街道办事处，各开发区（度假区）管委会，市各委办局，市各直属单位。',
  '主送：各镇（街道），市各委办局、各直属单位。',
];
const CC = [
  '抄送：市委各部委办局，市人大常委会办公室，市政协办公室，市监委、市法院、市检察院，市人武部，市各人民团体。',
  '抄送：市委各部委办局，市人大常委会办公室，市政协办公室，市纪委监委，市法院，市检察院，市人武部，市各人民团体。',
];
