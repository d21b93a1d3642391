import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalCentre } from '#infra/local/centre.ts';
import { buildExample } from '#infra/local/example/build-example.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { aCentre, aFolder } from '#test/local/support.ts';
import { haveBrowser, overflow, picture, sharedBrowser, watched } from './browser.ts';

const key = (page: Page, sign: string) => page.locator(`[data-key="${sign}"]`).click();
const waitForLine = (page: Page, text: string) =>
  page.locator('#transcript').getByText(text).last().waitFor();

describe.runIf(haveBrowser())('the telephone in a browser', () => {
  const example = mkdtempSync(join(tmpdir(), 'rida-example-'));
  let browser: Browser;
  beforeAll(async () => {
    await buildExample({ cases: 60, days: 1, staff: 20, until: WORKING_MORNING, data: example });
    browser = await sharedBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(example, { recursive: true, force: true });
  });

  /** Open a centre with the cases and calls of a day. */
  function aLivedInCentre(): Promise<LocalCentre> {
    const data = aFolder();
    cpSync(example, data, { recursive: true });
    return aCentre({ data });
  }

  it('records what a caller says, and agents answer, hold, hand on and finish, on wide and narrow screens', async () => {
    const centre = await aLivedInCentre();
    const caller = await watched(browser, 360);
    await caller.page.goto(`${centre.url}/phone`);
    await caller.page.locator('#microphone').check();
    await caller.page.locator('#call').click();
    await waitForLine(caller.page, 'للعربية يُرجى الضغط على الرقم واحد');
    await key(caller.page, '1');
    await waitForLine(caller.page, 'لتقديم بلاغ على الرقم ثلاثة');
    await key(caller.page, '3');
    await key(caller.page, '0');
    await waitForLine(caller.page, 'لإضافة التفاصيل بصوتك');
    await key(caller.page, '1');
    await caller.page.getByText('يُسجَّل كلامك').first().waitFor();
    await caller.page.waitForTimeout(800);
    const sent = caller.page.waitForResponse(/\/recordings\/\d+$/u);
    await key(caller.page, '#');
    expect((await sent).status()).toBe(200);
    await waitForLine(caller.page, 'للتحدث إلينا على الرقم صفر');
    await key(caller.page, '0');
    await caller.page.getByText('بانتظار الرد').first().waitFor();
    expect(await overflow(caller.page)).toBe(0);
    await picture(caller.page, 'phone');

    const [call] = centre.switchboard.calls();
    const recorded = centre.switchboard.find(call?.id ?? '')?.leg.contact.recordings ?? [];
    const sound = recorded.find((one) => one.key.endsWith('.webm'));
    expect(sound?.kind).toBe('automated');
    expect((await centre.blobs.get(sound?.key ?? ''))?.bytes.byteLength).toBeGreaterThan(100);

    const agent = await watched(browser);
    await agent.page.goto(`${centre.url}/phone/agents`);
    await agent.page.locator('#name').fill('سالم');
    const press = (name: string) => agent.page.getByRole('button', { name, exact: true }).click();
    await press('بدء');
    await press('استقبال المكالمات');
    await press('ردّ');
    await press('انتظار');
    await caller.page.getByText('على الانتظار').first().waitFor();
    await press('عودة');
    await agent.page.getByRole('link', { name: call?.reference ?? '' }).waitFor();
    await picture(agent.page, 'agents');
    await agent.page.setViewportSize({ width: 360, height: 800 });
    expect(await overflow(agent.page)).toBe(0);
    await picture(agent.page, 'agents-narrow');
    await agent.page.getByLabel('التحويل إلى').selectOption('queue staff');
    await press('تحويل');
    await press('أنهيت ما بعد المكالمة');
    await press('ردّ');
    await press('إنهاء المكالمة');
    await caller.page.getByText('غادر فريق المركز المكالمة').waitFor();
    expect([...caller.complaints, ...agent.complaints]).toEqual([]);
    await Promise.all([caller.page.close(), agent.page.close()]);
  });

  it.each([0, 700, 2500])(
    'reaches a report by the printed keys, each pressed %s ms after the last',
    async (ms) => {
      const centre = await aLivedInCentre();
      const caller = await watched(browser);
      await caller.page.goto(`${centre.url}/phone`);
      await caller.page.locator('#call').click();
      await caller.page.waitForTimeout(ms);
      // The keys are printed by `npm start`.
      for (const sign of ['1', '3']) {
        await key(caller.page, sign);
        await caller.page.waitForTimeout(ms);
      }
      await waitForLine(caller.page, 'ما الموضوع؟');
      expect(caller.complaints).toEqual([]);
      await caller.page.close();
    },
  );

  it('keeps the order of the keys when requests take long, and sends none before its call', async () => {
    const centre = await aLivedInCentre();
    const caller = await watched(browser);
    await caller.page.goto(`${centre.url}/phone`);
    // The first request of each kind is the slowest.
    const delays = [1500, 1000, 0];
    await caller.page.route(/\/phone\/calls(\/[^/]+\/keys)?$/u, async (route) => {
      if (route.request().method() === 'POST')
        await new Promise((resolve) => setTimeout(resolve, delays.shift()));
      await route.continue();
    });
    await caller.page.locator('#call').click();
    for (const sign of ['1', '3']) await key(caller.page, sign);
    await waitForLine(caller.page, 'ما الموضوع؟');
    expect(centre.switchboard.calls()).toHaveLength(1);
    expect(caller.complaints).toEqual([]);
    await caller.page.close();
  });
});
