import { severityOf, type DiagnosticCode } from '../minutes/diagnostics.ts';
import type { Span } from '../minutes/places.ts';
import type { Detector, Hit } from './detector.ts';
import { BLOCKING_DETECTORS, DETECTORS, WORDINGS } from './detectors.ts';
import { normaliseText } from './normal-text.ts';
import { numberRuns } from './number-runs.ts';
import { stretchesOf } from './stretches.ts';

/** One thing that must not go out, or should be looked at (R5.5). */
export interface Leak {
  readonly code: DiagnosticCode;
  /** In the text that was looked at. */
  readonly span: Span;
  /** What a report may show. */
  readonly masked: string;
  /** The thing itself without gaps, in plain form: never to be printed. */
  readonly value: string;
  /** Whether reports must hide the text. */
  readonly secret: boolean;
}

/** Some detectors with their cues, of which one matches wherever any of them could find something. */
interface Search {
  readonly detectors: readonly Detector[];
  /** They are many times as fast apart as in one expression. */
  readonly cues: readonly RegExp[];
}

function searchWith(detectors: readonly Detector[]): Search {
  const cues = [...new Set(detectors.flatMap((detector) => detector.cues))];
  return { detectors, cues: cues.map((cue) => new RegExp(cue)) };
}

const ALL = searchWith(DETECTORS);
const BLOCKING = searchWith(BLOCKING_DETECTORS);

/** Everything the detectors find in a text, in text order; each place once. Never throws. */
export function findLeaks(text: string): readonly Leak[] {
  return search(text, ALL);
}

/** The same of those things alone that forbid publication: many times as fast in a large text. */
export function findBlockingLeaks(text: string): readonly Leak[] {
  const leaks = [...stretchesOf(text)].flatMap((stretch) => search(stretch, BLOCKING));
  return leaks.filter(({ code }) => severityOf(code) === 'error');
}

function search(text: string, { detectors, cues }: Search): readonly Leak[] {
  if (!cues.some((cue) => cue.test(text))) return [];
  const normal = normaliseText(text);
  const evidence = { normal, numbers: numberRuns(normal) };
  const taken: Hit[] = [];
  const claimed = new Uint8Array(normal.text.length);
  for (const { find } of detectors) {
    for (const hit of find(evidence).toSorted(longestFirst)) {
      const { start, end } = hit.span;
      if (claimed.subarray(start, end).includes(1)) continue;
      claimed.fill(1, start, end);
      taken.push(hit);
    }
  }
  return taken
    .toSorted((one, other) => one.span.start - other.span.start)
    .map(({ code, span, masked }) => ({
      code,
      span: normal.sourceSpan(span),
      masked,
      value: normal.text.slice(span.start, span.end),
      secret: WORDINGS[code]?.secret ?? true,
    }));
}

/** Of runs that share digits the longest is the number as written. */
function longestFirst(one: Hit, other: Hit): number {
  return other.span.end - other.span.start - (one.span.end - one.span.start);
}
