import type { NearMiss } from '../near.ts';
import type { Found, SearchAnswer, SearchRequest, SearchService } from '../service.ts';
import { joinCounts } from './join-counts.ts';
import { jointResults, type JointResults, type JointSite, type SiteAnswer } from './joint-results.ts';

/** Why a site can't be asked. */
export type SiteFault =
  | { readonly kind: 'down' }
  /** Its files have another form than this client reads. */
  | { readonly kind: 'version'; readonly theirs: number };

/** How it stands with a site while a question is being answered. */
export type SiteState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'answered'; readonly total: number; readonly others: number }
  | { readonly kind: 'failed'; readonly fault: SiteFault };

export interface JointParts {
  readonly sites: readonly JointSite[];
  /** Whether a site can be asked; null when it can. Never rejects. */
  probe(this: void, site: JointSite): Promise<SiteFault | null>;
  /** Told whenever something changes; as long as `sites`. */
  onStates(this: void, states: readonly SiteState[], request: SearchRequest): void;
  /** Milliseconds of a clock. */
  now(this: void): number;
}

/** How long all sites are waited for before those that have answered are shown, in milliseconds. */
const PATIENCE = 1200;
/** How long a site that failed is left alone, in milliseconds. */
const REST = 30_000;
/** How many questions are remembered with the results taken so far. */
const REMEMBERED = 8;

/**
 * Several sites as one service. A site that can't be asked is told of in `onStates` and left out; the
 * answer is that of the others, and is refused when one of them refuses the question. Rejects when no
 * site answers.
 */
export function joinServices(parts: JointParts): SearchService {
  const { sites, now } = parts;
  const rests = new Map<JointSite, { readonly until: number; readonly fault: SiteFault }>();
  const remembered = new Map<string, JointResults>();

  const askSite = async (site: JointSite, request: SearchRequest): Promise<SiteReply> => {
    const rest = rests.get(site);
    if (rest !== undefined && rest.until > now()) return { kind: 'failed', site, fault: rest.fault };
    const failed = (fault: SiteFault): SiteReply => {
      rests.set(site, { until: now() + REST, fault });
      return { kind: 'failed', site, fault };
    };
    const fault = await parts.probe(site);
    if (fault !== null) return failed(fault);
    const answer = await site.service.search(request).catch(() => null);
    if (answer === null) return failed({ kind: 'down' });
    rests.delete(site);
    return answer.kind === 'refused' ? answer : { kind: 'found', site, found: answer };
  };

  const search = async (request: SearchRequest, onFirst?: (answer: Found) => void): Promise<SearchAnswer> => {
    const key = JSON.stringify([request.input, request.filter, request.sort, request.part]);
    const first = { ...request, from: 0 };
    const replies: (SiteReply | null)[] = sites.map(() => null);
    const tell = (): void => {
      parts.onStates(replies.map(stateOf), request);
    };
    const started = now();
    const tellFirst = (): void => {
      const answers = replies.flatMap((reply) => (reply?.kind === 'found' ? [reply] : []));
      const isLate = now() - started >= PATIENCE && replies.includes(null);
      if (onFirst === undefined || answers.length === 0 || !isLate) return;
      void answerOf(answers, jointShown(answers, first), first).then((answer) => {
        const waiting = replies.filter((reply) => reply === null).length;
        if (waiting > 0) onFirst({ ...answer, isComplete: false, waiting });
      });
    };
    tell();
    const timer = setTimeout(tellFirst, PATIENCE);
    await Promise.all(
      sites.map(async (site, at) => {
        replies[at] = await askSite(site, first);
        tell();
        tellFirst();
      }),
    );
    clearTimeout(timer);
    const refused = replies.find((reply) => reply?.kind === 'refused');
    if (refused?.kind === 'refused') return refused;
    const answers = replies.flatMap((reply) => (reply?.kind === 'found' ? [reply] : []));
    if (answers.length === 0) throw new Error('No site answers');
    const known = `${key} ${answers.map(({ site }) => site.address).join(' ')}`;
    const results = remembered.get(known) ?? jointResults(answers, first);
    remember(remembered, known, results);
    return answerOf(answers, results, request);
  };
  return { search, near: (input) => nearAt(sites, rests, input) };
}

type SiteReply =
  | (SiteAnswer & { readonly kind: 'found' })
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'failed'; readonly site: JointSite; readonly fault: SiteFault };

function stateOf(reply: SiteReply | null): SiteState {
  if (reply === null || reply.kind === 'refused') return { kind: 'waiting' };
  if (reply.kind === 'failed') return { kind: 'failed', fault: reply.fault };
  return { kind: 'answered', total: reply.found.total, others: reply.found.others };
}

/** The answer of these sites, with the part of the results that was asked for. */
async function answerOf(
  answers: readonly SiteAnswer[],
  results: JointResults,
  { filter, from, atLeast }: SearchRequest,
): Promise<Found> {
  const groups = await results.take(from, atLeast);
  return {
    kind: 'found',
    isComplete: true,
    filter,
    groups,
    ...joinCounts(answers.map(({ found }) => found)),
  };
}

/** What these sites have sent already, without asking for more. */
function jointShown(answers: readonly SiteAnswer[], request: SearchRequest): JointResults {
  const sent = answers.map(({ site, found }) => ({
    site,
    found: { ...found, meetings: found.groups.length },
  }));
  return jointResults(sent, request);
}

function remember(remembered: Map<string, JointResults>, key: string, results: JointResults): void {
  remembered.delete(key);
  remembered.set(key, results);
  const [oldest] = remembered.keys();
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
}

/** What any of the sites suggests, the results of each suggestion added up; a site that fails suggests nothing. */
async function nearAt(
  sites: readonly JointSite[],
  rests: ReadonlyMap<JointSite, unknown>,
  input: string,
): Promise<readonly NearMiss[]> {
  const asked = sites.filter((site) => !rests.has(site));
  const all = await Promise.all(asked.map(({ service }) => service.near(input).catch(() => [])));
  const joined = new Map<string, NearMiss>();
  for (const near of all.flat()) {
    const key = `${near.kind} ${near.input}`;
    joined.set(key, { ...near, total: near.total + (joined.get(key)?.total ?? 0) });
  }
  return [...joined.values()];
}
