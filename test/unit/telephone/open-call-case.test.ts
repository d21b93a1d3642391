import { describe, expect, it } from 'vitest';
import { wishesOf } from '#shared/application/telephone/call-attributes.ts';
import {
  beneficiaryOfCall,
  type CallCaseRequest,
  openCallCase,
} from '#shared/application/telephone/open-call-case.ts';
import { updateCall } from '#shared/application/telephone/update-call.ts';
import { callSummary } from '#shared/domain/telephone/call-summary.ts';
import { callerNumber } from '#shared/domain/telephone/caller-number.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { testKeys } from '#test/doubles/test-keys.ts';

const NUMBER = '+966500000001';
const deps = () => ({ store: new MemoryStore(), rules: shippedRules, keys: testKeys });
const request = (more: Partial<CallCaseRequest> = {}): CallCaseRequest => ({
  ...{ callId: 'c-1', type: 'report', language: 'ar', line: 'general', number: NUMBER },
  ...{ at: T, recordedAt: T },
  ...more,
});

describe('the case of a call', () => {
  it('is the same for every source, and the call names it', async () => {
    const here = deps();
    const first = await openCallCase(here, request());
    // The contact record is delivered later, with another form of the same number.
    const again = await openCallCase(
      here,
      request({ number: '+966 50 000 0001', at: T + 1, recordedAt: T + 9 }),
    );
    expect(again.id).toBe(first.id);
    expect(again.version).toBe(1);
    expect(await here.store.load('call', 'c-1')).toMatchObject({ caseRef: first.id });
  });

  it('of another type in the same call is another case', async () => {
    const here = deps();
    const report = await openCallCase(here, request());
    expect((await openCallCase(here, request({ type: 'inquiry' }))).id).not.toBe(report.id);
  });

  it('says on which line it came, also for who chose that in the menu', async () => {
    const here = deps();
    const facts = { contactId: 'c-1', line: 'general' as const, initiationMethod: 'INBOUND', initiatedAt: T };
    await updateCall(here.store, { id: 'c-1', cause: 'greet', at: T, recordedAt: T, facts });
    await openCallCase(here, request({ line: 'investors', at: T + 9, recordedAt: T + 9 }));
    const call = await here.store.load('call', 'c-1');
    expect(call && callSummary(call).line).toBe('investors');
  });

  it('of the investors’ line is an investor’s, for the department of investment', async () => {
    expect(await openCallCase(deps(), request({ line: 'investors' }))).toMatchObject({
      ...{ segment: 'investor', category: 'investment', department: 'investment' },
    });
    expect(await openCallCase(deps(), request({ line: 'staff' }))).toMatchObject({ segment: 'staff' });
  });

  it('has the chosen category, and no unknown one', async () => {
    expect(await openCallCase(deps(), request({ category: 'lighting' }))).toMatchObject({
      ...{ category: 'lighting', department: 'operations' },
    });
    expect(await openCallCase(deps(), request({ category: 'pizza' }))).toMatchObject({
      ...{ category: 'other', department: 'care' },
    });
  });

  it('of a withheld number belongs to somebody new each call', async () => {
    const one = await beneficiaryOfCall(testKeys, 'c-1', null);
    expect(one).toEqual({ id: expect.stringMatching(/^[\w-]{16}$/u) });
    expect(await beneficiaryOfCall(testKeys, 'c-1', 'anonymous')).toEqual(one);
    expect(await beneficiaryOfCall(testKeys, 'c-2', null)).not.toEqual(one);
  });
});

describe('a caller’s number', () => {
  it.each([
    ['+966500000001', NUMBER],
    [' +966 50-000 0001 ', NUMBER],
    ['tel:+966500000001', NUMBER],
    ['sip:+966500000001@trunk.example.net;user=phone', NUMBER],
    ['SIPS:+966500000001@trunk.example.net', NUMBER],
    ['+٩٦٦٥٠٠٠٠٠٠٠١', NUMBER],
    ['\u202a+966500000001\u202c', NUMBER],
    ['sip:anonymous@anonymous.invalid', undefined],
    ['anonymous', undefined],
    ['Restricted', undefined],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
    ['0500000001', undefined],
    ['+1', undefined],
    ['+966 five', undefined],
    ['+9665000000011234567', undefined],
  ])('given as %j is %j', (given, number) => expect(callerNumber(given)).toBe(number));
});

describe('unfinished work', () => {
  it.each([
    [{ intent: 'register:report' }, { register: 'report', type: 'inquiry' }],
    [
      { intent: 'register:complaint', caseType: 'complaint' },
      { register: 'complaint', type: 'complaint' },
    ],
    [{ intent: 'register:pizza' }, { register: 'inquiry', type: 'inquiry' }],
    [{ callback: 'asked' }, { callBack: 'asked', type: 'inquiry' }],
    [
      { callback: 'asked', callbackNumber: '+966512345678' },
      { callBack: 'asked', callBackOn: '+966512345678', type: 'inquiry' },
    ],
    [{ callback: 'yes', callbackNumber: '-' }, { type: 'inquiry' }],
    [{ callback: 'no' }, { type: 'inquiry' }],
    [
      { message: 'wanted', caseType: 'report' },
      { message: true, type: 'report' },
    ],
    [
      { message: 'wanted', intent: 'register:report', callback: 'asked' },
      { message: true, register: 'report', callBack: 'asked', type: 'inquiry' },
    ],
    [{ intent: '-' }, { type: 'inquiry' }],
    [{}, { type: 'inquiry' }],
    [{ intent: '', message: 7 }, { type: 'inquiry' }],
    [{ intent: 'dance:report' }, { type: 'inquiry' }],
  ])('as %j asks for %j', (attributes, wishes) => expect(wishesOf(attributes)).toEqual(wishes));
});
