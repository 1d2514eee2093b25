import type { Outcome } from '../../src/minutes/model.ts';
import { issuerName, order } from './body.ts';
import { words } from './characters.ts';
import { fill } from './grammar.ts';
import { mark } from './mark.ts';
import type { Matter } from './matter.ts';
import { SENTENCES } from './sentences.ts';
import { pickFresh } from './scene.ts';

/** What a meeting decides about a matter; no outcome means that it decides nothing. */
export interface Decision {
  readonly outcome: Outcome | null;
  /** The deciding sentence or sentences; empty where the meeting only heard. */
  readonly text: string;
}

type Form = readonly [outcome: Outcome | null, sentence: string, weight: number];

const PLAN_FORMS: readonly Form[] = [
  ['原则同意', '会议原则同意该{short}，会后由{reporter}根据会议讨论情况修改完善，以{issuer}名义印发。', 30],
  ['原则同意', '会议原则同意该{short}。会后由{reporter}根据会议讨论情况修改完善，以{issuer}名义印发。', 8],
  ['原则同意', '会议原则同意该{short}，由{reporter}修改完善后，以{issuer}名义印发实施。', 8],
  ['原则同意', '会议经研究，原则同意该{short}，由{reporter}按程序印发。', 4],
  ['原则同意', '会议原则同意该{short}，由{reporter}根据会议意见修改完善后，按程序报批。', 6],
  ['原则同意', '会议原则同意该{short}，由{reporter}根据会议讨论情况修改完善后，提请市委常委会会议审议。', 4],
  [
    '原则同意',
    '会议原则上同意该{short}，会后由{reporter}牵头，{duties}配合，进一步细化实化各项措施，以{issuer}名义印发。',
    5,
  ],
  ['原则通过', '会议原则通过该{short}，由{reporter}进一步修改完善，以{issuer}名义印发。', 6],
  ['原则通过', '会议原则通过该{short}，由{reporter}负责组织实施。', 3],
  ['通过', '会议审议通过该{short}，以{issuer}名义印发执行。', 3],
  ['通过', '会议审议通过了该{short}，由{reporter}抓好组织实施。', 2],
  ['同意', '会议一致同意该{short}，由{reporter}按会议意见修改后，以{issuer}名义印发。', 4],
  ['不同意', '会议不同意该{short}，由{reporter}按照会议意见重新研究，{act}。', 2],
  [null, '会议认为，该{short}{immature}，由{reporter}会同有关部门进一步修改完善后，再次提请会议审议。', 2],
  ['暂缓', '会议决定暂缓审议该{short}，由{reporter}进一步听取各方面意见，{act}。', 2],
  ['责成', '会议责成{reporter}{act}，抓紧对该{short}作进一步修改，{deadline}再次提交会议审议。', 2],
  ['议定', '会议明确，该{short}由{reporter}按程序征求各方意见后再行上会。', 2],
];

const REPORT_FORMS: readonly Form[] = [
  [null, '', 52],
  ['原则同意', '会议原则同意该汇报，由{reporter}{act}。', 12],
  ['原则同意', '会议原则同意下一步工作安排，由{reporter}牵头，{duties}配合，抓好组织实施。', 8],
  ['议定', '会议明确，{settled}', 8],
  ['议定', '会议确定：{settled}{settled}', 5],
  ['议定', '会议议定了以下意见：一是{settled}二是{settled}三是{settled}', 6],
  ['责成', '会议责成{reporter}{act}，{deadline}拿出具体措施。', 7],
  ['同意', '会议同意由{reporter}{act}，{duties}要予以支持。', 2],
];

const REQUEST_FORMS: readonly Form[] = [
  ['同意', '会议同意该请示，由{reporter}按程序办理。', 20],
  [
    '同意',
    '会议同意由{dutyfinance}安排资金{200-9800}万元，专项用于该项目，{reporter}要加强资金使用监管。',
    12,
  ],
  ['同意', '会议经研究，同意该项目按程序组织实施，由{reporter}牵头做好前期工作。', 12],
  ['原则同意', '会议原则同意该请示，由{reporter}会同{duties}依法依规办理。', 16],
  ['原则同意', '会议原则同意该项目实施，总投资控制在{0.2-9.6}亿元以内，由{reporter}抓紧推进。', 10],
  ['议定', '会议确定：{settled}{settled}', 8],
  ['议定', '会议议定以下事项：一是{settled}二是{settled}', 6],
  ['不同意', '会议不同意该请示，由{reporter}做好解释说明工作。', 3],
  ['暂缓', '会议认为，该事项{immature}，暂不实施，由{reporter}继续做好前期研究。', 4],
  ['责成', '会议责成{reporter}牵头，{deadline}完成方案比选，{act}。', 5],
];

const CONVEY_FORMS: readonly Form[] = [
  [null, '', 86],
  ['议定', '会议明确，{settled}', 8],
  ['责成', '会议责成{dutyoffice}牵头，{deadline}制定贯彻落实方案。', 6],
];

/** Decides a matter: the words, and what they come to. */
export function decide(matter: Matter): Decision {
  const { kind, scene, reporters } = matter;
  const forms = { plan: PLAN_FORMS, report: REPORT_FORMS, request: REQUEST_FORMS, convey: CONVEY_FORMS }[
    kind
  ];
  const [outcome, sentence] = scene.random.weigh(forms.map((form) => [form, form[2]] as const));
  const [reporter = ''] = reporters;
  const own = sentence
    .replace('{short}', shortForm(matter.title ?? ''))
    .replace('{reporter}', order(scene, reporter))
    .replace('{issuer}', mark('issuer', issuerName(scene.random.pick(scene.field.issuers))))
    .replaceAll('{settled}', () => pickFresh(scene, SENTENCES.settled));
  return { outcome, text: fill(scene, own) };
}

const SHORT_FORMS = words(`
  行动方案 实施方案 工作方案 整治方案 实施意见 若干措施 管理办法 奖励办法 工作要点 行动计划 实施计划 培训计划 工作计划 培育计划 引才计划 实施细则 应急预案 工作规程 补充规定
  专项规划 目标任务分解方案 改革方案 建设方案 提升方案 实施办法 意见 办法 措施 方案 计划 倡议
`);

/** 该《行动方案》: the last words of a title, the draft's stage left out. */
function shortForm(title: string): string {
  const bare = title.replace(/（[^（）]*）$/u, '');
  const short = SHORT_FORMS.find((form) => bare.endsWith(form));
  return short === undefined ? '文件' : `《${short}》`;
}
