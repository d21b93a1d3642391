import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launch } from './chromium.ts';
import { openLivedIn } from './lived-in.ts';
import { signInAsSupervisor } from './sign-in.ts';

/*
 * Photograph the pages that the README shows: `npm run pictures`. The data is the example of a day, so the pictures
 * change only when the pages or the example change.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}.github/images`;
const SIZE = { width: 1280, height: 800 };

/** Open the resolved case with the longest conversation: it shows most parts of a case page. */
async function openLongestCase(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/cases?state=resolved`);
  const paths = await page
    .locator('a[href^="/cases/"]')
    .evaluateAll((links) => links.map((link) => (link as unknown as { pathname: string }).pathname));
  const cases = [...new Set(paths)].filter((path) => /^\/cases\/[^/]+$/.test(path)).slice(0, 12);
  const lengths = new Map<string, number>();
  for (const path of cases) {
    await page.goto(url + path);
    lengths.set(path, await page.locator('.message').count());
  }
  const [longest] = [...lengths].sort(([, a], [, b]) => b - a);
  if (!longest) throw new Error('the example has no resolved case');
  await page.goto(url + longest[0]);
}

async function photograph(): Promise<void> {
  const { centre, close } = await openLivedIn();
  const browser = await launch();
  try {
    mkdirSync(folder, { recursive: true });
    const page = await browser.newPage({ viewport: SIZE });
    await signInAsSupervisor(page, centre.url);
    await openLongestCase(page, centre.url);
    await page.screenshot({ path: `${folder}/case-page.png` });
    await page.goto(`${centre.url}/language/en?to=${encodeURIComponent('/figures?days=7')}`);
    await page.screenshot({ path: `${folder}/figures-page.png` });
  } finally {
    await browser.close();
    await close();
  }
}

await photograph();
