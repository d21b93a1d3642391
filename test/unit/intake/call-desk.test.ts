import { describe, expect, it } from 'vitest';
import type { ConnectFlowRequest } from '#events/inbound/connect-flow-request.ts';
import { answerFlow } from '#functions/intake/call-desk.ts';
import { execute } from '#shared/casework/execute.ts';
import { keysOf, parseReference } from '#shared/domain/case/reference.ts';
import { DAY, MINUTE } from '#shared/domain/time/instant.ts';
import { rulesOf, shippedRules } from '#test/builders/shipped-rules.ts';
import { fixedClock, WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { testKeys } from '#test/doubles/test-keys.ts';

const NUMBER = '+966500000001';

function desk() {
  const store = new MemoryStore();
  const clock = fixedClock();
  const ask = (
    parameters: Record<string, string>,
    { contactId = 'c-1', number = NUMBER as string | null } = {},
  ) => {
    const request: ConnectFlowRequest = {
      Details: {
        ContactData: {
          ContactId: contactId,
          Channel: 'VOICE',
          InitiationMethod: 'INBOUND',
          CustomerEndpoint: number === null ? null : { Type: 'TELEPHONE_NUMBER', Address: number },
        },
        Parameters: parameters,
      },
    };
    return answerFlow({ store, clock, rules: rulesOf(), keys: testKeys }, request);
  };
  return { store, clock, ask };
}
const events = (store: MemoryStore) =>
  store.commits.flatMap(({ events: told }) => told.map(({ type }) => type));

describe('greeting a caller', () => {
  it('says whether the centre is open and when it is, in their language', async () => {
    const { ask, clock } = desk();
    expect(await ask({ step: 'greet', language: 'ar' })).toEqual({
      open: 'true',
      hours: 'من الأحد إلى الخميس، 7:30 صباحًا – 2:30 مساءً',
      hasActive: 'false',
      activeCase: '-',
      activeStatus: '-',
    });
    clock.set(T + 5 * DAY);
    expect(await ask({ step: 'greet', language: 'en' })).toMatchObject({
      open: 'false',
      hours: 'Sunday to Thursday, 7:30 AM – 2:30 PM',
    });
  });

  it('knows the case of a number that is under way, and no other', async () => {
    const { ask, store, clock } = desk();
    const { reference = '' } = await ask({ step: 'register', type: 'report', language: 'ar' });
    const again = await ask({ step: 'greet', language: 'ar' }, { contactId: 'c-2' });
    expect(again).toMatchObject({ hasActive: 'true', activeCase: reference });
    expect(again.activeStatus).toContain('معاملة بلاغك مسجّلة');
    const other = await ask({ step: 'greet', language: 'ar' }, { contactId: 'c-3', number: '+966500000002' });
    expect(other.hasActive).toBe('false');
    const now = clock.now() + MINUTE;
    await execute(
      { store, rules: shippedRules },
      {
        ...{
          id: reference,
          cause: 'r',
          by: 'agent:salem',
          at: now,
          recordedAt: now,
          correlationId: 'r',
          causationId: 'r',
        },
        command: { do: 'resolve', outcome: 'done', by: 'agent:salem' },
      },
    );
    expect((await ask({ step: 'greet' }, { contactId: 'c-4' })).hasActive).toBe('false');
  });

  it.each([null, 'anonymous', '', '+1'])(
    'of a caller whose number is %j knows nobody and works',
    async (number) => {
      const { ask, store } = desk();
      await ask({ step: 'register', type: 'inquiry', language: 'en' }, { number });
      const greeted = await ask({ step: 'greet', language: 'en' }, { contactId: 'c-2', number });
      expect(greeted).toMatchObject({ open: 'true', hasActive: 'false' });
      await ask({ step: 'register', type: 'inquiry' }, { contactId: 'c-2', number });
      const opened = store.commits.flatMap(({ kind, patch }) => (kind === 'case' ? [patch.beneficiary] : []));
      expect(opened).toHaveLength(2);
      const ids = opened.map((each) => (each as { id: string }).id);
      expect(new Set(ids).size).toBe(2);
      for (const each of opened)
        expect(each).toEqual({ id: expect.stringMatching(/^[\w-]{16}$/u), authenticated: false });
    },
  );
});

describe('registering', () => {
  it('the same step twice gives the same case and one call', async () => {
    const { ask, store } = desk();
    await ask({ step: 'greet', language: 'ar' });
    const first = await ask({ step: 'register', type: 'observation', language: 'ar' });
    expect(await ask({ step: 'register', type: 'observation', language: 'ar' })).toEqual(first);
    expect(events(store)).toEqual(['rida.call.started.v1', 'rida.case.opened.v1']);
    expect(await store.load('call', 'c-1')).toMatchObject({
      caseRef: first.reference,
      language: 'ar',
    });
    expect(JSON.stringify(await store.timeline('call', 'c-1'))).not.toContain(NUMBER);
    expect(await store.load('case', first.reference ?? '')).toMatchObject({
      ...{ type: 'observation', channel: 'phone', subject: 'ملاحظة عبر الهاتف', department: 'care' },
      beneficiary: { phone: NUMBER, authenticated: false },
    });
  });

  it('twice at once gives one case', async () => {
    const { ask, store } = desk();
    const register = () => ask({ step: 'register', type: 'report', language: 'ar' });
    const [one, two] = await Promise.all([register(), register()]);
    expect(one).toEqual(two);
    expect(events(store).filter((type) => type === 'rida.case.opened.v1')).toHaveLength(1);
  });

  it('spells the reference so that it can be written down', async () => {
    const { ask } = desk();
    const { reference = '', spoken = '' } = await ask({ step: 'register', type: 'report', language: 'en' });
    expect(parseReference(spoken.replaceAll(/[,; ]/gu, ''))).toBe(reference);
  });

  it('of a type nobody knows is an inquiry; without a language it is Arabic', async () => {
    const { ask, store } = desk();
    const { reference = '' } = await ask({ step: 'register', type: 'pizza' });
    expect(await store.load('case', reference)).toMatchObject({ type: 'inquiry', language: 'ar' });
  });
});

describe('the status of a case', () => {
  it('is told by the keys of its reference, in the language of who asks', async () => {
    const { ask } = desk();
    const { reference = '' } = await ask({ step: 'register', type: 'report', language: 'ar' });
    const key = keysOf(parseReference(reference) ?? ('' as never));
    const told = await ask({ step: 'status', entered: key, language: 'en' }, { contactId: 'c-2' });
    expect(told).toMatchObject({ found: 'true', reference });
    expect(told.say).toMatch(/^Your report is registered and waiting for an agent\. It is due/u);
    // Nothing of who it is about.
    expect(JSON.stringify(told)).not.toContain('966');
  });

  it.each(['', '1', 'Timeout', '4572600385', '00000000000'])(
    'entered as "%s" is not found',
    async (entered) => {
      const { ask } = desk();
      expect(await ask({ step: 'status', entered, language: 'ar' })).toEqual({ found: 'false' });
    },
  );
});

it('a step nobody knows is an error, so that the flow says it has trouble', async () => {
  const { ask } = desk();
  await expect(ask({ step: 'constructor' })).rejects.toThrow('unknown step "constructor"');
  await expect(ask({ step: 'dance' })).rejects.toThrow('unknown step "dance"');
  await expect(ask({})).rejects.toThrow('unknown step ""');
});
