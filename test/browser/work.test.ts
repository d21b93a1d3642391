import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handleCommand } from '#shared/application/handle-command.ts';
import { allCases } from '#test/local/support.ts';
import { haveBrowser, overflow, picture, sharedBrowser, watched } from './browser.ts';
import { openLivedIn } from './lived-in.ts';
import { signInAsSupervisor } from './sign-in.ts';

describe.runIf(haveBrowser())('the list of work in a browser', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof openLivedIn>>;
  let page: Page;
  let complaints: string[];
  /** Two members of the staff of one department. */
  let giver: string;
  let colleague: string;

  const rows = () => page.locator('.work tbody tr');
  const url = () => site.centre.url;
  /** Assign a case to somebody else, as a colleague does in another browser. */
  async function take(id: string): Promise<void> {
    const { store, rules, clock } = site.centre;
    const at = clock.now();
    const by = 'agent:noura';
    await handleCommand(
      { store, rules: await rules.current() },
      {
        ...{ id, command: { do: 'assign', to: 'noura', by }, cause: `assign ${id}`, by, at, recordedAt: at },
        ...{ correlationId: 'c', causationId: 'c' },
      },
    );
  }

  beforeAll(async () => {
    [browser, site] = await Promise.all([sharedBrowser(), openLivedIn()]);
    ({ page, complaints } = await watched(browser));
    const { settings } = await site.centre.rules.inForce();
    const staff = settings.staff.filter(({ departments }) => departments[0] === 'operations');
    [giver = '', colleague = ''] = staff.map(({ user }) => user);
    // A case that changes while it is selected is not acted on.
    await site.centre.settle();
    await signInAsSupervisor(page, url());
  });
  afterAll(async () => {
    expect(complaints).toEqual([]);
    await browser?.close();
    await site?.close();
  });

  it.each([
    [1280, 'ar'],
    [390, 'ar'],
    [1280, 'en'],
    [390, 'en'],
  ] as const)('fits %i px in %s', async (width, language) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${url()}/language/${language}?to=/cases`);
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
    await page.goto(`${url()}/language/ar?to=/cases?assignee=${giver}`);
    // Beside cases, the list has call backs and tasks, which have no box.
    const listed = await page.locator('[name=pick]').count();
    const values = await page
      .locator('[name=pick]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('value')));
    const ids = new Set(values.map((value) => value?.split(':')[0]));
    expect(listed).toBeGreaterThan(1);
    await page.locator('[data-all]').check();
    expect(await page.locator('[name=pick]:checked').count()).toBe(listed);
    expect(await page.locator('[data-picked]').innerText()).toBe(`(${listed})`);
    await page.locator('.many > summary').click();
    await page.locator('.many .action summary', { hasText: 'الإسناد' }).click();
    await page.locator('.many [name=to]').selectOption(colleague);
    await page.locator('.many button[value=assign]').click();
    await page
      .getByRole('status')
      .getByText(/^تمّ على/u)
      .waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    // The rule of assignment may give free hands another case.
    const acted = (await allCases(site.centre)).filter(({ id }) => ids.has(id));
    expect(acted.map(({ assignee }) => assignee)).toEqual(Array.from({ length: listed }, () => colleague));
    await picture(page, 'work-many');
  });

  it('shows within ten seconds that a colleague took a case, and keeps the selection', async () => {
    await page.goto(`${url()}/cases?assignee=${colleague}`);
    const first = rows().first().locator('[name=pick]');
    await first.check();
    const before = await first.getAttribute('id');
    const count = await page.locator('.tile-shown strong').innerText();
    const [, taken] = await page
      .locator('[name=pick]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('value')));
    // A row names its case and the version that is shown.
    await take(taken?.split(':')[0] ?? '');
    await expect
      .poll(() => page.locator('.tile-shown strong').innerText(), { timeout: 15_000 })
      .toBe(String(Number(count) - 1));
    expect(await page.locator(`#${before}`).isChecked()).toBe(true);
  });
});
