import { describe, expect, it } from 'vitest';
import { MINUTE } from '#shared/domain/time/instant.ts';
import { createCall } from '#shared/flow/interpreter.ts';
import { FlowTelephone, flowNamed, flowsByName, heard, play } from './telephone.ts';

async function waiting(language: '1' | '2', number: string | null = '+966500000001') {
  const line = new FlowTelephone();
  line.place = { position: 2, waitSeconds: 170 };
  const call = await line.dial({ number });
  await play(call, language, 'silence', '2');
  return { line, call };
}

const later = async ({ line, call }: Awaited<ReturnType<typeof waiting>>, minutes: number) => {
  line.clock.advance(minutes * MINUTE);
  return play(call, 'silence');
};

describe.each([
  {
    key: '1',
    place: 'شكرًا لانتظارك. ترتيبك في الانتظار هو الثاني. والوقت المتوقع نحو ثلاث دقائق.',
    offer: 'دون أن تفقد دورك',
    closing: 'ينتهي دوامنا اليوم الساعة الثانية والنصف ظهرًا',
    closed: 'انتهى دوامنا، ونستأنف العمل غدًا',
    promised: 'نحجز لك دورك، ثم تنتهي المكالمة',
    number: 'صفر خمسة صفر، صفر صفر صفر، صفر صفر صفر واحد',
    none: 'ليس رقمًا سعوديًا',
    refused: 'لا يمكننا الاتصال بهذا الرقم',
    message: 'سنستمع إلى تسجيلك',
  },
  {
    key: '2',
    place: 'Thank you for waiting. You are 2nd in the queue. We expect to answer in about 3 minutes.',
    offer: 'without losing your place',
    closing: 'Our agents finish today at 2:30 PM',
    closed: 'We open tomorrow',
    promised: 'we are booking your place. The call then ends',
    number: '0 5 0, 0 0 0, 0 0 0 1',
    none: 'not a valid Saudi number',
    refused: 'cannot call that number',
    message: 'We will listen to your recording',
  },
] as const)('a caller who waits, having pressed $key', ({ key, ...prompts }) => {
  it('hears their place again and again, and stays if they like', async () => {
    const all = await waiting(key);
    expect(heard(all.call)).toContain(prompts.place);
    expect(heard(all.call)).not.toContain(prompts.offer);
    await later(all, 2);
    expect(heard(all.call)).toContain(prompts.offer);
    expect(await play(all.call, 'silence')).toMatchObject({ state: 'waiting-for-queue' });
    expect(await play(all.call, 'agent')).toMatchObject({ state: 'with-agent' });
  });

  it('is called back at their number, with the time they waited', async () => {
    const all = await waiting(key);
    await later(all, 7);
    expect(await play(all.call, '1', '1')).toMatchObject({ outcome: 'disconnected' });
    expect(heard(all.call)).toContain(prompts.number);
    expect(heard(all.call)).toContain(prompts.promised);
    expect(all.call.effects).toContainEqual(
      expect.objectContaining({ type: 'callback', number: '+966500000001', flow: 'call-back' }),
    );
    expect(all.call.attributes).toMatchObject({ callback: 'yes', waited: '8', intent: '-' });
    expect(await all.line.store.load('call', 'c-1')).toMatchObject({ marks: ['callback'] });
  });

  it('may name another number, and a withheld one must', async () => {
    const all = await waiting(key, null);
    await later(all, 2);
    await play(all.call, '1', '05123#');
    expect(heard(all.call)).toContain(prompts.none);
    await play(all.call, '0512345678#', '1');
    expect(all.call.effects).toContainEqual(expect.objectContaining({ number: '+966512345678' }));
    expect(heard(all.call)).toContain(prompts.promised);
  });

  it('keying three invalid numbers waits on', async () => {
    const all = await waiting(key, null);
    await later(all, 2);
    expect(await play(all.call, '1', '1#', '2#', '3#')).toMatchObject({ state: 'waiting-for-queue' });
    expect(heard(all.call)).toContain(prompts.refused);
  });

  it('leaves a message instead', async () => {
    const all = await waiting(key);
    await later(all, 2);
    expect(await play(all.call, '2', '#')).toMatchObject({ outcome: 'disconnected' });
    expect(heard(all.call)).toContain(prompts.message);
    await all.line.record(all.call);
    expect(all.line.events).toContain('rida.message.spoken.v1');
    expect(await all.line.store.load('call', 'c-1')).toMatchObject({ marks: ['message'] });
  });

  it('hears once that the centre closes soon, and after closing is offered a call or a message', async () => {
    const all = await waiting(key);
    await later(all, 4 * 60 + 20);
    expect(heard(all.call).split(prompts.closing)).toHaveLength(2);
    await later(all, 1);
    expect(heard(all.call).split(prompts.closing)).toHaveLength(2);
    await later(all, 30);
    await play(all.call, 'silence');
    expect(heard(all.call)).toContain(prompts.closed);
    expect(await play(all.call, '1')).toMatchObject({ outcome: 'disconnected' });
    await all.line.record(all.call);
    expect(all.line.events).toContain('rida.promise.made.v1');
  });

  it('hears it from the hours of Connect when Rida does not answer', async () => {
    const all = await waiting(key);
    all.line.fails = () => true;
    await later(all, 6 * 60);
    expect(heard(all.call)).toContain(prompts.closed);
    expect(await play(all.call, 'silence', 'silence')).toMatchObject({ outcome: 'disconnected' });
  });

  it('waits on when Rida does not answer', async () => {
    const all = await waiting(key);
    all.line.place = undefined;
    await later(all, 1);
    expect(await play(all.call, 'silence')).toMatchObject({ state: 'waiting-for-queue' });
  });
});

describe('a call back', () => {
  const start = (attributes: Record<string, string>) =>
    createCall({
      flow: flowNamed('call-back'),
      flows: { ...flowsByName, waiting: flowNamed('call-back') },
      contact: { contactId: 'c-2', customer: '+966500000001', attributes, initiationMethod: 'CALLBACK' },
    });

  it.each([
    [{ line: 'general', waited: '8', recording: 'on' }, 'callback', 480],
    [{ line: 'investors', waited: '3', recording: 'off' }, 'investors', 180],
    [{ line: 'staff', waited: '60', recording: 'off' }, 'staff', 3600],
  ])('of %j waits in %s, as old as the wait before', async (attributes, queue, addSeconds) => {
    const call = start(attributes);
    expect(await call.run()).toMatchObject({ state: 'waiting-for-queue', queue });
    expect(call.effects).toContainEqual({ type: 'routing', addSeconds });
    expect(call.spoken).toEqual([]);
    expect(call.effects.find(({ type }) => type === 'recording')).toMatchObject({
      participants: attributes.recording === 'on' ? ['Agent', 'Customer'] : [],
    });
  });

  it('that waited for nothing is as old as it is', async () => {
    const call = start({ line: 'general', waited: '0', recording: 'off' });
    await call.run();
    expect(call.effects.filter(({ type }) => type === 'routing')).toEqual([]);
  });
});
