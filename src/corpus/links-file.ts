import { z } from 'zod';
import type { Diagnostic, DiagnosticCode } from '../minutes/diagnostics.ts';
import {
  indexLinks,
  isGovernmentHost,
  NO_LINKS,
  type Interpretation,
  type IssuedDocument,
  type Links,
  type OutsideLink,
  type PendingDocument,
} from './links.ts';
import { DATE } from './tombstones.ts';
import { readYaml, type YamlPath } from './yaml.ts';

const TITLE = z
  .string({ error: '写标题' })
  .trim()
  .min(1, { error: '写标题' })
  .regex(/^(?!《.*》$)/u, { error: '外面不用书名号' });

/** GB/T 9704 7.2.5: 机关代字〔年份〕序号号; or the number of a decree (令第12号). */
const NUMBER = z
  .string({ error: '写文号，如 云政办发〔2026〕12号' })
  .regex(/^(?:\p{Script=Han}{2,12}〔\d{4}〕[1-9]\d{0,4}号|\p{Script=Han}{2,20}令第[1-9]\d{0,3}号)$/u, {
    error: '写成 云政办发〔2026〕12号：年份用六角括号，不写“第”，序号前不加 0；没有文号的删去这一行',
  });

/** Services that hide where a link leads. R1.10 allows no shortened links. */
const SHORTENERS = new Set(['t.cn', 'url.cn', 'dwz.cn', 'suo.im', 'mrw.so', 'bit.ly', 'tinyurl.com', 't.co']);

const URL_RULE =
  '写对方页面的完整网址，http:// 或 https:// 开头，不用短网址，不带用户名和密码；没有上网的删去这一行';
const WEB_ADDRESS = z.string({ error: URL_RULE }).refine(isWebAddress, { error: URL_RULE });

const ITEM_RULE = '写成 年份/名称#item-3，两边加引号；# 后面是议题的网址';
const ITEM_ADDRESS = z
  .string({ error: ITEM_RULE })
  .regex(/^\d{4}\/[a-z0-9-]+#item-[1-9]\d*$/u, { error: ITEM_RULE });
const ADDRESS_RULE = '写成 年份/名称（整次会议）或 年份/名称#item-3（一项议题），两边加引号';
const ADDRESS = z
  .string({ error: ADDRESS_RULE })
  .regex(/^\d{4}\/[a-z0-9-]+(?:#item-[1-9]\d*)?$/u, { error: ADDRESS_RULE });

const ISSUED = z.strictObject({
  items: z.array(ITEM_ADDRESS).min(1, { error: ITEM_RULE }),
  decision: z.number().int().positive({ error: '写第几条议定事项，从 1 数起' }).optional(),
  number: NUMBER.optional(),
  title: TITLE,
  date: DATE,
  url: WEB_ADDRESS.optional(),
  linksBack: DATE.optional(),
});

const PENDING = z.strictObject({
  items: z.array(ITEM_ADDRESS).min(1, { error: ITEM_RULE }),
  date: DATE,
});

const INTERPRETATION = z.strictObject({
  about: z.array(ADDRESS).min(1, { error: ADDRESS_RULE }),
  title: TITLE,
  date: DATE,
  url: WEB_ADDRESS,
  linksBack: DATE.optional(),
  explains: z.array(z.string().trim().min(1, { error: '写印发文件的文号或标题' })).default([]),
});

// A file of comments alone states nothing.
const SCHEMA = z.preprocess(
  (value) => value ?? {},
  z.strictObject({ issued: list(ISSUED), pending: list(PENDING), interpretations: list(INTERPRETATION) }),
);

function list<T extends z.ZodType>(entry: T): z.ZodType<z.infer<T>[]> {
  return z.preprocess((value) => value ?? [], z.array(entry));
}

/** Which list of the file an entry stands in. */
export type LinkList = 'issued' | 'pending' | 'interpretations';

/** A finding about a field of the entry at `at` of a list. */
export type LinkReport = (code: DiagnosticCode, at: YamlPath, message: string, hint: string) => Diagnostic;

/** `content/links.yaml` after reading; the entries in the order of the file, so that findings can point at them. */
export interface LinksFile {
  readonly links: Links;
  readonly issued: readonly IssuedDocument[];
  readonly pending: readonly PendingDocument[];
  readonly interpretations: readonly Interpretation[];
  readonly diagnostics: readonly Diagnostic[];
  readonly report: LinkReport;
}

/**
 * Reads `content/links.yaml`. Every fault of form is a `links/invalid` at its line: a number, date or
 * address of a wrong form, a document given twice, a back link of something that has no address.
 * Whether the addresses exist is for `checks/links.ts`. Never throws.
 */
export function parseLinks(yaml: string, path: string): LinksFile {
  const file = readYaml(yaml, path, 'links/invalid', SCHEMA);
  const report: LinkReport = (code, at, message, hint) => ({
    code,
    message,
    hint,
    path,
    place: file.place(at),
  });
  const { value } = file;
  if (value === null)
    return {
      links: NO_LINKS,
      issued: [],
      pending: [],
      interpretations: [],
      diagnostics: file.diagnostics,
      report,
    };
  const issued = value.issued.map(({ number, url, linksBack, decision, ...rest }): IssuedDocument => ({
    ...rest,
    number: number ?? null,
    decision: decision ?? null,
    link: url === undefined ? null : outsideLink(url, linksBack),
  }));
  const interpretations = value.interpretations.map(({ url, linksBack, ...rest }): Interpretation => ({
    ...rest,
    link: outsideLink(url, linksBack),
  }));
  const faults = value.issued.flatMap((entry, at) => {
    const first = value.issued.findIndex((other) => sameDocument(other, entry));
    return [
      ...(first < at
        ? [
            report(
              'links/invalid',
              ['issued', at, 'title'],
              `《${entry.title}》写了两次`,
              '合成一条，items 里写全各项议题',
            ),
          ]
        : []),
      ...(entry.linksBack !== undefined && entry.url === undefined
        ? [
            report(
              'links/invalid',
              ['issued', at, 'linksBack'],
              '没有网址，谈不上链接回来',
              '补上 url，或删去这一行',
            ),
          ]
        : []),
      ...(entry.decision !== undefined && entry.items.length > 1
        ? [
            report(
              'links/invalid',
              ['issued', at, 'decision'],
              '写了几项议题，不知道是哪一项的议定事项',
              '只留一项议题，或删去这一行',
            ),
          ]
        : []),
    ];
  });
  return {
    links: indexLinks(issued, interpretations, value.pending),
    issued,
    pending: value.pending,
    interpretations,
    diagnostics: [...file.diagnostics, ...faults],
    report,
  };
}

function outsideLink(url: string, linksBack: string | undefined): OutsideLink {
  return { url, government: isGovernmentHost(new URL(url).hostname), linksBack: linksBack ?? null };
}

/** By number where both have one; else by title and day. */
function sameDocument(one: z.infer<typeof ISSUED>, other: z.infer<typeof ISSUED>): boolean {
  return one.number !== undefined && other.number !== undefined
    ? one.number === other.number
    : one.title === other.title && one.date === other.date;
}

/** Only what a reader can open and see: with a scheme, a host of a name, no credentials, no hidden target. */
function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s<>"']+$/u.test(text) || !URL.canParse(text)) return false;
  const { hostname, username, password } = new URL(text);
  return hostname.includes('.') && username === '' && password === '' && !SHORTENERS.has(hostname);
}
