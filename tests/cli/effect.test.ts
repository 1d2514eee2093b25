import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let dir: string;

const SENTENCE = '会议原则同意该《办法》，会后由市城管局修改完善，以市政府名义印发。';
const text = (sentence: string): string =>
  `---\ndisclosure: 主动公开\n---\n\n## 一、审议《云岭市公园管理办法》（虚构）\n\n${sentence}会议强调，要精心养护。\n`;
const page = (body: string, style = 'a1'): string =>
  `<!doctype html><link href="/_astro/site.${style}.css"><p>${body}</p>`;
const items = (...ids: readonly string[]): string =>
  JSON.stringify(ids.map((id) => ({ id, heading: '审议《云岭市*公园*管理办法》' })));

const OLD = {
  'index.html': page('首页'),
  'minutes/2024/003/index.html': page(SENTENCE),
  'minutes/2024/003/minutes.md': text(SENTENCE),
  'minutes/2024/004/index.html': page('撤下'),
  'data/items.json': items('2024/003#item-1', '2024/004#item-1'),
  '_astro/site.a1.css': 'p{}',
};
const CORRECTED = SENTENCE.replace('市政府名义', '市政府办公室名义');
const NEW = {
  'index.html': page('首页', 'b2'),
  'minutes/2024/003/index.html': page(CORRECTED + '更'.repeat(700), 'b2'),
  'minutes/2024/003/minutes.md': text(CORRECTED),
  'minutes/2024/005/index.html': page('新', 'b2'),
  'minutes/2024/005/minutes.md': text('会议听取了汇报。'),
  'data/items.json': items('2024/003#item-1', '2024/005#item-1'),
  '_astro/site.b2.css': 'p{color:red}',
};

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'jiyao-effect-'));
  for (const [name, files] of Object.entries({ old: OLD, new: NEW })) {
    for (const [path, content] of Object.entries(files)) {
      const file = join(dir, name, path);
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, content);
    }
  }
});

afterAll(() => {
  rmSync(dir, { recursive: true });
});

function effect(...options: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/effect.ts', ...options], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('the public effect', () => {
  test('tells addresses, items, sentences and weight', () => {
    const { status, stdout } = effect(join(dir, 'old'), join(dir, 'new'));
    expect(status).toBe(0);
    expect(stdout)
      .toBe(`新增 2 个地址，变化 3 个，不再存在 1 个；1 份已公开的正文有改动，提交说明要写“更正说明: …”

不再存在的地址 1 个
  /minutes/2024/004/

不再存在的议题 1 项
  /minutes/2024/004/#item-1 审议《云岭市*公园*管理办法》

新增的地址 2 个
  /minutes/2024/005/
  /minutes/2024/005/minutes.md

新增的议题 1 项
  /minutes/2024/005/#item-1 审议《云岭市*公园*管理办法》

改动的正文 1 份
  /minutes/2024/003/ 1 句
      原：会议原则同意该《办法》，…城管局修改完善，以市政府名义印发。
      现：会议原则同意该《办法》，…城管局修改完善，以市政府办公室名义印发。

有变化的地址 3 个
  /data/items.json
  /minutes/2024/003/
  /minutes/2024/003/minutes.md

大小：全站 0.7 KB → 2.9 KB（+2.2 KB）
  /minutes/2024/003/ 0.2 KB → 2.2 KB（+2.1 KB）
`);
  });

  test('lets no words of a document work as Markdown', () => {
    const { stdout } = effect(join(dir, 'old'), join(dir, 'new'), '--format', 'markdown');
    expect(stdout).toContain('## 公开效果');
    expect(stdout).toContain('- `/minutes/2024/005/#item-1` 审议《云岭市&#42;公园&#42;管理办法》');
    expect(stdout).toContain('  - 现：会议原则同意');
  });

  test('sees no change where only the names of styles differ or nothing does', () => {
    expect(effect(join(dir, 'new'), join(dir, 'new')).stdout).toContain('读者看不到任何变化\n');
  });

  test('says what is no built site', () => {
    expect(effect(join(dir, 'old'), join(dir, 'nowhere'))).toMatchObject({ status: 2, stdout: '' });
    expect(effect(join(dir, 'old'), join(dir, 'old/data')).stderr).toContain(
      '里没有建成的站点；先用 npm run build 建站',
    );
    expect(effect(join(dir, 'old')).stderr).toContain('要写两个文件夹');
    expect(effect(dir, dir, '--format', 'xml').stderr).toContain('没有“xml”这种格式');
  });
});
