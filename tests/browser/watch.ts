import type { Browser, BrowserContext } from 'playwright-core';

/** The machine that the tests run on. */
const OWN = new Set(['127.0.0.1', 'localhost']);

/**
 * The browser, closing which fails when any page of it broke the content policy or asked a machine that
 * isn't this one. Pages of `bypassCSP` break none.
 */
export function watched(browser: Browser): Browser {
  const faults = new Set<string>();
  const open = browser.newContext.bind(browser);
  const close = browser.close.bind(browser);
  return Object.assign(browser, {
    newContext: async (...options: Parameters<typeof open>): Promise<BrowserContext> => {
      const context = await open(...options);
      context.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) faults.add(message.text());
      });
      context.on('request', (request) => {
        const { protocol, hostname } = new URL(request.url());
        if (protocol.startsWith('http') && !OWN.has(hostname)) faults.add(`asks ${request.url()}`);
      });
      return context;
    },
    close: async (...options: Parameters<typeof close>): Promise<void> => {
      await close(...options);
      if (faults.size > 0) throw new Error([...faults].join('\n'));
    },
  });
}
