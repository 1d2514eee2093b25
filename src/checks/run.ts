import { EMPTY_LISTS } from '../corpus/lists.ts';
import type { Lists } from '../corpus/lists.ts';
import type { Registry } from '../corpus/model.ts';
import type { Diagnostic } from '../minutes/diagnostics.ts';
import type { Parsed } from '../minutes/parse.ts';
import { compactText } from './compact-text.ts';
import { LENIENT, type Policy } from './policy.ts';
import { RULES } from './rules.ts';

/** What a check needs beside the parsed minutes. */
export interface CheckContext {
  readonly registry: Registry;
  /** Left out where a place keeps no lists. */
  readonly lists?: Lists;
  /** Left out for minutes of no site. */
  readonly policy?: Policy;
  /** The minute of the check in Beijing time, `YYYY-MM-DD HH:MM`; see `beijingMinute`. */
  readonly now: string;
}

/**
 * The findings of all rules about one set of minutes, in the order of the rules; those of the parser
 * are not among them. Pure: the same minutes, registry and minute give the same findings.
 */
export function checkMinutes(parsed: Parsed, context: CheckContext): readonly Diagnostic[] {
  const { minutes } = parsed;
  const { registry, lists = EMPTY_LISTS, policy = LENIENT, now } = context;
  const subject = { minutes, registry, lists, reading: compactText(minutes.text), policy, now };
  return RULES.flatMap((rule) =>
    rule(subject).map(({ at, ...finding }) => ({
      ...finding,
      path: minutes.path,
      place: at.kind === 'text' ? parsed.place(at.span) : parsed.placeOf(at.field),
    })),
  );
}
