/** A source of chance: the same key gives the same run of values, on every machine. */
export interface Random {
  /** A number in [0, 1). */
  unit(): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One of the values; throws on an empty list, which is a bug of the caller. */
  pick<T>(values: readonly T[]): T;
  /** Up to `count` different places of the list, in the order of chance. */
  sample<T>(values: readonly T[], count: number): T[];
  /** One of the values, each as likely as its weight. */
  weigh<T>(values: readonly (readonly [T, number])[]): T;
}

/** A source of chance for a key such as `7/2022/013/items`: different keys are independent. */
export function createRandom(key: string): Random {
  const unit = generatorOf(key);
  const whole = (low: number, high: number): number => low + Math.floor(unit() * (high - low + 1));
  return {
    unit,
    whole,
    chance: (probability) => unit() < probability,
    pick: (values) => at(values, whole(0, values.length - 1)),
    sample: (values, count) => sample(values, count, whole),
    weigh: (values) => weigh(values, unit),
  };
}

function at<T>(values: readonly T[], index: number): T {
  const value = values[index];
  if (value === undefined) throw new Error('Nothing to pick from');
  return value;
}

function sample<T>(values: readonly T[], count: number, whole: (low: number, high: number) => number): T[] {
  const left = [...values];
  const taken: T[] = [];
  while (taken.length < count && left.length > 0) taken.push(...left.splice(whole(0, left.length - 1), 1));
  return taken;
}

function weigh<T>(values: readonly (readonly [T, number])[], unit: () => number): T {
  let rest = unit() * values.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of values) {
    rest -= weight;
    if (rest < 0) return value;
  }
  return at(values, values.length - 1)[0];
}

/** The sfc32 generator, its state filled from the key by 32-bit FNV-1a with four offsets. */
function generatorOf(key: string): () => number {
  let a = hash(key, 0x811c9dc5);
  let b = hash(key, 0x9e3779b9);
  let c = hash(key, 0x85ebca6b);
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 12; round++) next();
  return next;
}

function hash(key: string, offset: number): number {
  let value = offset;
  for (let index = 0; index < key.length; index++)
    value = Math.imul(value ^ key.charCodeAt(index), 0x01000193);
  return value | 0;
}
