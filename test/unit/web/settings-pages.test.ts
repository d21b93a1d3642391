import { describe, expect, it } from 'vitest';
import { aCase } from '#test/builders/a-case.ts';
import { salem } from '#test/builders/a-console.ts';
import { aSettingsConsole, huda } from '#test/unit/settings/a-settings-console.ts';
import { carried, change, get, post, preview } from '#test/unit/settings/steps.ts';
import { posted, textOf } from './forms.ts';

const retention = { eraseAfterDays: '٤٠٠' };

describe('access to the settings', () => {
  it('supervisors change them, leaders read them, agents are told which roles may', async () => {
    const leader = aSettingsConsole({ agent: { ...salem, roles: ['leader'] } });
    const agent = aSettingsConsole({ agent: salem });
    expect((await get(aSettingsConsole(), '/settings')).status).toBe(200);
    const read = await get(leader, '/settings/retention');
    expect(read.status).toBe(200);
    expect(read.page).toContain('disabled');
    expect(read.page).not.toContain('معاينة الأثر');
    const refused = await get(agent, '/settings');
    expect(refused.status).toBe(403);
    expect(textOf(refused.page)).toMatch(/متاح لمن دوره: إدارة النظام.*الإشراف/u);
    expect((await preview(leader, '/settings/retention', retention)).status).toBe(403);
    expect((await preview(agent, '/settings/retention', retention)).status).toBe(403);
    expect((await get(agent, '/cases')).page).not.toContain('href="/settings"');
    expect((await get(leader, '/cases')).page).toContain('href="/settings"');
  });

  it('administrators alone change how the provider of text messages is called; supervisors see it and turn it on', async () => {
    const url = 'https://api.provider.example.com/send';
    const at = '/settings/messages';
    const supervisor = aSettingsConsole();
    const administrator = aSettingsConsole({ agent: { ...huda, roles: ['administrator'] } });
    const shown = (await get(supervisor, at)).page;
    expect(/<input [^>]*name="url"[^>]*>/u.exec(shown)?.[0]).toContain('disabled');
    expect(/<textarea[^>]*name="headers"[^>]*>/u.exec(shown)?.[0]).toContain('disabled');
    expect(/<select[^>]*name="use"[^>]*>/u.exec(shown)?.[0]).not.toContain('disabled');
    expect((await get(administrator, at)).page).not.toContain('disabled');
    for (const change of [{ url }, { headers: 'X-Id: {id}' }, { method: 'PUT' }, { accepted: 'ok' }])
      expect((await preview(supervisor, at, change)).status).toBe(403);
    const text = JSON.stringify({ messages: { url } });
    expect((await preview(supervisor, '/settings/document', { text })).status).toBe(403);
    expect((await preview(supervisor, at, { use: 'before-call', callAfterHours: '٢٠' })).status).toBe(200);
    const allowed = await preview(administrator, at, { url });
    expect(allowed.status).toBe(200);
    // The sealed preview of an administrator is not applied by another person.
    const applied = await post(supervisor, '/settings/apply', {
      ...carried(allowed.page, '/settings/apply'),
      note: 'مزود آخر',
    });
    expect(applied.status).toBe(403);
    expect(supervisor.settings.versions).toEqual([]);
  });

  it('a form of another site changes nothing', async () => {
    const console = aSettingsConsole();
    const answer = await console.app.request('/settings/retention', {
      ...posted({ _base: '0', ...retention }),
      headers: { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://elsewhere.example' },
    });
    expect(answer.status).toBe(403);
  });
});

describe('a change', () => {
  it('takes two steps, and the reason is in the history', async () => {
    const console = aSettingsConsole();
    const { status, page } = await preview(console, '/settings/retention', retention);
    expect(status).toBe(200);
    expect(textOf(page)).toContain('هذا التغيير لا يمسّ مواعيد المعاملات');
    expect(textOf(page)).toContain('1825 400');
    expect(console.settings.versions).toEqual([]);
    const applied = await post(console, '/settings/apply', {
      ...carried(page, '/settings/apply'),
      note: 'لائحة الحفظ',
    });
    expect(applied).toMatchObject({ status: 303, to: '/settings?applied=1' });
    expect(console.settings.versions).toMatchObject([
      {
        version: 1,
        by: 'huda',
        note: 'لائحة الحفظ',
        document: { retention: { eraseAfterDays: 400 } },
        effect: { moved: 0, looked: 0 },
      },
    ]);
    const overview = textOf((await get(console, '/settings?applied=1')).page);
    expect(overview).toContain('أصبح الإصدار 1 ساريًا الآن');
    expect(overview).toContain('لائحة الحفظ');
  });

  it('without a reason is shown again, and not applied', async () => {
    const console = aSettingsConsole();
    const { page } = await preview(console, '/settings/retention', retention);
    const refused = await post(console, '/settings/apply', {
      ...carried(page, '/settings/apply'),
      note: ' ',
    });
    expect(refused.status).toBe(422);
    expect(refused.page).toMatch(/name="note"[^>]*aria-invalid/u);
    expect(console.settings.versions).toEqual([]);
  });

  it.each([
    ['another document', { document: '{"retention":{"eraseAfterDays":31}}' }],
    ['another effect', { moved: '500' }],
    ['no seal', { seal: '' }],
  ])('that was not what was previewed (%s) is previewed first', async (_, forged) => {
    const console = aSettingsConsole();
    const { page } = await preview(console, '/settings/retention', retention);
    const refused = await post(console, '/settings/apply', {
      ...carried(page, '/settings/apply'),
      note: 'because',
      ...forged,
    });
    expect(refused.status).toBe(200);
    expect(textOf(refused.page)).toContain('معاينة التغيير');
    expect(console.settings.versions).toEqual([]);
  });

  it('of nothing offers nothing to apply', async () => {
    const { page } = await preview(aSettingsConsole(), '/settings/retention', { eraseAfterDays: '1825' });
    expect(textOf(page)).toContain('لم يتغير شيء');
    expect(page).not.toContain('/settings/apply');
  });

  it('that is wrong is shown at its field, in the language of the reader, and what was typed stays', async () => {
    const console = aSettingsConsole();
    const { status, page } = await preview(console, '/settings/retention', { eraseAfterDays: 'شهر' });
    expect(status).toBe(422);
    expect(page).toMatch(/name="eraseAfterDays"[^>]*value="شهر"[^>]*aria-invalid="true"/u);
    expect(textOf(page)).toContain('المطلوب عدد، مثل 30 أو ٣٠.');
    expect(textOf(page)).toContain('حفظ البيانات › أيام حفظ البيانات الشخصية بعد الإغلاق');
    const english = await console.app.request('/settings/retention', {
      ...posted({ _base: '0', eraseAfterDays: '3' }),
      headers: { 'Sec-Fetch-Site': 'same-origin', Cookie: 'language=en' },
    });
    expect(textOf(await english.text())).toContain('Expected 30 or more.');
  });

  it('counts the open cases whose deadlines it moves', async () => {
    const console = aSettingsConsole();
    const supportCase = aCase({ subject: 'مصباح <مكسور>' });
    console.store.seed(supportCase, aCase({ type: 'complaint' }));
    const { page } = await preview(console, '/settings/policies/report', {
      'targets.normal.firstResponseMinutes': '60',
    });
    expect(textOf(page)).toContain('ستُنقل مواعيد معاملة مفتوحة واحدة');
    expect(page).toContain(`href="/cases/${supportCase.id}"`);
    expect(page).toContain('مصباح &lt;مكسور&gt;');
    await post(console, '/settings/apply', { ...carried(page, '/settings/apply'), note: 'because' });
    expect(console.settings.versions[0]?.effect).toEqual({ moved: 1, looked: 2 });
  });
});

describe('two people at once', () => {
  it('the second learns what the first did before typing is lost', async () => {
    const console = aSettingsConsole();
    await change(console, '/settings/retention', retention);
    const late = await post(console, '/settings/desk', { _base: '0', reopenDays: '7' });
    expect(late.status).toBe(409);
    expect(textOf(late.page)).toContain('تغيّرت الإعدادات');
    expect(textOf(late.page)).toContain('1825 400');
    const again = await post(console, '/settings/desk', carried(late.page, '/settings/desk'));
    expect(again.status).toBe(200);
    expect(again.page).toMatch(/name="reopenDays"[^>]*value="7"/u);
    expect(console.settings.versions).toHaveLength(1);
  });

  it('the second who already agreed applies nothing, and may put theirs on top where sections differ', async () => {
    const console = aSettingsConsole();
    const { page } = await preview(console, '/settings/desk', { reopenDays: '7' });
    await change(console, '/settings/retention', retention);
    const late = await post(console, '/settings/apply', {
      ...carried(page, '/settings/apply'),
      note: 'because',
    });
    expect(late.status).toBe(409);
    expect(console.settings.versions).toHaveLength(1);
    const merged = await post(console, '/settings/preview', carried(late.page, '/settings/preview'));
    await post(console, '/settings/apply', { ...carried(merged.page, '/settings/apply'), note: 'because' });
    const { settings } = await console.keeper.inForce();
    expect([settings.retention.eraseAfterDays, settings.desk.reopenDays]).toEqual([400, 7]);
  });

  it('the second with the same section has to look again', async () => {
    const console = aSettingsConsole();
    const { page } = await preview(console, '/settings/desk', { reopenDays: '7' });
    await change(console, '/settings/desk', { closeDays: '9' });
    const late = await post(console, '/settings/apply', {
      ...carried(page, '/settings/apply'),
      note: 'because',
    });
    expect(late.status).toBe(409);
    expect(late.page).not.toContain('action="/settings/preview"');
  });
});

describe('the past', () => {
  it('is told section by section, and is restored by the same two steps', async () => {
    const console = aSettingsConsole();
    await change(console, '/settings/retention', retention);
    await change(console, '/settings/retention', { eraseAfterDays: '500' });
    const restored = await post(console, '/settings/versions/1', {});
    expect(textOf(restored.page)).toContain('500 400');
    expect(restored.page).toContain('value="استعادة الإصدار 1"');
    await post(console, '/settings/apply', { ...carried(restored.page, '/settings/apply'), note: 'back' });
    expect(console.settings.versions.at(-1)).toMatchObject({
      version: 3,
      document: { retention: { eraseAfterDays: 400 } },
    });
    const shipped = await post(console, '/settings/versions/0', {});
    await post(console, '/settings/apply', {
      ...carried(shipped.page, '/settings/apply'),
      note: 'as delivered',
    });
    expect(console.settings.versions.at(-1)).toMatchObject({ version: 4, document: {} });
    expect((await post(console, '/settings/versions/99', {})).status).toBe(404);
  });

  it('of many versions is leafed through', async () => {
    const console = aSettingsConsole();
    for (let version = 1; version <= 12; version += 1) {
      await console.settings.write({
        version,
        document: { retention: { eraseAfterDays: 100 + version } },
        by: 'huda',
        at: version,
      });
    }
    const newest = textOf((await get(console, '/settings')).page);
    expect(newest).toContain('الإصدار 3');
    expect(newest).not.toContain('الإعدادات الافتراضية');
    expect(textOf((await get(console, '/settings?from=2')).page)).toContain('الإعدادات الافتراضية');
    expect((await get(console, '/settings?from=nonsense')).status).toBe(200);
  });

  it('that this release does not take is said, with the place', async () => {
    const console = aSettingsConsole({ agent: huda });
    await console.settings.write({ version: 1, document: { desk: { calendar: 'moon' } }, by: 'huda', at: 1 });
    const { page } = await get(console, '/settings');
    expect(textOf(page)).toContain('معالجة المعاملات › تقويم المركز: لا يوجد تقويم بالمعرّف «moon»');
  });
});
