import { runGit } from './git.ts';

interface Node {
  readonly hash: string;
  /** When it was committed, in seconds. */
  readonly time: number;
  readonly parents: readonly string[];
}

/**
 * The commits beside the main line by that of the main line which merged them, the oldest first. Their order
 * rests on what was merged alone, so that nothing which comes later can change it.
 *
 * @param head the full hash of the newest commit
 */
export async function readLandings(
  dir: string,
  head: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const graph = await readGraph(dir, head);
  const main: Node[] = [];
  for (let at = graph.get(head); at !== undefined; at = graph.get(at.parents[0] ?? '')) main.push(at);
  const known = new Set(main.map(({ hash }) => hash));
  return new Map(main.toReversed().map((commit) => [commit.hash, mergedBy(commit, graph, known)]));
}

/** By their hashes. */
async function readGraph(dir: string, head: string): Promise<ReadonlyMap<string, Node>> {
  const lines = (await runGit(dir, ['rev-list', '--parents', '--timestamp', head])).toString('utf8');
  return new Map(
    lines.split('\n').flatMap((line) => {
      const [time, hash, ...parents] = line.split(' ');
      return hash === undefined ? [] : [[hash, { hash, time: Number(time), parents }] as const];
    }),
  );
}

/** What a commit brought to the main line, the oldest first; becomes known. */
function mergedBy(
  { parents }: Node,
  graph: ReadonlyMap<string, Node>,
  known: Set<string>,
): readonly string[] {
  const queue: Node[] = [];
  const add = (hashes: readonly string[]): void => {
    for (const hash of hashes) {
      const node = graph.get(hash);
      if (node === undefined || known.has(hash)) continue;
      known.add(hash);
      const behind = queue.findIndex(({ time }) => time < node.time);
      queue.splice(behind === -1 ? queue.length : behind, 0, node);
    }
  };
  const walked: string[] = [];
  add(parents.slice(1));
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    walked.push(at.hash);
    add(at.parents);
  }
  return walked.toReversed();
}
