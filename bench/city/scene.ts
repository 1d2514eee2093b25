import type { IsoDate } from '../../src/minutes/model.ts';
import { yearOf } from './calendar.ts';
import type { Field } from './field.ts';
import type { Random } from './random.ts';

/** Where a passage stands: the meeting's day, the field it treats, and what has been said already. */
export interface Scene {
  readonly random: Random;
  /** The day of the meeting. */
  readonly date: IsoDate;
  readonly field: Field;
  /** Whether items have headings, where titles of papers can stand. */
  readonly headed: boolean;
  /** Phrases used in this document; a phrase comes back only when its list has run out of luck. */
  readonly used: Set<string>;
  /** The name under which each bureau goes in this document, by id. */
  readonly names: Map<string, string>;
  /** The names of the bodies that were told to act last: nobody is told to work with himself. */
  readonly recent: string[];
}

/**
 * A phrase not used in the document yet, as far as a few draws find one. `@2021` behind a phrase is the
 * first year in which it can be said, `@2021-2025` the first and the last.
 */
export function pickFresh({ random, used, date }: Scene, list: readonly string[]): string {
  const year = yearOf(date);
  let phrase: string | undefined;
  for (let draw = 0; draw < DRAWS; draw++) {
    const [text = '', years = ''] = random.pick(list).split('@');
    const [since = '', until = ''] = years.split('-');
    if (Number(since) > year || (until !== '' && Number(until) < year)) continue;
    phrase = text;
    if (!used.has(phrase)) break;
  }
  if (phrase === undefined) throw new Error(`Nothing of ${list.join(' ')} was there in ${String(year)}`);
  used.add(phrase);
  return phrase;
}

const DRAWS = 12;
