import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { type Browser, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';

/** Return whether a browser runs for the tests. */
export const haveBrowser = (): boolean => inject('browser') !== undefined;

/** Connect to the browser of all test files. Its `close` ends the connection and closes the pages that it opened. */
export const sharedBrowser = (): Promise<Browser> => chromium.connect(inject('browser') ?? '');

/** Serve an app on a port of this computer until `close`. */
// biome-ignore lint/suspicious/noExplicitAny: apps differ in the variables they set, and no type is above all
export async function served(app: Hono<any>): Promise<{ url: string; close: () => void }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      resolve({ url: `http://127.0.0.1:${port}`, close: () => server.close() });
    });
  });
}

/** Open a page that records all errors of the browser. */
export async function watched(browser: Browser, width = 1280): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const complaints: string[] = [];
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') complaints.push(line.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints };
}

/** Open the dialog of an action on the page of a case: by its button, or from the menu where it has none. */
export async function openAction(page: Page, title: string): Promise<void> {
  const button = (within: string) =>
    page.locator(`${within} button`, { hasText: title }).filter({ visible: true });
  if ((await button('.direct').count()) > 0) return button('.direct').click();
  await page.locator('.toolbar .opens').click();
  await button('#act-menu').click();
}

/** Return how many pixels a page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** Save a screenshot of the page if a folder for screenshots is configured. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.RIDA_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
