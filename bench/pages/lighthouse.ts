import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { z } from 'zod';

/** No dependency of the project: it is large, and only this benchmark wants it. npm fetches it when it is asked for. */
export const LIGHTHOUSE = 'lighthouse@13.5.0';

/** Scores of 0 to 100; milliseconds; bytes as they came over the line. */
export interface Audit {
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly seo: number;
  readonly lcp: number;
  readonly tbt: number;
  readonly cls: number;
  readonly bytes: number;
  /** What took points away: ids of audits. */
  readonly faults: readonly string[];
}

const CATEGORY = z.object({
  score: z.number(),
  auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
});

const REPORT = z.object({
  categories: z.object({
    performance: CATEGORY,
    accessibility: CATEGORY,
    'best-practices': CATEGORY,
    seo: CATEGORY,
  }),
  audits: z.record(
    z.string(),
    z.object({ score: z.number().nullable(), numericValue: z.number().optional() }),
  ),
});

/** 0 to 100. */
function points({ score }: z.infer<typeof CATEGORY>): number {
  return Math.round(score * 100);
}

/** Audits one address as a phone (Lighthouse's own throttling) in a browser without a profile. */
export function audit(url: string, chromium: string): Audit {
  const first = runLighthouse(url, chromium);
  // Chromium loses a trace now and then; what fails twice is a fault.
  const { status, stdout, stderr } = first.status === 0 ? first : runLighthouse(url, chromium);
  if (status !== 0) throw new Error(`Lighthouse failed at ${url}:\n${stderr}`);
  const { categories, audits } = REPORT.parse(JSON.parse(stdout));
  const value = (id: string): number => audits[id]?.numericValue ?? 0;
  return {
    performance: points(categories.performance),
    accessibility: points(categories.accessibility),
    bestPractices: points(categories['best-practices']),
    seo: points(categories.seo),
    lcp: value('largest-contentful-paint'),
    tbt: value('total-blocking-time'),
    cls: value('cumulative-layout-shift'),
    bytes: value('total-byte-weight'),
    faults: Object.values(categories).flatMap(({ auditRefs }) =>
      auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9).map(({ id }) => id),
    ),
  };
}

function runLighthouse(url: string, chromium: string): SpawnSyncReturns<string> {
  return spawnSync(
    'npx',
    [
      '--yes',
      LIGHTHOUSE,
      url,
      '--quiet',
      '--output=json',
      '--only-categories=performance,accessibility,best-practices,seo',
      '--chrome-flags=--headless=new --no-sandbox',
    ],
    { encoding: 'utf8', env: { ...process.env, CHROME_PATH: chromium }, maxBuffer: 2 ** 27 },
  );
}
