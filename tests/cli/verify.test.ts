import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashFolder } from '../../src/cli/hash-folder.ts';
import { releaseSite } from '../../src/cli/release-site.ts';
import { ownSums, proofFiles } from '../../src/proof/proof-files.ts';
import { parseReleases, type Release } from '../../src/proof/releases.ts';
import { serve } from '../browser/serve.ts';

const SITE = 'https://www.example.invalid/';
const PAGES = {
  'index.html': '<p>首页</p>',
  '404.html': '<p>没有这个页面</p>',
  'minutes/2024/003/index.html': '<p>会议原则同意</p>',
  'data/items.json': '[]',
};

let folder: string;
const path = (name: string): string => join(folder, name);

async function prove(dir: string, releases: readonly Release[] = []): Promise<void> {
  for (const [name, text] of proofFiles(ownSums(await hashFolder(dir)), releases, SITE))
    writeFileSync(join(dir, name), text);
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiyao-verify-'));
  for (const [name, text] of Object.entries(PAGES)) {
    mkdirSync(dirname(path(`site/${name}`)), { recursive: true });
    writeFileSync(path(`site/${name}`), text);
  }
  await prove(path('site'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Runs the command; the folder of the test is left out of what it says. */
function verify(...options: readonly string[]): Promise<readonly [status: number | null, output: string]> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['src/cli/verify.ts', ...options]);
    let output = '';
    const add = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', add);
    child.stderr.on('data', add);
    child.on('close', (status) => {
      resolve([status, output.replaceAll(`${folder}/`, '').trimEnd()]);
    });
  });
}

const CHAIN = '第 1 次发布，此前 0 次的记录前后相接';

describe('npm run verify over a folder', () => {
  test('finds that everything is as listed', async () => {
    expect(await verify(path('site'))).toEqual([0, `${CHAIN}\n核对 site：6 个文件，全部相符`]);
  });

  test('names the file of which one byte is another', async () => {
    const file = path('site/minutes/2024/003/index.html');
    const bytes = readFileSync(file);
    bytes[5] = (bytes[5] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect(await verify(path('site'))).toEqual([
      1,
      `内容不符：minutes/2024/003/index.html\n${CHAIN}\n核对 site：6 个文件，1 处不符`,
    ]);
  });

  test('names what is missing and what nobody listed', async () => {
    rmSync(path('site/data/items.json'));
    writeFileSync(path('site/added.html'), '');
    expect(await verify(path('site'))).toEqual([
      1,
      `缺少文件：data/items.json\n没有列出：added.html\n${CHAIN}\n核对 site：6 个文件，2 处不符`,
    ]);
  });

  test('sees a list that was made to fit, by the manifest', async () => {
    const sums = path('site/SHA256SUMS');
    writeFileSync(sums, readFileSync(sums, 'utf8').replace(/^.*items\.json\n/mu, ''));
    rmSync(path('site/data/items.json'));
    expect(await verify(path('site'))).toEqual([
      1,
      '不能证明：manifest.json 与 SHA256SUMS、releases.json 不一致\n核对 site：5 个文件，1 处不符',
    ]);
  });

  test('sees a whole site that was made anew, by a list kept elsewhere', async () => {
    cpSync(path('site/SHA256SUMS'), path('kept'));
    writeFileSync(path('site/index.html'), '<p>另一个首页</p>');
    await prove(path('site'));
    const [status, output] = await verify(path('site'), '--sums', path('kept'));
    expect(status).toBe(1);
    expect(output).toContain('内容不符：index.html\n');
  });

  test.for([
    [['nowhere'], '没有“nowhere”这个文件夹；检查文件夹的名称'],
    [[], '要写一个文件夹或网址；用 npm run verify -- --help 看用法'],
    [['--fast'], '选项不认识；用 npm run verify -- --help 看用法'],
    [['src'], '“src”没有 SHA256SUMS；检查是不是建好的站点'],
    [['src', '--sums', 'package.json'], 'SHA256SUMS 读不出来；重新取得这个文件'],
  ] as const)('says in one line why it could not: %j', async ([options, message]) => {
    expect(await verify(...options)).toEqual([2, message]);
  });
});

describe('npm run verify over the chain', () => {
  /** Builds, enters and builds again, as a town hall does with each publication. */
  async function publishTwice(): Promise<readonly Release[]> {
    let releases: readonly Release[] = [];
    const write = (_path: string, text: string): Promise<void> => {
      releases = parseReleases(text) ?? [];
      writeFileSync(path('releases.json'), text);
      return Promise.resolve();
    };
    const run = { contentDir: folder, now: '2024-05-01 09:00', dryRun: false };
    await releaseSite(run, path('site'), { write });
    cpSync(path('site/manifest.json'), path('kept.json'));
    writeFileSync(path('site/index.html'), '<p>新的首页</p>');
    await prove(path('site'), releases);
    await releaseSite(run, path('site'), { write });
    return releases;
  }

  test('finds a manifest that somebody kept among the releases', async () => {
    const releases = await publishTwice();
    expect(releases.map(({ release }) => release)).toEqual([1, 2]);
    const [status, output] = await verify(path('site'), '--earlier', path('kept.json'));
    expect([status, output.split('\n')[1]]).toEqual([0, '“kept.json”是第 1 次发布']);
  });

  test('sees that the past was rewritten, though the site itself is in order', async () => {
    await publishTwice();
    await prove(path('site'));
    const [status, output] = await verify(path('site'), '--earlier', path('kept.json'));
    expect([status, output.split('\n')[0]]).toEqual([
      1,
      '不能证明：“kept.json”不在本站的发布记录里：记录被改写过，或者它没有登记',
    ]);
  });

  test('refuses to enter a site that was built before the last release was entered', async () => {
    await publishTwice();
    await prove(path('site'));
    await expect(
      releaseSite({ contentDir: folder, now: '2024-05-02 09:00', dryRun: false }, path('site'), {
        write: () => Promise.reject(new Error('nothing may be written')),
      }),
    ).rejects.toThrow('不是接着上一次登记建的');
  });

  test('asks for a signature where a key is given', async () => {
    const key = join(import.meta.dirname, '../fixtures/signature/key.pub');
    expect((await verify(path('site'), '--key', key))[1]).toContain('不能证明：没有签名 SHA256SUMS.sig');
    cpSync(join(dirname(key), 'SHA256SUMS.sig'), path('site/SHA256SUMS.sig'));
    const [status, output] = await verify(path('site'), '--key', key);
    expect([status, output]).toEqual([
      1,
      expect.stringContaining('签名 SHA256SUMS.sig 无效，或者不是这把公钥的'),
    ]);
    expect((await verify(path('site')))[0]).toBe(0);
  });
});

describe('npm run verify over the web', () => {
  test('asks for every page as readers do, or for some addresses', async () => {
    const server = await serve({ dir: path('site'), base: '/zwgk/', content: '' });
    try {
      expect(await verify(server.url)).toEqual([0, `${CHAIN}\n核对 ${server.url}：6 个文件，全部相符`]);
      writeFileSync(path('site/minutes/2024/003/index.html'), '<p>会议不同意</p>');
      writeFileSync(
        path('list'),
        `${server.url}minutes/2024/003/#item-1\n\n${server.url}\ndata/items.json\n`,
      );
      expect(await verify(server.url, '--list', path('list'))).toEqual([
        1,
        `内容不符：minutes/2024/003/index.html\n${CHAIN}\n核对 ${server.url}：3 个文件，1 处不符`,
      ]);
      writeFileSync(path('list'), 'https://elsewhere.invalid/\n');
      expect(await verify(server.url, '--list', path('list'))).toEqual([
        2,
        'SHA256SUMS 里没有“https://elsewhere.invalid/”；检查网址；只写本站的网址',
      ]);
    } finally {
      await server.close();
    }
    expect((await verify(server.url))[0]).toBe(2);
  });
});
