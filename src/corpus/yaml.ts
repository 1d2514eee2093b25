import { LineCounter, isMap, isNode, isScalar, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';
import type { Diagnostic, DiagnosticCode } from '../minutes/diagnostics.ts';
import { indexLines } from '../minutes/places.ts';
import type { Place } from '../minutes/places.ts';

/** Keys and indexes that lead from the root of a YAML file to one value. */
export type YamlPath = readonly (string | number)[];

/** A settings file (`content/*.yaml`) after reading: its value, or null, and where each value stands. */
export interface YamlFile<T> {
  /** Null when the file is no YAML or does not fit its schema; then `diagnostics` says why. */
  readonly value: T | null;
  readonly diagnostics: readonly Diagnostic[];
  /** The place of a value; of the nearest enclosing one when there is none at `path`. */
  place(path: YamlPath): Place;
}

/**
 * Reads a settings file against its schema. Every fault is collected, at its line and column, under
 * the one `code` the file has. A schema states the law of a value in Chinese in its `error`, which
 * becomes the hint: `z.string().regex(ID, { error: 'id 只用小写字母和数字' })`. Never throws.
 */
export function readYaml<T>(
  source: string,
  path: string,
  code: DiagnosticCode,
  schema: z.ZodType<T>,
): YamlFile<T> {
  const lines = indexLines(source);
  const tree = parseDocument(source, {
    lineCounter: new LineCounter(),
    prettyErrors: false,
    stringKeys: true,
  });
  const placeOf = ([start, end]: Range): Place => lines.place({ start, end });
  const place = (at: YamlPath): Place => placeOf(rangeOf(tree, at));
  const failed = (diagnostics: readonly Diagnostic[]): YamlFile<T> => ({ value: null, diagnostics, place });

  if (tree.errors.length > 0) {
    return failed(
      tree.errors.slice(0, MOST_FAULTS).map((error) => ({
        code,
        message: `这里不合 YAML 格式（${error.code}）`,
        hint: '照同一文件里别的条目检查缩进、冒号后的空格、引号和括号是否成对',
        path,
        place: lines.place({ start: error.pos[0], end: error.pos[1] }),
      })),
    );
  }
  const plain = plainValue(tree);
  if (plain === null)
    return failed([
      {
        code,
        message: '引用（&、*）层层相套，展开以后没有尽头',
        hint: '不用引用，把值直接写在每一处',
        path,
        place: placeOf(tree.contents?.range ?? [0, 1]),
      },
    ]);
  const parsed = schema.safeParse(plain.value);
  if (parsed.success) return { value: parsed.data, diagnostics: [], place };
  return failed(
    parsed.error.issues.flatMap((issue) =>
      findingsOf(issue, tree).map(({ message, hint, range }) => ({
        code,
        message,
        hint,
        path,
        place: placeOf(range),
      })),
    ),
  );
}

/** A file without its closing bracket is at fault on every line behind it: the first few tell it all. */
const MOST_FAULTS = 20;

/** The plain value of the file; null when aliases are nested without end. */
function plainValue(tree: Document): { readonly value: unknown } | null {
  try {
    return { value: tree.toJS() as unknown };
  } catch {
    return null;
  }
}

/** Start and end in the source; more may follow. */
type Range = readonly [start: number, end: number, ...rest: number[]];

interface Finding {
  readonly message: string;
  readonly hint: string;
  readonly range: Range;
}

function findingsOf(issue: z.core.$ZodIssue, tree: Document): readonly Finding[] {
  const at = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  const field = at.findLast((key) => typeof key === 'string');
  const name = field === undefined ? '这个文件' : `“${field}”`;
  const value = tree.getIn(at);
  const range = rangeOf(tree, at);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        message: `不认识的字段“${key}”`,
        hint: '改成正确的字段名，或删去这一行；能写哪些字段见文件开头的说明',
        range: keyRangeOf(tree, at, key),
      }));
    case 'invalid_type':
      return value === undefined
        ? [{ message: `缺少${name}`, hint: `补上${name}`, range }]
        : [
            {
              message: `${name}应当是${typeName(issue.expected)}`,
              hint: '照文件里别的条目改写这个值',
              range,
            },
          ];
    case 'invalid_value':
      return [
        {
          message: `${name}不能是“${String(value)}”`,
          hint: `改成其中之一：${issue.values.map(String).join('、')}`,
          range,
        },
      ];
    case 'invalid_format':
      return [{ message: `${name}不能是“${String(value)}”`, hint: issue.message, range }];
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'too_big':
    case 'too_small':
    default:
      return [{ message: `${name}的值不合规定`, hint: issue.message, range }];
  }
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: '一段文字',
  array: '一个列表（用 [ ] 括起）',
  object: '“字段: 值”的条目',
  number: '数字',
  boolean: 'true 或 false',
};

function typeName(expected: string): string {
  return TYPE_NAMES[expected] ?? expected;
}

/** Source range of the value at a path, or of the nearest value around it. */
function rangeOf(tree: Document, at: YamlPath): Range {
  for (let depth = at.length; depth > 0; depth--) {
    const node = tree.getIn(at.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range;
  }
  return tree.contents?.range ?? [0, 1];
}

/** Source range of a key itself. */
function keyRangeOf(tree: Document, parent: YamlPath, key: string): Range {
  const map = parent.length === 0 ? tree.contents : tree.getIn(parent, true);
  const found = isMap(map)
    ? map.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.key
    : undefined;
  return isNode(found) && found.range ? found.range : rangeOf(tree, parent);
}
