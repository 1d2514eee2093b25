import type { Browser, BrowserContext, Page } from 'playwright-core';

/** Runs `work` on a page of its own. */
export async function withPage(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0],
  work: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  try {
    await work(await context.newPage(), context);
  } finally {
    await context.close();
  }
}
