import { UserError } from '../files/user-error.ts';
import { DamagedCache } from './damaged.ts';

/** What was thrown in a thread, as it can be carried to another: errors arrive there without what is told by them. */
export interface ThreadFault {
  readonly kind: 'user' | 'damaged' | 'other';
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  /** What to do about it, where it is told to users. */
  readonly hint: string;
  /** What the machine says of a call that it refused: `code`, `path`, `dest`. */
  readonly facts: Readonly<Record<string, string | number>>;
}

export function faultOf(error: unknown): ThreadFault {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const facts = Object.entries(error instanceof Error ? error : {}).filter(
    (fact): fact is [string, string | number] => ['string', 'number'].includes(typeof fact[1]),
  );
  const common = { name, message, stack, facts: Object.fromEntries(facts), hint: '' };
  if (error instanceof UserError) return { ...common, kind: 'user', hint: error.hint };
  return { ...common, kind: error instanceof DamagedCache ? 'damaged' : 'other' };
}

/** The error that stands for a fault: of the same kind, with the same message and the place where it arose. */
export function raised({ kind, name, message, stack, hint, facts }: ThreadFault): Error {
  if (kind === 'user') return new UserError(message, hint);
  const error = kind === 'damaged' ? new DamagedCache('') : new Error(message);
  return Object.assign(error, facts, { name, message, stack });
}
