import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import type { NoHistory } from '../corpus/revisions.ts';

/** Why git gave nothing. */
export class GitError extends Error {
  readonly reason: NoHistory;

  constructor(reason: NoHistory, message: string) {
    super(message);
    this.name = 'GitError';
    this.reason = reason;
  }
}

/** What git is always told: no pager, no lock, names as they are, objects as they were committed. */
const ALWAYS = ['--no-pager', '--no-optional-locks', '--no-replace-objects', '-c', 'core.quotePath=false'];

/**
 * The output of one git command, run in a folder without a shell. Rejects with a `GitError` when there is
 * no git, the folder is in no repository, or git refuses.
 */
export async function runGit(dir: string, options: readonly string[]): Promise<Buffer> {
  const child = startGit(dir, options);
  child.stdin.end();
  const [output] = await Promise.all([collect(child.stdout), ended(child)]);
  return output;
}

/**
 * The contents of objects, in the order asked for, out of one process. Rejects with a `GitError` when
 * one is missing, as in a partial clone without network.
 */
export async function* readObjects(dir: string, hashes: readonly string[]): AsyncGenerator<Buffer> {
  if (hashes.length === 0) return;
  const child = startGit(dir, ['cat-file', '--batch']);
  const done = ended(child);
  // Awaited below; a rejection before that must not count as unhandled.
  done.catch(() => undefined);
  child.stdin.on('error', () => undefined);
  child.stdin.end(`${hashes.join('\n')}\n`);
  const reader = bytesOf(child.stdout);
  for (const hash of hashes) {
    const header = /^[0-9a-f]+ \w+ (\d+)$/u.exec((await reader.line()) ?? '');
    const content = header === null ? null : await reader.take(Number(header[1]) + 1);
    if (content === null) {
      await done;
      throw new GitError('failed', `git has no object ${hash}`);
    }
    yield content.subarray(0, -1);
  }
  await done;
}

/** In a hook git sets variables that would make it look at another repository. */
function environment(): Record<string, string | undefined> {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return { ...Object.fromEntries(own), LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' };
}

function startGit(dir: string, options: readonly string[]): ChildProcessWithoutNullStreams {
  const child = spawn('git', [...ALWAYS, ...options], { cwd: dir, env: environment(), windowsHide: true });
  // Without a pipe to spare there are no streams, whatever the types say.
  const { stdin }: Partial<ChildProcessWithoutNullStreams> = child;
  if (stdin !== undefined) return child;
  child.once('error', () => undefined);
  throw Object.assign(new Error('git could not be started'), { code: 'EMFILE' });
}

async function ended(child: ChildProcessWithoutNullStreams): Promise<void> {
  const said = collect(child.stderr);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      reject(new GitError(error.code === 'ENOENT' ? 'no-git' : 'failed', 'git could not be started'));
    });
    child.once('close', resolve);
  });
  if (code === 0) return;
  const message = (await said).toString('utf8').trim();
  throw new GitError(/not a git repository/iu.test(message) ? 'no-repository' : 'failed', message);
}

async function collect(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

interface ByteReader {
  /** The next line without its end; null at the end of the stream. */
  line(): Promise<string | null>;
  /** Exactly so many bytes; null when the stream ends before. */
  take(length: number): Promise<Buffer | null>;
}

function bytesOf(stream: AsyncIterable<Buffer>): ByteReader {
  const chunks = stream[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const next = await chunks.next();
    if (next.done === true) return false;
    rest = rest.length === 0 ? next.value : Buffer.concat([rest, next.value]);
    return true;
  };
  const cut = (length: number): Buffer => {
    const taken = rest.subarray(0, length);
    rest = rest.subarray(length);
    return taken;
  };
  return {
    async line() {
      for (;;) {
        const end = rest.indexOf(0x0a);
        if (end >= 0)
          return cut(end + 1)
            .toString('utf8')
            .slice(0, -1);
        if (!(await more())) return null;
      }
    },
    async take(length) {
      while (rest.length < length) if (!(await more())) return null;
      return cut(length);
    },
  };
}
