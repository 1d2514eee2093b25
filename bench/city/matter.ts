import type { Recurrence } from './agenda.ts';
import { bodyName, pickLead } from './body.ts';
import { monthOf, yearOf } from './calendar.ts';
import { existsOn, bureauOf } from './bureaus.ts';
import { words } from './characters.ts';
import { fill } from './grammar.ts';
import { removeMarks } from './mark.ts';
import { createRandom } from './random.ts';
import { pickFresh, type Scene } from './scene.ts';

/** What one agenda item is about. */
export interface Matter {
  /** A paper to adopt, a report to hear, a paper of a higher level to pass on, a request to grant. */
  readonly kind: 'plan' | 'report' | 'convey' | 'request';
  readonly scene: Scene;
  /** The names of those who bring it; empty for what is passed on. */
  readonly reporters: readonly string[];
  /** The title of the paper, without 《》; null where there is none. */
  readonly title: string | null;
  /** The matter in words: 2022年上半年生活垃圾分类工作情况. */
  readonly subject: string;
}

const ANNUAL_TITLES = words(`
  {year}年云泽市{subject}工作要点 {year}年云泽市{subject}行动方案 云泽市{year}年{subject}实施方案 {year}年{subject}工作计划 关于做好{year}年{subject}工作的意见
  {year}年全市{subject}目标任务分解方案 云泽市{subject}工作方案（{year}年）
`);
const TITLES = words(`
  云泽市{thing}管理办法 云泽市{thing}管理办法（试行） 关于加强{thing}管理的实施意见 关于进一步做好{work}工作的意见 云泽市{thing}专项整治行动方案
  关于推进{work}的若干措施 云泽市{thing}三年行动计划 关于{idiom}的实施意见 云泽市{work}实施细则 云泽市{thing}突发事件应急预案 {year}年{campaign} 关于{idiom}的若干措施
  {year}年{campaign} 关于贯彻落实《澜江市{thing}管理条例》的实施意见 云泽市{thing}“一件事”改革实施方案 云泽市{work}奖励办法 关于{thing}有关政策的补充规定
  云泽市{plan}{thing}专项规划 关于规范{thing}{work}的意见 云泽市{thing}提升工程实施计划 {town}{thing}综合治理方案 云泽市{thing}{work}工作规程
`);
const STAGES = words(`（送审稿） （修订稿） （征求意见稿） （草案）`);
const REPORTS = words(`
  {thing}{work}情况 {thing}有关情况 全市{work}工作情况 {town}{work}情况 {year}年以来{thing}问题整改情况 {work}进展情况 {year}年{thing}{work}推进情况
  {thing}调研情况 {plan}期间{work}情况
`);
const REQUESTS = words(
  `{project}有关事项 {project}立项 {project}资金安排 {project}实施方案 {project} {project}相关问题`,
);

/** The paper by which a matter of every year is planned: the same title each year but for the year. */
export function annualPlan(scene: Scene, { subject, lead }: Recurrence): Matter {
  const form = createRandom(`title of ${subject}`).pick(ANNUAL_TITLES);
  const title = fill(scene, form.replace('{subject}', subject));
  return { kind: 'plan', scene, reporters: reportersOf(scene, lead), title, subject: title };
}

/** The report on a matter of every year, for the part of the year that is over. */
export function annualReport(scene: Scene, { subject, lead }: Recurrence): Matter {
  const text = `${periodBefore(scene)}${subject}工作情况`;
  return {
    kind: 'report',
    scene,
    reporters: reportersOf(scene, lead),
    title: asTitle(scene, text, '汇报'),
    subject: text,
  };
}

/** A matter that comes once. */
export function singleMatter(scene: Scene): Matter {
  const { random, field } = scene;
  const kind = random.weigh<Matter['kind']>([
    ['plan', 44],
    ['report', 24],
    ['request', 22],
    ['convey', 10],
  ]);
  if (kind === 'convey') {
    const subject = `${pickFresh(scene, field.conveyed)}精神`;
    return { kind, scene, reporters: [], title: null, subject };
  }
  const lead = pickLead(scene);
  const reporters = reportersOf(scene, lead);
  if (kind === 'plan') {
    const title = singleTitle(scene);
    return { kind, scene, reporters, title, subject: title };
  }
  const form =
    kind === 'report'
      ? pickFresh(scene, REPORTS)
      : random.pick(REQUESTS).replace('{project}', pickFresh(scene, field.projects));
  // A zone speaks of itself, not of a town.
  const own = bureauOf(lead).kind === 'zone' ? form.replaceAll('{town}', '') : form;
  const subject = fill(scene, own);
  return {
    kind,
    scene,
    reporters,
    title: asTitle(scene, subject, kind === 'report' ? '汇报' : '请示'),
    subject,
  };
}

function singleTitle(scene: Scene): string {
  const { random, field } = scene;
  const idiom = pickIdiom(scene);
  const form = pickFresh(scene, TITLES)
    .replace('{idiom}', random.chance(0.05) ? `${idiom} ${pickIdiom(scene)}` : idiom)
    .replace('{campaign}', pickFresh(scene, field.campaigns));
  const title = removeMarks(fill(scene, form));
  return random.chance(0.1) && !title.endsWith('）') ? title + random.pick(STAGES) : title;
}

/** A short idiom of the field, fit for a title. */
function pickIdiom(scene: Scene): string {
  return pickFresh(
    scene,
    scene.field.acts.filter((act) => act.length <= 14 && !/[，“”]/u.test(act)),
  );
}

/** Papers of reports and requests have a title of their own in some documents only. */
function asTitle({ random, headed }: Scene, subject: string, form: string): string | null {
  return headed && random.chance(0.45) ? `关于${subject}的${form}` : null;
}

/** The bureau of a matter, seldom with a department that helped. */
function reportersOf(scene: Scene, known: string | null): readonly string[] {
  const { random, date, field } = scene;
  const lead = known !== null && existsOn(bureauOf(known), date) ? known : pickLead(scene);
  const second = random.pick(field.partners);
  const helps = bureauOf(second).kind === 'gov' && existsOn(bureauOf(second), date);
  const both = random.chance(0.08) && second !== lead && helps;
  return (both ? [lead, second] : [lead]).map((id) => bodyName(scene, id));
}

/** What a report made on a day can be about: the year before in January, later what is over of the year. */
function periodBefore({ date, random }: Scene): string {
  const year = yearOf(date);
  const month = monthOf(date);
  if (month === 1) return `${String(year - 1)}年`;
  const quarter = Math.floor((month - 1) / 3);
  const over = ['', '一季度', '上半年', '前三季度'][quarter] ?? '';
  const months = month === 2 ? '1月份' : `1—${String(month - 1)}月`;
  return `${String(year)}年${over === '' || random.chance(0.4) ? months : over}`;
}
