import { describe, expect, it } from 'vitest';
import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import { updatePerson } from '#shared/application/update-person.ts';
import type { Role } from '#shared/domain/staff/role.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import { aConsole, salem } from '#test/builders/a-console.ts';
import { posted, textOf } from './forms.ts';

const started = (role: Role = 'supervisor') => {
  const console = aConsole({ agent: { ...salem, roles: [role] } });
  const token = crypto.randomUUID();
  const send = (action: string, fields: Record<string, string>) =>
    console.app.request(`/calls-out/${action}`, posted({ token, ...fields }));
  const page = async (query = '') => textOf(await (await console.app.request(`/calls-out${query}`)).text());
  const planned = async (purpose: 'evaluation' | 'follow-up' | 'investor' = 'evaluation') =>
    (await console.store.callsOut(purpose, 'live', { limit: 50 })).items;
  return { console, send, page, planned };
};
const LIST = '0512345678,رخصة بناء,2026-01-02\n٠٥١٢٣٤٥٦٧٩,نقل ملكية,2026-01-03,en';

describe('a list of calls', () => {
  it('is planned once, however often the form is sent, and shown with few digits of each number', async () => {
    const { send, page, planned } = started();
    expect((await send('list', { list: LIST })).headers.get('location')).toContain('done=planned');
    await send('list', { list: LIST });
    expect((await planned()).map(({ phone, language }) => [phone, language]).sort()).toEqual([
      ['+966512345678', 'ar'],
      ['+966512345679', 'en'],
    ]);
    const text = await page();
    expect(text).toContain('…5678');
    expect(text).toContain('رخصة بناء');
    expect(text).not.toContain('512345678');
  });

  it('plans its right lines, names the wrong ones and keeps them to be corrected', async () => {
    const { send, planned } = started();
    const answer = await send('list', { list: `${LIST}\n05,x,2026-01-03` });
    expect(answer.status).toBe(200);
    const body = await answer.text();
    const text = textOf(body);
    expect(text).toContain('جُدولت مكالمتان. لم يُجدول سطر واحد، والأسباب أدناه.');
    expect(text).toContain('السطر 3 : رقم هاتف غير صحيح');
    expect(body).toContain('>05,x,2026-01-03</textarea>');
    expect(await planned()).toHaveLength(2);
  });

  it('without a right line plans nothing', async () => {
    const { send, planned } = started();
    const answer = await send('list', { list: 'الاسم,المدينة\nسارة,الرياض' });
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain('لم تُجدول أي مكالمة.');
    expect(await planned()).toEqual([]);
  });

  it('plans no second call to a person who is on another list, is sent twice at once, or was asked', async () => {
    const { console, send, planned } = started();
    const again = (list: string) => send('list', { list, token: crypto.randomUUID() });
    await Promise.all([again(LIST), again(LIST)]);
    expect(await planned()).toHaveLength(2);
    const other = await again('0512345678,نقل ملكية,2026-01-03');
    expect(textOf(await other.text())).toContain('السطر 1 : له مكالمة مجدولة');
    expect(await planned()).toHaveLength(2);
    const [first] = await planned();
    await send('stop', { id: first?.id ?? '', purpose: 'evaluation' });
    expect((await again(LIST)).status).toBe(200);
    expect(await planned()).toHaveLength(2);
    expect(console.errors).toEqual([]);
  });

  it('leaves out persons who want no calls', async () => {
    const { console, send, planned } = started();
    const id = await beneficiaryId(console.keys, { phone: '+966512345678' });
    await updatePerson(console.store, {
      ...{ id, cause: 'wish', by: 'beneficiary', at: 1, recordedAt: 1 },
      command: { do: 'opt-out', of: ['surveys'], by: 'beneficiary' },
    });
    expect(textOf(await (await send('list', { list: LIST })).text())).toContain(
      'السطر 1 : طلب عدم الاتصال به',
    );
    expect((await planned()).map(({ phone }) => phone)).toEqual(['+966512345679']);
  });

  it('is read from a file in the encoding of Excel', async () => {
    const { console, planned } = started();
    const table = new TextDecoder('windows-1256').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    const form = new FormData();
    form.set('token', crypto.randomUUID());
    form.set(
      'files',
      new File([Uint8Array.from(LIST.split('\n')[0] ?? '', (letter) => table.indexOf(letter))], 'l.csv'),
    );
    const headers = { origin: 'http://localhost' };
    const answer = await console.app.request('/calls-out/list', { method: 'POST', body: form, headers });
    expect(answer.status).toBe(303);
    expect((await planned())[0]?.service?.name).toBe('رخصة بناء');
  });

  it.each(['agent', 'leader'] as const)('is not planned by an %s', async (role) => {
    const { send, planned, page } = started(role);
    expect((await send('list', { list: LIST })).status).toBe(403);
    expect(await planned()).toEqual([]);
    expect(await page()).not.toContain('جدولة قائمة تقييم');
  });
});

describe('a call back', () => {
  const withPhone = () =>
    aCase({ beneficiary: aBeneficiary({ phone: '+966500000001' }), segment: 'investor' });

  it('is planned for a case by an agent, at its time, and leads from the case', async () => {
    const { console, send, planned } = started('agent');
    const supportCase = withPhone();
    console.store.seed(supportCase);
    const fields = { reference: supportCase.id, purpose: 'follow-up', notBefore: '2026-01-05T13:00' };
    expect((await send('call-back', fields)).status).toBe(303);
    const [callOut] = await planned('follow-up');
    expect(callOut).toMatchObject({ caseRef: supportCase.id, phone: '+966500000001', by: 'agent:salem' });
    expect(callOut?.state).toEqual({ is: 'planned', at: Date.parse('2026-01-05T10:00:00Z') });
    const casePage = await (await console.app.request(`/cases/${supportCase.id}`)).text();
    expect(casePage).toContain(`/calls-out?case=${supportCase.id}`);
    expect(await (await console.app.request(`/calls-out?case=${supportCase.id}`)).text()).toContain(
      supportCase.id,
    );
  });

  it.each([
    ['a reference of no case', { reference: aCase().id }, 'لا توجد معاملة'],
    ['a reference that is none', { reference: 'abc' }, 'الرقم المرجعي: تُرجى كتابة رقم مرجعي صحيح.'],
    ['a time that is none', { notBefore: 'soon' }, 'لا يُتصل قبل: تُرجى كتابة تاريخ ووقت صحيحين'],
  ])('is refused for %s', async (_, fields, text) => {
    const { console, send } = started('agent');
    const supportCase = withPhone();
    console.store.seed(supportCase);
    const answer = await send('call-back', { reference: supportCase.id, purpose: 'follow-up', ...fields });
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain(text);
  });

  it('is refused without a number, and to whom wants no calls', async () => {
    const { console, send, planned } = started('agent');
    const [silent, supportCase] = [aCase(), withPhone()];
    console.store.seed(silent, supportCase);
    const refused = await send('call-back', { reference: silent.id, purpose: 'investor' });
    expect(textOf(await refused.text())).toContain('لا يوجد رقم هاتف');
    await updatePerson(console.store, {
      ...{ id: supportCase.beneficiary.id, cause: 'wish', by: 'beneficiary', at: 1, recordedAt: 1 },
      command: { do: 'opt-out', of: ['calls'], by: 'beneficiary' },
    });
    const unwanted = await send('call-back', { reference: supportCase.id, purpose: 'investor' });
    expect(textOf(await unwanted.text())).toContain('طلب هذا المستفيد عدم الاتصال به');
    expect(await planned('investor')).toEqual([]);
  });
});

describe('the calls', () => {
  it('are stopped by an agent, and then are listed among the finished', async () => {
    const { send, planned, page } = started();
    await send('list', { list: LIST });
    const [first] = await planned();
    const fields = { id: first?.id ?? '', purpose: 'evaluation' };
    expect((await send('stop', fields)).headers.get('location')).toContain('done=stopped');
    expect(await planned()).toHaveLength(1);
    expect(await page('?listing=finished')).toContain('أوقفها الفريق');
    expect((await send('stop', fields)).status).toBe(303);
    expect((await send('stop', { id: 'nobody', purpose: 'evaluation' })).status).toBe(422);
  });

  it('show what was answered, with how many answered, in both languages', async () => {
    const { console, page } = started('leader');
    expect(await page()).toContain('لا توجد إجابات بعد');
    const counts = { 'call-answer|evaluation|ease|5': 3, 'call-answer|evaluation|ease|1': 1 };
    await console.figures.save({ day: '2026-01-04', shard: 0, version: 1, counts }, []);
    expect(await page()).toContain('سهولة الحصول عليها · عدد الإجابات: 4');
    const english = await console.app.request('/calls-out', { headers: { cookie: 'language=en' } });
    expect(textOf(await english.text())).toContain('Ease · Answers: 4');
  });
});
