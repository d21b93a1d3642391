import { describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/cases/case.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import { aConsole, shippedRules } from '#test/builders/a-console.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { hiddenFields, posted, textOf } from './forms.ts';

const RIYADH = { latitude: 24.7136, longitude: 46.6753 };

const started = (...cases: Case[]) => {
  const console = aConsole();
  for (const one of cases) console.store.seed(one);
  const page = async (id: string, language = 'ar') =>
    (await console.app.request(`/cases/${id}`, { headers: { Cookie: `language=${language}` } })).text();
  const send = async (id: string, action: string, fields: Record<string, string>) =>
    console.app.request(
      `/cases/${id}/${action}`,
      posted({ ...hiddenFields(await page(id), action), ...fields }),
    );
  const stored = async (id: string) => {
    const found = await console.store.load('case', id);
    if (!found) throw new Error('the case is stored');
    return found;
  };
  return { console, page, send, stored };
};

describe('the facts of a case', () => {
  it('are edited in one form, and the timeline shows the old and the new values', async () => {
    const state = aCase({ subject: 'استفسار عبر الهاتف', place: { district: 'malaz' } });
    const { console, page, send, stored } = started(state);
    const done = await send(state.id, 'correct', {
      ...{ subject: 'حفرة أمام المدرسة', name: 'ليلى', phone: '٠٥٥ ١٢٣ ٤٥٦٧', email: 'norah@example.com' },
      ...{ district: 'nuzhah', words: 'خلف الجامع', position: 'https://maps.google.com/?q=24.7136,46.6753' },
      service: 'excavation-permit',
    });
    expect(done.status).toBe(303);
    expect(await stored(state.id)).toMatchObject({
      ...{ subject: 'حفرة أمام المدرسة', service: 'excavation-permit' },
      beneficiary: { name: 'ليلى', phone: '+966551234567', authenticated: true },
      place: { district: 'nuzhah', words: 'خلف الجامع', position: RIYADH },
    });
    const text = textOf(await page(state.id));
    for (const part of ['صُحّحت البيانات', 'استفسار عبر الهاتف', 'الملز', 'النزهة', 'رخصة حفر', '24.713600'])
      expect(text).toContain(part);
    expect(JSON.stringify((await console.store.timeline('case', state.id))[0]?.events)).not.toMatch(
      /ليلى|حفرة/u,
    );
  });

  it.each(['ar', 'en'] as const)('keep the names of what the settings lost, in %s', async (language) => {
    const rules = shippedRules();
    const state = aCase({
      ...{ department: 'planning', category: 'building-permits', service: 'building-permit' },
      place: { district: 'malaz' },
    });
    const { console, page, send, stored } = started(state);
    const gone = [
      ['departments', state.department],
      ['categories', state.category],
      ['services', 'building-permit'],
      ['districts', 'malaz'],
    ] as const;
    const formerNames = new Map(gone.map(([list, id]) => [`${list}/${id}`, rules[list].get(id)?.name]));
    const without = Object.fromEntries(
      gone.map(([list, id]) => {
        const entries: readonly (readonly [string, unknown])[] = [...rules[list]];
        return [list, new Map(entries.filter(([one]) => one !== id))];
      }),
    );
    console.deps.rules.current = async () => ({ ...rules, ...without, formerNames }) as typeof rules;
    const shown = await page(state.id, language);
    const text = textOf(shown);
    for (const [list, id] of gone) {
      expect(text).toContain(rules[list].get(id)?.name[language]);
      if (language === 'ar') expect(text).not.toContain(id);
    }
    // Another correction keeps them, and the form offers them as they are.
    expect(shown).toContain(`<option value="building-permit" selected>`);
    expect((await send(state.id, 'correct', { subject: 'حفرة' })).status).toBe(303);
    // So does a correction of the classification: no other category or department is chosen by itself.
    for (const id of ['building-permits', 'planning'])
      expect(shown).toContain(`<option value="${id}" selected>`);
    const { type, segment, language: letters } = state;
    const kept = { category: state.category, department: state.department };
    const changed = { type, segment, language: letters, priority: 'high', ...kept };
    expect((await send(state.id, 'reclassify', changed)).status).toBe(303);
    expect(await stored(state.id)).toMatchObject({ priority: 'high', ...kept });
    expect(await stored(state.id)).toMatchObject({
      service: 'building-permit',
      place: { district: 'malaz' },
    });
  });

  it('the form of address is a fact: the page and the templates follow it, and are neutral without it', async () => {
    const state = aCase({ beneficiary: aBeneficiary({ name: 'نورة القحطاني' }) });
    const { page, send, stored } = started(state);
    expect(textOf(await page(state.id))).not.toMatch(/الأستاذ/u);
    await send(state.id, 'correct', { formOfAddress: 'feminine' });
    expect((await stored(state.id)).beneficiary.formOfAddress).toBe('feminine');
    const shown = await page(state.id);
    expect(textOf(shown)).toContain('الأستاذة نورة القحطاني');
    expect(shown).toContain('الأستاذة نورة القحطاني المحترمة،');
    await send(state.id, 'correct', { formOfAddress: '' });
    expect((await stored(state.id)).beneficiary.formOfAddress).toBeUndefined();
    expect((await send(state.id, 'correct', { formOfAddress: 'plural' })).status).toBe(422);
  });

  it('a service that was recognised is confirmed by one click, and the case is not asked again', async () => {
    const state = aCase({ service: 'building-permit', serviceGuessed: true });
    const { page, stored, console } = started(state);
    const shown = await page(state.id);
    expect(textOf(shown)).toContain('مقترحة من نص الرسالة');
    const { token = '', seen = '' } = hiddenFields(shown, 'correct');
    const confirmed = await console.app.request(
      `/cases/${state.id}/correct`,
      posted({ token, seen, confirmed: 'service' }),
    );
    expect(confirmed.status).toBe(303);
    expect(await stored(state.id)).toMatchObject({ service: 'building-permit' });
    expect(await stored(state.id)).not.toHaveProperty('serviceGuessed');
    const text = textOf(await page(state.id));
    expect(text).not.toContain('مقترحة من نص الرسالة');
    expect(text).toContain('أُكّدت الخدمة');
  });

  it('a service that was recognised wrongly is removed by one click; other corrections leave the guess', async () => {
    const state = aCase({ service: 'building-permit', serviceGuessed: true });
    const { page, stored, console } = started(state);
    const first = hiddenFields(await page(state.id), 'correct');
    await console.app.request(
      `/cases/${state.id}/correct`,
      posted({ token: first.token ?? '', seen: first.seen ?? '', name: 'ليلى', service: 'building-permit' }),
    );
    expect(await stored(state.id)).toMatchObject({
      ...{ service: 'building-permit', serviceGuessed: true },
      beneficiary: { name: 'ليلى' },
    });
    const { token = '', seen = '' } = hiddenFields(await page(state.id, 'en'), 'correct');
    await console.app.request(`/cases/${state.id}/correct`, posted({ token, seen, service: '' }));
    const after = await stored(state.id);
    expect([after.service, after.serviceGuessed]).toEqual([undefined, undefined]);
  });

  it.each([
    ['a bad number', { phone: '12' }, 'الهاتف: تُرجى كتابة رقم هاتف صحيح'],
    ['a bad address', { email: 'x@' }, 'البريد: تُرجى كتابة عنوان بريد صحيح'],
    ['a number as the address', { email: '0551234567' }, 'البريد: تُرجى كتابة عنوان بريد صحيح'],
    ['no position', { position: 'عند المسجد' }, 'رابط خريطة أو إحداثيات'],
    ['a position outside', { position: '25.2854, 51.5310' }, 'خارج المملكة'],
    ['no subject', { subject: ' ' }, 'الموضوع: تُرجى كتابة الموضوع'],
    ['a strange district', { district: 'atlantis' }, 'هذا الحي غير موجود'],
    ['nothing new', {}, 'لم يتغير شيء'],
  ])('with %s are refused with the reason and kept in the form', async (_, fields, reason) => {
    const state = aCase();
    const { send, stored } = started(state);
    const refused = await send(state.id, 'correct', { ...fields });
    expect([409, 422]).toContain(refused.status);
    const text = await refused.text();
    expect(textOf(text)).toContain(reason);
    for (const [name, typed] of Object.entries(fields))
      if (name !== 'district' && typed.trim() !== '') expect(text).toContain(typed);
    expect((await stored(state.id)).version).toBe(1);
  });

  it('move a case to the person whose address it has', async () => {
    const state = aCase({ beneficiary: aBeneficiary({ id: 'of-a-hidden-number' }) });
    const { send, stored } = started(state);
    await send(state.id, 'correct', { email: 'other@example.com' });
    const { beneficiary } = await stored(state.id);
    expect(beneficiary).toMatchObject({ email: 'other@example.com', authenticated: false });
    expect(beneficiary.id).not.toBe('of-a-hidden-number');
    await send(state.id, 'correct', { phone: '0551234567' });
    expect((await stored(state.id)).beneficiary.id).toBe(beneficiary.id);
  });

  it('of a closed case are edited too', async () => {
    const state = aCase({ status: 'closed', closing: { at: T, reason: 'finished' } });
    const { send, stored } = started(state);
    expect((await send(state.id, 'correct', { name: 'ليلى' })).status).toBe(303);
    expect((await stored(state.id)).beneficiary.name).toBe('ليلى');
  });
});

describe('acts of one click', () => {
  it('assign a case to me, and close it as spam', async () => {
    const state = aCase();
    const { page, send, stored } = started(state);
    expect(textOf(await page(state.id))).toContain('إسنادها إليّ');
    const { token = '', seen = '' } = hiddenFields(await page(state.id), 'assign');
    expect((await send(state.id, 'assign', { token, seen, to: 'salem' })).status).toBe(303);
    expect((await stored(state.id)).assignee).toBe('salem');
    expect(textOf(await page(state.id))).not.toContain('إسنادها إليّ');
    const fields = hiddenFields(await page(state.id), 'close');
    expect(fields.reason).toBe('spam');
    expect((await send(state.id, 'close', fields)).status).toBe(303);
    expect((await stored(state.id)).closing?.reason).toBe('spam');
  });

  it('start the deadlines of a newsletter that is a real matter', async () => {
    const state = aCase({ automatic: 'bulk' });
    const { page, send, stored } = started(state);
    expect(textOf(await page(state.id))).toContain('لا مواعيد لها');
    expect((await send(state.id, 'restore', {})).status).toBe(303);
    expect(await stored(state.id)).not.toHaveProperty('automatic');
  });
});

describe('more like this', () => {
  const here = { place: { district: 'nuzhah' }, category: 'roads' } as const;
  const at = (hours: number, over: Partial<Case> = {}) =>
    aCase({ ...here, openedAt: T + hours * HOUR, subject: `حفرة ${hours}`, ...over });

  it('proposes the cases of the same matter within 48 hours, and joins one with one click', async () => {
    const [first, state, next] = [at(-47), at(0), at(3)];
    const others = [
      ...[at(-49), at(1, { category: 'lighting' }), at(2, { place: { district: 'malaz' } })],
      ...[at(4, { status: 'closed' }), at(5, { status: 'resolved' })],
    ];
    const { page, send, stored } = started(first, state, next, ...others);
    const whole = await page(state.id);
    const shown = whole.slice(whole.indexOf('similar-title'), whole.indexOf('actions-title'));
    for (const { id } of [first, next]) expect(shown).toContain(`href="/cases/${id}"`);
    for (const { id } of others) expect(shown).not.toContain(`href="/cases/${id}"`);
    expect(textOf(shown)).toContain('بلاغات مشابهة');
    const [newest, oldest] = shown.split('</form>').map((form) => hiddenFields(form, 'link'));
    expect(newest).toMatchObject({ with: next.id, as: 'child' });
    expect(oldest).toMatchObject({ with: first.id, as: 'parent' });
    expect((await send(state.id, 'link', { ...oldest })).status).toBe(303);
    expect((await stored(state.id)).links).toMatchObject([{ to: first.id, as: 'parent' }]);
  });

  it('proposes the parent of a case that has one', async () => {
    const state = at(0);
    const joined = at(-1, { links: [{ to: '9A1-1A1-0002', as: 'parent', at: T }] });
    const { page } = started(state, joined);
    const card = (await page(state.id)).split('similar-title"').at(-1) ?? '';
    expect(hiddenFields(card, 'link')).toMatchObject({ with: '9A1-1A1-0002', as: 'parent' });
  });

  it.each([
    ['without a district', { place: {} }],
    ['that is resolved', { status: 'resolved' as const }],
  ])('proposes nothing for a case %s', async (_, over) => {
    const state = at(0, over);
    const { page } = started(state, at(1));
    expect(await page(state.id)).not.toContain('similar-title');
  });
});
