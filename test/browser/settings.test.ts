import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deadlinesOf } from '#shared/domain/cases/clocks.ts';
import { HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { aSettingsConsole } from '#test/unit/settings/a-settings-console.ts';
import { haveBrowser, overflow, picture, served, sharedBrowser, watched } from './browser.ts';

/** 11:22 in Riyadh, on a Sunday with hours until 14:30. */
const DECREED_AT = WORKING_MORNING + HOUR + 22 * MINUTE;

/** The current pages of the menus that a narrow screen does not show, and a page that is not at its top. */
const OUT_OF_SIGHT = `[...document.querySelectorAll('nav [aria-current=page]')].flatMap((one) => {
  const { left, right } = one.getBoundingClientRect();
  return left >= -1 && right <= innerWidth + 1 ? [] : [one.textContent];
}).concat(scrollY === 0 ? [] : ['the top'])`;

describe.runIf(haveBrowser())('the settings in a browser', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof served>>;
  const console = aSettingsConsole();
  const report = aCase({ subject: 'إنارة الشارع لا تعمل', openedAt: DECREED_AT - 20 * MINUTE });
  const others = [
    aCase({
      subject: 'Building permit for plot 114',
      type: 'inquiry',
      language: 'en',
      department: 'planning',
      category: 'building-permits',
      openedAt: DECREED_AT - HOUR,
    }),
    aCase({
      subject: 'اقتراح ممشى في الحديقة',
      type: 'observation',
      department: 'environment',
      category: 'parks',
    }),
    aCase({ subject: 'تسرب مياه في تقاطع الملك فهد', priority: 'urgent', openedAt: DECREED_AT - 3 * HOUR }),
  ];

  beforeAll(async () => {
    console.clock.set(DECREED_AT);
    console.store.seed(report, ...others);
    [browser, site] = await Promise.all([sharedBrowser(), served(console.app)]);
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  it('puts a decree in force, in Arabic, and the deadline of a running case moves', async () => {
    const { page, complaints } = await watched(browser);
    const before = deadlinesOf(report, await console.keeper.current(), DECREED_AT).firstResponse;
    expect(before).toBe(DECREED_AT + 100 * MINUTE);
    await page.goto(`${site.url}/cases/${report.id}`);
    await page.getByRole('link', { name: 'الإعدادات' }).click();
    expect(await page.getAttribute('html', 'dir')).toBe('rtl');
    await picture(page, 'settings');
    await page.getByRole('link', { name: 'تعديل دوام يوم (تعميم)' }).click();
    await page.getByLabel('ينتهي الدوام عند').check();
    await page.getByLabel('نهاية الدوام').fill('١٢:٠٠');
    await page.getByLabel('اسم القرار').fill('قرار بإنهاء الدوام عند الظهر');
    await picture(page, 'calendar');
    await page.locator('#decree').getByRole('button', { name: 'معاينة الأثر قبل التطبيق' }).click();
    expect(await page.locator('.says').innerText()).toContain('ستُنقل مواعيد 4 معاملات مفتوحة');
    expect(await page.locator('.moves').innerText()).toContain(report.id);
    await picture(page, 'preview');
    expect(console.settings.versions).toEqual([]);
    await page.getByLabel('سبب التغيير').fill('تعميم الأمانة رقم 4512');
    await page.getByRole('button', { name: 'تطبيق' }).click();
    await page.getByText('أصبح الإصدار 1 ساريًا الآن').waitFor();
    await picture(page, 'settings-applied');
    const after = deadlinesOf(report, await console.keeper.current(), DECREED_AT).firstResponse;
    // 38 minutes remain until noon; the other 62 count from 07:30 of the next morning.
    expect(after).toBe(WORKING_MORNING + 21.5 * HOUR + 62 * MINUTE);
    await page.goto(`${site.url}/cases/${report.id}`);
    expect(await page.locator('main').innerText()).toContain('8:32');
    await picture(page, 'case-after-decree');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('submits an untouched form without changing anything', async () => {
    const { page } = await watched(browser);
    const forms = [
      ...['calendars/saudi-government', 'calendars/always', 'policies/report', 'policies/observation'],
      ...[
        'categories/lighting',
        'replyTemplates/apology',
        'departments/care',
        'assignment',
        'escalation',
        'audiences',
        'desk',
      ],
      ...['survey', 'retention', 'centre', 'document'],
    ];
    for (const form of forms) {
      await page.goto(`${site.url}/settings/${form}`);
      await page.getByRole('button', { name: 'معاينة الأثر قبل التطبيق' }).last().click();
      await page.getByText('لم يتغير شيء عن الإعدادات السارية').waitFor();
      expect(await page.locator('.change').count(), form).toBe(0);
    }
    await page.close();
  });

  it('shows every part in both languages, and fits a narrow screen', async () => {
    const { page, complaints } = await watched(browser);
    const narrow = await watched(browser, 360);
    const parts = [
      'calendars',
      'calendars/saudi-government',
      'policies',
      'policies/report',
      'categories',
      'departments',
      'replyTemplates',
      'replyTemplates/promised-contact',
      'departments/care',
      'staff/~add',
      'assignment',
      'escalation',
      'audiences',
      'desk',
      'survey',
      'retention',
      'centre',
      'document',
    ];
    for (const part of ['', ...parts]) {
      await narrow.page.goto(`${site.url}/settings/${part}`.replace(/\/$/u, ''));
      expect(await narrow.page.locator('h1').innerText(), part).not.toBe('');
      expect(await overflow(narrow.page), part).toBe(0);
      expect(await narrow.page.evaluate(OUT_OF_SIGHT), part).toEqual([]);
      await picture(narrow.page, `settings-narrow-${part.replaceAll(/\W/gu, '-')}`);
    }
    await page.goto(`${site.url}/settings/calendars/saudi-government`);
    expect(await overflow(page)).toBe(0);
    await page.getByRole('link', { name: 'English' }).click();
    await page.goto(`${site.url}/settings/policies/report`);
    await picture(page, 'policy-en');
    expect(complaints).toEqual([]);
    await page.close();
    await narrow.page.close();
  });
});
