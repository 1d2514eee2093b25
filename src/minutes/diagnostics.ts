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
  'published/in-future': { severity: 'error', title: '发布时间晚于今天' },
  'body/empty': { severity: 'error', title: '没有正文' },
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
  'file/unreadable': { severity: 'error', title: '文件读不出来' },
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
}

/** The severity the catalogue gives a code. */
export function severityOf(code: DiagnosticCode): Severity {
  return DIAGNOSTICS[code].severity;
}
