import type { Fetched } from './collect-members.ts';

/** How long a file of a member may take in all, in milliseconds. */
const LONGEST = 10_000;
/** How often a member may send on to another address of its own. */
const MOST_REDIRECTS = 3;

/**
 * Fetches a JSON file of a member, of at most `most` bytes. Never rejects: what goes wrong is told in
 * Chinese. It goes on to other addresses of the same origin only.
 */
export async function fetchMember(address: string, most: number): Promise<Fetched> {
  const signal = AbortSignal.timeout(LONGEST);
  try {
    return await follow(address, most, signal);
  } catch {
    return fault(signal.aborted ? `超过 ${String(LONGEST / 1000)} 秒没有应答` : '连不上');
  }
}

async function follow(address: string, most: number, signal: AbortSignal): Promise<Fetched> {
  let url = address;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    const response = await fetch(url, {
      redirect: 'manual',
      credentials: 'omit',
      headers: { accept: 'application/json, */*;q=0.1' },
      signal,
    });
    const target = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || target === null)
      return response.ok ? await read(response, most) : fault(`应答 ${String(response.status)}`);
    await response.body?.cancel();
    const next = new URL(target, url);
    if (next.origin !== new URL(address).origin)
      return fault(`转到了 ${next.origin}，没有跟着去；网址确实变了就改 members.yaml`);
    url = next.href;
  }
  return fault('一直在转到别的网址');
}

async function read(response: Response, most: number): Promise<Fetched> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > most) return fault(`超过 ${String(Math.round(most / 1024))} KB`);
    chunks.push(chunk);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    return { kind: 'json', json: JSON.parse(text) as unknown };
  } catch {
    return fault('不是 JSON 文件');
  }
}

function fault(reason: string): Fetched {
  return { kind: 'fault', reason };
}
