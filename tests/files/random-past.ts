import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { minutesText, type Repository } from './repository.ts';

const IDS = ['2024/001', '2024/002', '2024/003', '2024/3'] as const;
const FIRST = minutesText('会议原则同意该《办法》。');

/** Texts of all that decides whether readers could see them. */
const TEXTS: Readonly<Record<string, string>> = {
  first: FIRST,
  second: minutesText('会议同意该《办法》。'),
  republished: minutesText('会议通过该《办法》。', { extra: 'republished: true\n' }),
  'due in between': minutesText('会议同意该《办法》。', { published: '2024-03-20 10:03' }),
  'due later': minutesText('会议同意该《办法》。', { published: '2025-03-20 09:00' }),
  hidden: minutesText('会议同意该《办法》。', { disclosure: '依申请公开' }),
  'without a time': FIRST.replace('published', 'publishd'),
  'withheld wrongly': minutesText('会议同意。\n\n:::withhold{reason="涉及个人隐私"}\n\n此段不公开。\n'),
  'of other line ends': FIRST.replaceAll('\n', '\r\n'),
};
const MESSAGES = ['改', '改\n\n更正说明: 甲', '改\n\n更正说明: 乙\n更正类型: 补充'];
const ACTS = [
  'write',
  'write',
  'remove',
  'move',
  'merge',
  'merge again',
  'amend',
  'reset',
  'leave uncommitted',
  'change line ends',
  'commit something else',
  'spoil bytes',
] as const;

/** One thing that happens in a repository. */
export interface Act {
  readonly what: (typeof ACTS)[number];
  readonly id: (typeof IDS)[number];
  readonly other: (typeof IDS)[number];
  /** By its name. */
  readonly text: string;
  readonly message: string;
  /** Clocks of several machines differ: time doesn't always go on. */
  readonly minute: string;
  /** Whether a site is built after it. */
  readonly build: boolean;
}

export const PAST: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.record({
    what: fc.constantFrom(...ACTS),
    id: fc.constantFrom(...IDS),
    other: fc.constantFrom(...IDS),
    text: fc.constantFrom(...Object.keys(TEXTS)),
    message: fc.constantFrom(...MESSAGES),
    minute: fc.nat(9).map((minute) => `2024-03-20 10:0${String(minute)}`),
    build: fc.boolean(),
  }),
  { minLength: 6, maxLength: 12 },
);

/** Lets an act happen, as far as there is anything for it to happen to. */
export function happen(repository: Repository, act: Act): void {
  const { content } = repository;
  const { id, other, message, minute } = act;
  const text = TEXTS[act.text] ?? FIRST;
  const [file, target] = [pathOf(id), pathOf(other)];
  const has = existsSync(join(content, file));
  if (act.what === 'write') repository.commit(minute, message, { [file]: text });
  if (act.what === 'remove' && has) repository.commit(minute, message, { [file]: null });
  if (act.what === 'move' && has && !existsSync(join(content, target))) {
    repository.commit(minute, message, {});
    repository.move(minute, message, file, target);
  }
  if (act.what === 'merge') merge(repository, act, 'HEAD~1');
  if (act.what === 'merge again') merge(repository, act, 'side');
  if (act.what === 'amend') {
    put(content, file, text);
    repository.git(minute, 'add', '--all');
    repository.git(minute, 'commit', '--quiet', '--amend', '--allow-empty', '--message', message);
  }
  if (act.what === 'reset') repository.git(minute, 'reset', '--quiet', '--hard', 'HEAD~1');
  if (act.what === 'leave uncommitted') put(content, file, text);
  if (act.what === 'change line ends' && has)
    put(content, file, readFileSync(join(content, file), 'utf8').replaceAll(/\r?\n/gu, '\r\n'));
  if (act.what === 'commit something else')
    repository.commit(minute, message, { 'minutes/README.md': text, 'site.yaml': message });
  if (act.what === 'spoil bytes') {
    put(content, file, Buffer.from(text, 'latin1'));
    repository.commit(minute, message, {});
  }
}

/**
 * Merges what was written twice behind a commit: behind an older one of the main line, or behind the last
 * branch, merged or not. Where both lines change a text, that of the branch counts.
 */
function merge(repository: Repository, act: Act, from: string): void {
  const { id, other, message, minute } = act;
  const text = TEXTS[act.text] ?? FIRST;
  const git = (...options: readonly string[]): string => repository.git(minute, ...options);
  repository.commit(minute, message, {});
  git('checkout', '--quiet', '-B', 'side', from);
  repository.commit(minute, message, { [pathOf(id)]: text });
  repository.commit(minute, `${message}\n\n更正说明: 支`, { [pathOf(other)]: text.replace('会议', '会 议') });
  git('checkout', '--quiet', 'main');
  const into = ['merge', '--quiet', '--no-ff', '--message', message];
  try {
    git(...into, '--strategy-option=theirs', 'side');
  } catch {
    git('reset', '--quiet', '--hard');
    git(...into, '--strategy=ours', 'side');
  }
}

function pathOf(id: string): string {
  return `minutes/${id}.md`;
}

function put(content: string, path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(content, path)), { recursive: true });
  writeFileSync(join(content, path), text);
}
