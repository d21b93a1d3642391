import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handleCommand } from '#shared/application/handle-command.ts';
import { HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { aConsole, shippedRules } from '#test/builders/a-console.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { haveBrowser, overflow, picture, served, sharedBrowser, watched } from './browser.ts';

describe.runIf(haveBrowser())('the list of work in a browser', () => {
  const desk = aConsole();
  let browser: Browser;
  let site: Awaited<ReturnType<typeof served>>;
  let page: Page;
  let complaints: string[];

  const cases = Array.from({ length: 60 }, (_, n) =>
    aCase({
      subject: ['إنارة الشارع لا تعمل', 'حفرة أمام المدرسة', `رابط ${'x'.repeat(64)}`][n % 3] ?? '',
      deadlineAt: T + (n - 6) * 20 * MINUTE,
      openedAt: T - n * HOUR,
      priority: (['urgent', 'high', 'normal', 'low'] as const)[n % 4] ?? 'normal',
      ...(n % 3 === 0 && { assignee: n % 2 === 0 ? 'salem' : 'huda' }),
    }),
  );
  const rows = () => page.locator('.work tbody tr');
  const act = (id: string, to: string) =>
    handleCommand(
      { store: desk.store, rules: shippedRules() },
      {
        ...{ id, command: { do: 'assign', to, by: 'agent:huda' }, cause: `assign ${id}`, by: 'agent:huda' },
        ...{ at: T, recordedAt: T, correlationId: 'c', causationId: 'c' },
      },
    );

  beforeAll(async () => {
    desk.store.seed(...cases);
    [browser, site] = await Promise.all([sharedBrowser(), served(desk.app)]);
    ({ page, complaints } = await watched(browser));
  });
  afterAll(async () => {
    expect(complaints).toEqual([]);
    await browser?.close();
    site?.close();
  });

  it.each([
    [1280, 'ar'],
    [390, 'ar'],
    [1280, 'en'],
    [390, 'en'],
  ] as const)('fits %i px in %s', async (width, language) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${site.url}/language/${language}?to=/cases`);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await picture(page, `work-${width}-${language}`);
    await page.locator('.saved-lists summary').click();
    await page.locator('.many > summary').click();
    await page.locator('.many .action summary').first().click();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await picture(page, `work-open-${width}-${language}`);
  });

  it('selects all, acts on them with one answer, and shows the outcome', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${site.url}/language/ar?to=/cases?priority=low`);
    await page.locator('[data-all]').check();
    expect(await page.locator('[name=pick]:checked').count()).toBe(15);
    expect(await page.locator('[data-picked]').innerText()).toBe('(15)');
    await page.locator('.many > summary').click();
    await page.locator('.many .action summary', { hasText: 'الإسناد' }).click();
    await page.locator('.many [name=to]').selectOption('salem');
    await page.locator('.many button[value=assign]').click();
    await page.getByRole('status').getByText('تمّ على 15 معاملة.').waitFor();
    await picture(page, 'work-many');
  });

  it('shows within ten seconds that a colleague took a case, and keeps the selection', async () => {
    await page.goto(`${site.url}/cases?assignee=-`);
    const [free] = cases.filter(({ assignee, priority }) => assignee === undefined && priority === 'urgent');
    await rows().first().locator('[name=pick]').check();
    const before = await rows().first().locator('[name=pick]').getAttribute('id');
    const count = await page.locator('.tile-shown strong').innerText();
    const other = cases.findLast(({ assignee, priority }) => assignee === undefined && priority !== 'low');
    await act(other?.id ?? free?.id ?? '', 'noura');
    await expect
      .poll(() => page.locator('.tile-shown strong').innerText(), { timeout: 15_000 })
      .toBe(String(Number(count) - 1));
    expect(await page.locator(`#${before}`).isChecked()).toBe(true);
  });
});
