import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readContent } from '../../src/files/content.ts';
import { blobOf } from '../../src/files/git-object.ts';
import { ContentIndex } from '../../src/publisher/content-index.ts';
import { digestOf } from '../../src/publisher/digest.ts';
import { minutesText } from '../files/repository.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiyao-index-'));
  mkdirSync(join(folder, 'minutes/2024'), { recursive: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const NAMES = ['a.md', 'b.md', 'c.yaml'];
const kept = (): string => join(folder, 'kept', 'index.json');
const pathOf = (name: string): string => join(folder, name);

/** What may happen to a file, and would not show in its size and the time it was written. */
const EDITS: Readonly<Record<string, (name: string, other: string) => void>> = {
  'is written anew': (name) => {
    writeFileSync(pathOf(name), `写于 ${String(performance.now())}`);
  },
  'gets other bytes of the same length, and its old time': (name) => {
    const { atime, mtime } = statSync(pathOf(name));
    const bytes = readFileSync(pathOf(name));
    bytes.fill(0x30 + Math.floor(performance.now() % 10), 0, Math.min(3, bytes.length));
    writeFileSync(pathOf(name), bytes);
    utimesSync(pathOf(name), atime, mtime);
  },
  'is exchanged with another': (name, other) => {
    renameSync(pathOf(name), pathOf('aside'));
    renameSync(pathOf(other === name ? 'aside' : other), pathOf(name));
    if (other !== name) renameSync(pathOf('aside'), pathOf(other));
  },
  grows: (name) => {
    appendFileSync(pathOf(name), '又');
  },
  'is touched': (name) => {
    utimesSync(pathOf(name), new Date(), new Date());
  },
  'stays as it is': () => undefined,
};

describe('the index of a content folder', () => {
  test('always knows what a file holds, whatever happened to it since', async () => {
    const edit = fc.record({
      what: fc.constantFrom(...Object.keys(EDITS)),
      name: fc.constantFrom(...NAMES),
      other: fc.constantFrom(...NAMES),
      wait: fc.constantFrom(0, 0, 15),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 12 }), async (edits) => {
        for (const name of NAMES) writeFileSync(pathOf(name), name);
        for (const { what, name, other, wait } of edits) {
          EDITS[what]?.(name, other);
          await setTimeout(wait);
          const index = new ContentIndex(kept(), folder);
          for (const each of NAMES) expect(index.digestOf(each)).toBe(digestOf(readFileSync(pathOf(each))));
          index.save();
        }
      }),
      { numRuns: 60 },
    );
  });

  test('is as if it were not there when it is damaged', () => {
    mkdirSync(join(folder, 'kept'), { recursive: true });
    for (const text of ['', '{}', `${'0'.repeat(64)}\n{}`]) {
      writeFileSync(kept(), text);
      writeFileSync(pathOf('a.md'), '会议纪要');
      expect(new ContentIndex(kept(), folder).digestOf('a.md')).toBe(digestOf('会议纪要'));
    }
  });

  test('says of files that were not changed just now what lists need to know without their text', async () => {
    writeFileSync(pathOf('a.md'), ':::withhold');
    writeFileSync(pathOf('b.md'), '公开');
    writeFileSync(pathOf('c.yaml'), new Uint8Array([0xff, 0xfe]));
    await setTimeout(20);
    const index = new ContentIndex(kept(), folder);
    for (const name of NAMES) index.digestOf(name);
    expect(index.find('a.md')).toMatchObject({ isMarked: true, blob: blobOf(Buffer.from(':::withhold')) });
    expect(index.find('b.md')).toMatchObject({ isMarked: false, digest: digestOf('公开') });
    expect(index.find('c.yaml')).toBeUndefined();
    expect(index.find('d.md')).toBeUndefined();
    writeFileSync(pathOf('b.md'), '改了');
    const next = new ContentIndex(kept(), folder);
    next.digestOf('b.md');
    expect(next.find('b.md')).toBeUndefined();
  });
});

describe('reading a content folder of which enough is known', () => {
  const text = minutesText('会议同意该《办法》。');
  const known = { digest: digestOf(text), blob: blobOf(Buffer.from(text)), isMarked: false, size: 9 };

  test('opens no minutes before their text is asked for', async () => {
    writeFileSync(pathOf('minutes/2024/001.md'), 'nobody looks here yet');
    const { minutes, diagnostics } = await readContent(folder, { known: () => known });
    expect([minutes.length, diagnostics]).toEqual([1, []]);
    expect(() => minutes[0]?.source).toThrow(/001\.md”在读取时被改动/u);
    writeFileSync(pathOf('minutes/2024/001.md'), text);
    expect(minutes[0]?.source).toBe(text);
  });

  test('reads what is too large to be minutes, to say so', async () => {
    writeFileSync(pathOf('minutes/2024/001.md'), 'x'.repeat(1024 * 1024 + 1));
    const { minutes, diagnostics } = await readContent(folder, {
      known: () => ({ ...known, size: 1024 * 1024 + 1 }),
    });
    expect([minutes, diagnostics.map(({ code }) => code)]).toEqual([[], ['file/too-large']]);
    rmSync(pathOf('minutes/2024/001.md'));
  });
});
