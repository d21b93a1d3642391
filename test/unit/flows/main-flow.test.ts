import { describe, expect, it } from 'vitest';
import { spokenReference } from '#shared/domain/call/spoken.ts';
import { keysOf, parseReference, type Reference } from '#shared/domain/case/reference.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import type { Call, CallStatus, World } from '#shared/flow/interpreter.ts';
import { heard, Telephone } from './telephone.ts';

const LANGUAGES = [
  {
    key: '1',
    language: 'ar',
    closed: 'المركز مغلق الآن',
    thanks: 'سجّلنا طلبك',
    bye: 'في أمان الله',
    trouble: 'صعوبة فنية',
    unknown: 'لم نجد معاملة',
    hours: 'من الأحد إلى الخميس',
    found: 'وجدنا معاملتك',
  },
  {
    key: '2',
    language: 'en',
    closed: 'The centre is closed now',
    thanks: 'Your request is registered',
    bye: 'Goodbye',
    trouble: 'technical difficulty',
    unknown: 'could not find a case',
    hours: 'Sunday to Thursday',
    found: 'We found your case',
  },
] as const;
const FRIDAY = 5 * DAY;

const last = async (call: Call, ...keys: string[]): Promise<CallStatus> => {
  let status = await call.run();
  for (const key of keys) status = await call.press(key);
  return status;
};
const silence = async (call: Call, times: number): Promise<CallStatus> => {
  let status = await call.run();
  for (let n = 0; n < times; n += 1) status = await call.timeout();
  return status;
};

describe.each(LANGUAGES)(
  'a caller in $language',
  ({ key, language, closed, thanks, bye, trouble, unknown, hours, found }) => {
    it.each([
      ['1', 'observation'],
      ['2', 'inquiry'],
      ['3', 'report'],
      ['0', 'inquiry'],
    ])(
      'who presses %s while it is open has a case of type %s and waits for an agent',
      async (choice, type) => {
        const line = new Telephone();
        const call = await line.dial();
        const status = await last(call, key, choice);
        expect(status).toMatchObject({ state: 'waiting-for-queue', queue: 'general' });
        const [reference = ''] = line.opened;
        expect(call.attributes).toMatchObject({ caseRef: reference, language, caseType: type });
        expect(await line.store.load('case', reference)).toMatchObject({ type, language, channel: 'phone' });
        const said = heard(call);
        expect(said).toContain(thanks);
        // Twice, so that it can be written down.
        expect(said.split(spokenReference(reference as Reference, language))).toHaveLength(3);
        expect(said).not.toContain('$.');
        await call.agentAnswers();
        expect((await call.agentLeaves()).outcome).toBe('agent-completed');
      },
    );

    it('hears the hours when it is closed, and is registered when they want to be', async () => {
      const line = new Telephone();
      line.clock.advance(FRIDAY);
      const call = await line.dial();
      await last(call, key, '3');
      expect(heard(call)).toContain(closed);
      expect(heard(call)).toContain(hours);
      expect(line.opened).toEqual([]);
      expect(await last(call, '1')).toMatchObject({ outcome: 'disconnected' });
      expect(line.opened).toHaveLength(1);
      expect(heard(call)).toContain(thanks);
      expect(heard(call)).toContain(bye);
    });

    it('may leave it at that when it is closed', async () => {
      const line = new Telephone();
      line.clock.advance(FRIDAY);
      expect(await last(await line.dial(), key, '1', '2')).toMatchObject({ outcome: 'disconnected' });
      expect(line.opened).toEqual([]);
    });

    it('hears where a case stands, by the keys of its reference, and is greeted with it', async () => {
      const line = new Telephone();
      await last(await line.dial(), '1', '3');
      const [reference = ''] = line.opened;
      const call = await line.dial();
      await last(call, key, '4', keysOf(reference as Reference));
      const said = heard(call);
      expect(said).toContain(found);
      expect(said).toContain(language === 'ar' ? 'معاملة بلاغك' : 'Your report is registered');
      expect(call.attributes).toMatchObject({ activeCase: reference, caseRef: reference });
      expect(await last(call, '0')).toMatchObject({ state: 'waiting-for-queue' });
      expect(line.opened).toHaveLength(1);
    });

    it('with a reference nobody has is told kindly, may try again, and is offered a person', async () => {
      const line = new Telephone();
      const call = await line.dial();
      await last(call, key, '4', '1234567890');
      expect(heard(call)).toContain(unknown);
      await last(call, '1', '999#');
      expect(heard(call).split(unknown)).toHaveLength(3);
      expect(await last(call, '0')).toMatchObject({ state: 'waiting-for-queue' });
    });

    it('who withholds the number is served all the same', async () => {
      const line = new Telephone();
      const call = await line.dial(null);
      expect(await last(call, key, '1')).toMatchObject({ state: 'waiting-for-queue' });
      expect(line.opened).toHaveLength(1);
      expect(heard(call)).not.toContain(trouble);
    });

    it.each<[string, Partial<World>]>([
      ['is down', { lambda: () => Promise.reject(new Error('down')) }],
      [
        'does not answer in time',
        { lambda: () => new Promise(() => undefined), after: async () => undefined },
      ],
      ['answers what no flow can read', { lambda: async () => ({ nested: { a: 1 } }) }],
    ])('is connected to an agent when the function %s, and hears so', async (_, world) => {
      const open = new Telephone(world);
      const call = await open.dial();
      expect(await last(call, key)).toMatchObject({ state: 'waiting-for-queue', queue: 'general' });
      expect(heard(call)).toContain(trouble);
      const shut = new Telephone(world);
      shut.clock.advance(FRIDAY);
      const friday = await shut.dial();
      expect(await last(friday, key)).toMatchObject({ outcome: 'disconnected' });
      expect(heard(friday)).toContain(closed);
    });

    it.each([
      ['three wrong keys', (call: Call) => last(call, '7', '8', '9')],
      ['silence', (call: Call) => silence(call, 3)],
    ])('of whom nothing comes but %s is an inquiry for an agent', async (_, give) => {
      const line = new Telephone();
      const call = await line.dial();
      await last(call, key);
      expect(await give(call)).toMatchObject({ state: 'waiting-for-queue' });
      expect(call.attributes.caseType).toBe('inquiry');
      expect(line.opened).toHaveLength(1);
    });

    it('who hangs up before anything is registered leaves a call and no case', async () => {
      const line = new Telephone();
      const call = await line.dial();
      await last(call, key);
      expect(await call.hangUp()).toMatchObject({ outcome: 'hung-up' });
      expect(line.opened).toEqual([]);
      expect(await line.store.load('call', 'c-1')).toMatchObject({ language });
      expect(await call.press('1')).toMatchObject({ outcome: 'hung-up' });
    });

    it('who hangs up while waiting leaves the case, by which the call is known', async () => {
      const line = new Telephone();
      const call = await line.dial();
      await last(call, key, '3');
      await call.hangUp();
      expect(await line.store.load('call', 'c-1')).toMatchObject({ caseRef: line.opened[0] });
    });

    it('hears one language only once it is chosen', async () => {
      const line = new Telephone();
      line.clock.advance(FRIDAY);
      const call = await line.dial();
      await last(call, key, '4', '1#', '0', '1');
      const chosen = call.spoken.filter(({ block }) => !['welcome', 'language'].includes(block));
      expect(chosen.length).toBeGreaterThan(4);
      expect(new Set(chosen.map((each) => each.language))).toEqual(new Set([language]));
    });
  },
);

describe('a caller', () => {
  it('who chooses no language hears Arabic', async () => {
    const call = await new Telephone().dial();
    await silence(call, 2);
    expect(call.attributes.language).toBe('ar');
  });

  it('whose registration the telephone system asks for twice has one case', async () => {
    const line = new Telephone({}, { asks: 2 });
    const call = await line.dial();
    await last(call, '1', '3');
    expect(line.opened).toHaveLength(1);
    expect(call.attributes.caseRef).toBe(line.opened[0]);
  });

  it('who comes back to the menu and reports as well has a case for each', async () => {
    const line = new Telephone();
    line.clock.advance(FRIDAY);
    const call = await line.dial();
    await last(call, '1', '1', '1');
    const [reference = ''] = line.opened;
    const again = await line.dial();
    await last(again, '1', '4', keysOf(parseReference(reference) ?? ('' as Reference)), '1', '3', '1');
    expect(line.opened).toHaveLength(2);
  });

  it('finds the queue full and hears that the request is kept', async () => {
    const full = {
      contacts: 1,
      capacity: 1,
      oldestAgeSeconds: 0,
      agents: { online: 0, staffed: 0, available: 0 },
    };
    const line = new Telephone({ queue: () => full });
    const call = await line.dial();
    expect(await last(call, '2', '3')).toMatchObject({ outcome: 'disconnected' });
    expect(heard(call)).toContain('All our agents are busy now');
    expect(line.opened).toHaveLength(1);
  });
});
