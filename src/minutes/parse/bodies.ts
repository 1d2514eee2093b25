import type { BureauLexicon } from '../lexicon.ts';
import type { BureauMention } from '../model.ts';
import type { Span } from '../places.ts';
import { bodyAt, isCollective, type Body } from './organisations.ts';
import type { Reading } from './reading.ts';

/** A run of bodies such as 市科技局、人社局等部门, from its first name to its closing words. */
export interface BodyList {
  /** Without collectives; names as printed. */
  readonly bodies: readonly Body[];
  readonly end: number;
  /** Whether closing words such as 等部门 stand behind the names. */
  readonly closed: boolean;
}

/** Longer runs of names are attendance, not a task; the bound keeps every text cheap. */
const LONGEST_LIST = 60;

/** Fields of government work that stand for their department: 财政、住建等部门. */
const FIELDS = [
  '发展和改革',
  '发展改革',
  '发改',
  '教育体育',
  '教育',
  '教体',
  '科学技术',
  '科技',
  '工业和信息化',
  '工信',
  '民宗',
  '公安',
  '交警',
  '民政',
  '司法',
  '财政',
  '人力资源社会保障',
  '人社',
  '自然资源和规划',
  '自然资源',
  '资源规划',
  '国土',
  '规划',
  '生态环境',
  '环保',
  '住房城乡建设',
  '住建',
  '城管',
  '城市管理',
  '交通运输',
  '交通',
  '水利',
  '水务',
  '农业农村',
  '农牧',
  '农业',
  '商务',
  '文化旅游',
  '文旅',
  '文体旅',
  '文体广旅',
  '文广旅',
  '文化',
  '旅游',
  '体育',
  '卫生健康',
  '卫健',
  '退役军人',
  '应急管理',
  '应急',
  '审计',
  '国资',
  '市场监督管理',
  '市场监管',
  '统计',
  '医保',
  '医疗保障',
  '信访',
  '金融监管',
  '金融',
  '税务',
  '气象',
  '消防救援',
  '消防',
  '文物',
  '林草',
  '林业',
  '残联',
  '妇联',
  '团委',
  '工会',
  '组织',
  '宣传',
  '政法',
  '统战',
  '网信',
  '编制',
  '编办',
  '海关',
  '供电',
  '电力',
  '邮政',
  '烟草',
  '园林',
  '行政审批',
  '政务服务',
  '数据',
  '大数据',
  '乡村振兴',
  '粮食',
  '畜牧',
  '广电',
  '人防',
  '档案',
  '机关事务',
  '招商',
  '公积金',
  '疾控',
  '法院',
  '检察',
  '纪检监察',
  '督查',
  '物价',
  '地震',
  '通信',
  '铁路',
  '民航',
  '海事',
  '渔业',
  '扶贫',
  '侨务',
  '外事',
].sort((a, b) => b.length - a.length);

const JOINS = /^(?:、|和|及|与|以及|，(?=[市区县省州旗]))/u;
const CLOSING =
  /^(?:等(?:[^，。、；：\n]{0,14}?(?:部门|单位|方面|地))?|(?:相关|有关|职能|行业|主管|责任|牵头|配合){0,3}(?:部门|单位))/u;
const COLLECTIVE =
  /^(?:各|相关|有关|全[市区县省]|其他|其它|所有|[市区县]直)[^，。、；：\n和及与要应须]{0,12}/u;

/**
 * The list of bodies that begins at `offset`: full names, names that share the first one's prefix,
 * and fields (住建、交通等部门) where closing words make them bodies. Null when there is none.
 */
export function bodyListAt(
  text: string,
  offset: number,
  end: number,
  lexicon: BureauLexicon,
): BodyList | null {
  const bodies: Body[] = [];
  const fields: Body[] = [];
  let at = offset;
  let expects = true;
  while (expects && at < end && bodies.length < LONGEST_LIST) {
    const element = elementAt(text, at, end, lexicon, at > offset);
    if (element === null) break;
    if (element.kind === 'field') fields.push(element.body);
    if (element.kind !== 'collective') bodies.push(element.body);
    at = element.end;
    const join = JOINS.exec(text.slice(at, at + 4));
    expects = join !== null;
    at += join?.[0].length ?? 0;
  }
  if (at === offset) return null;
  const closing = CLOSING.exec(text.slice(at, Math.min(end, at + 24)));
  return settle({ text, bodies, fields, at, closing: closing?.[0] ?? '' });
}

type Element = { readonly kind: 'name' | 'field' | 'collective'; readonly body: Body; readonly end: number };

function elementAt(
  text: string,
  at: number,
  end: number,
  lexicon: BureauLexicon,
  bare: boolean,
): Element | null {
  const collective = COLLECTIVE.exec(text.slice(at, Math.min(end, at + 16)));
  if (collective !== null) {
    const span = { start: at, end: at + collective[0].length };
    return { kind: 'collective', body: { span, bureaus: [], collective: true }, end: span.end };
  }
  const body = bodyAt(text, at, end, lexicon, bare);
  if (body !== null && body.span.end <= end && !text.startsWith('部门', body.span.end))
    return { kind: body.collective ? 'collective' : 'name', body, end: body.span.end };
  const length =
    fieldLength(text, at) ?? (/[市区县省州]/u.test(text.charAt(at)) ? fieldLength(text, at + 1, 1) : null);
  if (length === null || at + length > end) return null;
  const span = { start: at, end: at + length };
  return { kind: 'field', body: { span, bureaus: [], collective: false }, end: span.end };
}

/** The length of the field at an offset, a level of `prefix` characters before it included. */
function fieldLength(text: string, at: number, prefix = 0): number | null {
  const field = FIELDS.find((name) => text.startsWith(name, at));
  return field === undefined ? null : field.length + prefix;
}

/** Fields are bodies only before 等部门, or with a level in front (市财政); one alone takes 部门 along. */
function settle(found: {
  text: string;
  bodies: Body[];
  fields: Body[];
  at: number;
  closing: string;
}): BodyList | null {
  const { text, bodies, fields, at, closing } = found;
  const end = at + closing.length;
  const closed = closing !== '';
  const single = bodies.length === 1 && fields.length === 1 && closing === '部门';
  const kept = bodies.filter(
    (body) => !fields.includes(body) || closed || /^[市区县]/u.test(text.slice(body.span.start)),
  );
  const [only] = kept;
  if (single && only !== undefined)
    return { bodies: [{ ...only, span: { start: only.span.start, end } }], end, closed };
  return { bodies: kept, end, closed };
}

/** A mention of a body in the official text. */
export function mentionOf(reading: Reading, body: Body): BureauMention {
  const span = reading.original(body.span);
  return { text: reading.official.slice(span.start, span.end), span, bureaus: body.bureaus };
}

/** Mentions without those that are printed the same way again, in text order. */
export function uniqueMentions(reading: Reading, bodies: readonly Body[]): BureauMention[] {
  const seen = new Set<string>();
  return bodies
    .filter(({ span, collective }) => !collective && !isCollective(reading.text.slice(span.start, span.end)))
    .sort((a, b) => a.span.start - b.span.start)
    .filter(({ span }) => {
      const name = reading.text.slice(span.start, span.end);
      return seen.has(name) ? false : seen.add(name) !== undefined;
    })
    .map((body) => mentionOf(reading, body));
}

/** The spans that a registered or recognisable name covers, for tests of overlap. */
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
