import { describe, expect, test } from 'vitest';
import { showProgress, type BarScreen } from '../../src/cli/show-progress.ts';

const ERASE = '\r\u001B[K';

/** A terminal that keeps what is written to it, and a clock that is set by hand. */
function terminal(isTTY = true, environment: Readonly<Record<string, string>> = {}) {
  const written: string[] = [];
  const screen: BarScreen = { isTTY, columns: 60, write: (text: string) => written.push(text) };
  const clock = { now: 0 };
  return { written, clock, shown: showProgress(screen, environment, () => clock.now) };
}

describe('progress', () => {
  test('shows nothing of what is over in two seconds', () => {
    const { written, clock, shown } = terminal();
    shown.begin('检查', 100);
    clock.now = 1999;
    shown.step();
    shown.end();
    expect(written).toEqual([]);
  });

  test('draws one line over the other, ten times a second at most, and erases the last', () => {
    const { written, clock, shown } = terminal();
    shown.begin('检查', 4);
    clock.now = 2000;
    shown.step();
    clock.now = 2050;
    shown.step();
    clock.now = 4000;
    shown.begin('页面', 10);
    clock.now = 6000;
    shown.step();
    shown.end();
    expect(written).toEqual([
      `${ERASE}检查 █████░░░░░░░░░░░░░░░ 1/4 还需 6 秒`,
      `${ERASE}页面 ░░░░░░░░░░░░░░░░░░░░ 0/10`,
      `${ERASE}页面 ██░░░░░░░░░░░░░░░░░░ 1/10 还需 18 秒`,
      ERASE,
    ]);
  });

  test.for([
    ['in a pipe', false, {}],
    ['in CI', true, { CI: 'true' }],
    ['in any CI that says so', true, { CI: '1' }],
  ] as const)('shows nothing %s', ([, isTTY, environment]) => {
    const { written, clock, shown } = terminal(isTTY, environment);
    shown.begin('检查', 2);
    clock.now = 60_000;
    shown.step();
    shown.end();
    expect(written).toEqual([]);
  });
});
