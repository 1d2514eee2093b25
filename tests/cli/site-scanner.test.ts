import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { scanFiles, type SiteScan } from '../../src/cli/scan-site.ts';
import { SiteScanner } from '../../src/cli/site-scanner.ts';

const SCAN: SiteScan = {
  released: new Set(['leak/mobile 13900000000']),
  withheld: new Set(['谈判的底价是三百万元整']),
  ownNames: [],
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiyao-scanner-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** So many files, of which some hold what must not go out. */
function putFiles(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => {
    const name = `${String(at)}.html`;
    const leak = at % 97 === 5 ? '<p>13812345678</p>' : at % 89 === 7 ? '<p>谈判的底价是三百万元整</p>' : '';
    writeFileSync(join(folder, name), `<p>会议第${String(at)}项，13900000000。</p>${leak}`);
    return name;
  });
}

describe('a scanner of a site that is being made', () => {
  test.each([30, 100, 101, 1000])('finds in %d files what a scan of all of them finds', async (count) => {
    const files = putFiles(count);
    const scanner = new SiteScanner({ folder, scan: SCAN });
    for (const file of files.toReversed()) scanner.file(file);
    const found = await scanner.finish();
    await scanner.close();
    expect(found).toEqual(await scanFiles(folder, files, SCAN));
    expect(found.map(({ code }) => code).toSorted()).toEqual(['leak/mobile', 'withheld/repeated']);
  });

  test('looks at the new part of a file alone', async () => {
    writeFileSync(join(folder, 'items.csv'), '会议,13812345678\r\n');
    const scanner = new SiteScanner({ folder, scan: SCAN });
    scanner.part('items.csv', Buffer.from('会议,市政府常务会议\r\n'));
    expect(await scanner.finish()).toEqual([]);
    const other = new SiteScanner({ folder, scan: SCAN });
    other.part('items.csv', Buffer.from('会议,13812345679\r\n'));
    expect((await other.finish()).map(({ message }) => message)).toEqual(['有手机号码“138****5679”']);
  });

  test('rejects when a file is not there, with a thread of its own or without', async () => {
    for (const count of [1, 500]) {
      const scanner = new SiteScanner({ folder, scan: SCAN });
      for (let at = 0; at < count; at++) scanner.file('missing.html');
      await expect(scanner.finish()).rejects.toThrow('ENOENT');
      await scanner.close();
    }
  });
});
