import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handleCommand } from '#shared/application/handle-command.ts';
import { saveMessage } from '#shared/application/messages.ts';
import { MINUTE } from '#shared/domain/time/instant.ts';
import { aConsole, shippedRules } from '#test/builders/a-console.ts';
import { aDay } from './a-day.ts';
import { haveBrowser, overflow, picture, served, sharedBrowser, watched } from './browser.ts';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
] as const;

const LONG = 'الشارع مظلم منذ أسبوع ولم يحضر أحد لإصلاح الإنارة. رقمي 055 123 4567. '.repeat(40);

/** Add messages to a case, by turns of the beneficiary and of an agent. Every third one is long. */
async function converse(console: ReturnType<typeof aConsole>, id: string, entries: number): Promise<void> {
  const { store, blobs, clock } = console;
  for (let n = 1; n < entries; n += 1) {
    clock.advance(MINUTE);
    const at = clock.now();
    const isReceived = n % 2 === 0;
    const cause = `message-${n}`;
    await saveMessage(blobs, id, {
      ...{ id: cause, direction: isReceived ? 'in' : 'note', channel: isReceived ? 'mail' : 'console', at },
      ...{
        to: [],
        subject: 'إنارة',
        text: n % 3 === 0 ? LONG : `رسالة رقم ${n}.`,
        attachments: [],
        reasons: [],
      },
      from: { name: 'نورة القحطاني', address: 'norah@example.com' },
    });
    await handleCommand(
      { store, rules: shippedRules() },
      {
        ...{ id, cause, at, recordedAt: at, correlationId: cause, causationId: cause },
        ...(isReceived
          ? { by: 'beneficiary' as const, command: { do: 'receive' as const, channel: 'mail' as const } }
          : { by: 'agent:huda' as const, command: { do: 'note' as const, by: 'agent:huda' as const } }),
      },
    );
  }
}

describe.runIf(haveBrowser())('the page of a case in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await sharedBrowser();
  });
  afterAll(() => browser?.close());

  const open = async (page: Page, url: string, language: string): Promise<void> => {
    await page.context().addCookies([{ name: 'language', value: language, url: new URL(url).origin }]);
    await page.goto(url);
  };

  it.each([1, 5, 24, 200])(
    'shows the last message of the beneficiary on the first screen, of %i entries',
    async (entries) => {
      const console = aConsole();
      const id = await aDay(console);
      await converse(console, id, entries);
      const site = await served(console.app);
      const { page } = await watched(browser);
      try {
        for (const size of SIZES)
          for (const language of ['ar', 'en']) {
            await page.setViewportSize(size);
            await open(page, `${site.url}/cases/${id}`, language);
            const box = await page.locator('[data-received] .message').last().boundingBox();
            const label = `${size.width} ${language}: ${JSON.stringify(box)}`;
            const conversation = await page.locator('.conversation').boundingBox();
            expect(box?.y, label).toBeGreaterThanOrEqual(conversation?.y ?? Number.POSITIVE_INFINITY);
            expect((box?.y ?? 0) + (box?.height ?? 0), label).toBeLessThanOrEqual(size.height);
            expect(await overflow(page), label).toBe(0);
            const composer = await page.locator('.composer').boundingBox();
            expect((composer?.y ?? 0) + (composer?.height ?? 0), label).toBeLessThanOrEqual(size.height);
            // It is also not behind the composer, which is below the conversation.
            expect((box?.y ?? 0) + (box?.height ?? 0), label).toBeLessThanOrEqual(composer?.y ?? 0);
            await picture(page, `case-${entries}-${size.width}-${language}`);
          }
      } finally {
        await page.close();
        site.close();
      }
    },
  );
});
