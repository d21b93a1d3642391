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

export const outreach: readonly Step[] = [evaluation, followUp];
