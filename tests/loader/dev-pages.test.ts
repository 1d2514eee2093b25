import { describe, expect, test } from 'vitest';
import { onRequest } from '../../src/loader/dev-pages.ts';

/** The middleware of the development server, asked for an address of the content folder of the repository. */
async function ask(
  path: string,
): Promise<{ readonly response: Response | null; readonly views: readonly string[] }> {
  const locals: { views?: object } = {};
  const context = { url: new URL(path, 'http://localhost:4321/'), locals };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the middleware reads nothing else of the context
  const response = await onRequest(context as unknown as Parameters<typeof onRequest>[0], () =>
    Promise.resolve(new Response('printed')),
  );
  return {
    response: response instanceof Response ? response : null,
    views: Object.keys(locals.views ?? {}),
  };
}

describe('the development server', () => {
  test.for([
    ['data/items.json', 'application/json; charset=utf-8', '"2022/013#item-1"'],
    ['data/csv/meetings.csv', 'text/csv; charset=utf-8', '会议编号'],
    ['minutes/2022/013/minutes.md', 'text/markdown; charset=utf-8', '安全生产'],
    ['minutes/2022/013/minutes.txt', 'text/plain; charset=utf-8', '安全生产'],
    ['feed.xml', 'application/xml; charset=utf-8', '<feed'],
    ['data/catalogue.jsonld', 'application/ld+json; charset=utf-8', 'dcat:Catalog'],
    ['data/zip/all.zip', 'application/octet-stream', '2022/013.md'],
  ] as const)('answers for %s, which no page holds', async ([path, type, part]) => {
    const { response } = await ask(path);
    expect([response?.status, response?.headers.get('content-type')]).toEqual([200, type]);
    expect(await response?.text()).toContain(part);
  });

  test('lays the view of a page ready, and of the page that says there is none', async () => {
    expect((await ask('data/')).views).toEqual(['data']);
    expect((await ask('minutes/2022/013/')).views).toEqual(['meeting']);
    expect((await ask('no-such-page/')).views).toEqual(['notFound']);
  });
});
