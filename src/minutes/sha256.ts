const ROUNDS = 64;

/** Fractions of square and cube roots of primes (FIPS 180-4, 4.2.2 and 5.3.3). */
const [CONSTANTS, START] = ((): readonly [Uint32Array, Uint32Array] => {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < ROUNDS; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return [
    Uint32Array.from(primes, (prime) => fraction(Math.cbrt(prime))),
    Uint32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime))),
  ];
})();

function fraction(value: number): number {
  return Math.floor((value - Math.floor(value)) * 2 ** 32);
}

/**
 * The SHA-256 of the UTF-8 bytes of a text, as 64 hexadecimal digits (FIPS 180-4). Written out here
 * because the checks are pure and run where Node's own is not at hand.
 */
export function sha256(text: string): string {
  if (text !== last.text) last = { text, hash: sha256Of(new TextEncoder().encode(text)) };
  return last.hash;
}

/** A page asks for that of its document at several places, one after the other. */
let last = { text: '', hash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' };

/** The SHA-256 of bytes. */
export function sha256Of(message: Uint8Array): string {
  const bytes = padded(message);
  const view = new DataView(bytes.buffer);
  const state = START.slice();
  const schedule = new Uint32Array(ROUNDS);
  for (let offset = 0; offset < bytes.length; offset += ROUNDS) addBlock(view, offset, state, schedule);
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('');
}

/** The message, a one bit, zeros, and its length in bits, to whole blocks. */
function padded(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / ROUNDS) * ROUNDS);
  bytes.set(message);
  bytes[message.length] = 0x80;
  new DataView(bytes.buffer).setBigUint64(bytes.length - 8, BigInt(message.length) * 8n);
  return bytes;
}

function addBlock(view: DataView, offset: number, state: Uint32Array, schedule: Uint32Array): void {
  const at = (index: number): number => schedule[index] ?? 0;
  for (let index = 0; index < 16; index++) schedule[index] = view.getUint32(offset + index * 4);
  for (let index = 16; index < ROUNDS; index++) {
    const early = at(index - 15);
    const late = at(index - 2);
    const low = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const high = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    schedule[index] = at(index - 16) + low + at(index - 7) + high;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let round = 0; round < ROUNDS; round++) {
    const choice = (e & f) ^ (~e & g);
    const mixed = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const first = (h + mixed + choice + (CONSTANTS[round] ?? 0) + at(round)) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = (state[index] ?? 0) + word;
  });
}

function turn(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}
