import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium, type Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { haveChromium, serveBrowser } from '#test/browser/chromium.ts';
import { signInAsSupervisor } from '#test/browser/sign-in.ts';
import { aFolder } from '#test/local/support.ts';

const WORDS = 'يصل الفريق غدًا صباحًا بإذن الله';
/** A letter is typed each so many milliseconds of the page's clock, which the test moves. */
const LETTER_MS = 200;
/** The most typing that may be lost, of the same clock. */
const MOST_LOST_MS = 2_000;

async function start(data: string): Promise<{ server: ChildProcess; url: string }> {
  const args = ['infra/local/main.ts', '--port', '0', '--smtp-port', '0', '--data', data];
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    server.once('exit', () => reject(new Error('the centre did not start')));
    server.stdout.on('data', (chunk) => {
      said += String(chunk);
      const [, port] = /http:\/\/localhost:(\d+)\/phone/u.exec(said) ?? [];
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
    });
  });
  return { server, url };
}

const kill = async (process: ChildProcess): Promise<void> => {
  const gone = once(process, 'exit');
  process.kill('SIGKILL');
  await gone;
};

/** Open the form of a new case in a browser that has no data of earlier ones. */
async function openForm(url: string): Promise<{ page: Page; browser: ChildProcess }> {
  const server = await serveBrowser();
  const browser = await chromium.connect(server.wsEndpoint());
  const page = await browser.newPage();
  await page.clock.install();
  await signInAsSupervisor(page, url);
  await page.goto(`${url}/cases/new`, { waitUntil: 'networkidle' });
  return { page, browser: server.process() };
}

describe.runIf(haveChromium())('a form while browser and server are killed', () => {
  it('has all that was typed, except the last two seconds', async () => {
    const data = aFolder();
    const first = await start(data);
    const { page, browser } = await openForm(first.url);
    const isSave = (one: { url(): string; method(): string }): boolean =>
      one.method() === 'POST' && one.url().endsWith('/drafts');
    const saves: Promise<unknown>[] = [];
    page.on('request', (request) => {
      if (isSave(request)) saves.push(request.response());
    });
    const text = () => page.locator('[name=text]');
    await text().focus();
    for (const letter of WORDS) {
      await page.keyboard.insertText(letter);
      await page.clock.runFor(LETTER_MS);
      // The clock of the page waits for its requests, so that a slow computer loses no more than a fast one.
      await Promise.all(saves);
    }
    expect(await text().inputValue()).toBe(WORDS);
    expect(saves.length).toBeGreaterThan(1);
    await Promise.all([kill(first.server), kill(browser)]);

    const second = await start(data);
    const again = await openForm(second.url);
    await again.page.getByText('مسودة لم تُرسل').waitFor();
    const kept = await again.page.locator('[name=text]').inputValue();
    expect(WORDS.startsWith(kept)).toBe(true);
    const lost = WORDS.length - kept.length;
    expect(lost * LETTER_MS).toBeLessThanOrEqual(MOST_LOST_MS);
    await Promise.all([kill(second.server), kill(again.browser)]);
  });
});
