import { describe, expect, it } from 'vitest';
import { connectContactRecord } from '#events/inbound/connect-contact-record.ts';
import { recordContactRecord } from '#functions/telephone/contact-records.ts';
import { telephoneCode } from '#shared/application/telephone/proven-caller.ts';
import { type CallerAct, mayCaller } from '#shared/domain/telephone/caller-proof.ts';
import { aCase } from '#test/builders/a-case.ts';
import { keysOf } from '#test/builders/reference-keys.ts';
import { testKeys } from '#test/doubles/test-keys.ts';
import { DeskLine, NUMBER, OTHER_NUMBER } from './desk-line.ts';

const ACTS: readonly (readonly [CallerAct, boolean])[] = [
  ['hear-existence', true],
  ['hear-details', false],
  ['leave-remark', true],
  ['leave-message', false],
  ['ask-for-call', false],
  ['answer-survey', false],
  ['continue', false],
];

it.each(ACTS)('without proof a caller may %s: %s', (act, may) => {
  expect(mayCaller(act, { proven: false })).toBe(may);
  expect(mayCaller(act, { proven: true })).toBe(true);
});

/** The number and the proof of a caller. */
const CALLERS = {
  owner: { number: NUMBER },
  stranger: { number: OTHER_NUMBER },
  hidden: { number: null },
  'hidden with the code': { number: null, proven: true },
} as const;

/** The case after a voice message about it: its status, its last events, and the number of other cases. */
async function afterMessage(caller: keyof typeof CALLERS, status: 'open' | 'resolved') {
  const desk = new DeskLine();
  const reference = await desk.register('report');
  if (status === 'resolved')
    await desk.does(reference, { do: 'resolve', as: 'done', outcome: 'تم', by: 'agent:salem' });
  const { number, ...more } = CALLERS[caller];
  const proven = 'proven' in more ? { proven: reference } : {};
  const contact = { contactId: 'c-9', number, attributes: proven };
  const { reference: about = '' } = await desk.ask({ step: 'message', about: reference }, contact);
  const before = desk.events.length;
  await recordContactRecord(
    desk.deps,
    connectContactRecord.parse({
      ...{ ContactId: 'c-9', Channel: 'VOICE', CustomerEndpoint: number && { Address: number } },
      Attributes: { message: 'wanted', messageFor: about, ...proven },
      Recordings: [{ Location: 'bucket/c-9.wav', ParticipantType: 'IVR' }],
    }),
  );
  const spoken = desk.store.commits.flatMap(({ events }) =>
    events.filter(({ type }) => type.includes('spoken')),
  );
  return {
    status: (await desk.store.load('case', reference))?.status,
    own: about === reference,
    events: desk.events
      .slice(before)
      .filter((type) => type.startsWith('rida.case') || type.includes('message')),
    unproven: spoken.some(({ data }) => 'unproven' in data && data.unproven === true),
  };
}

const RECEIVED = ['rida.message.spoken.v1', 'rida.message.received.v1'];
const REOPENED = [...RECEIVED, 'rida.case.reopened.v1'];
const REMARK = ['rida.message.spoken.v1'];

describe('a message about a case', () => {
  it.each([
    ['owner', 'open', { status: 'new', own: true, events: RECEIVED, unproven: false }],
    ['owner', 'resolved', { status: 'open', own: true, events: REOPENED, unproven: false }],
    ['stranger', 'open', { status: 'new', own: true, events: REMARK, unproven: true }],
    ['stranger', 'resolved', { status: 'resolved', own: false, events: REMARK, unproven: false }],
    ['hidden', 'open', { status: 'new', own: true, events: REMARK, unproven: true }],
    ['hidden', 'resolved', { status: 'resolved', own: false, events: REMARK, unproven: false }],
    ['hidden with the code', 'open', { status: 'new', own: true, events: RECEIVED, unproven: false }],
    ['hidden with the code', 'resolved', { status: 'open', own: true, events: REOPENED, unproven: false }],
  ] as const)('of the %s on one that is %s', async (caller, status, expected) => {
    const done = await afterMessage(caller, status);
    expect(done).toEqual(expected);
  });
});

describe('the code of a case', () => {
  const mailed = () => {
    const desk = new DeskLine();
    const supportCase = aCase({
      beneficiary: { id: 'somebody', email: 'a@example.com', authenticated: true },
    });
    desk.store.seed(supportCase);
    const verify = (digits: string, contact: { contactId: string; number: string | null }) =>
      desk.ask({ step: 'verify', reference: supportCase.id, digits, tries: '0' }, contact);
    return { desk, supportCase, verify };
  };

  it('has six digits and proves the caller for this case', async () => {
    const { supportCase, verify } = mailed();
    const code = await telephoneCode(testKeys, supportCase.id);
    expect(code).toMatch(/^\d{6}$/u);
    expect(await verify(code, { contactId: 'c-2', number: OTHER_NUMBER })).toMatchObject({
      ...{ found: 'details', proven: supportCase.id },
    });
  });

  it('is not asked for without an address that was proven', async () => {
    const { desk, supportCase } = mailed();
    desk.store.seed({ ...supportCase, beneficiary: { ...supportCase.beneficiary, authenticated: false } });
    const stranger = { contactId: 'c-2', number: OTHER_NUMBER };
    expect(await desk.ask({ step: 'status', entered: keysOf(supportCase.id) }, stranger)).toMatchObject({
      found: 'limited',
      proven: '-',
    });
  });

  it('is refused after six wrong entries to that caller alone', async () => {
    const { supportCase, verify } = mailed();
    const code = await telephoneCode(testKeys, supportCase.id);
    const wrong = code === '000000' ? '000001' : '000000';
    for (let call = 0; call < 6; call += 1)
      await verify(wrong, { contactId: `g-${call}`, number: OTHER_NUMBER });
    expect(await verify(code, { contactId: 'g-7', number: OTHER_NUMBER })).toMatchObject({
      found: 'limited',
    });
    expect(await verify(code, { contactId: 'o-1', number: NUMBER })).toMatchObject({ found: 'details' });
  });

  it('is refused to all withheld numbers together, whose calls have no caller', async () => {
    const { supportCase, verify } = mailed();
    const code = await telephoneCode(testKeys, supportCase.id);
    const wrong = code === '000000' ? '000001' : '000000';
    for (let call = 0; call < 6; call += 1) await verify(wrong, { contactId: `h-${call}`, number: null });
    expect(await verify(code, { contactId: 'h-7', number: null })).toMatchObject({ found: 'limited' });
    expect(await verify(code, { contactId: 'o-1', number: NUMBER })).toMatchObject({ found: 'details' });
  });
});

describe('a callback that a stranger asks for', () => {
  it('is promised on a case of their own, and not to the owner', async () => {
    const desk = new DeskLine();
    const reference = await desk.register('report');
    const stranger = { contactId: 'c-9', number: OTHER_NUMBER };
    const answer = await desk.ask({ step: 'callback', caseRef: reference }, stranger);
    expect(answer.reference).not.toBe(reference);
    const owner = await desk.ask({ step: 'callback', caseRef: reference }, { contactId: 'c-8' });
    expect(owner.reference).toBe(reference);
  });
});
