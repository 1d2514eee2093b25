import type { Diagnostic, DiagnosticCode } from '../minutes/diagnostics.ts';
import type { Minutes } from '../minutes/model.ts';
import { parseMinutes } from '../minutes/parse.ts';
import { checkLeaks, type Allowed, type CheckedLeaks } from './leaks.ts';
import { checkMinutes, type CheckContext } from './run.ts';
import { checkWithheld, sentenceSpans, type WithheldSentences } from './withheld.ts';

/** One file of minutes before parsing. The id is the address. */
export interface MinutesSource {
  readonly path: string;
  readonly id: string;
  /** It may be read only when somebody asks for it. */
  readonly source: string;
  /** What is known of the source without a look at it: its digest, and `mayWithhold`. */
  readonly digest?: string;
  readonly isMarked?: boolean;
  /** Whether it is a draft: then it need not say yet when and how it will be published. */
  readonly draft?: boolean;
}

export interface CheckedFile {
  readonly minutes: Minutes;
  readonly diagnostics: readonly Diagnostic[];
  readonly leaks: CheckedLeaks;
}

/** What a file is held against beside the rules. */
export interface FileContext extends CheckContext {
  readonly allowed: Allowed;
  /** Those of all files. */
  readonly withheld: WithheldSentences;
}

/** What a draft may still lack, for it is said when it is published. */
const LATER: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'front-matter/missing',
  'front-matter/missing-disclosure',
  'front-matter/missing-published',
  'disclosure/no-mark',
  'disclosure/no-ground',
]);

/**
 * Parses and checks one file by itself. Where it holds secrets, the findings are made from the text
 * without them, so that no message can quote one.
 */
export function checkFile(file: MinutesSource, context: FileContext): CheckedFile {
  const { path, id, source, draft = false } = file;
  const { lexicon } = context.registry;
  const parsed = parseMinutes(source, path, lexicon);
  const repeated = sentenceSpans(source, context.withheld);
  const leaks = checkLeaks(
    { path, name: nameOf(file), source, withheld: parsed.withheld, repeated },
    context.allowed,
  );
  const shown = leaks.shown === source ? parsed : parseMinutes(leaks.shown, path, lexicon);
  const diagnostics = [
    ...shown.diagnostics,
    ...checkMinutes(shown, context),
    ...leaks.diagnostics,
    ...checkWithheld(parsed.minutes, context.withheld, (span) => parsed.place(span)),
  ];
  return {
    minutes: Object.assign({}, parsed.minutes, { id }),
    diagnostics: draft ? diagnostics.filter(({ code }) => !LATER.has(code)) : diagnostics,
    leaks,
  };
}

/** The path of a file of minutes below the content folder. */
export function nameOf({ id, draft = false }: Pick<MinutesSource, 'id' | 'draft'>): string {
  return `${draft ? 'drafts' : 'minutes'}/${id}.md`;
}
