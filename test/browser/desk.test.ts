import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalCentre } from '#infra/local/centre.ts';
import { buildExample } from '#infra/local/example/build-example.ts';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { openCentre } from '#infra/local/open-centre.ts';
import type { Colleague } from '#shared/domain/rules.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { sharedReader } from '#test/doubles/shared-reader.ts';
import { haveBrowser, openAction, overflow, picture, sharedBrowser, watched } from './browser.ts';

const MAILS = [
  ['norah', 'نورة القحطاني', 'إنارة الشارع مطفأة', 'بلاغ: إنارة شارع التحلية مطفأة منذ يومين.'],
  ['reem', 'ريم الشهري', 'ماسورة مكسورة', 'بلاغ: ماسورة مياه مكسورة أمام المسجد والمياه تغمر الشارع.'],
  ['saad', 'سعد الدوسري', 'كسر في ماسورة المياه', 'بلاغ: انكسرت ماسورة المياه أمام المسجد في شارعنا.'],
  ['hind', 'هند العتيبي', 'استفسار عن رخصة', 'ما الأوراق المطلوبة لتجديد رخصة بناء سكنية؟'],
] as const;

/** The message that the browser logs for a rejected form. Everything else is an error. */
const REFUSED = /status of 4(09|22)/u;

describe.runIf(haveBrowser())('the desk in a browser', () => {
  const data = mkdtempSync(join(tmpdir(), 'rida-desk-'));
  let browser: Browser;
  let centre: LocalCentre;
  let page: Page;
  let complaints: string[];
  const references: Record<string, string> = {};
  /** Two members of the staff: one watches, the other is absent. */
  let watcher: Colleague;
  let away: Colleague;

  const enter = async (to: Page): Promise<void> => {
    await to.goto(`${centre.url}/cases`);
    await to.locator('[name=user]').fill('maha');
    await to.locator('[name=name]').fill('مها العنزي');
    await to.locator('[name=role]').selectOption('supervisor');
    await to.locator('button.primary').click();
  };
  const caseOf = async (user: string): Promise<string> => {
    const reference = references[user] ?? '';
    await page.goto(`${centre.url}/cases/${reference}`);
    return reference;
  };
  const unfold = (title: string) => page.locator('summary', { hasText: title }).click();
  const send = (text: string) => page.getByRole('button', { name: text, exact: true }).click();
  const says = (text: string) => page.getByRole('status').getByText(text).waitFor();
  const isLedToNotice = () => page.locator('[role=alert]:focus').waitFor({ timeout: 3_000 });
  const storedCase = async (user: string) => centre.store.load('case', references[user] ?? '');

  beforeAll(async () => {
    await buildExample({ cases: 60, days: 1, staff: 20, until: WORKING_MORNING, data });
    const opening = openCentre({
      ...{ port: 0, 'smtp-port': 0, 'trust-mail': 'loopback', sweepEveryMs: 0, data },
      ...{ below: { now: () => WORKING_MORNING }, openReader: sharedReader },
    });
    [browser, centre] = await Promise.all([sharedBrowser(), opening]);
    const { settings } = await centre.rules.inForce();
    const [one, other] = settings.staff.filter(({ departments }) => departments[0] === 'operations');
    if (!one || !other) throw new Error('the department has no two colleagues');
    [watcher, away] = [one, other];
    for (const [user, name, subject, text] of MAILS) {
      const address = `${user}@example.com`;
      await handIn(centre.smtpPort, {
        ...{ from: { name, address }, to: 'help@rida.example', subject, text },
        messageId: `<${user}@example.com>`,
      });
    }
    await centre.settle();
    const { departments } = await centre.rules.current();
    for (const department of departments.keys()) {
      const { items } = await centre.store.queue(department, 'active', { limit: 100 });
      for (const { id, beneficiary } of items) references[beneficiary.email?.split('@')[0] ?? ''] = id;
    }
    ({ page, complaints } = await watched(browser));
    await enter(page);
  });
  afterAll(async () => {
    await browser?.close();
    await centre?.close();
    rmSync(data, { recursive: true, force: true });
  });

  it('corrects a classification, promises and logs an earlier contact', async () => {
    const reference = await caseOf('norah');
    expect(await page.getAttribute('html', 'dir')).toBe('rtl');
    await openAction(page, 'تصحيح التصنيف والأولوية');
    await page.locator('form[action*="/reclassify"] [name=category]').selectOption('roads');
    await page.locator('form[action*="/reclassify"] [name=priority]').selectOption('high');
    await send('حفظ التصحيح');
    await says('حُفظ التصحيح وأُعيد حساب المواعيد.');
    await openAction(page, 'وعد بالتواصل');
    await page.getByLabel('نتواصل معه قبل').fill('2026-01-04T13:30');
    await send('تسجيل الوعد');
    await says('سُجّل الوعد.');
    expect(await storedCase('norah')).toMatchObject({
      ...{ category: 'roads', priority: 'high' },
      promise: { dueAt: Date.UTC(2026, 0, 4, 10, 30) },
    });
    await openAction(page, 'تسجيل تواصل مع المستفيد');
    await page.getByLabel('ما جرى في التواصل').fill('اتصلت بها وأكدت موقع العمود.');
    await page.getByLabel('وقت التواصل').fill('2026-01-04T11:30');
    await send('تسجيل التواصل');
    // 90 minutes in the future: a future contact is rejected, and screen readers are led to the reason.
    await page.getByRole('alert').getByText('تُرجى كتابة وقت صحيح').waitFor();
    await isLedToNotice();
    expect(await page.getByLabel('ما جرى في التواصل').inputValue()).toBe('اتصلت بها وأكدت موقع العمود.');
    await picture(page, 'desk-wrong');
    await page.getByLabel('وقت التواصل').fill('2026-01-04T10:00');
    await send('تسجيل التواصل');
    await says('سُجّل التواصل.');
    expect(page.url()).toContain(reference);
    expect(await page.locator('#timeline').innerText()).toContain('اتصلت بها وأكدت موقع العمود.');
    await picture(page, 'desk-contact');
  });

  it('asks a department, records its answer, and lets a colleague watch', async () => {
    await caseOf('norah');
    await openAction(page, 'طلب من إدارة');
    await page.locator('form[action*="/ask"] [name=department]').selectOption('planning');
    await page.getByLabel('السؤال').fill('هل العمود ضمن مشروع توسعة الشارع؟');
    await send('إرسال الطلب');
    await says('أُرسل الطلب إلى الإدارة.');
    expect((await storedCase('norah'))?.status).toBe('pending-department');
    await openAction(page, 'تسجيل إجابة الإدارة');
    await page.locator('form[action*="/answer"] [name=text]').fill('نعم، وينتهي المشروع الشهر القادم.');
    await send('تسجيل الإجابة');
    await says('سُجّلت إجابة الإدارة.');
    await openAction(page, 'المتابعة');
    await page.locator('form[action*="/watch"] [name=user]').selectOption(watcher.user);
    await send('متابعة');
    await says('سُجّلت المتابعة.');
    const timeline = await page.locator('#timeline').innerText();
    expect(timeline).toContain('هل العمود ضمن مشروع توسعة الشارع؟');
    expect(timeline).toContain('نعم، وينتهي المشروع الشهر القادم.');
    const card = page.locator('section', { hasText: 'الالتزامات والروابط' }).last();
    expect(await card.innerText()).toContain('أُجيب');
    expect(await card.innerText()).toContain(watcher.name.ar);
    expect(await storedCase('norah')).toMatchObject({ status: 'open', watchers: [watcher.user] });
    await picture(page, 'desk-asked');
  });

  it('links two cases, merges them and parts them again', async () => {
    await caseOf('reem');
    await openAction(page, 'ربط بمعاملة');
    await page.getByLabel('الرقم المرجعي للمعاملة الأخرى').fill(references.norah ?? '');
    await page.locator('form[action*="/link"] [name=as]').selectOption('related');
    await send('ربط');
    await says('رُبطت المعاملتان.');
    await openAction(page, 'دمج في معاملة أخرى');
    await page.getByLabel('الرقم المرجعي للمعاملة الباقية').fill('000-000-0000');
    await send('دمج');
    await page.getByRole('alert').waitFor();
    await isLedToNotice();
    await page.getByLabel('الرقم المرجعي للمعاملة الباقية').fill(references.saad ?? '');
    await send('دمج');
    await says('دُمجت المعاملة.');
    await page.getByText('هذه المعاملة مدموجة في').waitFor();
    await picture(page, 'desk-merged');
    await centre.settle();
    await page.locator('.notice a', { hasText: references.saad ?? '' }).click();
    expect(await page.locator('section', { hasText: 'دُمجت في هذه' }).count()).toBeGreaterThan(0);
    await picture(page, 'desk-kept');
    await caseOf('reem');
    await send('إلغاء الدمج');
    await says('فُصلت المعاملة.');
    await centre.settle();
    expect((await storedCase('saad'))?.links?.some(({ as }) => as === 'merged-from') ?? false).toBe(false);
    expect((await storedCase('norah'))?.links).toMatchObject([{ to: references.reem, as: 'related' }]);
  });

  it('joins a number typed in Arabic digits to a beneficiary, and respects what they prefer', async () => {
    await caseOf('reem');
    await page.getByRole('link', { name: 'صفحة المستفيد' }).click();
    await unfold('ضم عنوان أو رقم آخر');
    await page.getByLabel('البريد أو الهاتف أو الرقم المرجعي').fill('بلا رقم');
    await send('ضم');
    await page.getByRole('alert').getByText('البريد أو الهاتف أو الرقم المرجعي: يُرجى إدخال').waitFor();
    await isLedToNotice();
    await page.getByLabel('البريد أو الهاتف أو الرقم المرجعي').fill('٠٥٠ ١٢٣ ٤٥٦٧');
    await send('ضم');
    await says('حُفظ التغيير.');
    expect(await page.locator('main').innerText()).toContain('+966501234567');
    await page.getByLabel('لا تُرسل إليه استبيانات').check();
    await send('حفظ التفضيلات');
    await says('حُفظ التغيير.');
    expect(await page.getByLabel('لا تُرسل إليه استبيانات').isChecked()).toBe(true);
    expect(await page.getByLabel('لا يُتصل به').isChecked()).toBe(false);
    await picture(page, 'desk-person');
  });

  it('shows who is absent, and rejects an invalid time', async () => {
    await page.goto(`${centre.url}/absence`);
    await page.locator('form[action="/absence/plan"] [name=user]').selectOption(away.user);
    await page.locator('[name=until]').fill('2026-01-03T08:00');
    await send('تسجيل الغياب');
    await page.getByRole('alert').getByText('إلى: تُرجى كتابة وقت بعد بداية الغياب.').waitFor();
    await isLedToNotice();
    await page.locator('form[action="/absence/plan"] [name=user]').selectOption(away.user);
    await page.locator('[name=until]').fill('2026-01-06T07:30');
    await page.locator('[name=handOverTo]').selectOption(watcher.user);
    await send('تسجيل الغياب');
    await says('حُفظ.');
    expect(await page.locator('.others li', { hasText: away.name.ar }).innerText()).toContain(
      watcher.name.ar,
    );
    await picture(page, 'desk-absence');
  });

  it('erases only when that is confirmed', async () => {
    await caseOf('hind');
    await openAction(page, 'إزالة البيانات الشخصية');
    await send('إزالة البيانات');
    // The browser does not submit the form: the box is required.
    expect((await storedCase('hind'))?.erased).toBeUndefined();
    await page.getByLabel('نعم، تُزال البيانات الشخصية نهائيًا').check();
    await send('إزالة البيانات');
    await says('أُزيلت البيانات الشخصية.');
    await centre.settle();
    await caseOf('hind');
    expect(await page.locator('body').innerText()).not.toContain('هند العتيبي');
    expect(await page.locator('#actions').count()).toBe(0);
    await picture(page, 'desk-erased');
  });

  it('fits a narrow screen, whatever has happened, and no page complains', async () => {
    const narrow = await watched(browser, 360);
    await enter(narrow.page);
    const { beneficiary } = (await storedCase('reem')) ?? { beneficiary: { id: '' } };
    const cases = ['norah', 'reem', 'saad', 'hind'].map((user) => `/cases/${references[user]}`);
    for (const path of [...cases, `/people/${beneficiary.id}`, '/absence']) {
      await narrow.page.goto(centre.url + path);
      await narrow.page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
      expect(await overflow(narrow.page), path).toBe(0);
      await picture(narrow.page, `desk-narrow${path.replaceAll(/\W/gu, '-').slice(0, 16)}`);
    }
    expect([...complaints, ...narrow.complaints].filter((line) => !REFUSED.test(line))).toEqual([]);
    expect(centre.bus.queueDepths().every(({ dead }) => dead === 0)).toBe(true);
  });
});
