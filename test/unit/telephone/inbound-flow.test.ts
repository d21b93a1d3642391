import { describe, expect, it } from 'vitest';
import { parseReference } from '#shared/domain/cases/reference.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { DeskLine, NUMBER, OTHER_NUMBER } from './desk-line.ts';

const greet = { step: 'greet' };

describe('greeting a caller', () => {
  it('without a record asks for a language, and writes nothing', async () => {
    const desk = new DeskLine();
    expect(await desk.ask(greet)).toEqual({
      language: '-',
      open: 'true',
      emergencyAr: expect.stringContaining('تسعة واحد واحد'),
      emergencyEn: expect.stringContaining('911'),
      emergency: expect.stringContaining('الرقم تسعة واحد واحد'),
      callbackNumber: NUMBER,
      opens: '-',
      hasActive: 'false',
      activeCase: '-',
      ...{ activeCount: '-', activeStatus: '-', activeMore: '-' },
      ...{ topics: '-', moreTopics: '-', hasDistricts: 'false', districts: '-', moreDistricts: '-' },
      ownNumber: '-',
    });
    expect(desk.store.commits).toEqual([]);
  });

  it('with a chosen language is answered in it and asked no more', async () => {
    const desk = new DeskLine();
    const chosen = await desk.ask({ ...greet, language: 'en', chosen: 'yes' });
    expect(chosen).toMatchObject({ language: 'en', ownNumber: '0 5 0, 0 0 0, 0 0 0 1' });
    expect(chosen.topics).toMatch(/^For street lighting, press one\. For roads and pavements, press two\./u);
    expect((await desk.ask(greet, { contactId: 'c-2' })).language).toBe('en');
    const writes = desk.store.commits.length;
    // Choosing the same language again stores nothing.
    await desk.ask({ ...greet, language: 'en', chosen: 'yes' }, { contactId: 'c-3' });
    expect(desk.store.commits.filter(({ kind }) => kind === 'person')).toHaveLength(1);
    expect(desk.store.commits.length).toBe(writes + 1);
    await desk.ask({ ...greet, language: 'ar', chosen: 'yes' }, { contactId: 'c-4' });
    expect((await desk.ask(greet, { contactId: 'c-5' })).language).toBe('ar');
  });

  it('a language that was not chosen is not remembered', async () => {
    const desk = new DeskLine();
    await desk.ask({ ...greet, language: 'ar', chosen: 'no' });
    expect((await desk.ask(greet, { contactId: 'c-2' })).language).toBe('-');
  });

  it('the language of the newest case is remembered without a record of its own', async () => {
    const desk = new DeskLine();
    await desk.register('report', {}, { language: 'en' });
    expect((await desk.ask(greet, { contactId: 'c-2' })).language).toBe('en');
  });

  it('says when the centre opens next, in words', async () => {
    const desk = new DeskLine();
    desk.clock.set(T + 5 * DAY);
    expect(await desk.ask({ ...greet, language: 'ar' })).toMatchObject({
      open: 'false',
      opens: 'يوم الأحد الساعة السابعة والنصف صباحًا',
    });
    expect((await desk.ask({ ...greet, language: 'en' })).opens).toBe('on Sunday at 7:30 AM');
    desk.clock.set(T + 6 * HOUR);
    expect((await desk.ask({ ...greet, language: 'en' })).opens).toBe('tomorrow at 7:30 AM');
  });

  it('tells the case of a number that is under way, and no other', async () => {
    const desk = new DeskLine();
    const reference = await desk.register('report', {}, { topic: '1' });
    const again = await desk.ask(greet, { contactId: 'c-2' });
    expect(again).toMatchObject({ hasActive: 'true', activeCase: reference });
    expect(again.activeStatus).toContain('بشأن إنارة الشوارع، مسجّل لدى إدارة التشغيل والصيانة');
    expect((await desk.ask(greet, { contactId: 'c-3', number: OTHER_NUMBER })).hasActive).toBe('false');
    await desk.does(reference, { do: 'resolve', as: 'done', outcome: 'done', by: 'agent:salem' });
    expect((await desk.ask(greet, { contactId: 'c-4' })).hasActive).toBe('false');
  });

  it('of several tells the most pressing, and how many there are', async () => {
    const desk = new DeskLine();
    await desk.register('inquiry');
    const soon = await desk.register('report', { contactId: 'c-2' });
    await desk.does(soon, { do: 'promise', dueAt: T + HOUR, by: 'agent:salem' });
    const { activeCount, activeStatus, activeMore, activeCase } = await desk.ask(greet, { contactId: 'c-3' });
    expect(activeCase).toBe(soon);
    expect(activeCount).toBe('لديك معاملتان مفتوحتان، وهذه أقربهما موعدًا.');
    expect(activeStatus).toMatch(/^بلاغك/u);
    expect(activeMore).toContain('ووعدناك بالتواصل معك اليوم الساعة الحادية عشرة صباحًا.');
  });

  it('knows the cases of numbers that were joined', async () => {
    const desk = new DeskLine();
    const reference = await desk.register('report', { number: OTHER_NUMBER });
    const own = await desk.register('inquiry');
    const idOf = async (id: string) => (await desk.store.load('case', id))?.beneficiary.id ?? '';
    const [one, other] = [await idOf(own), await idOf(reference)];
    await desk.store.commit({
      ...{ kind: 'person', id: one, cause: 'j', by: 'agent:salem', at: T, recordedAt: T },
      ...{ correlationId: 'j', causationId: 'j', events: [], before: undefined },
      after: { id: one, version: 0, causes: [], contacts: [], joined: [other], optOuts: [] },
    });
    await desk.does(own, { do: 'resolve', as: 'done', outcome: 'done', by: 'agent:salem' });
    expect(await desk.ask(greet, { contactId: 'c-9' })).toMatchObject({ activeCase: reference });
  });

  it.each([null, 'anonymous', '', '+1', 'sip:anonymous@anonymous.invalid'])(
    'of a caller with the number %j finds no beneficiary and works',
    async (number) => {
      const desk = new DeskLine();
      await desk.register('inquiry', { number });
      const greeted = await desk.ask(
        { ...greet, language: 'en', chosen: 'yes' },
        { contactId: 'c-2', number },
      );
      expect(greeted).toMatchObject({ hasActive: 'false', ownNumber: '-', callbackNumber: '-' });
      await desk.register('inquiry', { contactId: 'c-2', number });
      const kinds = desk.store.commits.map(({ kind }) => kind);
      expect(kinds).not.toContain('person');
      const opened = desk.store.commits.flatMap(({ kind, patch }) =>
        kind === 'case' ? [patch.beneficiary] : [],
      );
      expect(new Set(opened.map((each) => (each as { id: string }).id)).size).toBe(2);
    },
  );
});

describe('registering', () => {
  it('the same step twice gives the same case and one call, which holds nothing personal', async () => {
    const desk = new DeskLine();
    await desk.ask({ ...greet, language: 'ar' });
    const parameters = { step: 'register', type: 'observation', language: 'ar', recording: 'on' };
    const first = await desk.ask(parameters);
    expect(await desk.ask(parameters)).toEqual(first);
    expect(desk.events).toEqual(['rida.call.started.v1', 'rida.case.opened.v1']);
    expect(await desk.store.load('call', 'c-1')).toMatchObject({ caseRef: first.reference, language: 'ar' });
    expect(JSON.stringify(await desk.store.timeline('call', 'c-1'))).not.toContain(NUMBER);
    expect(await desk.store.load('case', first.reference ?? '')).toMatchObject({
      ...{ type: 'observation', channel: 'phone', subject: 'ملاحظة عبر الهاتف', department: 'care' },
      beneficiary: { phone: NUMBER, authenticated: false },
    });
  });

  it('twice at once gives one case', async () => {
    const desk = new DeskLine();
    const [one, two] = await Promise.all([desk.register('report'), desk.register('report')]);
    expect(one).toBe(two);
    expect(desk.events.filter((type) => type === 'rida.case.opened.v1')).toHaveLength(1);
  });

  it('after a transfer belongs to the call it began as', async () => {
    const desk = new DeskLine();
    const first = await desk.register('report');
    expect(await desk.register('report', { contactId: 'c-7', initialContactId: 'c-1' })).toBe(first);
  });

  it('takes the topic by its key, also by another key of the same meaning', async () => {
    const desk = new DeskLine();
    const topicOf = async (contactId: string, topic: string) =>
      (await desk.store.load('case', await desk.register('report', { contactId }, { topic })))?.category;
    expect(await topicOf('a', '1')).toBe('lighting');
    expect(await topicOf('b', '٣')).toBe('cleanliness');
    expect(await topicOf('c', '0')).toBe('other');
    expect(await topicOf('d', '9')).toBe('other');
    expect(await topicOf('e', 'Timeout')).toBe('other');
  });

  it('on the investors’ line is an investor’s', async () => {
    const desk = new DeskLine();
    const reference = await desk.register('inquiry', {}, { line: 'investors' });
    expect(await desk.store.load('case', reference)).toMatchObject({
      ...{ segment: 'investor', department: 'investment' },
    });
  });

  it('spells the reference so that it can be written down', async () => {
    const desk = new DeskLine();
    const { reference = '', spoken = '' } = await desk.ask({
      step: 'register',
      type: 'report',
      language: 'en',
    });
    expect(parseReference(spoken.replaceAll(/[,; ]/gu, ''))).toBe(reference);
  });

  it('of an unknown type is an inquiry; without a language it is Arabic', async () => {
    const desk = new DeskLine();
    const reference = await desk.register('pizza');
    expect(await desk.store.load('case', reference)).toMatchObject({ type: 'inquiry', language: 'ar' });
  });
});

it('an unknown step is an error, so that the flow says it has trouble', async () => {
  const desk = new DeskLine();
  await expect(desk.ask({ step: 'constructor' })).rejects.toThrow('unknown step "constructor"');
  await expect(desk.ask({ step: 'dance' })).rejects.toThrow('unknown step "dance"');
  await expect(desk.ask({})).rejects.toThrow('unknown step ""');
});
