import { describe, expect, it } from 'vitest';
import { aCase } from '#test/builders/a-case.ts';
import { aSettingsConsole } from '#test/unit/settings/a-settings-console.ts';
import { carried, change, get, post, preview } from '#test/unit/settings/steps.ts';
import { textOf } from './forms.ts';

describe('removing', () => {
  it('removing an entry in use by open cases is refused, and the cases are named', async () => {
    const console = aSettingsConsole();
    const supportCase = aCase();
    console.store.seed(supportCase);
    const { status, page } = await preview(console, '/settings/categories/lighting', { _remove: '1' });
    expect(status).toBe(409);
    expect(textOf(page)).toContain('لا يمكن الحذف ما دام مستخدمًا');
    expect(page).toContain(`href="/cases/${supportCase.id}"`);
    expect(page).not.toContain('/settings/apply');
  });

  it('removing an entry in use since the preview is refused as well', async () => {
    const console = aSettingsConsole();
    const { page } = await preview(console, '/settings/categories/lighting', { _remove: '1' });
    console.store.seed(aCase());
    const refused = await post(console, '/settings/apply', {
      ...carried(page, '/settings/apply'),
      note: 'because',
    });
    expect(refused.status).toBe(409);
    expect(console.settings.versions).toEqual([]);
  });

  it('removing an entry in use by other settings is refused, and they are named', async () => {
    const { status, page } = await preview(aSettingsConsole(), '/settings/departments/digital', {
      _remove: '1',
    });
    expect(status).toBe(422);
    expect(textOf(page)).toContain('لا توجد إدارة بالمعرّف «digital»؛ ما زال مستخدمًا هنا');
    expect(textOf(page)).toContain('التصنيفات › الخدمات الإلكترونية › الإدارة المختصة');
  });

  it('removing an unused entry is possible', async () => {
    const console = aSettingsConsole();
    await change(console, '/settings/categories/animals', { _remove: '1' });
    expect((await console.keeper.current()).categories.has('animals')).toBe(false);
  });
});

describe('templates of answers', () => {
  const form = { 'name.ar': 'قالب', 'name.en': 'Template', type: '', category: '' };

  it('are edited as text of several lines, whatever the browser ends lines with', async () => {
    const console = aSettingsConsole();
    await change(console, '/settings/replyTemplates/apology', {
      ...form,
      'text.ar': 'سطر {{reference}}\r\n\r\nسطر',
      'text.en': 'Line',
    });
    const edited = (await console.keeper.current()).replyTemplates.get('apology');
    expect(edited?.text).toEqual({ ar: 'سطر {{reference}}\n\nسطر', en: 'Line' });
    expect(edited?.type).toBeUndefined();
  });

  it('name the unknown placeholder, at its field', async () => {
    const { status, page } = await preview(aSettingsConsole(), '/settings/replyTemplates/apology', {
      ...form,
      'text.ar': 'السعر {{price}}',
      'text.en': 'Price',
    });
    expect(status).toBe(422);
    expect(textOf(page)).toContain('«price» ليس من الخانات المعروفة');
    expect(page).toMatch(/name="text\.ar"[^>]*aria-invalid/u);
  });
});

describe('lists', () => {
  it('take another entry', async () => {
    const console = aSettingsConsole();
    const added = await post(console, '/settings/staff/~add', [
      ...Object.entries({
        _base: '0',
        user: 'salem',
        'name.ar': 'سالم',
        'name.en': 'Salem',
        email: 's@x.example',
      }),
      ...['', 'care', 'operations'].map((id): [string, string] => ['departments', id]),
      ['skills', ''],
      ['languages', 'ar'],
      ['capacity', '٢٠'],
    ]);
    expect(added.status).toBe(200);
    await post(console, '/settings/apply', { ...carried(added.page, '/settings/apply'), note: 'joined' });
    expect((await console.keeper.current()).staff.get('salem')).toMatchObject({
      departments: ['care', 'operations'],
      skills: [],
      capacity: 20,
    });
    expect((await get(console, '/settings/staff')).page).toContain('/settings/staff/salem');
    expect((await get(console, '/settings/staff/nobody')).status).toBe(404);
  });

  it('of policies are put in another order, which is previewed and then holds', async () => {
    const console = aSettingsConsole();
    const { page } = await get(
      console,
      '/settings/policies?order=digital-services,report,complaint,inquiry,thanks,data-request,observation',
    );
    const proposed = await post(console, '/settings/policies', carried(page, '/settings/policies'));
    expect(textOf(proposed.page)).toContain('تغيّر الترتيب');
    await post(console, '/settings/apply', {
      ...carried(proposed.page, '/settings/apply'),
      note: 'reports first',
    });
    expect((await console.keeper.current()).policies.map(({ id }) => id)).toEqual([
      'digital-services',
      'report',
      'complaint',
      'inquiry',
      'thanks',
      'data-request',
      'observation',
    ]);
  });

  it('of policies never end in one that leaves cases out', async () => {
    const { status, page } = await preview(aSettingsConsole(), '/settings/policies', {
      order: 'observation,digital-services,report,complaint,inquiry,thanks,data-request',
    });
    expect(status).toBe(422);
    expect(textOf(page)).toContain('المستوى الأخير يجب أن يقبل كل المعاملات');
  });
});

describe('the whole document', () => {
  it('is downloaded, and sections of it are taken back', async () => {
    const console = aSettingsConsole();
    const file = JSON.parse((await get(console, '/settings/document.json')).page);
    expect(file.desk.reopenDays).toBe(14);
    const { page } = await preview(console, '/settings/document', { text: '{"desk":{"reopenDays":7}}' });
    await post(console, '/settings/apply', { ...carried(page, '/settings/apply'), note: 'because' });
    expect(console.settings.versions[0]?.document).toEqual({ desk: { reopenDays: 7 } });
  });

  it('is uploaded as a file', async () => {
    const console = aSettingsConsole();
    const body = new FormData();
    body.set('_base', '0');
    body.set('text', '');
    body.set('file', new File(['\uFEFF{"desk":{"reopenDays":9}}'], 'settings.json'));
    const answer = await console.app.request('/settings/document', {
      method: 'POST',
      body,
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    });
    expect(textOf(await answer.text())).toContain('14 9');
  });

  it.each([
    ['is no JSON', '{', 'ليس JSON صحيحًا'],
    ['has an unknown section', '{"moon":{}}', 'حقل غير معروف هنا: moon'],
    ['is no object', '[]', 'المطلوب كائن JSON'],
  ])('that %s is refused with its place', async (_, text, message) => {
    const { status, page } = await preview(aSettingsConsole(), '/settings/document', { text });
    expect(status).toBe(422);
    expect(textOf(page)).toContain(message);
  });
});
