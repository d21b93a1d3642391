import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { surveyApp } from '#functions/web/public/survey-app.ts';
import { surveyToken } from '#shared/application/tokens/survey-token.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { aConsole } from '#test/builders/a-console.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { haveBrowser, launch, overflow, picture, served, watched } from './browser.ts';

const expiresAt = WORKING_MORNING + 14 * DAY;

describe.runIf(haveBrowser())('the survey in a browser', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof served>>;
  const { deps, store, keys } = aConsole();

  beforeAll(async () => {
    [browser, site] = await Promise.all([launch(), served(surveyApp(deps))]);
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  const asked = async () => {
    const supportCase = aCase({
      status: 'resolved',
      resolution: { at: WORKING_MORNING, by: 'agent:salem', outcome: 'أُصلح' },
      survey: { state: 'invited', invitation: 's0', at: WORKING_MORNING, expiresAt },
    });
    store.seed(supportCase);
    const token = await surveyToken(keys, { reference: supportCase.id, invitation: 's0', expiresAt });
    return { currentCase: supportCase, link: `${site.url}/s/${token}` };
  };

  it('is answered with one choice and one press, on a narrow screen', async () => {
    const { currentCase: supportCase, link } = await asked();
    const { page, complaints } = await watched(browser, 360);
    await page.goto(link);
    expect(await overflow(page)).toBe(0);
    await picture(page, 'survey');
    await page.getByLabel('لا، لم تنتهِ').check();
    await page.getByLabel('هل تود إضافة شيء؟').fill('ما زال المصباح مطفأ');
    await page.getByRole('button', { name: 'غير راضٍ Dissatisfied' }).click();
    await page.getByText('أعدنا فتح معاملتك').waitFor();
    await picture(page, 'survey-thanks');
    expect((await store.load('case', supportCase.id))?.survey).toMatchObject({ score: 2, finished: false });
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('answers nothing when a program sends the form or Enter is pressed', async () => {
    const { currentCase: supportCase, link } = await asked();
    const { page } = await watched(browser);
    await page.goto(link);
    await page.getByLabel('نعم، انتهت').check();
    await page.getByLabel('نعم، انتهت').press('Enter');
    await page.getByText('اختر درجة رضاك').waitFor();
    expect(await page.getByLabel('نعم، انتهت').isChecked()).toBe(true);
    expect((await store.load('case', supportCase.id))?.survey?.state).toBe('invited');
    await picture(page, 'survey-wrong');
    await page.close();
  });

  it('shows the status of a case', async () => {
    const { page, complaints } = await watched(browser, 360);
    const supportCase = aCase();
    store.seed(supportCase);
    await page.goto(`${site.url}/t`);
    await page.locator('[name=reference]').fill(supportCase.id);
    await page.locator('[name=contact]').fill('norah@example.com');
    await page.getByRole('button').click();
    await page.getByText('الموعد الذي نلتزم به').waitFor();
    expect(await overflow(page)).toBe(0);
    await picture(page, 'track');
    expect(complaints).toEqual([]);
    await page.close();
  });
});
