import { z } from 'zod';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import { isMemberAddress } from './member-address.ts';
import { readYaml, type YamlPath } from './yaml.ts';

/** A site that a portal searches and lists; it stays a site of its own. */
export interface Member {
  /** The name that results and lists show; no two members share one. */
  readonly name: string;
  /** The address of its home page, with a slash at its end; see `isMemberAddress`. */
  readonly address: string;
  /** What stands beside the name: 县、区、镇 …; null where staff wrote none. */
  readonly level: string | null;
  /** The name of the member it stands under; null at the top. */
  readonly parent: string | null;
}

/** So many at most: a page that asks them all would wait for ever otherwise. */
const MOST_MEMBERS = 200;

const name = z.string({ error: '写站点的名称' }).trim().min(1, { error: '写站点的名称' });

// A file of comments alone is an empty list.
const SCHEMA = z.preprocess(
  (value) => value ?? [],
  z
    .array(
      z.strictObject({
        name,
        address: z.string({ error: '写成员首页的网址' }).refine(isMemberAddress, {
          error: '写成员首页的网址，以 https:// 开头，以 / 结尾，如 https://www.example.gov.cn/zwgk/',
        }),
        level: name.optional(),
        parent: name.optional(),
      }),
      { error: '每条写成“- name: 名称”，下面缩进写 address' },
    )
    .max(MOST_MEMBERS, { error: `最多写 ${String(MOST_MEMBERS)} 个成员；更多的，分成几个下级门户` }),
);

/**
 * Reads `content/members.yaml`, which makes a site a portal. Every fault is a `members/invalid` at its
 * line: wrong form, a name or an address given twice, a parent that is no other member or stands below
 * its own child. No members then. Never throws.
 */
export function parseMembers(
  yaml: string,
  path: string,
): { readonly members: readonly Member[]; readonly diagnostics: readonly Diagnostic[] } {
  const file = readYaml(yaml, path, 'members/invalid', SCHEMA);
  const members = (file.value ?? []).map(({ level = null, parent = null, ...member }): Member => ({
    ...member,
    level,
    parent,
  }));
  const fault = (at: YamlPath, message: string, hint: string): Diagnostic => ({
    code: 'members/invalid',
    message,
    hint,
    path,
    place: file.place(at),
  });
  const twice = (['name', 'address'] as const).flatMap((field) =>
    members.flatMap((member, at) =>
      members.findIndex((other) => other[field] === member[field]) < at
        ? [fault([at, field], `“${member[field]}”写了两次`, '删去一条，或改成另一个站点')]
        : [],
    ),
  );
  const parents = members.flatMap((member, at) => {
    const { parent } = member;
    if (parent === null) return [];
    if (!members.some((other) => other.name === parent))
      return [fault([at, 'parent'], `没有名为“${parent}”的成员`, '写本文件里另一个成员的名称，或删去这一行')];
    return isBelowItself(member, members)
      ? [fault([at, 'parent'], `“${member.name}”成了自己的上级`, '改正上下级，或删去这一行')]
      : [];
  });
  const diagnostics = [...file.diagnostics, ...twice, ...parents];
  return { members: diagnostics.length > 0 ? [] : members, diagnostics };
}

function isBelowItself(member: Member, members: readonly Member[]): boolean {
  const seen = new Set<string>();
  let at: Member | undefined = member;
  while (at !== undefined && !seen.has(at.name)) {
    seen.add(at.name);
    const { parent }: Member = at;
    at = members.find((other) => other.name === parent);
  }
  return at?.name === member.name;
}
