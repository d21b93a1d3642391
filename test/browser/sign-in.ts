import type { Page } from 'playwright-core';

/** Sign in at a local centre as a supervisor. */
export async function signInAsSupervisor(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.fill('input[name=user]', 'huda');
  await page.fill('input[name=name]', 'هدى');
  await page.selectOption('select[name=role]', 'supervisor');
  await page.locator('form[action="/sign-in"] button').click();
  await page.waitForURL(`${url}/**`);
}
