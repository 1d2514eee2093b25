import type { LeakException } from '../corpus/leak-exceptions.ts';
import { WORDINGS } from '../leaks/detectors.ts';
import { findLeaks, type Leak } from '../leaks/find-leaks.ts';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import { indexLines, type Span } from '../minutes/places.ts';
import { sha256 } from '../minutes/sha256.ts';

/** One source file, with what of it isn't published anyway. */
export interface LeakSource {
  readonly path: string;
  /** Its path below the content folder, as exceptions name it. */
  readonly name: string;
  readonly source: string;
  /** The source with as many spaces for what isn't published of it; the source itself when left out. */
  readonly scanned?: string;
  /** Spans between the marks of withheld passages. */
  readonly withheld: readonly Span[];
  /** Where withheld sentences stand in the open. */
  readonly repeated: readonly Span[];
}

/** What may stand in a source although a detector finds it. */
export interface Allowed {
  readonly exceptions: readonly LeakException[];
  /** Digits of telephone numbers of offices. */
  readonly officeNumbers: readonly string[];
}

export interface CheckedLeaks {
  readonly diagnostics: readonly Diagnostic[];
  /** The source as reports may print it: secrets and withheld passages as `*`, offsets unchanged. */
  readonly shown: string;
  /** The exceptions that something fell under. */
  readonly used: readonly LeakException[];
  /** What fell under them, as `keyOfLeak` gives it: it may stand in the built site too. */
  readonly released: readonly string[];
}

/**
 * R5.5: what the detectors find in a source file, front matter included. Findings hold masked values
 * only. A mark of a document that isn't public is left to the disclosure rule, which knows more forms.
 */
export function checkLeaks(file: LeakSource, allowed: Allowed): CheckedLeaks {
  const { source, scanned = source, withheld, repeated } = file;
  const leaks = findLeaks(hide(scanned, withheld)).filter(
    ({ code, value }) => code.startsWith('leak/') && !isOffice(value, allowed.officeNumbers),
  );
  const secrets = leaks.filter(({ secret }) => secret).map(({ span }) => span);
  const shown = hide(source, [...withheld, ...repeated, ...secrets]);
  if (leaks.length === 0) return { diagnostics: [], shown, used: [], released: [] };
  const lines = indexLines(source);
  const diagnostics: Diagnostic[] = [];
  const used: LeakException[] = [];
  const released: string[] = [];
  for (const leak of leaks) {
    const exception = allowed.exceptions.find((each) => permits(each, leak, file));
    if (exception === undefined) diagnostics.push(findingOf(leak, file.path, lines.place(leak.span)));
    else {
      used.push(exception);
      released.push(keyOfLeak(leak));
    }
  }
  return { diagnostics, shown, used, released };
}

function isOffice(value: string, numbers: readonly string[]): boolean {
  return numbers.includes(value.replace(/^(?:00)?86(?=\d{11}$)/, ''));
}

/** What two findings of one thing share, wherever it stands. Holds the thing itself: never to be printed. */
export function keyOfLeak({ code, value }: Pick<Leak, 'code' | 'value'>): string {
  return `${code} ${value}`;
}

/** The same for the telephone of an office that happens to be a mobile phone. */
export function keyOfOffice(digits: string): string {
  return keyOfLeak({ code: 'leak/mobile', value: digits });
}

/** The finding about a leak in a file. */
export function findingOf({ code, masked }: Leak, path: string, place: Diagnostic['place']): Diagnostic {
  const { name, hint } = WORDINGS[code] ?? { name: '', hint: '' };
  return { code, message: `有${name}“${masked}”`, hint: `${hint}${EXCEPTION_HINT}`, path, place };
}

const EXCEPTION_HINT = '；确需公开的，在 leak-exceptions.yaml 写明理由和审核人';

/** A text without the secrets that detectors find in it, as a terminal may show it. */
export function hideSecrets(text: string): string {
  return hide(
    text,
    findLeaks(text).flatMap(({ secret, span }) => (secret ? [span] : [])),
  );
}

/** R5.5: exceptions that nothing falls under any more, among those of files that were checked. */
export function unusedExceptions(
  exceptions: readonly LeakException[],
  used: ReadonlySet<LeakException>,
  path: string,
): readonly Diagnostic[] {
  return exceptions
    .filter((exception) => !used.has(exception))
    .map(({ file, rule, place }) => ({
      code: 'leak/exception-unused',
      message: `“${file}”里没有这一条例外所说的内容（${rule}）`,
      hint: '核对 file、rule 和 value；原文已经改掉的，删去这一条',
      path,
      place,
    }));
}

function permits(
  { file, rule, value, sha256: digest }: LeakException,
  leak: Leak,
  { name }: LeakSource,
): boolean {
  if (file !== name || rule !== leak.code) return false;
  return digest === null ? value === leak.masked : digest === sha256(leak.value);
}

/** The text with spans of it as `*`; line ends and white space stay, and with them every offset. */
function hide(text: string, spans: readonly Span[]): string {
  let hidden = text;
  for (const { start, end } of spans)
    hidden = hidden.slice(0, start) + hidden.slice(start, end).replaceAll(/[^\s]/g, '*') + hidden.slice(end);
  return hidden;
}
