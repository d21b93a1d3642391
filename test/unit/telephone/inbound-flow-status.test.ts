import { describe, expect, it } from 'vitest';
import { parseReference, type Reference, referenceAt } from '#shared/domain/cases/reference.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { keysOf } from '#test/builders/reference-keys.ts';
import { DeskLine, NUMBER, OTHER_NUMBER } from './desk-line.ts';

const stranger = { contactId: 'c-9', number: OTHER_NUMBER };
const keyed = (reference: string): string => keysOf(parseReference(reference) ?? ('' as Reference));

async function aCase() {
  const desk = new DeskLine();
  const reference = await desk.register('report', {}, { topic: '1' });
  const status = (contact = {}, more = {}) =>
    desk.ask({ step: 'status', entered: keyed(reference), language: 'en', ...more }, contact);
  const verify = (digits: string, tries = '0', contact = stranger) =>
    desk.ask({ step: 'verify', reference, digits, tries, language: 'en' }, contact);
  return { desk, reference, status, verify };
}

describe('the status of a case', () => {
  it('is told to every caller from the number of its beneficiary', async () => {
    const { status, reference, desk } = await aCase();
    const answer = await status({ contactId: 'c-2' });
    expect(answer).toMatchObject({ found: 'details', proven: reference, reference });
    expect(answer.say).toMatch(/^Your report .*, about street lighting,$/u);
    expect(answer.stands).toMatch(/^is registered with the operations and maintenance department/u);
    expect(answer.rest).toMatch(/^It is promised/u);
    expect(JSON.stringify(answer)).not.toContain('966');
    expect(await desk.store.load('call', 'c-2')).toMatchObject({ caseRef: reference });
  });

  it('is described in general to another caller, whose reference proves nothing', async () => {
    const { status } = await aCase();
    expect(await status(stranger)).toMatchObject({ found: 'limited', proven: '-' });
    expect(await status({ contactId: 'c-8', number: null })).toMatchObject({ found: 'limited', proven: '-' });
  });

  it('to three wrong codes of a call tells only that it exists', async () => {
    const { verify } = await aCase();
    expect(await verify('111111', '0')).toMatchObject({ found: 'verify', tries: '1', say: '-' });
    expect(await verify('222222', '1')).toMatchObject({ found: 'verify', tries: '2', say: '-' });
    expect(await verify('333333', '2')).toEqual({
      ...{ found: 'limited', proven: '-', looked: '0', tries: '3', stands: '-', rest: '-' },
      asks: '-',
      reference: expect.any(String),
      say: 'Your case is registered and we are working on it.',
    });
  });

  it('counts a repeated request once, forgets the count the next day, and publishes no event', async () => {
    const { desk, status, verify, reference } = await aCase();
    const contact = { contactId: 'g-1', number: OTHER_NUMBER };
    await verify('999999', '0', contact);
    await verify('999999', '0', contact);
    const counts = (await desk.store.load('case', reference))?.failedChecks?.counts ?? {};
    expect(Object.values(counts)).toEqual([1]);
    for (let call = 2; call < 7; call += 1)
      await verify('999999', '0', { contactId: `g-${call}`, number: OTHER_NUMBER });
    expect(await verify('999999', '0', { contactId: 'g-9', number: OTHER_NUMBER })).toMatchObject({
      found: 'limited',
    });
    expect((await status({ contactId: 'c-3' })).found).toBe('details');
    desk.clock.advance(DAY);
    expect((await verify('999999', '0', { contactId: 'g-11', number: OTHER_NUMBER })).found).toBe('verify');
    expect(desk.events.filter((type) => type.startsWith('rida.case'))).toEqual(['rida.case.opened.v1']);
  });

  it('without a number on it tells strangers only that it is known', async () => {
    const desk = new DeskLine();
    const reference = await desk.register('report', { number: null });
    const answer = await desk.ask({ step: 'status', entered: keyed(reference) }, stranger);
    expect(answer).toMatchObject({ found: 'limited', say: 'معاملتك مسجّلة لدينا ونعمل عليها.' });
    await desk.does(reference, { do: 'resolve', as: 'done', outcome: 'تم', by: 'agent:salem' });
    expect((await desk.ask({ step: 'status', entered: keyed(reference) }, stranger)).say).toContain(
      'انتهى العمل عليها',
    );
  });

  it.each(['', '1', 'Timeout', '4572600386', '00000000000'])(
    'entered as %j is an invalid reference, and the caller hears so',
    async (entered) => {
      const { status } = await aCase();
      expect(await status({}, { entered })).toMatchObject({ found: 'wrong', looked: '1', say: '-' });
    },
  );

  it('entered as far too much is an invalid reference too', async () => {
    const { status } = await aCase();
    expect((await status({}, { entered: '5'.repeat(30_000) })).found).toBe('wrong');
  });

  it('of an unknown reference is unknown; after three a person helps', async () => {
    const { status } = await aCase();
    const entered = keysOf(referenceAt(7));
    expect(await status({}, { entered })).toMatchObject({ found: 'unknown', looked: '1' });
    expect(await status({}, { entered, looked: '2' })).toMatchObject({ found: 'stop' });
  });

  it('takes Arabic-Indic digits, which come from elsewhere than keys', async () => {
    const { desk, reference } = await aCase();
    const entered = keyed(reference).replace(/\d/gu, (digit) => String.fromCharCode(0x660 + Number(digit)));
    expect(await desk.ask({ step: 'status', entered }, { number: NUMBER })).toMatchObject({
      found: 'details',
    });
  });

  it('of a merged case is that of the case it was merged into', async () => {
    const { desk, reference, status } = await aCase();
    const other = await desk.register('report', { contactId: 'c-5' });
    await desk.does(reference, { do: 'merge', into: other, by: 'agent:salem' });
    expect(await status({ contactId: 'c-6' })).toMatchObject({ found: 'details', reference: other });
  });

  it('of an erased case is unknown', async () => {
    const { desk, reference, status } = await aCase();
    await desk.does(reference, { do: 'erase', because: 'request', by: 'agent:salem' });
    expect(await status({ contactId: 'c-6' })).toMatchObject({ found: 'unknown' });
    expect(
      await desk.ask({ step: 'verify', reference, digits: '0001', tries: '0' }, { contactId: 'c-7' }),
    ).toMatchObject({ found: 'stop' });
  });
});
