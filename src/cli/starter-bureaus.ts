import { pinyin } from 'pinyin-pro';
import type { BureauKind } from '../corpus/model.ts';
import type { NewCity } from './new-city.ts';

/**
 * The bodies that nearly every county and city has since the reform of 2018 and 2019: id, kind, full
 * name, short name, other names. `$P` is the place, `~` its level: 市, 县, 区.
 */
const COMMON = `
# 党委、人大、政协、司法、军事
shiwei party 中共$P委员会 ~委
swb party 中共$P委员会办公室 ~委办 ~委办公室
jwjw party 中共$P纪律检查委员会、$P监察委员会 ~纪委监委 ~纪委,~监委
zzb party 中共$P委员会组织部 ~委组织部
xcb party 中共$P委员会宣传部 ~委宣传部
tzb party 中共$P委员会统一战线工作部 ~委统战部
zfw party 中共$P委员会政法委员会 ~委政法委
bianban party 中共$P委员会机构编制委员会办公室 ~委编办
wxb party 中共$P委员会网络安全和信息化委员会办公室 ~委网信办 ~网信办
renda npc $P人民代表大会常务委员会 ~人大常委会 ~人大,~人大常委会办公室
zhengxie cppcc 中国人民政治协商会议$P委员会 ~政协 ~政协办公室
fayuan judicial $P人民法院 ~法院
jianchayuan judicial $P人民检察院 ~检察院
rwb military $P人民武装部 ~人武部
# 政府和工作部门
szf gov $P人民政府 ~政府
zfb gov $P人民政府办公室 ~政府办 ~政府办公室
fgw gov $P发展和改革委员会 ~发展改革委 ~发改委,~发展和改革委
jyj gov $P教育局 ~教育局
kjj gov $P科学技术局 ~科技局
gxj gov $P工业和信息化局 ~工信局 ~工业和信息化局
gaj gov $P公安局 ~公安局
mzj gov $P民政局 ~民政局
sfj gov $P司法局 ~司法局
czj gov $P财政局 ~财政局
rsj gov $P人力资源和社会保障局 ~人社局 ~人力资源社会保障局
zrj gov $P自然资源和规划局 ~自然资源和规划局 ~资源规划局,~自规局
zjj gov $P住房和城乡建设局 ~住建局 ~住房城乡建设局
cgj gov $P城市管理局 ~城管局 ~城市管理局
jtj gov $P交通运输局 ~交通运输局 ~交运局
swj gov $P水务局 ~水务局 ~水利局
nyj gov $P农业农村局 ~农业农村局
swuj gov $P商务局 ~商务局
wlj gov $P文化体育广电和旅游局 ~文体广旅局 ~文化广电旅游局
wjw gov $P卫生健康委员会 ~卫健委 ~卫生健康委
tyj gov $P退役军人事务局 ~退役军人局 ~退役军人事务局
yjj gov $P应急管理局 ~应急管理局 ~应急局
sjj gov $P审计局 ~审计局
spj gov $P行政审批局 ~行政审批局
scj gov $P市场监督管理局 ~市场监管局 ~市场监督管理局
tjj gov $P统计局 ~统计局
ybj gov $P医疗保障局 ~医保局 ~医疗保障局
xfj gov $P信访局 ~信访局
sjuj gov $P数据局 ~数据局
# 直属单位
rmt gov-affil $P融媒体中心 ~融媒体中心
jgsw gov-affil $P机关事务管理中心 ~机关事务中心
ggzy gov-affil $P公共资源交易中心 ~公共资源交易中心
# 垂直管理和公用事业
swju vertical 国家税务总局$P税务局 ~税务局 税务局
qxj vertical $P气象局 ~气象局 气象局
xfjy vertical $P消防救援大队 ~消防救援大队 ~消防救援局
# 群团
zgh mass $P总工会 ~总工会
tw mass 共青团$P委员会 团~委
fl mass $P妇女联合会 ~妇联
gsl mass $P工商业联合会 ~工商联
kx mass $P科学技术协会 ~科协
cl mass $P残疾人联合会 ~残联
# 议事协调机构（印发文件的名义）
awh coord $P安全生产委员会 ~安委会
jzw coord $P减灾委员会 ~减灾委
xaw coord $P消防安全委员会 ~消安委
`;

interface Entry {
  readonly id: string;
  readonly kind: BureauKind;
  readonly full: string | null;
  readonly short: string;
  readonly aliases: readonly string[];
}

/** What kind a local body is, by how its name ends; the first that fits. */
const KINDS: readonly (readonly [RegExp, BureauKind])[] = [
  [/(?:镇|乡|街道|街道办事处|苏木)$/u, 'town'],
  [/(?:开发区|经开区|高新区|园区|度假区|新区|新城|管委会)$/u, 'zone'],
  [/(?:集团|公司|投资)$/u, 'soe'],
  [/(?:学院|大学|学校)$/u, 'edu'],
];

/** The local bodies as entries; ids are their names in letters, each different from every other. */
function localEntries(names: readonly string[]): readonly Entry[] {
  const taken = new Set(commonEntries('').map(({ id }) => id));
  return names.map((short) => {
    const letters = pinyin(short, { toneType: 'none', type: 'array', nonZh: 'removed' }).join('');
    const base = letters.replaceAll(/[^a-z]/gu, '') || 'jigou';
    let id = base;
    for (let next = 2; taken.has(id); next++) id = `${base}-${String(next)}`;
    taken.add(id);
    const kind = KINDS.find(([form]) => form.test(short))?.[1] ?? 'gov-affil';
    return { id, kind, full: null, short, aliases: [] };
  });
}

function commonEntries(level: string): readonly (Entry & { readonly group: string })[] {
  let group = '';
  return COMMON.trim()
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('# ')) {
        group = line.slice(2);
        return [];
      }
      const [id = '', kind = '', full = '', short = '', aliases = ''] = line
        .replaceAll('~', level)
        .split(' ');
      const others = aliases.split(',').filter((each) => each !== '');
      return [{ id, kind: kindOf(kind), full, short, aliases: others, group }];
    });
}

function kindOf(text: string): BureauKind {
  const kinds: readonly BureauKind[] = [
    'party',
    'npc',
    'cppcc',
    'judicial',
    'military',
    'gov',
    'gov-affil',
    'vertical',
    'mass',
    'coord',
  ];
  const kind = kinds.find((each) => each === text);
  if (kind === undefined) throw new Error(`No kind of bureau: ${text}`);
  return kind;
}

/** The last character of a place, which its bodies bear: 市 of 云岭市. */
function levelOf(place: string): string {
  return place.slice(-1);
}

/** Kinds whose name may go without the level behind a shared prefix: 市科技局、人社局. */
const BARE: ReadonlySet<BureauKind> = new Set<BureauKind>(['gov', 'judicial', 'military']);

function entryLine({ id, kind, full, short, aliases }: Entry, level: string): string {
  const bare = short.slice(level.length);
  const hasBare = BARE.has(kind) && short.startsWith(level) && bare.length >= 3;
  const fields = [
    `id: ${id}`,
    `kind: ${kind}`,
    ...(full === null ? [] : [`full: ${full}`]),
    `short: ${short}`,
    ...(aliases.length === 0 ? [] : [`aliases: [${aliases.join(', ')}]`]),
    ...(hasBare ? [`bare: [${bare}]`] : []),
  ];
  return `  - { ${fields.join(', ')} }`;
}

const HEAD = `# 机构名录：纪要里出现的机构叫什么、还叫过什么。
#
# 下面是多数地方都有的机构，名称按 2018 至 2019 年机构改革后的通行叫法写，**尚待本地机构编制部门核对**：
# 没有的删去，名称不同的改过来，漏了的照同类的一行抄一份。没有登记的机构，检查时报“未登记的机构”，不会猜。
#
# place      P 是本级地名（全称），U 是上级地名；elsewhere 列出容易混淆的外地地名
#   id       小写字母和数字，也是机构页的网址（/bureaus/yjj/），发布后不可改、不可挪作他用
#   kind     类别：party 党委 · npc 人大 · cppcc 政协 · judicial 司法 · military 军事 · gov 政府及部门 ·
#            gov-affil 政府直属单位 · vertical 垂直管理 · utility 公用事业 · soe 国有企业 · edu 院校 ·
#            mass 群团 · zone 开发区 · town 镇、街道 · coord 议事协调机构
#   full     规范全称；没有核对过就不写，页面只显示 short
#   short    首选简称；aliases 正文里会出现的其他写法；bare 承前省略时的写法（市科技局、人社局）
#   former   曾用名：[{ full: 全称, short: 简称, until: 2019-03, note: 说明 }]
#   since、until 设立、撤销时间；office 议事协调机构的办公室设在哪家（写 id）；note 说明
`;

const COLLECTIVES = `
# 泛指：不特指哪一家，不计入责任单位
collectives: [各地各部门, 各地, 各部门, 各级各部门, 各级各有关部门, 各有关部门, 各责任单位, 各相关部门, 各相关单位, 相关部门, 相关单位, 有关部门, 有关单位, 党政机关, 各镇人民政府, 各镇, 各街道]
`;

/** `bureaus.yaml` of a new city: the bodies nearly every place has, and the local ones that were named. */
export function starterBureaus({ place, upper, bureaus }: NewCity): string {
  const level = levelOf(place);
  const groups = Map.groupBy(commonEntries(level), ({ group }) => group);
  const local = localEntries(bureaus);
  return [
    HEAD,
    `place: { P: ${place}, U: ${upper}, elsewhere: [] }\n`,
    'bureaus:',
    ...[...groups].flatMap(([group, entries]) => [
      `  # ---------- ${group} ----------`,
      ...entries.map((entry) => entryLine(entry, level)),
    ]),
    ...(local.length === 0
      ? []
      : ['  # ---------- 本地的 ----------', ...local.map((entry) => entryLine(entry, level))]),
    '',
    '# 合称：一个名称指几家',
    'composites:',
    '  - { text: 两办, bureaus: [swb, zfb] }',
    `  - { text: ${level}委${level}政府, bureaus: [shiwei, szf] }`,
    `  - { text: ${level}委、${level}政府, bureaus: [shiwei, szf] }`,
    COLLECTIVES,
  ].join('\n');
}
