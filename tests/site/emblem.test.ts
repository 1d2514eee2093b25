import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newRepository } from '../files/repository.ts';
import { buildSite } from './build.ts';
import { elementsOf, filesOf, pagesOf } from './page.ts';

const IDENTITY = `name: 云岭市人民政府（虚构）
place: 云岭市
domain: www.yunling.gov.cn
code: '3200000001'
source: 云岭市人民政府办公室
column: {name: 常务会议纪要, description: 公开常务会议纪要, keywords: [会议纪要], type: 信息公开目录}
bureauColumn: {name: 按机构查看, description: 按机构列出, keywords: [单位], type: 机构职能}
sponsor: 云岭市人民政府办公室
contact: {phone: 0500-0000000, address: 虚构路1号, postcode: '000001'}
filings: {icp: 苏ICP备00000000号, police: 苏公网安备00000000000000号, conac: 'https://conac.example/', mistakes: 'https://mistakes.example/'}
`;
const PUBLISH = `mode: publish\n${IDENTITY}`;
const picture = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="${colour}"/></svg>\n`;

describe("the operator's emblem (R1.8)", () => {
  const repository = newRepository();
  const folder = mkdtempSync(join(tmpdir(), 'jiyao-emblem-'));
  const dist = join(folder, 'dist');
  const build = (): void => {
    buildSite(repository.content, dist, '/gov/');
  };
  const shown = (): readonly (readonly [path: string, source: string])[] =>
    pagesOf(dist).flatMap(({ path, root }) =>
      elementsOf(root).flatMap(({ properties: { src } }) =>
        String(src).includes('emblem') ? [[path, String(src)] as const] : [],
      ),
    );
  const times = (): ReadonlyMap<string, number> =>
    new Map(filesOf(dist).map((path) => [path, statSync(join(dist, path)).mtimeMs]));
  const emblems = (): readonly string[] => filesOf(dist).filter((path) => path.includes('emblem'));

  beforeAll(() => {
    repository.commit('2024-01-02 09:00', '建立站点', { 'site.yaml': PUBLISH });
    cpSync('tests/fixtures/site/content/bureaus.yaml', join(repository.content, 'bureaus.yaml'));
    build();
  });
  afterAll(() => {
    repository.remove();
    rmSync(folder, { recursive: true });
  });

  test('is nowhere without a file of it', () => {
    expect(shown()).toEqual([]);
    expect(emblems()).toEqual([]);
  });

  test('is shown on the home page alone, byte for byte, as soon as there is one', () => {
    writeFileSync(join(repository.content, 'emblem.svg'), picture('grey'));
    build();
    expect(pagesOf(dist).length).toBeGreaterThan(5);
    expect(shown()).toEqual([['', '/gov/emblem.svg']]);
    expect(readFileSync(join(dist, 'emblem.svg'), 'utf8')).toBe(picture('grey'));
  });

  test('is written alone, with the proof of the site, when its picture changes, and goes when the file goes', () => {
    const before = times();
    writeFileSync(join(repository.content, 'emblem.svg'), picture('black'));
    build();
    expect(readFileSync(join(dist, 'emblem.svg'), 'utf8')).toBe(picture('black'));
    const written = [...times()].filter(([path, time]) => before.get(path) !== time).map(([path]) => path);
    expect(written.toSorted()).toEqual(['SHA256SUMS', 'emblem.svg', 'manifest.json']);
    rmSync(join(repository.content, 'emblem.svg'));
    build();
    expect(shown()).toEqual([]);
    expect(emblems()).toEqual([]);
  });

  test.for([
    ['演示站点不能有徽标“emblem.png”', 'mode: demo\n', ['emblem.png']],
    ['徽标有两个，多了“emblem.png”', PUBLISH, ['emblem.svg', 'emblem.png']],
  ] as const)('stops the build with %s', ([said, site, names]) => {
    writeFileSync(join(repository.content, 'site.yaml'), site);
    for (const name of names) writeFileSync(join(repository.content, name), picture('grey'));
    const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/check.ts'], {
      encoding: 'utf8',
      env: { ...process.env, CONTENT_DIR: repository.content },
    });
    for (const name of names) rmSync(join(repository.content, name));
    expect(stdout + stderr).toContain(said);
    expect(stdout + stderr).toContain('site/invalid');
    expect(status).toBe(1);
  });
});
