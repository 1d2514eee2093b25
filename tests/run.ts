/**
 * `npm test`: formatting, lint, types and all tests, one after the other, so that one run shows
 * everything that is wrong. The last line is `N passed, N failed`; each step counts as one beside
 * the single tests.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

interface Step {
  readonly name: string;
  readonly command: readonly string[];
}

const STEPS: readonly Step[] = [
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: ['oxlint', '--deny-warnings'] },
  { name: 'types', command: ['astro', 'check', '--minimumFailingSeverity', 'hint'] },
];

let passed = 0;
let failed = 0;

for (const { name, command } of STEPS) {
  const good = run(command);
  console.log(`${good ? '✓' : '✗'} ${name}`);
  if (good) passed++;
  else failed++;
}

const folder = mkdtempSync(join(tmpdir(), 'jiyao-tests-'));
const report = join(folder, 'report.json');
const ran = run(['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
const counts = readCounts();
passed += counts.passed;
failed += counts.failed;
if (!ran && counts.failed === 0) failed++;
rmSync(folder, { recursive: true });

console.log(`${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function run([program = '', ...options]: readonly string[]): boolean {
  const bin = join(import.meta.dirname, '..', 'node_modules', '.bin');
  const { status } = spawnSync(join(bin, program), options, {
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
    shell: process.platform === 'win32',
  });
  return status === 0;
}

/** What vitest counted; nothing passed and one failed when it left no report. */
function readCounts(): { readonly passed: number; readonly failed: number } {
  try {
    const json: unknown = JSON.parse(readFileSync(report, 'utf8'));
    if (typeof json === 'object' && json !== null && 'numPassedTests' in json && 'numFailedTests' in json)
      return { passed: Number(json.numPassedTests), failed: Number(json.numFailedTests) };
  } catch {
    // No report: vitest could not start, which its own output has told.
  }
  return { passed: 0, failed: 1 };
}
