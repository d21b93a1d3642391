import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR } from '#shared/domain/time/instant.ts';
import { aConsole } from '#test/builders/a-console.ts';
import { aDay } from './a-day.ts';
import { haveBrowser, openAction, overflow, picture, served, sharedBrowser, watched } from './browser.ts';

describe.runIf(haveBrowser())('the console in a browser', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof served>>;
  let reference: string;
  const console = aConsole();

  beforeAll(async () => {
    reference = await aDay(console);
    console.clock.advance(HOUR / 2);
    [browser, site] = await Promise.all([sharedBrowser(), served(console.app)]);
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  it('lists what waits, right to left, and leads to a case', async () => {
    const { page, complaints } = await watched(browser);
    await page.goto(`${site.url}/cases`);
    expect(await page.getAttribute('html', 'dir')).toBe('rtl');
    expect(await page.locator('.due-overdue').count()).toBeGreaterThan(0);
    await picture(page, 'list');
    await page.getByRole('link', { name: 'إنارة الشارع لا تعمل' }).click();
    expect(page.url()).toContain(`/cases/${reference}`);
    expect(await page.locator('h1').innerText()).toBe('إنارة الشارع لا تعمل');
    await page.locator('summary', { hasText: 'كما وردت من المرسل' }).click();
    await page.frameLocator('iframe[title="رسالة المستفيد"]').locator('b').waitFor();
    await picture(page, 'case');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('reads left to right in English', async () => {
    const { page, complaints } = await watched(browser);
    await page.goto(`${site.url}/cases/${reference}`);
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.getAttribute('html', 'dir')).toBe('ltr');
    expect(page.url()).toContain(reference);
    await picture(page, 'case-en');
    await page.getByRole('link', { name: 'العربية' }).click();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('refuses files that are too large before they travel', async () => {
    const { page, complaints } = await watched(browser);
    await page.goto(`${site.url}/cases/${reference}`);
    const input = page.locator('input[name=files]');
    const choose = (bytes: number) =>
      input.setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(bytes) });
    const message = () =>
      input.evaluate((field) => (field as unknown as { validationMessage: string }).validationMessage);
    await choose(4_000_001);
    expect(await message()).toContain('أكبر من الحد المذكور');
    await page.getByRole('textbox', { name: /^نص الرد/u }).fill('كلمات');
    const before = page.url();
    await page.getByRole('button', { name: 'إرسال الرد' }).click();
    expect(page.url()).toBe(before);
    await choose(1_000);
    expect(await message()).toBe('');
    // The names are beside the words of the page, and go with the files.
    const names = page.locator('.file-names');
    expect(await names.textContent()).toBe('\u2068a.pdf\u2069');
    await input.setInputFiles([]);
    expect(await names.textContent()).toBe('لم يُختر ملف');
    await input.focus();
    const outline = "getComputedStyle(document.querySelector('.file')).outlineStyle";
    expect(await page.evaluate(outline)).toBe('solid');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('answers, names what is missing, and resolves', async () => {
    const { page, complaints } = await watched(browser);
    await page.goto(`${site.url}/cases/${reference}`);
    await page.getByRole('textbox', { name: /^نص الرد/u }).fill('سيصل الفريق غدًا صباحًا بإذن الله.');
    await page.getByLabel(/^ثم/u).selectOption('pending-department');
    await page.getByRole('button', { name: 'إرسال الرد' }).click();
    await page.getByText('حُفظ الرد وسيصل إلى المستفيد.').waitFor();
    expect(await page.locator('.message-out').innerText()).toContain('سيصل الفريق غدًا');
    await openAction(page, 'إغلاق المعاملة');
    await page.getByLabel('سبب الإغلاق').selectOption('duplicate');
    await page.getByRole('button', { name: 'إغلاق', exact: true }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.locator('[name=duplicateOf]').getAttribute('aria-invalid')).toBe('true');
    await picture(page, 'wrong');
    await page.getByRole('button', { name: 'إغلاق النافذة' }).click();
    await openAction(page, 'إنجاز المعاملة');
    await page.getByLabel('النتيجة').selectOption('done');
    await page.getByLabel('ما تم لصالح المستفيد').fill('استُبدل المصباح.');
    await page.getByRole('button', { name: 'إنجاز', exact: true }).click();
    await page.getByText('أُنجزت المعاملة.', { exact: true }).waitFor();
    expect((await console.store.load('case', reference))?.status).toBe('resolved');
    await picture(page, 'resolved');
    // The browser logs the response with a wrong field; it must log nothing else.
    expect(complaints.filter((line) => !line.includes('422'))).toEqual([]);
    await page.close();
  });

  it('shows the figures', async () => {
    const { page, complaints } = await watched(browser);
    await page.goto(`${site.url}/figures`);
    expect(await page.locator('.day-chart rect').count()).toBeGreaterThan(50);
    await picture(page, 'figures');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('fits a narrow screen', async () => {
    const { page } = await watched(browser, 360);
    for (const path of ['/cases', `/cases/${reference}`, '/figures', '/search?q=nothing']) {
      await page.goto(`${site.url}${path}`);
      expect(await overflow(page), path).toBe(0);
      await picture(page, `narrow${path.replaceAll(/\W/gu, '-').slice(0, 9)}`);
    }
    await page.close();
  });
});
