import { describe, expect, it } from 'vitest';
import { telephoneCode } from '#shared/application/telephone/proven-caller.ts';
import { parseReference, type Reference, referenceAt } from '#shared/domain/cases/reference.ts';
import { spokenReference } from '#shared/domain/telephone/spoken-reference.ts';
import { DAY, MINUTE } from '#shared/domain/time/instant.ts';
import type { FlowCall, World } from '#shared/flow/interpreter.ts';
import { aCase } from '#test/builders/a-case.ts';
import { keysOf } from '#test/builders/reference-keys.ts';
import { testKeys } from '#test/doubles/test-keys.ts';
import { FlowTelephone, heard, offeringDistricts, play } from './telephone.ts';

const LANGUAGES = [
  {
    key: '1',
    language: 'ar',
    closed: 'المركز مغلق الآن، ونستأنف العمل يوم الأحد الساعة السابعة والنصف صباحًا',
    shut: 'المركز مغلق الآن، ونستأنف العمل يوم الأحد الساعة السابعة والنصف صباحًا',
    thanks: 'سجّلنا طلبك',
    bye: 'في أمان الله',
    trouble: 'صعوبة فنية',
    unknown: 'لم نجد معاملة',
    wrong: 'الرقم المرجعي غير صحيح',
    found: 'وجدنا معاملتك. بلاغك رقم',
    emergency: 'تسعة واحد واحد',
    message: 'ونتابع الأمر معك.',
    later: 'وسنسجّله بعد المكالمة',
    mismatch: 'الرمز غير صحيح',
    limited: 'معاملتك مسجّلة لدينا ونعمل عليها',
    details: 'وجدنا معاملتك. بلاغك',
  },
  {
    key: '2',
    language: 'en',
    closed: 'We are closed now and open on Sunday at 7:30 AM',
    shut: 'The centre is closed now and opens on Sunday at 7:30 AM',
    thanks: 'Your request is registered',
    bye: 'Goodbye',
    trouble: 'technical difficulty',
    unknown: 'could not find a case',
    wrong: 'not a valid reference',
    found: 'We found your case. Your report',
    emergency: '911',
    message: 'follow it up.',
    later: 'We will register it after this call',
    mismatch: 'That code is not right',
    limited: 'Your case is registered and we are working on it',
    details: 'We found your case. Your report',
  },
] as const;
const FRIDAY = 5 * DAY;
/** Responses after which language and notice are done. */
const STRANGER = '+966500000009';
const keyed = (reference: string): string => keysOf(parseReference(reference) ?? ('' as Reference));
const recordings = ({ effects }: FlowCall) =>
  effects.flatMap((effect) => (effect.type === 'recording' ? [effect] : []));

describe.each(LANGUAGES)('a caller in $language', (prompts) => {
  const { key, language, thanks, trouble } = prompts;
  const begin = [key, 'silence'];

  it.each([
    ['2', 'inquiry', []],
    ['6', 'complaint', []],
    ['0', 'inquiry', []],
    ['1', 'observation', ['1', '0']],
    ['3', 'report', ['2', 'silence']],
  ])(
    'pressing %s while it is open has a case of type %s and waits for an agent',
    async (choice, type, more) => {
      const line = new FlowTelephone();
      const call = await line.dial();
      const status = await play(call, ...begin, choice, ...more);
      expect(status).toMatchObject({ state: 'waiting-for-queue', queue: 'general' });
      const [reference = ''] = line.opened;
      expect(call.attributes).toMatchObject({ caseRef: reference, language, caseType: type, intent: '-' });
      expect(await line.store.load('case', reference)).toMatchObject({ type, language, channel: 'phone' });
      const heardLines = heard(call);
      expect(heardLines).toContain(thanks);
      expect(heardLines).toContain(prompts.emergency);
      // Spoken twice, so that callers can write it down.
      expect(heardLines.split(spokenReference(reference as Reference, language))).toHaveLength(3);
      expect(heardLines).not.toContain('$.');
      await play(call, 'agent', 'agent leaves');
      expect(call.attributes.language).toBe(language);
    },
  );

  it('chooses a topic, which is the case’s category', async () => {
    const line = new FlowTelephone();
    await play(await line.dial(), ...begin, '3', '3');
    expect(await line.store.load('case', line.opened[0] ?? '')).toMatchObject({ category: 'cleanliness' });
  });

  it('chooses a district where the centre offers some, which is the place of the case', async () => {
    const line = new FlowTelephone();
    line.rules = offeringDistricts;
    await play(await line.dial(), ...begin, '3', '3', '2');
    await play(await line.dial(), ...begin, '3', '3', '0');
    const places = line.opened.map(async (id) => (await line.store.load('case', id))?.place);
    expect(await Promise.all(places)).toEqual([{ district: 'nuzhah' }, undefined]);
  });

  it('may add details by voice, which the case and the call contain', async () => {
    const line = new FlowTelephone();
    const call = await line.dial();
    await play(call, ...begin, '3', '1', '1', '#');
    expect(heard(call)).toContain(prompts.message);
    expect(call.attributes).toMatchObject({ message: 'wanted', messageFor: line.opened[0], intent: '-' });
    // No recording before the notice, then the message, then only with an agent.
    expect(recordings(call).map((one) => one.automated)).toEqual([false, true, false]);
    expect(await play(call, '0')).toMatchObject({ state: 'waiting-for-queue' });
    expect(recordings(call).at(-1)).toMatchObject({ participants: ['Agent', 'Customer'], automated: false });
    await play(call, 'hang up');
    await line.record(call);
    expect(line.events).toContain('rida.message.spoken.v1');
  });

  it('declining to be recorded never is, unless they agree to a message of their own', async () => {
    const line = new FlowTelephone();
    const call = await line.dial();
    expect(await play(call, ...begin, '3', '1', '0', '*')).toMatchObject({ state: 'waiting-for-queue' });
    expect(call.attributes).toMatchObject({ recording: 'off' });
    const isOff = ({ participants, automated }: (typeof all)[number]) =>
      participants.length === 0 && !automated;
    const all = recordings(call);
    expect(all.every(isOff)).toBe(true);
    line.clock.advance(5 * MINUTE);
    await play(call, 'wait', '2', '1', '#');
    expect(recordings(call).map((one) => one.automated)).toEqual([false, false, true, false]);
    expect(recordings(call).every(({ participants }) => participants.length === 0)).toBe(true);
  });

  it('hears when it opens, is registered anyway, and may leave a message', async () => {
    const line = new FlowTelephone();
    line.clock.advance(FRIDAY);
    const call = await line.dial();
    await play(call, ...begin, '3', '1');
    expect(heard(call)).toContain(prompts.closed);
    expect(heard(call)).toContain(thanks);
    expect(line.opened).toHaveLength(1);
    expect(await play(call, '1', '#')).toMatchObject({ outcome: 'disconnected' });
    expect(heard(call)).toContain(prompts.message);
    expect(heard(call)).toContain(prompts.bye);
  });

  it('asking for a person while it is closed leaves a message, which becomes a case', async () => {
    const line = new FlowTelephone();
    line.clock.advance(FRIDAY);
    const call = await line.dial();
    await play(call, ...begin, '7', '8', '9', 'silence');
    expect(heard(call)).toContain(prompts.shut);
    expect(line.opened).toHaveLength(1);
    await line.record(call);
    expect(line.events).toContain('rida.message.spoken.v1');
  });

  it('hears the status of a case, by the keys of its reference, from its own number', async () => {
    const line = new FlowTelephone();
    await play(await line.dial(), '1', 'silence', '3', '1');
    const [reference = ''] = line.opened;
    const call = await line.dial();
    // The language is now stored, and the greeting is in Arabic: the other language needs one key.
    const more = language === 'en' ? ['2', 'silence', 'silence'] : ['silence', 'silence'];
    await play(call, ...more, '4', keyed(reference));
    expect(heard(call)).toContain(prompts.found);
    expect(call.attributes).toMatchObject({ activeCase: reference, caseRef: reference, proven: reference });
    expect(await play(call, '0')).toMatchObject({ state: 'waiting-for-queue' });
    expect(line.opened).toHaveLength(1);
  });

  it('from another number is asked for the code that was mailed', async () => {
    const line = new FlowTelephone();
    const mailed = aCase({ beneficiary: { id: 'writer', email: 'a@example.com', authenticated: true } });
    line.store.seed(mailed);
    const call = await line.dial({ number: STRANGER });
    await play(call, ...begin, '4', keyed(mailed.id), '999999');
    expect(heard(call)).toContain(prompts.mismatch);
    expect(heard(call)).not.toContain(prompts.details);
    await play(call, await telephoneCode(testKeys, mailed.id));
    expect(heard(call)).toContain(prompts.details);
    expect(call.attributes).toMatchObject({ caseRef: mailed.id, proven: mailed.id });
    const guessing = await line.dial({ number: null });
    await play(guessing, ...begin, '4', keyed(mailed.id), '111111', '222222', '333333');
    expect(heard(guessing)).toContain(prompts.limited);
    expect(heard(guessing)).not.toContain(prompts.details);
    expect(guessing.attributes).toMatchObject({ proven: '-' });
    expect(guessing.attributes.caseRef).toBeUndefined();
    expect(await play(guessing, '1')).toMatchObject({ state: 'waiting-for-input' });
  });

  it('without proof speaks to an agent about a separate case', async () => {
    const line = new FlowTelephone();
    await play(await line.dial(), '1', 'silence', '3', '1');
    const [reference = ''] = line.opened;
    const call = await line.dial({ number: STRANGER });
    await play(call, ...begin, '4', keyed(reference), '0');
    expect(call.attributes.caseRef).toBe(line.opened[1]);
  });

  it('with an unknown reference is told kindly, may try again, and is led to a person', async () => {
    const line = new FlowTelephone();
    const call = await line.dial();
    await play(call, ...begin, '4', keysOf(referenceAt(7)));
    expect(heard(call)).toContain(prompts.unknown);
    await play(call, '1', '999#');
    expect(heard(call)).toContain(prompts.wrong);
    // The third invalid one continues automatically, with a case that says that there was a call.
    expect(await play(call, '1', '1234567890')).toMatchObject({ state: 'waiting-for-queue' });
    expect(line.opened).toHaveLength(1);
  });

  it('withholding the number is served anyway', async () => {
    const line = new FlowTelephone();
    const call = await line.dial({ number: null });
    expect(await play(call, ...begin, '2')).toMatchObject({ state: 'waiting-for-queue' });
    expect(line.opened).toHaveLength(1);
    expect(heard(call)).not.toContain(trouble);
  });

  it.each<[string, Partial<World>]>([
    ['is down', { lambda: () => Promise.reject(new Error('down')) }],
    ['does not answer in time', { lambda: () => new Promise(() => undefined), after: async () => undefined }],
    ['answers what no flow can read', { lambda: async () => ({ nested: { a: 1 } }) }],
    ['answers too much', { lambda: async () => ({ open: 'x'.repeat(40_000) }) }],
  ])('is connected to an agent when the function %s, and the intent is kept', async (_, world) => {
    const open = new FlowTelephone(world);
    const call = await open.dial();
    expect(await play(call, key)).toMatchObject({ state: 'waiting-for-queue', queue: 'general' });
    expect(heard(call)).toContain(trouble);
    expect(call.attributes).toMatchObject({ intent: 'register:inquiry', language });
    const shut = new FlowTelephone(world);
    shut.clock.advance(FRIDAY);
    const friday = await shut.dial();
    // A voice message remains, which is not recorded without consent.
    expect(await play(friday, key, '1', '#')).toMatchObject({ outcome: 'disconnected' });
    expect(friday.attributes).toMatchObject({ message: 'wanted', intent: 'register:inquiry' });
  });

  it('hears that the case cannot be registered now, and it is registered from the contact', async () => {
    const line = new FlowTelephone();
    const call = await new FlowTelephone({
      lambda: async (_, { Details: { Parameters } }) => {
        if (Parameters.step === 'register') throw new Error('down');
        return (
          (await line.dial()) && { language: '-', open: 'true', opens: '-', hasActive: 'false', topics: '-' }
        );
      },
    }).dial();
    await play(call, ...begin, '3', '1');
    expect(heard(call)).toContain(prompts.later);
    expect(call.attributes).toMatchObject({ intent: 'register:report' });
  });

  it.each([
    ['three wrong keys', ['7', '8', '9']],
    ['silence', ['silence', 'silence', 'silence']],
    ['too many keys', ['777777', '888', '99']],
  ])('of whom nothing comes but %s is an inquiry for an agent', async (_, deeds) => {
    const line = new FlowTelephone();
    const call = await line.dial();
    expect(await play(call, ...begin, ...deeds)).toMatchObject({ state: 'waiting-for-queue' });
    expect(call.attributes.caseType).toBe('inquiry');
    expect(line.opened).toHaveLength(1);
  });

  it('pressing a key of the menu ahead reaches its branch, and accepts no recording', async () => {
    const line = new FlowTelephone();
    const call = await line.dial();
    expect(await play(call, key, '3')).toMatchObject({ at: { block: `topic ${language}` } });
    expect(call.attributes.recording).toBe('-');
  });

  it('pressing another key than the star at the notice is not recorded', async () => {
    const line = new FlowTelephone();
    const call = await line.dial();
    await play(call, ...begin, '2', '*');
    expect(call.attributes.recording).toBe('off');
    const other = await line.dial({ number: STRANGER });
    for (const move of [...begin, '2']) await (move === 'silence' ? other.timeout() : other.press(move));
    expect(await other.press('1')).toMatchObject({ state: 'waiting-for-queue' });
    expect(other.attributes.recording).toBe('off');
  });

  it('hanging up before anything is registered leaves a call and no case', async () => {
    const line = new FlowTelephone();
    const call = await line.dial();
    expect(await play(call, key, 'hang up')).toMatchObject({ outcome: 'hung-up' });
    expect(line.opened).toEqual([]);
    expect(await line.store.load('call', 'c-1')).toMatchObject({ language });
    expect(await call.press('1')).toMatchObject({ outcome: 'hung-up' });
  });

  it('hears one language only once it is chosen', async () => {
    const line = new FlowTelephone();
    line.clock.advance(FRIDAY);
    const call = await line.dial();
    await play(call, ...begin, '4', '1#', '0', '1', '#');
    const chosen = call.spoken.filter(({ block, text }) => block !== 'ask language' && /\p{L}/u.test(text));
    expect(chosen.length).toBeGreaterThan(4);
    expect(new Set(chosen.map((each) => each.language))).toEqual(new Set([language]));
  });

  it('investors have a line of their own and are answered first', async () => {
    const line = new FlowTelephone();
    const call = await line.dial();
    expect(await play(call, ...begin, '5')).toMatchObject({ queue: 'investors' });
    expect(call.effects).toContainEqual({ type: 'routing', priority: 2 });
    const own = await line.dial({ number: STRANGER, flow: 'investors' });
    expect(await play(own, ...begin, '2')).toMatchObject({ queue: 'investors' });
    for (const reference of line.opened)
      expect(await line.store.load('case', reference)).toMatchObject({ segment: 'investor' });
  });

  it('staff have one as well', async () => {
    const line = new FlowTelephone();
    const call = await line.dial({ flow: 'staff' });
    expect(await play(call, ...begin, '2')).toMatchObject({ queue: 'staff' });
    expect(await line.store.load('case', line.opened[0] ?? '')).toMatchObject({ segment: 'staff' });
  });
});

describe('a caller', () => {
  it('choosing no language hears Arabic, and is asked again next time', async () => {
    const line = new FlowTelephone();
    const call = await line.dial();
    await play(call, 'silence', 'silence');
    expect(call.attributes.language).toBe('ar');
    const next = await line.dial();
    expect(next.spoken[0]?.text).toContain('للعربية يُرجى الضغط على الرقم واحد');
  });

  it('with a known language is greeted in it, with the case under way, and one key leads to an agent', async () => {
    const line = new FlowTelephone();
    await play(await line.dial(), '2', 'silence', '3', '1', 'hang up');
    const call = await line.dial();
    expect(heard(call)).toContain('Welcome back to the beneficiary satisfaction centre.');
    await play(call, 'silence', 'silence');
    expect(heard(call)).toContain('Your report about street lighting is registered with the operations');
    await play(call, 'hang up');
    const again = await line.dial();
    await play(again, 'silence');
    expect(await play(again, '0')).toMatchObject({ state: 'waiting-for-queue' });
    expect(again.attributes.caseRef).toBe(line.opened[0]);
    expect(line.opened).toHaveLength(1);
    // Arabic needs one key.
    const arabic = await line.dial();
    await play(arabic, '1', 'silence', 'silence');
    expect(heard(arabic)).toContain('بلاغك بشأن إنارة الشوارع');
    expect(heard(await line.dial())).toContain('أهلًا بك مجددًا');
  });

  it('registered twice by the telephone system has one case', async () => {
    const line = new FlowTelephone({}, { asks: 2 });
    const call = await line.dial();
    await play(call, '1', 'silence', '3', '1');
    expect(line.opened).toHaveLength(1);
    expect(call.attributes.caseRef).toBe(line.opened[0]);
  });

  it('finds the queue full, hears so, and leaves a message instead', async () => {
    const full = {
      ...{ contacts: 1, capacity: 1, oldestAgeSeconds: 0 },
      agents: { online: 0, staffed: 0, available: 0 },
    };
    const line = new FlowTelephone({ queue: () => full });
    const call = await line.dial();
    expect(await play(call, '2', 'silence', '2', '#')).toMatchObject({ outcome: 'disconnected' });
    expect(heard(call)).toContain('All our agents are busy now');
    expect(heard(call)).toContain('We will listen to your recording');
    expect(line.opened).toHaveLength(1);
  });
});
