import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkCollection } from '../../src/checks/collection.ts';
import { importBytes } from '../../src/importers/import.ts';
import { severityOf } from '../../src/minutes/diagnostics.ts';
import type { Diagnostic } from '../../src/minutes/diagnostics.ts';
import { NOW } from './examples.ts';

const FOLDER = 'tests/fixtures/minutes';
const LISTS = readdirSync('content/lists').map((name) => `content/lists/${name}`);
const lists = LISTS.map((path) => ({ path, source: readFileSync(path, 'utf8') }));

/** Findings about a fixture of the parser after its import, with the lists of this repository. */
async function findingsAbout(name: string): Promise<readonly Diagnostic[]> {
  const { markdown } = await importBytes(readFileSync(`${FOLDER}/${name}/source.txt`), `${name}.txt`, {
    published: '2030-01-01 09:00',
  });
  const source = markdown.replace(/^disclosure:.*$/m, 'disclosure: 主动公开');
  const minutes = [{ path: 'content/minutes/2024/001.md', id: '2024/001', source }];
  return checkCollection({ minutes, registry: null, lists, diagnostics: [] }, NOW).diagnostics;
}

/** Faults that stand in a fixture on purpose. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  // A 》 without its 《.
  'one-line-brackets': ['marks/unpaired'],
};

describe('minutes of every form', () => {
  const names = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());

  test.each(names.map(({ name }) => name))(
    '%s has no error of this folder’s rules that isn’t meant',
    async (name) => {
      const errors = (await findingsAbout(name)).filter(
        ({ code }) =>
          severityOf(code) === 'error' &&
          /^(?:phrases|marks|document-number|words|items|points)\//.test(code),
      );
      expect(errors.map(({ code }) => code)).toEqual(MEANT[name] ?? []);
    },
  );
});
