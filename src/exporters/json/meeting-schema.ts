import { z } from 'zod';

/**
 * The form of `data/json/2022/013.json`, version 1. Fields may be added; whoever reads the file must
 * not stop at fields it doesn't know. A field is never taken away or given another meaning without a
 * new version beside this one.
 */

const SPAN = z
  .strictObject({ start: z.int().min(0), end: z.int().min(0) })
  .meta({ id: 'Span', description: 'text 中从 start 到 end（不含）的一段，按 UTF-16 单位计' });

const ORIGIN = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('text'), span: SPAN }),
    z.strictObject({ kind: z.literal('staff'), field: z.string() }),
  ])
  .meta({
    id: 'Origin',
    description: '依据：text 是程序从原文这一段识读的，staff 是工作人员在文件头里写明的',
  });

const factOf = <T extends z.ZodType>(value: T) => z.strictObject({ value, origin: ORIGIN });
const maybe = <T extends z.ZodType>(value: T, description: string) =>
  factOf(value).nullable().describe(`${description}；null 表示原文没有写或没有识读出来`);
const words = (description: string) => maybe(z.string(), description);
const day = (description: string) => maybe(z.iso.date(), description);

const MENTION = z
  .strictObject({
    text: z.string().describe('照印的写法'),
    span: SPAN.nullable().describe('null 表示由工作人员写明，原文没有这几个字'),
    bureaus: z
      .array(z.strictObject({ id: z.string(), name: z.string() }))
      .describe('名录里的机构；空表示没有登记，两个以上是合称'),
  })
  .meta({ id: 'Mention', description: '原文提到的单位' });

const PERSON = z.strictObject({ name: z.string(), span: SPAN }).meta({ id: 'Person' });

const POINT = z
  .strictObject({
    order: z.int().min(1),
    mark: z.string().describe('照印的序号，如（一）、一是'),
    url: z.url().nullable().describe('固定网址；一是、一要没有自己的网址'),
    span: SPAN,
  })
  .meta({ id: 'Point' });

const DECISION = z
  .strictObject({
    span: SPAN.describe('议定的那一句'),
    outcome: z
      .enum(['原则同意', '原则通过', '同意', '通过', '不同意', '暂缓', '议定', '责成'])
      .describe('结果'),
    outcomeSpan: SPAN.nullable().describe('结果的几个字；null 表示由工作人员写明'),
    issuedInNameOf: MENTION.nullable().describe('以谁的名义印发'),
    leads: z.array(MENTION).describe('牵头、负责的单位'),
    leadPersons: z.array(factOf(z.string())).describe('牵头的人'),
  })
  .meta({ id: 'Decision', description: '议定事项' });

const ITEM = z
  .strictObject({
    id: z.string().describe('全站唯一，如 2022/013#item-3'),
    url: z.url().describe('固定网址'),
    order: z.int().min(1).describe('在这次会议里的次序'),
    number: words('照印的序号，如三'),
    heading: words('标题，不含序号'),
    lead: words('没有标题时的第一句'),
    parent: words('几项共有的上一级标题'),
    span: SPAN,
    action: maybe(z.enum(['审议', '听取', '传达学习', '讨论', '研究']), '议题的第一个动词'),
    documents: z.array(factOf(z.string())).describe('议题涉及的文件，不含书名号'),
    reporters: z.array(MENTION).describe('汇报单位'),
    decisions: z.array(DECISION),
    responsible: z.array(MENTION).describe('责任单位：被点名去做事的单位'),
    points: z.array(POINT).describe('（一）（二）'),
    inlinePoints: z.array(POINT).describe('一是、一要'),
    remarks: z
      .array(z.strictObject({ word: z.string(), span: SPAN }))
      .describe('会议强调、指出、要求、认为；不算议定事项'),
  })
  .meta({ id: 'Item', description: '议题' });

const BLOCK = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.enum(['heading', 'paragraph']),
      depth: z.int().describe('标题的层次 1 到 6；正文是 0'),
      span: SPAN,
    }),
    z.strictObject({
      kind: z.literal('withheld'),
      depth: z.literal(0),
      span: SPAN,
      reason: z.string(),
      basis: z.string(),
    }),
  ])
  .meta({ id: 'Block', description: '原文的一段；withheld 处有不予公开的内容，只写理由和依据' });

const HEAD = z.strictObject({
  title: words('标题'),
  issuer: words('发文机关'),
  number: words('纪要号，照印'),
  session: words('会议名称，照印，如市政府第9次常务会议'),
  sessionOrdinal: z.int().nullable().describe('第9次的 9'),
  term: words('届，照印'),
  held: day('会议日期'),
  heldPart: words('上午、下午或晚上；几点开会从不推测'),
  compiled: day('整理日期'),
  issued: day('印发日期'),
  chair: maybe(z.strictObject({ name: z.string(), title: z.string().nullable() }), '主持人'),
  venue: words('地点'),
  disclosure: z.enum(['主动公开', '依申请公开', '不予公开']).nullable(),
  redaction: z
    .strictObject({ reason: z.string(), basis: z.string() })
    .nullable()
    .describe('删减后公开的理由和依据；null 表示没有删减'),
  published: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/u)
    .nullable()
    .describe('发布时间，北京时间'),
  archived: z.iso.date().nullable().describe('归档日期；null 表示没有归档'),
});

const ATTENDANCE = z.strictObject({
  span: SPAN.nullable(),
  present: z.array(PERSON).describe('出席'),
  observers: z
    .array(
      z.strictObject({
        unit: MENTION.nullable().describe('null 表示只写了姓名'),
        names: z.array(PERSON),
        represented: z.boolean().describe('由代表列席，没有写姓名'),
        group: z.string().nullable().describe('固定列席、第一至五议题等分组'),
      }),
    )
    .describe('列席'),
  absent: z.array(PERSON.extend({ reason: z.string().nullable() })).describe('请假'),
  recorder: PERSON.nullable().describe('记录'),
});

/** One meeting. */
export const MEETING = z
  .looseObject({
    schema: z.url().describe('本文件格式的网址'),
    id: z.string().regex(/^\d{4}\/[a-z0-9-]+$/u),
    url: z.url().describe('固定网址'),
    name: z.string().describe('会议的叫法'),
    notice: z.string(),
    head: HEAD,
    items: z.array(ITEM),
    attendance: ATTENDANCE,
    distribution: z.strictObject({ to: words('主送'), cc: words('抄送') }),
    foot: z.strictObject({
      compiledBy: words('整理人'),
      note: words('附注，不含括号'),
      otherMatters: words('会议还研究了其他事项'),
    }),
    version: z.int().min(1).nullable().describe('现在是第几版；null 表示无从得知'),
    modified: z.string().nullable().describe('最近一次改动的时间，北京时间；null 表示无从得知'),
    text: z.string().describe('公开的原文，一段一行；span 都指这里'),
    blocks: z.array(BLOCK),
  })
  .meta({ title: '会议纪要', description: '一次会议的纪要：原文，和从原文识读的内容' });

/** The meetings of one year of addresses. */
export const YEAR = z
  .looseObject({ schema: z.url(), year: z.string().regex(/^\d{4}$/u), meetings: z.array(MEETING) })
  .meta({ title: '一年的会议纪要', description: '编号在这一年的全部纪要，会议日期从新到旧' });

export type MeetingData = z.infer<typeof MEETING>;
