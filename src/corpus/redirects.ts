import { z } from 'zod';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import type { IsoDate } from '../minutes/model.ts';
import { DATE } from './tombstones.ts';
import { readYaml, type YamlPath } from './yaml.ts';

/** Where a published address leads that has none of its own any more: a page, or an item of a page. */
export interface Redirect {
  /** `2022/13`, or `2022/013#item-11`. */
  readonly from: string;
  readonly to: string;
  readonly date: IsoDate;
  readonly reason: string;
}

const ADDRESS = z
  .string({ error: '写年份/名称，或年份/名称#item-3，两边加引号' })
  .regex(/^\d{4}\/[a-z0-9-]+(?:#item-\d+(?:-\d+)?)?$/u, {
    error: '写年份/名称，或年份/名称#item-3，有 # 的两边加引号',
  });

// A file of comments alone is an empty list.
const SCHEMA = z.preprocess(
  (value) => value ?? [],
  z.array(
    z.strictObject({
      from: ADDRESS,
      to: ADDRESS,
      date: DATE,
      reason: z.string({ error: '写一句理由' }).trim().min(1, { error: '写一句理由' }),
    }),
    { error: '每条写成“- from: 原地址”，下面缩进写 to、date、reason' },
  ),
);

/** From old id to new id: the redirects of whole pages. */
export function movesOf(redirects: readonly Redirect[]): ReadonlyMap<string, string> {
  return new Map(
    redirects.filter(({ from }) => anchorOfAddress(from) === null).map(({ from, to }) => [from, to]),
  );
}

/** `2022/013` of `2022/013#item-3`. */
export function pageOfAddress(address: string): string {
  return address.split('#')[0] ?? address;
}

/** `item-3` of `2022/013#item-3`; null for a page. */
export function anchorOfAddress(address: string): string | null {
  return address.split('#')[1] ?? null;
}

/**
 * Reads `content/redirects.yaml`. Every fault is a `redirects/invalid` at its line: wrong form, an
 * address given twice, one that leads to another that leads on, an item of another page. Never throws.
 */
export function parseRedirects(
  yaml: string,
  path: string,
): {
  readonly redirects: readonly Redirect[];
  readonly diagnostics: readonly Diagnostic[];
  readonly report: RedirectReport;
} {
  const file = readYaml(yaml, path, 'redirects/invalid', SCHEMA);
  const redirects = file.value ?? [];
  const fault = (at: YamlPath, message: string, hint: string): Diagnostic => ({
    code: 'redirects/invalid',
    message,
    hint,
    path,
    place: file.place(at),
  });
  const froms = redirects.map(({ from }) => from);
  const faults = redirects.flatMap(({ from, to }, at) => [
    ...(froms.indexOf(from) < at ? [fault([at, 'from'], `“${from}”写了两次`, '删去其中一条')] : []),
    ...(froms.includes(to) ? [fault([at, 'to'], `“${to}”又转到别处`, '直接写最后的地址，不要一转再转')] : []),
    ...(anchorOfAddress(from) !== null && pageOfAddress(from) !== pageOfAddress(to)
      ? [fault([at, 'to'], `“${from}”转到了另一份纪要`, '议题和要点只能转到同一份纪要的页面或议题')]
      : []),
  ]);
  return {
    redirects,
    diagnostics: [...file.diagnostics, ...faults],
    report: (at, field, message, hint) => fault([at, field], message, hint),
  };
}

/** A finding about a field of the entry at `at`. */
export type RedirectReport = (at: number, field: 'from' | 'to', message: string, hint: string) => Diagnostic;
