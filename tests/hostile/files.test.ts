import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importBytes } from '../../src/importers/import.ts';
import { ImportError } from '../../src/importers/import-error.ts';
import { FILES, type HostileFile } from './files.ts';

/** Seconds of the processor, whatever else the machine does. */
const MOST_SECONDS = 20;
const MOST_MEMORY = 1536 * 1024 * 1024;
const HANZI = /\p{Script=Han}/u;

/** What came of a file; a refusal without a sentence and a way out in Chinese is none. */
async function outcomeOf({ bytes, fileName }: HostileFile): Promise<string> {
  try {
    const imported = await importBytes(bytes(), fileName, { id: '2024/001' });
    return JSON.stringify(imported).includes('root:x:0:0') ? 'read from the machine' : 'read';
  } catch (error) {
    if (!(error instanceof ImportError)) return String(error);
    return HANZI.test(error.message) && HANZI.test(error.hint) ? 'refused' : error.message;
  }
}

test.each(FILES)(
  '$fileName: $name is $outcome, in bounded time and memory',
  { timeout: 120_000 },
  async (file) => {
    const before = readdirSync('.');
    const started = process.cpuUsage();
    const outcome = await outcomeOf(file);
    const { user } = process.cpuUsage(started);
    expect(file.outcome === 'either' ? ['read', 'refused'] : [file.outcome]).toContain(outcome);
    expect(user / 1e6).toBeLessThan(MOST_SECONDS);
    expect(process.memoryUsage.rss()).toBeLessThan(MOST_MEMORY);
    expect(readdirSync('.')).toEqual(before);
    expect(['/tmp/jiyao-hit.xml', 'C:\\jiyao-hit.xml'].filter((trace) => existsSync(trace))).toEqual([]);
  },
);
