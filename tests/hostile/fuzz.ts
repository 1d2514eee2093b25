import * as fc from 'fast-check';

/**
 * The fuzzer runs for a fixed time from a fixed seed, so that a change that fails can be told from luck;
 * `FUZZ_SEED` (or `random`) and `FUZZ_SECONDS` make it run on, by night, from another. A case that it
 * finds is written down beside the property, in its `examples`.
 */
const SEED = seedOf(process.env['FUZZ_SEED']);
const SECONDS = Number(process.env['FUZZ_SECONDS'] ?? '4');

export const PATIENCE = SECONDS * 1000 + 120_000;

/** Holds a property for the time of the run; fails with the seed and the smallest case. */
export async function fuzz<T extends [unknown, ...unknown[]]>(
  property: fc.IAsyncProperty<T>,
  examples: T[] = [],
): Promise<void> {
  await fc.assert(property, {
    seed: SEED,
    examples,
    numRuns: 1_000_000,
    interruptAfterTimeLimit: SECONDS * 1000,
    markInterruptAsFailure: false,
  });
}

function seedOf(given: string | undefined): number {
  if (given === 'random') return Math.floor(Math.random() * 2 ** 31);
  return Number(given ?? '20220709');
}

/** Pieces of minutes, and what breaks readers: the more alike to minutes, the deeper a case gets. */
const PIECES = [
  '---\n',
  'disclosure: 主动公开\n',
  'published: 2024-03-20 09:00\n',
  'items:\n  1: { outcome: 同意 }\n',
  'held: ',
  '# ',
  '## ',
  '### ',
  '一、',
  '二、',
  '十一、',
  '（一）',
  '(二)',
  '1.',
  '①',
  '一是',
  '审议',
  '听取',
  '《',
  '》',
  '〈',
  '“',
  '”',
  '"',
  '（',
  '）',
  '〔2024〕',
  '第3号',
  '第5次',
  '云岭市人民政府常务会议纪要',
  '2024年3月15日',
  '上午',
  '林远市长主持召开',
  '市政府',
  '市城管局',
  '市应急局',
  '会议原则同意',
  '会议强调',
  '会议决定',
  '以市政府名义印发',
  '由市城管局牵头',
  '出席：',
  '列席：',
  '请假：',
  '记录：',
  '主送：',
  '抄送：',
  '（此件公开发布）',
  '（此件不予公开）',
  '整理',
  '。',
  '，',
  '、',
  '；',
  '：',
  ':',
  ' ',
  '\u3000',
  '\t',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\u2028',
  '\u0000',
  '\u200b',
  '\u202e',
  '\ufeff',
  '\ud800',
  '\udc00',
  ':::withhold{reason="甲" basis="乙"}\n',
  ':::\n',
  '::',
  '\\',
  '<b>',
  '&lt;',
  '&',
  '*',
  '13812345678',
  '11010519491231002X',
  '会'.repeat(50),
  '𠮷',
  '旻',
  '%',
  '$&',
  '__proto__',
] as const;

/** A text that has much of minutes in it. */
export const anyMinutes: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
    ),
    {
      maxLength: 60,
    },
  )
  .map((pieces) => pieces.join(''));

/** Bytes with some of them changed, cut out or put in. */
export function damaged(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const change = fc.record({
    at: fc.nat({ max: bytes.length - 1 }),
    length: fc.nat({ max: 8 }),
    instead: fc.uint8Array({ maxLength: 8 }),
  });
  return fc
    .array(change, { minLength: 1, maxLength: 6 })
    .map((changes) =>
      changes.reduce<Uint8Array>(
        (now, { at, length, instead }) =>
          Buffer.concat([now.subarray(0, at), instead, now.subarray(Math.min(now.length, at + length))]),
        bytes,
      ),
    );
}
