import type { Action } from '../../src/minutes/model.ts';
import { mark } from './mark.ts';
import type { Matter } from './matter.ts';

/** The heading of an item and its first sentence; the verbs of both. Marks are in the text. */
export interface Lead {
  readonly heading: string;
  readonly headingAction: Action;
  readonly text: string;
  readonly action: Action;
}

const PLAN_LEADS: readonly (readonly [Action, string])[] = [
  ['听取', '会议听取并审议了{reporters}关于《{title}》起草情况的汇报。'],
  ['听取', '会议听取并审议了{reporters}关于《{title}》起草情况的汇报。'],
  ['听取', '会议听取并审议了{reporters}关于《{title}》起草情况的汇报。'],
  ['审议', '会议审议了{reporters}提交的《{title}》。'],
  ['审议', '会议研究审议了{reporters}起草的《{title}》。'],
  ['听取', '会议听取了{reporters}关于《{title}》起草情况的汇报。'],
];
const REPORT_LEADS: readonly (readonly [Action, string])[] = [
  ['听取', '会议听取了{reporters}关于{subject}的汇报。'],
  ['听取', '会议听取并讨论了{reporters}关于{subject}的汇报。'],
  ['听取', '会议听取了{reporters}关于{subject}的汇报，并进行了认真讨论。'],
];
const REQUEST_LEADS: readonly (readonly [Action, string])[] = [
  ['研究', '会议研究了{reporters}提交的关于{subject}的请示。'],
  ['听取', '会议听取了{reporters}关于{subject}的情况汇报。'],
  ['审议', '会议审议了{reporters}关于{subject}的请示。'],
];
const CONVEY_LEADS: readonly (readonly [Action, string])[] = [
  ['传达学习', '会议传达学习了{subject}，研究了我市贯彻落实工作。'],
  ['传达学习', '会议传达学习了{subject}。'],
  ['传达学习', '会议集中学习了{subject}，就抓好贯彻落实作出部署。'],
];

/** Writes how a matter came before the meeting; in a headed document at times under the bureau's name. */
export function writeLead(matter: Matter): Lead {
  const { kind, scene, reporters, title, subject } = matter;
  const leads = { plan: PLAN_LEADS, report: REPORT_LEADS, request: REQUEST_LEADS, convey: CONVEY_LEADS }[
    kind
  ];
  const [action, sentence] = scene.random.pick(leads);
  const text = sentence
    .replace('{reporters}', reporters.map((name) => mark('reporter', name)).join('、'))
    .replace('{title}', mark('document', (title ?? '').replaceAll(' ', '')))
    .replace('{subject}', subject);
  const documented = title === null ? null : mark('document', title);
  if (kind === 'plan' && scene.headed && scene.random.chance(0.06)) return leadUnderName(matter);
  if (kind === 'plan') return { heading: `审议《${documented ?? ''}》`, headingAction: '审议', text, action };
  if (kind === 'convey') return { heading: `传达学习${subject}`, headingAction: '传达学习', text, action };
  const verb = kind === 'report' ? '听取' : '研究';
  const heading =
    documented === null
      ? `${verb}${kind === 'report' ? `关于${subject}的汇报` : subject}`
      : `${verb}《${documented}》`;
  return { heading, headingAction: verb, text, action };
}

/** 审议市发改委《…》: the bureau stands in the heading, and the text begins with what the meeting thinks. */
function leadUnderName({ reporters, title }: Matter): Lead {
  const names = reporters.map((name) => mark('reporter', name)).join('、');
  const document = mark('document', title ?? '');
  return { heading: `审议${names}《${document}》`, headingAction: '审议', text: '', action: '审议' };
}
