import type { BureauLexicon } from '../lexicon.ts';
import type { Span } from '../places.ts';

/** A body recognised in the reading: registered (ids), a collective, or by its form alone. */
export interface Body {
  readonly span: Span;
  readonly bureaus: readonly string[];
  readonly collective: boolean;
}

/** Endings that make a body wherever they stand. Longer ones are tried first. */
const STRONG = sortByLength([
  '人民政府',
  '政府办公室',
  '政府办',
  '管理委员会',
  '管委会',
  '委员会',
  '常委会',
  '领导小组办公室',
  '领导小组',
  '指挥部办公室',
  '指挥部',
  '办公室',
  '办公厅',
  '办事处',
  '街道',
  '社区',
  '开发区',
  '度假区',
  '高新区',
  '经开区',
  '示范区',
  '保税区',
  '风景区',
  '园区',
  '新城',
  '新区',
  '港区',
  '分局',
  '支队',
  '大队',
  '总队',
  '中心',
  '集团公司',
  '集团',
  '有限责任公司',
  '股份有限公司',
  '有限公司',
  '公司',
  '医院',
  '学院',
  '大学',
  '党校',
  '学校',
  '支行',
  '分行',
  '银行',
  '研究院',
  '法院',
  '检察院',
  '组织部',
  '宣传部',
  '统战部',
  '社会工作部',
  '武装部',
  '人武部',
  '派出所',
  '监管所',
  '财政所',
  '司法所',
  '国土所',
  '林业站',
  '工作站',
  '农技站',
  '水利站',
  '文化站',
  '服务站',
  '卫生院',
  '执法队',
  '执法大队',
  '联社',
  '居委会',
  '村委会',
  '苏木',
  '海警站',
  '海事处',
  '督查室',
  '研究室',
  '监察组',
  '总工会',
  '工商联',
  '妇联',
  '残联',
  '文联',
  '科协',
  '侨联',
  '红十字会',
  '供销社',
  '联合社',
  '信用社',
  '档案馆',
  '纪委监委',
  '人大',
  '政协',
  '调查队',
  '专班',
  '工作组',
  '管理处',
  '管理站',
  '管理所',
  '融媒体中心',
  '总社',
  '团委',
]);
/** Endings that are also parts of common words: they count only behind a stem that makes sense. */
const WEAK = [
  '局',
  '委',
  '办',
  '厅',
  '镇',
  '乡',
  '院',
  '署',
  '部',
  '室',
  '组',
  '站',
  '所',
  '会',
  '社',
  '馆',
  '台',
  '队',
  '园',
  '州',
  '县',
  '区',
  '市',
];
const WEAK_IN_TEXT = ['政府', '局', '委', '办', '厅', '镇', '乡'];
const NOT_STEM_OF: Readonly<Record<string, RegExp>> = {
  局: /[格布大全结变开当破僵时平]$/u,
  镇: /[城乡村集各建市]$/u,
  乡: /[城下返老家各]$/u,
  委: /[各]$/u,
  办: /[承主督交举开创试代为快领包查催合兴协]$/u,
  厅: /[大客餐]$/u,
};
/** What may follow a body and make it longer: 市委|组织部, 投资集团|公司, 国资委|党委. */
const EXTENDS = new RegExp(
  `^(?:${['组织部', '宣传部', '统战部', '政法委', '社会工作部', '编办', '网信办', '巡察办', '改革办', '农办', '党校', '办公室', '办公厅', '办', '老干部局', '机关工委', '常委会', '监委', '公司', '有限公司', '有限责任公司', '分公司', '分局', '支行', '管委会', '管理委员会', '党工委', '领导小组办公室', '领导小组', '指挥部', '中心', '开发区', '人民政府', '政府办公室', '政府办', '政府', '委员会', '党委', '党组', '工作委员会', '国资委', '安委办', '安委会', '安办'].sort((a, b) => b.length - a.length).join('|')})`,
  'u',
);
/** A second part that names itself by place or task: …局交警大队, 市生态环境局‹县›分局, …银行‹市›分行, …驻‹局›纪检监察组. */
const SECOND_PART =
  /^(?:(?:交警|刑警|特警|巡特警|治安|森林|水上|经侦)?(?:大队|支队|总队|中队)|[\u4e00-\u9fff]{2,8}?(?:分局|分行|支行|分公司)|驻[\u4e00-\u9fff]{2,12}?监察组|督查室|研究室|政研室|机关(?=[、，要应须和及]))/u;
/** Endings that are names by themselves where a town or county speaks of its own: 派出所、林业站配合. */
const ALONE =
  /^(?:派出所|财政所|司法所|国土所|市场监管所|林业站|农技站|农经站|水利站|文化站|卫生院|供销社|妇联|残联|工商联|总工会|科协|文联|海事处|人武部|党校|综合执法队)/u;
/** A stem can't begin with what is done or said of a body. */
const NOT_A_NAME =
  /^(?:落实|抓好|拓展|推进|打造|管好|用好|纳入|做好|强化|深化|优化|提升|完善|健全|加快|聚焦|围绕|坚持|突出|严格|压实|统筹|确保|切实|全力|持续|不断|深入|着力|大力|积极|主动|认真|及时|组建|成立|设立|新建|关于|将|对|向|按|同意|支持|开展|实施|建立|推动|加强|启动|收购|转让|注册|委托|研究|审议|听取|讨论|要求|责成|进一步|继续|市属|县属|区属|国有|各)/u;
/** What may follow an ending that is also part of common words. */
const BOUNDARY =
  /^(?:[、，。；：\n和及与要应须负牵配会按具做汇修再尽抓根统组落全制研督跟指继主进重提报]|等|$)/u;

/** Names whose 和 belongs to them: 自然资源和规划局, 发展和改革委员会, 文体广电和旅游局. */
const INNER_AND =
  /(?:农业农村|海洋|文体|自然资源|发展|人力资源|住房|工业|科技|科学技术|教育|体育|文化|广电|卫生|农业|民政|交通|水利|商务|粮食|经济|民族宗教|城市管理|林业)$/u;
const HAN = /[\u3400-\u9fff\uf900-\ufaff]/u;
/** Signs and words at which a name can't go on. */
const STOPS = '，。、；：！？《》“”‘’（）()\n 的了在要将对把被并及由请等按向为是以';
const LEVEL = /^[市区县省州旗]/u;

function sortByLength(words: readonly string[]): readonly string[] {
  return [...words].sort((a, b) => b.length - a.length);
}

/**
 * The body that begins at `offset` of the reading, or null. Registered names come first (longest
 * first); else the form decides: a stem and an ending such as 局, 委, 办公室, 街道, 公司, within
 * 24 characters. What is only probable by form has no id.
 */
export function bodyAt(
  text: string,
  offset: number,
  end: number,
  lexicon: BureauLexicon,
  bare: boolean,
): Body | null {
  const registered = lexicon.longestAt(text, offset, { bare });
  const formEnd = formEndAt(text, offset, Math.min(end, offset + 24));
  if (registered !== null && offset + registered.length <= end) {
    const nameEnd = offset + registered.length;
    // 市委|组织部 is another body than 市委; 市商务局|办好 is no other than 市商务局.
    if (formEnd === null || formEnd <= nameEnd || extend(text, nameEnd, formEnd) === nameEnd) {
      const span = { start: offset, end: nameEnd };
      return { span, bureaus: registered.bureaus, collective: registered.collective };
    }
  }
  if (formEnd === null) return null;
  const span = { start: offset, end: formEnd };
  return { span, bureaus: [], collective: isCollective(text.slice(offset, formEnd)) };
}

/** Names of nobody in particular: 各镇, 相关部门, 全市各单位. */
export function isCollective(name: string): boolean {
  return /^(?:各|相关|有关|全[市区县省]|本|上级|下级|其他|其它|所有|责任|成员|牵头|配合|属地|行业|主管|职能|市级|县级|区级|市直|县直|区直|业主|建设单位|政府部门|党政|一线|两级|基层)/u.test(
    name,
  );
}

function formEndAt(text: string, offset: number, limit: number): number | null {
  const stop = stemStop(text, offset, limit);
  if (NOT_A_NAME.test(text.slice(offset, offset + 4))) return null;
  const alone = ALONE.exec(text.slice(offset, stop));
  if (alone !== null) return offset + alone[0].length;
  for (let at = offset + 1; at < stop; at++) {
    const end = endingAt(text, offset, at, stop);
    if (end === null) continue;
    const whole = extend(text, end, stop);
    return /同志|会议|代表/u.test(text.slice(offset, whole)) ? null : whole;
  }
  return null;
}

/** Where the run of characters that can belong to a name ends. */
function stemStop(text: string, offset: number, limit: number): number {
  for (let at = offset; at < limit; at++) {
    const sign = text.charAt(at);
    const joins = sign === '和' || sign === '与';
    if (joins && INNER_AND.test(text.slice(offset, at))) continue;
    if (joins || STOPS.includes(sign) || !(HAN.test(sign) || /[A-Za-z·]/u.test(sign))) return at;
  }
  return limit;
}

/** The end of a body whose ending begins at `at`, or null. */
function endingAt(text: string, offset: number, at: number, stop: number): number | null {
  for (const ending of STRONG) {
    if (at + ending.length <= stop && text.startsWith(ending, at)) return at + ending.length;
  }
  const weak = WEAK_IN_TEXT.find((ending) => text.startsWith(ending, at));
  if (weak === undefined || at + weak.length > stop) return null;
  const stem = text.slice(offset, at);
  if (NOT_STEM_OF[weak]?.test(stem) === true) return null;
  if (stem.length < 2 && !LEVEL.test(stem)) return null;
  const end = at + weak.length;
  const sure = LEVEL.test(stem) || /(?:政府|府|委|区|县|市)$/u.test(stem);
  if (weak === '办' && !sure && !BOUNDARY.test(text.slice(end, end + 1))) return null;
  return at + weak.length;
}

function extend(text: string, end: number, stop: number): number {
  const rest = text.slice(end, Math.min(stop, end + 16));
  const more = EXTENDS.exec(rest) ?? SECOND_PART.exec(rest);
  if (more === null || /^(?:党委|党组|党工委)(?:副?书记|成员|委员)/u.test(rest)) return end;
  return extend(text, end + more[0].length, stop);
}

/** Where the name of a body may end inside an attendance entry such as 城投集团李强. */
export const ENTRY_ENDINGS: readonly string[] = sortByLength([
  ...STRONG,
  ...WEAK,
  '政府',
  '处',
  '村',
  '机关',
  '银保监组',
  '公积金',
  '纪委',
  '监委',
]);
