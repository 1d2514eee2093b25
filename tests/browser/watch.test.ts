import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from './launch.ts';
import { serve, type Server } from './serve.ts';
import { watched } from './watch.ts';

/** The watch that the suite is run under with nginx would see what it is there for. */

const ELSEWHERE = 'https://elsewhere.invalid/picture.png';

let server: Server;
beforeAll(async () => {
  server = await serve(inject('sites').real);
});
afterAll(async () => {
  await server.close();
});

/** What closing the browser says after a page asked for a picture of another site. */
async function closing(bypassCSP: boolean, address: string): Promise<string> {
  const browser = watched(await launch());
  const page = await browser.newPage({ bypassCSP });
  await page.goto(server.url);
  await page.evaluate(
    (src) =>
      new Promise((resolve) => {
        const picture = document.createElement('img');
        picture.addEventListener('load', resolve);
        picture.addEventListener('error', resolve);
        picture.src = src;
        document.body.append(picture);
      }),
    address,
  );
  return browser.close().then(
    () => 'nothing',
    (error: unknown) => String(error),
  );
}

test('a broken policy, a request to another machine and a quiet page are told apart', async () => {
  expect(await closing(false, ELSEWHERE)).toContain('Content Security Policy');
  expect(await closing(true, ELSEWHERE)).toContain(`asks ${ELSEWHERE}`);
  expect(await closing(false, `${server.url}favicon.svg`)).toBe('nothing');
});
