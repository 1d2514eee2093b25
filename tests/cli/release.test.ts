import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PUBLISHING_SITE } from '../files/publishing-site.ts';
import type { Repository } from '../files/repository.ts';
import { tellHistory } from '../files/told-history.ts';

let repository: Repository;
beforeAll(() => {
  repository = tellHistory();
});
afterAll(() => {
  repository.remove();
});

function run(script: string, content: string, ...options: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`src/cli/${script}.ts`, ...options], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: content, OUT_DIR: join(repository.dir, 'site') },
  });
  return { status, output: stdout + stderr };
}

describe('npm run release', () => {
  const errors = (content: string): readonly string[] => {
    const { output } = run('check', content, '--format', 'json');
    return Array.from(output.matchAll(/"(?:ledger|history)\/[a-z-]+"/gu), ([code]) =>
      code.slice(1, -1),
    ).filter((code) => code !== 'history/notice');
  };

  test('enters what is published, so that none of it can vanish', { timeout: 60_000 }, () => {
    const { content } = repository;
    const dry = run('release', content, '--dry-run');
    expect([dry.status, dry.output]).toEqual([0, expect.stringContaining('登记 2024/003\n登记 2024/005\n')]);
    expect(run('release', content).output).toContain('登记 2024/003');
    const ledger: unknown = JSON.parse(readFileSync(join(content, 'ledger.json'), 'utf8'));
    expect(ledger).toMatchObject({
      minutes: { '2024/003': { versions: 3, points: [2] }, '2024/005': { versions: 2, points: [2] } },
      lists: expect.arrayContaining(['bureaus/', 'decisions/2024/', 'minutes/2024/', 'sitemap/']),
    });
    expect(run('release', content).output).toContain('没有新的地址');
    expect(errors(content)).toEqual([]);

    rmSync(join(content, 'minutes/2024/005.md'));
    writeFileSync(join(content, 'tombstones.yaml'), '[]\n');
    expect(errors(content)).toEqual(['ledger/address-gone']);
    const refused = run('release', content);
    expect([refused.status, refused.output]).toEqual([1, expect.stringContaining('没有登记')]);
    expect(run('build', content).status).toBe(1);

    writeFileSync(
      join(content, 'tombstones.yaml'),
      '- { id: 2024/005, kind: 撤回, date: 2024-07-01, reason: 复核未通过 }\n',
    );
    expect(errors(content)).toEqual([]);
    repository.git('2024-07-01 09:00', 'checkout', '--quiet', '--', 'content');
  });

  test('asks for the whole history in publish mode', { timeout: 60_000 }, () => {
    const shallow = mkdtempSync(join(tmpdir(), 'jiyao-shallow-'));
    spawnSync('git', ['clone', '--quiet', '--depth=1', `file://${repository.dir}`, shallow]);
    const content = join(shallow, 'content');
    expect(errors(content)).toEqual([]);
    const settings = readFileSync(join(content, 'site.yaml'), 'utf8');
    writeFileSync(join(content, 'site.yaml'), `${PUBLISHING_SITE}${/about:.*/su.exec(settings)?.[0] ?? ''}`);
    expect(errors(content)).toEqual(['ledger/not-recorded', 'history/unavailable']);
    rmSync(shallow, { recursive: true });
  });
});
