import { textAt } from '../minutes/model.ts';
import type { Block, Minutes } from '../minutes/model.ts';
import { inText } from './rule.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * P27 (GB/T 9704 10.3): 出席 before 请假 and 列席, each with a full-width colon, units apart by ，and the
 * names of one by 、, a full stop at the end. Lists of one name a line and lists in prose have other
 * forms and are left alone. Each fault once. Units that nobody knows are another rule's.
 */
export const checkAttendanceForm: Rule = ({ minutes }) => {
  const lists = listsOf(minutes);
  const stops = lists.some(({ text }) => text.endsWith('。'));
  const faults = [
    ...lists.flatMap(colonFault),
    ...lists.flatMap((list) => endFault(list, stops)),
    ...orderFault(lists),
    ...separatorFault(minutes),
  ];
  const once = new Map(faults.toReversed().map((fault) => [fault.message, fault]));
  return [...once.values()].toReversed();
};

interface List {
  readonly label: string;
  /** What stands behind the label: a colon, or the first character of the list. */
  readonly sign: string;
  readonly signAt: number;
  readonly text: string;
  readonly start: number;
}

const LABEL = /^(出\s*席|列\s*席|请\s*假|缺\s*席)\s*(?=([^\s])|$)/u;

/** Blocks that begin with a label and go on as a list in the same paragraph. */
function listsOf(minutes: Minutes): readonly List[] {
  const { span } = minutes.attendance;
  if (span === null) return [];
  return minutes.blocks.flatMap((block: Block) => {
    if (block.span.end <= span.start || block.span.start >= span.end) return [];
    const text = textAt(minutes, block.span).trimEnd();
    const match = LABEL.exec(text);
    const rest = text.slice(match?.[0].length ?? 0).replace(/^[:：]/u, '');
    if (match === null || match[2] === undefined || rest.trim() === '') return [];
    const label = (match[1] ?? '').replaceAll(/\s/gu, '');
    return [
      { label, sign: match[2], signAt: block.span.start + match[0].length, text, start: block.span.start },
    ];
  });
}

const HINT = '对照原件：抄录走样的改正；原件如此的，不用改';

function colonFault({ label, sign, signAt }: List): readonly Finding[] {
  if (sign !== ':') return [];
  const at = inText(signAt, signAt + 1);
  return [
    { code: 'attendance/form', message: `“${label}”后面是半角冒号`, hint: HINT, at, replacement: '：' },
  ];
}

/** Only where another list of the same minutes ends with a full stop, or commas show a running list. */
function endFault({ label, text, start }: List, stops: boolean): readonly Finding[] {
  if (/[。）)]$/u.test(text) || !/[，、]/u.test(text)) return [];
  const usual = stops || /[，、；]$/u.test(text);
  if (!usual) return [];
  const end = start + text.length;
  return [
    { code: 'attendance/form', message: `“${label}”名单末尾没有句号`, hint: HINT, at: inText(end - 1, end) },
  ];
}

function orderFault(lists: readonly List[]): readonly Finding[] {
  const present = lists.findIndex(({ label }) => label === '出席');
  const observers = lists.findIndex(({ label }) => label === '列席');
  const first = lists[observers];
  if (first === undefined || observers >= present) return [];
  return [
    {
      code: 'attendance/form',
      message: '“列席”排在“出席”之前',
      hint: HINT,
      at: inText(first.start, first.start + 2),
    },
  ];
}

/** Two units joined by 、 in a list whose other units stand apart by ，. */
function separatorFault(minutes: Minutes): readonly Finding[] {
  const { observers } = minutes.attendance;
  const before = observers.flatMap(({ unit, names }) => {
    if (unit === null || unit.span === null || names.length === 0) return [];
    const at = unit.span.start;
    return [
      {
        unit,
        mark: minutes.text
          .slice(Math.max(0, at - 4), at)
          .trimEnd()
          .slice(-1),
        at,
      },
    ];
  });
  const odd = before.filter(({ mark }) => mark === '、');
  const first = odd[0];
  if (first === undefined || before.filter(({ mark }) => mark === '，').length < 3 * odd.length) return [];
  const name = first.unit.text;
  return [
    {
      code: 'attendance/form',
      message: `列席名单里，“${name}”前面用了顿号，其他单位之间用逗号`,
      hint: HINT,
      at: inText(first.at, first.at + name.length),
    },
  ];
}
