import { DAY, MINUTE, SECOND } from '#shared/domain/time/instant.ts';
import { expectThat, type Step } from './scene.ts';

const evaluation: Step = {
  name: 'users of an e-service are called and asked',
  async play(scene) {
    const supervisor = await scene.supervisor();
    const { switchboard } = scene.centre.phone;
    const used = scene.field(scene.now() - 3 * DAY).slice(0, 10);
    const list = ['0504440001', '0504440002', '0504440003']
      .map((one) => `${one},رخصة بناء,${used}`)
      .join('\n');
    await supervisor.submit('/calls-out', '/calls-out/list', { list });
    await scene.centre.settle();
    await scene.centre.advance(10 * SECOND);
    const ringing = switchboard.calls().filter(({ state }) => state === 'ringing');
    expectThat(ringing.length >= 2, `${ringing.length} of 3 phones ring`);
    const [content, machine] = ringing;
    await switchboard.pickUp(content?.id ?? '', 'person');
    for (const key of ['1', '1', '5', '4', '1', '2']) await switchboard.find(content?.id ?? '')?.press(key);
    await switchboard.find(content?.id ?? '')?.hangUp();
    await switchboard.pickUp(machine?.id ?? '', 'machine');
    await switchboard.find(machine?.id ?? '')?.hangUp();
    await scene.centre.settle();
    await scene.centre.advance(5 * MINUTE);
  },
};

const followUp: Step = {
  name: 'a call about a case is planned and cancelled, and another one is made',
  async play(scene) {
    const supervisor = await scene.supervisor();
    const { switchboard } = scene.centre.phone;
    const call = await scene.call('+966501000009', ['1', 'silence', '3', '0', '0', 'silence', 'hang up']);
    const { reference = '' } = call;
    await scene.centre.settle();
    const plan = (notBefore: string) =>
      supervisor.submit('/calls-out', '/calls-out/call-back', { reference, purpose: 'follow-up', notBefore });
    await plan(scene.field(scene.now() + 60 * MINUTE));
    const [planned] = (await scene.centre.look.store.callsOut('follow-up', 'live', { limit: 10 })).items;
    await supervisor.post('/calls-out/stop', { id: planned?.id ?? '', purpose: 'follow-up' });
    await scene.centre.settle();
    const [later] = (await scene.centre.look.store.callsOut('follow-up', 'live', { limit: 10 })).items;
    expectThat(later === undefined, 'a cancelled call is still planned');
    // A person is not called who has just called: their call must be over and listed.
    await scene.centre.advance(31 * MINUTE);
    await plan('');
    await scene.centre.settle();
    await scene.centre.advance(30 * SECOND);
    const ringing = switchboard.calls().filter(({ state }) => state === 'ringing');
    const [going] = (await scene.centre.look.store.callsOut('follow-up', 'live', { limit: 10 })).items;
    const state = JSON.stringify(going?.state);
    expectThat(
      ringing.length === 1,
      `${ringing.length} phones ring for the follow-up call, which is ${state}`,
    );
    await supervisor.page('/calls-out?purpose=follow-up');
    await supervisor.post('/calls-out/stop', { id: going?.id ?? '', purpose: 'follow-up' });
    await scene.centre.settle();
    expectThat(
      switchboard.calls().every(({ state }) => state !== 'ringing'),
      'the phone of a cancelled call rings on',
    );
  },
};

const lists: Step = {
  name: 'a list of transactions is sent and read, its faulty rows are shown, and a week is drawn from it',
  async play(scene) {
    const supervisor = await scene.supervisor();
    const used = scene.field(scene.now() - 2 * DAY).slice(0, 10);
    const rows = Array.from({ length: 12 }, (_, n) => `05055500${10 + n},رخصة بناء,${used}`);
    const id = crypto.randomUUID();
    const text = ['الجوال,الخدمة,التاريخ', ...rows, '0123,رخصة بناء,2026-01-01'].join('\n');
    await supervisor.upload('/calls-out/lists', { id, number: '0' }, { name: 'list.csv', text });
    const issues = await supervisor.page(`/calls-out/lists/${id}/issues.csv`);
    expectThat(issues.includes('0123'), 'the faulty row of a list is not in its file');
    const order = { target: '5', completion: '50', mode: 'agent', seed: 'rehearsal' };
    const drawn = await supervisor.submit('/calls-out/week', '/calls-out/week/draw', order);
    expectThat(drawn.status === 303, `the week was not drawn: ${drawn.status}`);
    await scene.centre.settle();
  },
};

const investors: Step = {
  name: 'an investor is kept company: a plan with procedures, an obstacle, a hand-over, and the closing call',
  async play(scene) {
    const supervisor = await scene.supervisor();
    const { switchboard } = scene.centre.phone;
    const call = await scene.call('+966501000019', ['1', 'silence', '3', '0', '0', 'silence', 'hang up']);
    const { reference = '' } = call;
    await scene.centre.settle();
    const classes = { type: 'inquiry', category: 'investment', department: 'licensing', priority: 'normal' };
    await scene.act(reference, ['reclassify', { ...classes, segment: 'investor', language: 'ar' }]);
    const page = `/investors/${reference}`;
    const act = (form: string, fields: Readonly<Record<string, string>> = {}) =>
      supervisor.submit(page, `${page}/${form}`, fields);
    await act('start');
    const dueAt = scene.field(scene.now() + 20 * DAY);
    await act('procedure', { kind: 'licence', department: 'licensing', dueAt });
    await act('obstacle', { procedure: 'p1', kind: 'missing-documents' });
    const { assignee } = await scene.caseOf(reference);
    const to = assignee === 'salem' ? 'huda' : 'salem';
    await act('hand-over', { to, words: 'تنقصه صورة السجل التجاري.' });
    expectThat((await supervisor.page('/investors?officer=-')).includes(reference), 'the plan is not listed');
    await act('clear', { obstacle: 'o1' });
    await scene.centre.advance(31 * MINUTE);
    await act('change', { procedure: 'p1', state: 'done', department: 'licensing', dueAt });
    await scene.centre.settle();
    await scene.centre.advance(30 * SECOND);
    const [ringing] = switchboard.calls().filter(({ state }) => state === 'ringing');
    expectThat(ringing !== undefined, 'the closing call does not ring');
    await switchboard.pickUp(ringing?.id ?? '', 'person');
    for (const key of ['1', '1', '1', '2']) await switchboard.find(ringing?.id ?? '')?.press(key);
    await switchboard.find(ringing?.id ?? '')?.hangUp();
    await scene.centre.settle();
    await scene.centre.advance(5 * MINUTE);
    await scene.centre.settle();
    const { plan } = await scene.caseOf(reference);
    expectThat(plan?.ended?.how === 'finished', `the plan is ${JSON.stringify(plan?.state)} after its call`);
    await supervisor.post('/investors/calls', {
      token: crypto.randomUUID(),
      officer: '-',
      until: '2027-12-31',
    });
  },
};

export const outreach: readonly Step[] = [evaluation, followUp, lists, investors];
