import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outcomeText } from '#functions/web/public/outcome-text.ts';
import { surveyApp } from '#functions/web/public/survey-app.ts';
import { outcomeToken } from '#shared/application/tokens/outcome-token.ts';
import { surveyToken } from '#shared/application/tokens/survey-token.ts';
import { unsubscribeToken } from '#shared/application/tokens/unsubscribe-token.ts';
import { DAY, SECOND } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { aConsole } from '#test/builders/a-console.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { haveBrowser, overflow, picture, served, sharedBrowser, watched } from './browser.ts';
import { faultsOf } from './screenshots/faults-of.ts';

const expiresAt = WORKING_MORNING + 14 * DAY;

describe.runIf(haveBrowser())('the survey in a browser', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof served>>;
  const { deps, store, keys, clock } = aConsole();

  beforeAll(async () => {
    [browser, site] = await Promise.all([sharedBrowser(), served(surveyApp(deps))]);
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
    await page.getByLabel('هل من إضافة؟').fill('ما زال المصباح مطفأ');
    clock.advance(3 * SECOND);
    await page.getByRole('button', { name: 'غير مُرضية Dissatisfied' }).click();
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
    await page.getByText('اختيار درجة الرضا').waitFor();
    expect(await page.getByLabel('نعم، انتهت').isChecked()).toBe(true);
    expect((await store.load('case', supportCase.id))?.survey?.state).toBe('invited');
    await picture(page, 'survey-wrong');
    await page.close();
  });

  it.each([
    ['ar', 390],
    ['en', 1280],
  ] as const)(
    'asks whether a matter is finished in %s at %d pixels, and no program answers',
    async (language, width) => {
      const supportCase = aCase({
        ...{ language, status: 'resolved', confirmation: { state: 'asked', question: 'c0', by: 'mail' } },
        resolution: { at: WORKING_MORNING, by: 'agent:salem', as: 'done', outcome: 'استُبدل المصباح أمس.' },
        survey: { state: 'invited', invitation: 's0', at: WORKING_MORNING, expiresAt },
      });
      store.seed(supportCase);
      const token = await outcomeToken(keys, { reference: supportCase.id, question: 'c0', expiresAt });
      const { page } = await watched(browser, width);
      await page.goto(`${site.url}/s/c/${token}`);
      expect(await overflow(page)).toBe(0);
      await picture(page, `outcome-${language}`);
      const [yes, no] = [outcomeText.yes[language], outcomeText.no[language]];
      for (const button of await page.getByRole('button').all())
        expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      // A program presses the first button, and a person's choice within two seconds cannot be told from a program's.
      await page.locator('button').first().dispatchEvent('click');
      await page.getByRole('alert').waitFor();
      expect((await store.load('case', supportCase.id))?.confirmation?.state).toBe('asked');
      await picture(page, `outcome-again-${language}`);
      clock.advance(3_000);
      await page.getByRole('button', { name: no }).press('Enter');
      await page.getByRole('button', { name: yes }).waitFor();
      await picture(page, `outcome-taken-${language}`);
      expect((await store.load('case', supportCase.id))?.confirmation?.state).toBe('contested');
      await page.close();
    },
  );

  it.each([
    ['ar', 390, 'dark'],
    ['en', 1280, 'light'],
  ] as const)(
    'and the end of surveys have no fault in %s at %d pixels, %s',
    async (language, width, colorScheme) => {
      const { currentCase, link } = await asked();
      const { page } = await watched(browser, width);
      await page.emulateMedia({ colorScheme });
      await page.context().addCookies([{ name: 'language', value: language, url: site.url }]);
      const end = `${site.url}/s/u/${await unsubscribeToken(keys, currentCase.id)}`;
      for (const path of [link, end]) {
        await page.goto(path);
        expect(await faultsOf(page)).toEqual([]);
      }
      await page.close();
    },
  );

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
