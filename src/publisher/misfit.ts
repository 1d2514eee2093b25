import type { Origin } from './origin.ts';
import type { Part } from './part.ts';
import type { Share } from './share.ts';

/**
 * Why parts can't be put together to one site, in one line that names the part; null when they can: all of
 * them are there, each once, and each made of what lies here.
 *
 * @param parts by the names of their folders; null for one that isn't whole
 */
export function misfitOf(
  parts: ReadonlyMap<string, Pick<Part, 'share' | 'origin'> | null>,
  here: Origin,
): string | null {
  const whole: { readonly name: string; readonly share: Share; readonly origin: Origin }[] = [];
  for (const [name, part] of parts) {
    if (part === null) return `“${name}”不是完整的一片：没有做完，或者损坏了`;
    whole.push({ name, ...part });
  }
  const [first] = whole;
  if (first === undefined) return '一片也没有';
  const { of } = first.share;
  const seen = new Map<number, string>();
  for (const { name, share } of whole) {
    if (share.of !== of)
      return `“${name}”是分成 ${String(share.of)} 片做的，“${first.name}”是分成 ${String(of)} 片做的`;
    const other = seen.get(share.number);
    if (other !== undefined) return `${nameOf(share)}有两份：“${other}”和“${name}”`;
    seen.set(share.number, name);
  }
  for (let number = 1; number <= of; number++) if (!seen.has(number)) return `缺${nameOf({ number, of })}`;
  for (const { share, origin } of whole) {
    const reason = otherOrigin(origin, here);
    if (reason !== null) return nameOf(share) + reason;
  }
  return null;
}

function otherOrigin({ commit, generator, content }: Origin, here: Origin): string | null {
  if (commit !== here.commit) return `出自另一次提交：${shortOf(commit)}，这里是 ${shortOf(here.commit)}`;
  if (generator !== here.generator) return '是另一个版本的程序做的：程序、Node 或者网址与这里的不同';
  return content === here.content ? null : '的内容与这里的内容文件夹不同';
}

function shortOf(commit: string | null): string {
  return commit === null ? '不在 git 里' : commit.replace(/^([0-9a-f]{10})[0-9a-f]*/u, '$1');
}

function nameOf({ number, of }: Share): string {
  return `第 ${String(number)}/${String(of)} 片`;
}
