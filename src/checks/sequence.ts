/** A numbered thing in text order: the mark as printed and its number. */
export interface Numbered<T> {
  readonly mark: string;
  readonly value: number;
  readonly of: T;
}

/** A break in a sequence: the thing at fault and what is wrong with its mark. */
export interface SequenceFault<T> {
  readonly of: T;
  /** The thing before it; null at the beginning. */
  readonly after: T | null;
  readonly message: string;
}

/**
 * Where a sequence of numbers doesn't go on by one (P07). It begins with 1, and after 2 or more it
 * may begin anew: 会议强调 and 会议要求 each with their own （一）（二） are two lists. After a fault it
 * goes on from the number found, so that one gap is one fault.
 */
export function sequenceFaults<T>(numbered: readonly Numbered<T>[]): readonly SequenceFault<T>[] {
  const faults: SequenceFault<T>[] = [];
  let previous: Numbered<T> | null = null;
  for (const each of numbered) {
    const message = faultOf(previous, each);
    if (message !== null) faults.push({ of: each.of, after: previous?.of ?? null, message });
    previous = each;
  }
  return faults;
}

function faultOf(previous: Numbered<unknown> | null, { mark, value }: Numbered<unknown>): string | null {
  const last = previous?.value ?? 0;
  if (value === last + 1 || (value === 1 && last > 1)) return null;
  if (previous === null) return `从“${mark}”开始，前面没有第一个`;
  return value === last ? `“${mark}”连续出现两次` : `从“${previous.mark}”跳到“${mark}”`;
}
