import { Hono } from 'hono';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { oneAddress, sitesOf } from '#functions/web/one-address.ts';
import { SITE_PATHS } from '#functions/web/paths.ts';
import type { SignIn } from '#functions/web/shell/sign-in.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { aCase } from '#test/builders/a-case.ts';
import { aConsole, salem, shippedRules } from '#test/builders/a-console.ts';
import { haveBrowser, launch, openAction, overflow, picture, served } from './browser.ts';

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
    session: async () => (isSignedIn ? salem : undefined),
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
    [browser, site] = await Promise.all([launch(), served(app)]);
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
