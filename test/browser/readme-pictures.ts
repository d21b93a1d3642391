import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launch } from './browser.ts';

/*
 * Photograph the pages that the README shows: `npm run pictures`. The data is the day of `npm run demo`, so the
 * pictures change only when the pages or the demo change.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}.github/images`;
const SIZE = { width: 1280, height: 800 };

/** Start the demo, and return the address of its console when the day is over. */
async function demo(): Promise<{ url: string; stop: () => Promise<void> }> {
  const child = spawn(process.execPath, [`${root}infra/demo/main.ts`, '--keep'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^\s+(http:\/\/localhost:\d+)\/$/.exec(line)?.[1];
    if (url !== undefined) return { url, stop };
  }
  throw new Error('the demo ended before it printed the address of its console');
}

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.fill('input[name=user]', 'huda');
  await page.fill('input[name=name]', 'هدى');
  await page.selectOption('select[name=role]', 'supervisor');
  await page.locator('form[action="/sign-in"] button').click();
  await page.waitForURL(`${url}/**`);
}

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
  if (!longest) throw new Error('the demo has no resolved case');
  await page.goto(url + longest[0]);
}

async function photograph(): Promise<void> {
  const centre = await demo();
  const browser = await launch();
  try {
    mkdirSync(folder, { recursive: true });
    const page = await browser.newPage({ viewport: SIZE });
    await signIn(page, centre.url);
    await openLongestCase(page, centre.url);
    await page.screenshot({ path: `${folder}/case-page.png` });
    await page.goto(`${centre.url}/language/en?to=${encodeURIComponent('/figures?days=7')}`);
    await page.screenshot({ path: `${folder}/figures-page.png` });
  } finally {
    await browser.close();
    await centre.stop();
  }
}

await photograph();
