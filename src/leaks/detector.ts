import type { DiagnosticCode } from '../minutes/diagnostics.ts';
import type { Span } from '../minutes/places.ts';
import type { NormalText } from './normal-text.ts';
import type { NumberRun } from './number-runs.ts';

/** A text with what several detectors need of it. */
export interface Evidence {
  readonly normal: NormalText;
  /** Runs of digits that may be one number, each with whatever stands between its digits. */
  readonly numbers: readonly NumberRun[];
}

/** One place at fault, before it is known where its text comes from. */
export interface Hit {
  readonly code: DiagnosticCode;
  /** In `NormalText.text`. */
  readonly span: Span;
  /** What a report may show of it. */
  readonly masked: string;
}

/** A row of the detector list (§5.2). Finds without knowing of exceptions; never throws. */
export interface Detector {
  /**
   * The sources of regular expressions over the unchanged text, of which one matches wherever the
   * detector could find something: texts in which no detector's cue occurs are not looked at.
   */
  readonly cues: readonly string[];
  readonly find: (evidence: Evidence) => readonly Hit[];
}

/** What a report says of a finding, and whether the text itself must not be printed. */
export interface LeakWording {
  readonly name: string;
  readonly hint: string;
  /** Whether reports hide the text: marks and wrong checksums aren't secrets. */
  readonly secret: boolean;
}

/** `text` with all but its first and last characters as `*`. */
export function mask(text: string, first: number, last: number): string {
  const hidden = Math.max(0, text.length - first - last);
  return text.slice(0, first) + '*'.repeat(hidden) + text.slice(text.length - last);
}
