import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { collectMembers, lineOf, type Fetch } from '../../src/cli/collect-members.ts';
import { fetchMember } from '../../src/cli/fetch-member.ts';
import type { Collected } from '../../src/corpus/collected.ts';
import { MANIFEST_FORMAT } from '../../src/search/manifest.ts';
import type { Member } from '../../src/corpus/members-file.ts';

const NOW = '2026-11-29 08:00';
const TIME = '2024-05-06T09:00:00+08:00';
const member = (name: string, host: string): Member => ({
  name,
  address: `https://${host}/`,
  level: null,
  parent: null,
});
const MEMBERS = [member('甲县', 'jia.example'), member('乙区', 'yi.example')];

/** The three files of a member. */
function filesOf(address: string, title = '第1次常务会议'): Readonly<Record<string, unknown>> {
  const entry = { url: `${address}minutes/2024/001/`, title, date_published: TIME, date_modified: TIME };
  return {
    [`${address}feed.json`]: { version: 'https://jsonfeed.org/version/1.1', items: [entry] },
    [`${address}data/catalogue.jsonld`]: {
      '@id': `${address}data/catalogue.jsonld`,
      '@type': 'dcat:Catalog',
      'dct:title': '数据',
      'dcat:dataset': [{ '@id': `${address}data/json/2024.json`, 'dct:title': '2024年' }],
    },
    [`${address}search/data/search.json`]: { format: MANIFEST_FORMAT },
  };
}

function fetchFrom(files: Readonly<Record<string, unknown>>): Fetch {
  return (address) =>
    Promise.resolve(
      address in files ? { kind: 'json', json: files[address] } : { kind: 'fault', reason: '连不上' },
    );
}

async function linesOf(files: Readonly<Record<string, unknown>>, before: readonly Collected[] = []) {
  const reports = await collectMembers(MEMBERS, before, { fetchFile: fetchFrom(files), now: NOW });
  return { reports, lines: reports.map(lineOf) };
}

describe('collecting', () => {
  const jia = filesOf('https://jia.example/');
  const yi = filesOf('https://yi.example/');

  test('takes every member and says so in a line each', async () => {
    const { lines } = await linesOf({ ...jia, ...yi });
    expect(lines).toEqual(['甲县：1 条更新，1 个数据集', '乙区：1 条更新，1 个数据集']);
  });

  test('keeps what it had of a member that is down, and goes on', async () => {
    const first = (await linesOf({ ...jia, ...yi })).reports.map(({ collected }) => collected);
    const { reports, lines } = await linesOf(jia, first);
    expect(lines).toEqual([
      '甲县：1 条更新，1 个数据集',
      `乙区：没有采集到，feed.json：连不上；保留 ${NOW} 的`,
    ]);
    expect(reports[1]?.collected).toEqual({
      ...first[1],
      failure: { when: NOW, reason: 'feed.json：连不上' },
    });
  });

  test('says that a member was never collected, that its files are none of ours, that its search is another', async () => {
    const other = { ...yi, 'https://yi.example/search/data/search.json': { format: 9 } };
    expect((await linesOf({})).lines[0]).toBe('甲县：没有采集到，feed.json：连不上；还没有采集过');
    expect((await linesOf({ ...jia, ...yi, 'https://yi.example/feed.json': [] })).lines[1]).toContain(
      'feed.json：不是约定的格式',
    );
    expect((await linesOf({ ...jia, ...other })).lines[1]).toContain(
      `检索格式是第 9 版，这里认第 ${String(MANIFEST_FORMAT)} 版`,
    );
  });

  test('leaves a title behind that holds what must not go out', async () => {
    const leaking = filesOf('https://yi.example/', '当事人电话13812345678的处理');
    const { reports, lines } = await linesOf({ ...jia, ...leaking });
    expect(reports[1]?.collected.entries).toEqual([]);
    expect(lines[1]).toBe('乙区：0 条更新，1 个数据集；1 条不合格式或者带有不宜公开的内容，没有收');
  });
});

describe('fetching a file of a member', () => {
  const servers: Server[] = [];
  afterEach(async () => {
    await Promise.all(
      servers.splice(0).map((server) => {
        server.closeAllConnections();
        return new Promise((resolve) => server.close(resolve));
      }),
    );
  });
  const open = async (listener: RequestListener): Promise<string> => {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = server.address();
    return `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}/`;
  };

  test('gives JSON, and a reason for everything else', async () => {
    const url = await open((request, response) => {
      const path = request.url ?? '';
      if (path === '/gone') response.statusCode = 404;
      response.end(path === '/good' ? '{"a":1}' : path === '/large' ? 'x'.repeat(2000) : '<html>');
    });
    expect(await fetchMember(`${url}good`, 1000)).toEqual({ kind: 'json', json: { a: 1 } });
    expect(await fetchMember(`${url}page`, 1000)).toEqual({ kind: 'fault', reason: '不是 JSON 文件' });
    expect(await fetchMember(`${url}gone`, 1000)).toEqual({ kind: 'fault', reason: '应答 404' });
    expect(await fetchMember(`${url}large`, 1024)).toEqual({ kind: 'fault', reason: '超过 1 KB' });
    expect(await fetchMember('http://127.0.0.1:1/', 1000)).toEqual({ kind: 'fault', reason: '连不上' });
  });

  test('goes on below the same host, never to another, and not for ever', async () => {
    const elsewhere = await open((_, response) => response.end('{}'));
    const url = await open((request, response) => {
      const targets: Readonly<Record<string, string>> = {
        '/old': '/new',
        '/away': elsewhere,
        '/round': '/round',
      };
      const location = targets[request.url ?? ''];
      if (location === undefined) response.end('{"new":true}');
      else response.writeHead(302, { location }).end();
    });
    expect(await fetchMember(`${url}old`, 1000)).toEqual({ kind: 'json', json: { new: true } });
    expect(await fetchMember(`${url}away`, 1000)).toMatchObject({
      reason: `转到了 ${new URL(elsewhere).origin}，没有跟着去；网址确实变了就改 members.yaml`,
    });
    expect(await fetchMember(`${url}round`, 1000)).toMatchObject({ reason: '一直在转到别的网址' });
  });
});
