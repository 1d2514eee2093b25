import type { Place } from './places.ts';

/** `error` stops the build, `warning` asks a person to look, `info` reports what was assumed. */
export type Severity = 'error' | 'warning' | 'info';

/**
 * Every code a diagnostic can carry, with its severity and title. Codes are public: they stand in
 * review files and CI logs, so one is never renamed and never used for something else.
 */
export const DIAGNOSTICS = {
  'front-matter/missing': { severity: 'error', title: '缺少文件头' },
  'front-matter/syntax': { severity: 'error', title: '文件头格式有误' },
  'front-matter/unknown-field': { severity: 'error', title: '文件头有不认识的字段' },
  'front-matter/invalid-value': { severity: 'error', title: '文件头的值不合规定' },
  'front-matter/missing-disclosure': { severity: 'error', title: '未写明公开属性' },
  'front-matter/missing-published': { severity: 'error', title: '未写明发布时间' },
  'override/no-such-item': { severity: 'error', title: '更正指向不存在的议题' },
  'override/not-in-text': { severity: 'error', title: '更正的句子不在原文里' },
  'override/same-as-text': { severity: 'warning', title: '更正与读到的一样' },
  'disclosure/not-public': { severity: 'error', title: '不是主动公开的文件' },
  'disclosure/mark-mismatch': { severity: 'error', title: '公开属性与附注不一致' },
  'disclosure/no-mark': { severity: 'warning', title: '没有公开附注' },
  'published/in-future': { severity: 'info', title: '等待发布' },
  'body/empty': { severity: 'error', title: '没有正文' },
  'body/to-fill': { severity: 'error', title: '还有没填的地方' },
  'body/control-character': { severity: 'error', title: '正文含控制字符' },
  'body/html': { severity: 'warning', title: '正文含 HTML 标记' },
  'body/no-items': { severity: 'warning', title: '没有读到议题' },
  'body/broken-paragraph': { severity: 'warning', title: '段落没有以句末标点结束' },
  'items/number-gap': { severity: 'error', title: '议题序号不连续' },
  'points/number-gap': { severity: 'error', title: '（一）（二）序号不连续' },
  'dates/order': { severity: 'error', title: '日期先后有误' },
  'agenda/mismatch': { severity: 'warning', title: '开头的议题与正文标题不一致' },
  'bureaus/unknown': { severity: 'warning', title: '未登记的机构' },
  'registry/invalid': { severity: 'error', title: '机构名录有误' },
  'site/invalid': { severity: 'error', title: '站点配置有误' },
  'lists/invalid': { severity: 'error', title: '用语名单有误' },
  'phrases/miswritten': { severity: 'error', title: '固定表述疑似误写' },
  'phrases/broken': { severity: 'error', title: '固定表述被隔断' },
  'leaders/mismatch': { severity: 'warning', title: '领导姓名、称谓或排序与名单不符' },
  'marks/separator': { severity: 'warning', title: '书名号、引号之间多了顿号' },
  'marks/unpaired': { severity: 'error', title: '标点没有成对' },
  'marks/nesting': { severity: 'warning', title: '书名号、引号套用有误' },
  'marks/straight-quote': { severity: 'warning', title: '正文含直引号' },
  'marks/half-width': { severity: 'info', title: '中文里有半角标点' },
  'spaces/extraction': { severity: 'info', title: '复制带进的空格' },
  'spaces/inner': { severity: 'warning', title: '汉字之间有空格' },
  'numbering/form': { severity: 'warning', title: '序号写法不合规定' },
  'headings/end-mark': { severity: 'warning', title: '标题末尾有标点' },
  'dates/form': { severity: 'warning', title: '日期写法不合规定' },
  'dates/impossible': { severity: 'warning', title: '日期不存在' },
  'dates/weekday': { severity: 'warning', title: '日期与星期不符' },
  'numbers/range-unit': { severity: 'warning', title: '数值范围前一个数缺单位' },
  'numbers/approximate': { severity: 'warning', title: '概数之间多了顿号' },
  'document-number/form': { severity: 'error', title: '发文字号写法有误' },
  'words/doubled': { severity: 'warning', title: '疑似叠字' },
  'words/mistaken': { severity: 'warning', title: '易错词' },
  'words/forbidden': { severity: 'error', title: '禁用词' },
  'titles/variant': { severity: 'warning', title: '同一文件名称前后不一' },
  'items/incomplete': { severity: 'warning', title: '议题缺少要素' },
  'figures/sensitive': { severity: 'warning', title: '可能不宜公开的数字' },
  'characters/rare': { severity: 'info', title: '生僻字' },
  'characters/private-use': { severity: 'warning', title: '私用区字符' },
  'characters/compatibility': { severity: 'warning', title: '兼容汉字或部首' },
  'characters/traditional': { severity: 'warning', title: '繁体字' },
  'characters/look-alike': { severity: 'warning', title: '像拉丁字母的别种字母' },
  'attendance/form': { severity: 'warning', title: '出席、列席名单格式不合规定' },
  'distribution/form': { severity: 'warning', title: '主送、抄送格式不合规定' },
  'bureaus/outdated': { severity: 'warning', title: '机构名称与会议时间不符' },
  'bureaus/two-names': { severity: 'warning', title: '同一机构用了两个简称' },
  'bureaus/habit-name': { severity: 'info', title: '习惯简称' },
  'series/duplicate': { severity: 'error', title: '编号重复' },
  'series/order': { severity: 'error', title: '编号与时间先后不符' },
  'series/gap': { severity: 'info', title: '编号不连续' },
  'site/column-stale': { severity: 'warning', title: '栏目更新不及时' },
  'site/odd-code': { severity: 'warning', title: '网站标识码不是政府网站的形式' },
  'disclosure/no-ground': { severity: 'error', title: '没有公开依据' },
  'disclosure/no-redaction-record': { severity: 'error', title: '删减后公开没有删减说明' },
  'withheld/malformed': { severity: 'error', title: '不予公开段落的标记有误' },
  'withheld/unclosed': { severity: 'error', title: '不予公开段落没有结束' },
  'withheld/no-reason': { severity: 'error', title: '不予公开段落没有写明理由或依据' },
  'withheld/repeated': { severity: 'error', title: '不予公开的文字在别处出现' },
  'leak/id-card': { severity: 'error', title: '身份证号码' },
  'leak/id-card-doubtful': { severity: 'warning', title: '疑似身份证号码' },
  'leak/id-card-15': { severity: 'warning', title: '疑似 15 位身份证号码' },
  'leak/mobile': { severity: 'error', title: '手机号码' },
  'leak/bank-card': { severity: 'error', title: '银行卡号' },
  'leak/telephone': { severity: 'warning', title: '电话号码' },
  'leak/email': { severity: 'warning', title: '电子邮箱' },
  'leak/passport': { severity: 'warning', title: '证件号码' },
  'leak/plate': { severity: 'warning', title: '车牌号' },
  'leak/address': { severity: 'warning', title: '个人住址' },
  'leak/personal-situation': { severity: 'warning', title: '个人情况与姓名同时出现' },
  'leak/uscc': { severity: 'warning', title: '统一社会信用代码有误' },
  'leak/secrecy-mark': { severity: 'error', title: '密级、份号或紧急程度标志' },
  'leak/internal-mark': { severity: 'error', title: '内部文件标志' },
  'leak/draft-mark': { severity: 'error', title: '未定稿标志' },
  'leak/draft-word': { severity: 'warning', title: '提到稿件名称' },
  'leak/exception-invalid': { severity: 'error', title: '例外清单有误' },
  'leak/exception-unused': { severity: 'warning', title: '用不到的例外' },
  'review/missing': { severity: 'error', title: '没有审查记录' },
  'review/invalid': { severity: 'error', title: '审查记录有误' },
  'review/changed-text': { severity: 'error', title: '审查之后改过' },
  'review/missing-round': { severity: 'error', title: '缺少一审、二审或三审' },
  'review/order': { severity: 'error', title: '审查先后有误' },
  'review/same-person': { severity: 'error', title: '三审是同一人' },
  'review/not-passed': { severity: 'error', title: '审查没有通过' },
  'review/no-document': { severity: 'warning', title: '审查记录没有对应的纪要' },
  'file/metadata': { severity: 'error', title: '文件属性带有内部信息' },
  'history/unavailable': { severity: 'error', title: '读不到 git 历史' },
  'history/notice': { severity: 'info', title: '更正记录的提示' },
  'history/unexplained': { severity: 'error', title: '公开后有改动没有说明' },
  'history/backdated': { severity: 'error', title: '发布时间早于录入时间' },
  'history/uncommitted': { severity: 'warning', title: '有改动还没有提交' },
  'corrections/invalid': { severity: 'error', title: '更正补充说明有误' },
  'ledger/invalid': { severity: 'error', title: '台账有误' },
  'ledger/address-gone': { severity: 'error', title: '已发布的地址没有了' },
  'ledger/anchor-gone': { severity: 'error', title: '已发布的议题地址没有了' },
  'ledger/version-gone': { severity: 'error', title: '已发布的历史版本没有了' },
  'ledger/not-recorded': { severity: 'warning', title: '新地址还没有登记' },
  'tombstones/invalid': { severity: 'error', title: '撤回说明有误' },
  'redirects/invalid': { severity: 'error', title: '地址变更有误' },
  'holidays/invalid': { severity: 'error', title: '节假日安排有误' },
  'threads/invalid': { severity: 'error', title: '文件归并说明有误' },
  'coverage/invalid': { severity: 'error', title: '公开情况说明有误' },
  'topics/invalid': { severity: 'error', title: '主题有误' },
  'members/invalid': { severity: 'error', title: '成员站点有误' },
  'links/invalid': { severity: 'error', title: '解读和印发文件的写法有误' },
  'links/unknown-target': { severity: 'error', title: '解读或印发文件对不上纪要' },
  'links/one-way': { severity: 'error', title: '没有双向链接' },
  'links/date-order': { severity: 'error', title: '解读或印发文件的日期有误' },
  'links/outside': { severity: 'warning', title: '链接到政府网站以外' },
  'deadline/overdue': { severity: 'warning', title: '超过公开期限' },
  'file/unreadable': { severity: 'error', title: '文件读不出来' },
  'file/too-large': { severity: 'error', title: '文件太大' },
  'file/bad-path': { severity: 'error', title: '文件位置不合规定' },
} as const satisfies Record<string, { readonly severity: Severity; readonly title: string }>;

export type DiagnosticCode = keyof typeof DIAGNOSTICS;

/**
 * One finding, as data. `message` is the fact and names the thing in “ ”; `hint` is what to type
 * to mend it. Neither ends in a full stop; how they are shown is decided in `report/`.
 */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint: string;
  /** Path of the file as the person knows it, with forward slashes. */
  readonly path: string;
  readonly place: Place;
  /** What could stand in the place, for editors to offer; a person decides. Absent where nothing fits. */
  readonly replacement?: string;
}

/** The severity the catalogue gives a code. */
export function severityOf(code: DiagnosticCode): Severity {
  return DIAGNOSTICS[code].severity;
}
