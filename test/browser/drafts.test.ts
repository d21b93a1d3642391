import { Hono } from 'hono';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { oneAddress, sitesOf } from '#functions/web/one-address.ts';
import { SITE_PATHS } from '#functions/web/paths.ts';
import type { SignIn } from '#functions/web/shell/sign-in.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { requestPath, requestToken } from '#shared/application/tokens/department-token.ts';
import { surveyToken } from '#shared/application/tokens/survey-token.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { aConsole, salem, shippedRules } from '#test/builders/a-console.ts';
import { haveBrowser, openAction, overflow, picture, served, sharedBrowser } from './browser.ts';

const WORDS = 'سيصل الفريق غدًا صباحًا بإذن الله';

describe.runIf(haveBrowser())('a form that was typed and not sent', () => {
  const desk = aConsole();
  let browser: Browser;
  let site: Awaited<ReturnType<typeof served>>;
  let isSignedIn = true;
  let page: Page;

  /** A sign-in that ends when a test says so, and begins again with a redirect, as with an identity provider. */
  const signIn: SignIn = {
    routes: new Hono().get('/provider', (c) => {
      isSignedIn = true;
      return c.redirect(c.req.query('to') ?? '/');
    }),
    session: async () => (isSignedIn ? { ...salem, roles: ['agent', 'supervisor'] } : undefined),
    begin: (c) => c.redirect(`/provider?to=${encodeURIComponent(new URL(c.req.url).pathname)}`),
    end: (c) => c.redirect('/'),
  };

  const seeded = (): string => {
    const supportCase = aCase();
    desk.store.seed(supportCase);
    return supportCase.id;
  };
  /** Open the page of a case in a browser without the storage of the earlier ones. */
  const open = async (id: string, width = 1280): Promise<void> => {
    page = await (await browser.newContext({ viewport: { width, height: 900 } })).newPage();
    await page.goto(`${site.url}/cases/${id}`);
  };
  const reply = () => page.getByRole('textbox', { name: /^نص الرد/u });
  const saved = () => page.getByText('حُفظت المسودة', { exact: true }).waitFor();
  const restored = () => page.getByText('مسودة لم تُرسل').first().waitFor();

  beforeAll(async () => {
    const app = oneAddress(SITE_PATHS, sitesOf({ ...desk.deps, signIn }));
    [browser, site] = await Promise.all([sharedBrowser(), served(app)]);
  });
  afterEach(async () => page.context().close());
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  it.each([1280, 390])('is in the form again in another browser, until it is sent (%i px)', async (width) => {
    const id = seeded();
    await open(id, width);
    await reply().fill(WORDS);
    await saved();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.context().close();
    await open(id, width);
    await restored();
    expect(await reply().inputValue()).toBe(WORDS);
    await picture(page, `draft-${width}`);
    await page.getByRole('button', { name: 'إرسال الرد' }).click();
    await page.getByText('حُفظ الرد وسيصل إلى المستفيد.').waitFor();
    await page.goto(`${site.url}/cases/${id}`, { waitUntil: 'networkidle' });
    expect(await reply().inputValue()).toBe('');
    expect(await desk.drafts.drafts({ place: `/cases/${id}`, user: 'salem' })).toEqual([]);
  });

  it('is one draft per form: another form does not replace it, and one is discarded alone', async () => {
    const id = seeded();
    await open(id);
    await reply().fill(WORDS);
    await saved();
    await page.locator('summary', { hasText: 'ملاحظة داخلية' }).click();
    await page.getByRole('textbox', { name: /^نص الملاحظة/u }).fill('اتصلت ولم يرد');
    await page.locator('.note').getByText('حُفظت المسودة', { exact: true }).waitFor();
    await page.context().close();
    await open(id);
    await restored();
    expect(await reply().inputValue()).toBe(WORDS);
    await page.locator('.reply').getByRole('button', { name: 'حذف المسودة' }).click();
    await expect.poll(() => reply().inputValue()).toBe('');
    const kept = () => desk.drafts.drafts({ place: `/cases/${id}`, user: 'salem' });
    await expect.poll(async () => (await kept()).map(({ form }) => form)).toEqual(['note']);
  });

  it('is there again after the session had ended and the person signed in', async () => {
    const id = seeded();
    await open(id);
    await reply().fill(WORDS);
    isSignedIn = false;
    await page.getByRole('button', { name: 'إرسال الرد' }).click();
    await page.getByRole('heading', { name: 'انتهت جلستك' }).waitFor();
    await picture(page, 'session-over');
    await page.getByRole('link', { name: 'تسجيل الدخول والعودة إلى ما كتبته' }).click();
    await restored();
    expect(page.url()).toContain(`/cases/${id}`);
    expect(await reply().inputValue()).toBe(WORDS);
    await page.getByRole('button', { name: 'إرسال الرد' }).click();
    await page.getByText('حُفظ الرد وسيصل إلى المستفيد.').waitFor();
  });

  it('stays on a page whose session ended, with a way to sign in beside it', async () => {
    const id = seeded();
    await open(id);
    isSignedIn = false;
    await reply().fill(WORDS);
    await page.getByText('انتهت جلستك، وما كتبته باقٍ هنا').waitFor();
    isSignedIn = true;
    await reply().press('End');
    await reply().pressSequentially('.');
    await saved();
    expect(await page.getByText('انتهت جلستك').count()).toBe(0);
  });

  it('is shown to be copied when a colleague has closed the case since then', async () => {
    const id = seeded();
    await open(id);
    await reply().fill(WORDS);
    await saved();
    const done = await handleCommand(
      { store: desk.store, rules: shippedRules() },
      {
        ...{ id, command: { do: 'close', reason: 'withdrawn', by: 'agent:huda' }, cause: 'closed' },
        ...{ by: 'agent:huda', at: desk.clock.now(), recordedAt: desk.clock.now() },
        ...{ correlationId: 'closed', causationId: 'closed' },
      },
    );
    expect(done.outcome).toBe('committed');
    await page.context().close();
    await open(id);
    const lost = page.getByLabel(/ما كتبته ولم يُرسل/u);
    expect(await lost.inputValue()).toBe(WORDS);
    await picture(page, 'draft-lost');
    await page.getByRole('button', { name: 'حذف المسودة' }).click();
    await expect.poll(() => desk.drafts.drafts({ place: `/cases/${id}`, user: 'salem' })).toEqual([]);
  });

  /** Open a page in a browser of its own, or again in the same one. */
  const visit = async (path: string) => {
    page = await (await browser.newContext({ viewport: { width: 390, height: 900 } })).newPage();
    await page.goto(`${site.url}${path}`);
  };

  it('of the settings is kept over the preview, with its boxes and its version, until it is applied', async () => {
    await visit('/settings/staff/~add');
    const skills = () => page.locator('[name=skills][type=checkbox]');
    await skills().nth(1).check();
    await skills().nth(3).check();
    await page.locator('[name="name.ar"]').fill('هدى القرني');
    await saved();
    await page.context().close();
    await visit('/settings/staff/~add');
    await restored();
    expect(await page.locator('[name="name.ar"]').inputValue()).toBe('هدى القرني');
    const checked = await skills().evaluateAll((boxes: { checked: boolean }[]) =>
      boxes.map(({ checked: isChosen }) => isChosen).slice(0, 5),
    );
    expect(checked).toEqual([false, true, false, true, false]);
    await picture(page, 'draft-settings');
    await page.locator('[name=user]').fill('huda');
    await page.locator('[name="name.en"]').fill('Huda');
    await page.locator('[name=email]').fill('huda@rida.example');
    await page.locator('[name=departments][type=checkbox]').first().check();
    await page.locator('[name=languages][type=checkbox]').first().check();
    await page.locator('[name=capacity]').fill('٢٠');
    await page.getByRole('button', { name: 'معاينة' }).click();
    await page.locator('[name=note]').fill('موظفة جديدة');
    await page.getByRole('button', { name: 'تطبيق' }).click();
    await page.waitForURL('**/settings?applied=1');
    expect(await desk.drafts.drafts({ place: '/settings/staff/~add', user: 'salem' })).toEqual([]);
  });

  it('behind the link of a department is there again in another browser, until it is sent', async () => {
    const supportCase = aCase({
      status: 'pending-department',
      requests: [
        {
          id: 'r1',
          department: 'planning',
          by: 'agent:salem',
          askedAt: desk.clock.now(),
          dueAt: desk.clock.now() + DAY,
        },
      ],
    });
    desk.store.seed(supportCase);
    const ticket = { reference: supportCase.id, question: 'r1', expiresAt: desk.clock.now() + 90 * DAY };
    const link = requestPath(await requestToken(desk.keys, ticket));
    const field = () => page.getByLabel('إجابتكم');
    await visit(link);
    await field().fill(WORDS);
    await saved();
    await page.context().close();
    await visit(link);
    await restored();
    expect(await field().inputValue()).toBe(WORDS);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await picture(page, 'draft-department');
    desk.clock.advance(5_000);
    await page.getByRole('button', { name: 'إرسال الإجابة' }).click();
    await page.getByText('وصلتنا إجابتكم').waitFor();
    expect(await desk.drafts.drafts({ place: requestPath(supportCase.id), user: 'r1' })).toEqual([]);
  });

  it('of a beneficiary stays in their browser, until the answer is taken', async () => {
    const at = desk.clock.now();
    const supportCase = aCase({
      status: 'resolved',
      resolution: { at, by: 'agent:salem', outcome: 'أُصلح' },
      survey: { state: 'invited', invitation: 's0', at, expiresAt: at + 14 * DAY },
    });
    desk.store.seed(supportCase);
    const ticket = { reference: supportCase.id, invitation: 's0', expiresAt: at + 14 * DAY };
    const link = `/s/${await surveyToken(desk.keys, ticket)}`;
    const comment = () => page.locator('[name=comment]');
    await visit(link);
    await comment().fill(WORDS);
    await page.getByText('حُفظ ما كتبته في هذا المتصفح').waitFor();
    await page.goto('about:blank');
    await page.goto(`${site.url}${link}`);
    await page.getByText('ما كتبته من قبل').waitFor();
    expect(await comment().inputValue()).toBe(WORDS);
    await picture(page, 'draft-survey');
    desk.clock.advance(5_000);
    await page.locator('[name=finished][value=yes]').check();
    await page.locator('button[name=score][value="5"]').click();
    await page.getByRole('heading', { name: 'شكرًا لك' }).waitFor();
    expect(await page.evaluate('localStorage.length')).toBe(0);
  });

  it('asks before it is left behind, also in a field of one line', async () => {
    await open(seeded());
    let asked = 0;
    page.on('dialog', (dialog) => {
      asked += 1;
      void dialog.dismiss();
    });
    await openAction(page, 'دمج');
    await page.locator('[name=into]').fill('1M7');
    await page.getByRole('link', { name: 'المؤشرات' }).click();
    await expect.poll(() => asked).toBe(1);
  });

  it('names an empty file before it is sent', async () => {
    await open(seeded());
    const input = page.locator('input[name=files]');
    await input.setInputFiles({ name: 'صورة.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) });
    const message = await input.evaluate((field: { validationMessage: string }) => field.validationMessage);
    expect(message).toContain('صورة.jpg');
  });
});
