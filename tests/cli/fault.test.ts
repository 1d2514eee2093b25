import { parseArgs } from 'node:util';
import { afterEach, expect, test, vi } from 'vitest';
import { tellFault } from '../../src/cli/fault.ts';

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

/** What is told of what `work` throws, and with what status. */
function toldOf(work: () => unknown): { readonly lines: readonly unknown[]; readonly status: unknown } {
  const tell = vi.spyOn(console, 'error').mockReturnValue(undefined);
  try {
    work();
  } catch (error) {
    tellFault(error, 'build');
  }
  return { lines: tell.mock.calls.flat(), status: process.exitCode };
}

test('an option that there isn’t is told in one line', () => {
  expect(toldOf(() => parseArgs({ args: ['--fast'], options: {} }))).toEqual({
    lines: ['选项不认识；用 npm run build -- --help 看用法'],
    status: 2,
  });
});

test('a bug is no wrong option, also where Node gives it a code', () => {
  const bug = (): unknown => new URL('no address');
  expect(() => toldOf(bug)).toThrow(/Invalid URL/u);
  expect(process.exitCode).toBeUndefined();
});
