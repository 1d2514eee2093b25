/** A message of JSON-RPC as it comes: what else it holds is looked at where it is used. */
export interface Message {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
}

const HEADER_END = '\r\n\r\n';

/** A message as the bytes of the base protocol: a header with the length, then JSON. */
export function encodeMessage(message: object): Uint8Array {
  const body = new TextEncoder().encode(JSON.stringify({ jsonrpc: '2.0', ...message }));
  const header = new TextEncoder().encode(`Content-Length: ${body.length}${HEADER_END}`);
  return Uint8Array.from([...header, ...body]);
}

/** What could be read of the bytes so far, and the bytes that wait for more. */
export interface Decoded {
  readonly messages: readonly Message[];
  readonly rest: Uint8Array;
}

/**
 * Takes whole messages off the front of a stream of bytes. A body that is no JSON object is skipped, as
 * is a header without a length: an editor that errs must not stop the server.
 */
export function decodeMessages(bytes: Uint8Array): Decoded {
  const messages: Message[] = [];
  let rest = bytes;
  for (;;) {
    const end = headerEnd(rest);
    if (end === null) return { messages, rest };
    const header = new TextDecoder('latin1').decode(rest.subarray(0, end));
    const length = Number(/content-length:\s*(\d{1,9})/iu.exec(header)?.[1] ?? 0);
    const start = end + HEADER_END.length;
    if (rest.length < start + length) return { messages, rest };
    const message = readObject(new TextDecoder().decode(rest.subarray(start, start + length)));
    if (message !== null) messages.push(message);
    rest = rest.subarray(start + length);
  }
}

function headerEnd(bytes: Uint8Array): number | null {
  for (let at = bytes.indexOf(0x0d); at >= 0; at = bytes.indexOf(0x0d, at + 1)) {
    if (bytes[at + 1] === 0x0a && bytes[at + 2] === 0x0d && bytes[at + 3] === 0x0a) return at;
  }
  return null;
}

function readObject(json: string): Message | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
