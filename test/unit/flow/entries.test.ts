import { describe, expect, it } from 'vitest';
import type { Flow, ParameterValue } from '#shared/flow/flow-language.ts';
import { createCall, playScript, type World } from '#shared/flow/interpreter.ts';
import { scriptOf } from '#shared/flow/run/script-words.ts';
import { action, flowOf } from './flow-of.ts';
import { contact } from './sample-call.ts';

const end = action('end', 'DisconnectParticipant');

const failing = (NextAction: string, ...types: string[]) =>
  types.map((ErrorType) => ({ ErrorType, NextAction }));

/** A flow that stores an entry in the attribute `entry`. */
const entry = (parameters: Readonly<Record<string, ParameterValue>>): Flow =>
  flowOf(
    action('ask', 'GetParticipantInput', {
      Parameters: { Text: 'Please.', StoreInput: 'True', InputTimeLimitSeconds: '5', ...parameters },
      Transitions: { NextAction: 'keep', Errors: failing('end', 'NoMatchingError', 'InvalidPhoneNumber') },
    }),
    action('keep', 'UpdateContactAttributes', {
      Parameters: { Attributes: { entry: '$.StoredCustomerInput' } },
      Transitions: { NextAction: 'end', Errors: failing('end', 'NoMatchingError') },
    }),
    end,
  );

async function enter(flow: Flow, keys: string, world: Partial<World> = {}) {
  const call = createCall({ flow, contact, world });
  await playScript(call, scriptOf(keys));
  return { entry: call.attributes.entry, branch: call.steps[0]?.branch };
}

const custom = (MaximumLength: string, DTMFConfiguration: Readonly<Record<string, string>> = {}): Flow =>
  entry({ InputValidation: { CustomValidation: { MaximumLength } }, DTMFConfiguration });

describe('an entry of several keys', () => {
  it.each<[string, Flow, string, string]>([
    ['ends with #', custom('9'), '42#7', '42'],
    ['ends with its last digit, and further keys are lost', custom('3'), '12345', '123'],
    ['ends by itself after the last key', custom('9'), '42', '42'],
    ['begins anew after *', custom('9'), '42*7#', '7'],
    [
      'keeps * when the flow takes its meaning from it',
      custom('9', { DisableCancelKey: 'True' }),
      '4*2#',
      '4*2',
    ],
    ['ends with the key the flow names', custom('9', { InputTerminationSequence: '*' }), '42*', '42'],
    ['ends with several keys', custom('9', { InputTerminationSequence: '##' }), '4#2##', '4#2'],
    ['is empty when it is ended at once', custom('9'), '#', ''],
    ['takes Arabic-Indic digits as a keypad sends them', custom('9'), '٤٢#', '42'],
    ['is the word Timeout when nobody presses a key', custom('9'), 'timeout', 'Timeout'],
  ])('%s', async (_, flow, keys, stored) => {
    expect((await enter(flow, keys)).entry).toBe(stored);
  });
});

describe('a telephone number', () => {
  const e164 = entry({ InputValidation: { PhoneNumberValidation: { NumberFormat: 'E164' } } });
  const local = entry({
    InputValidation: { PhoneNumberValidation: { NumberFormat: 'Local', CountryCode: 'SA' } },
  });

  it.each([
    [e164, '966500000009#', '+966500000009'],
    [local, '0500000009#', '0500000009'],
  ])('is stored when it may be one', async (flow, keys, stored) => {
    expect(await enter(flow, keys)).toEqual({ entry: stored, branch: 'next' });
  });

  it.each([
    [e164, '0500000009#'],
    [e164, '12#'],
    [local, '12#'],
  ])('takes its branch when it is missing', async (flow, keys) => {
    expect(await enter(flow, keys)).toEqual({ entry: undefined, branch: 'InvalidPhoneNumber' });
  });

  it('is what the world makes of it', async () => {
    const phoneNumber: World['phoneNumber'] = (keys, country) => `${country}:${keys}`;
    expect((await enter(local, '05#', { phoneNumber })).entry).toBe('SA:05');
  });
});

describe('the attributes of a contact', () => {
  const setting = (value: string, TargetContact = 'Current'): Flow =>
    flowOf(
      action('set', 'UpdateContactAttributes', {
        Parameters: { Attributes: { small: 'a', big: value }, TargetContact },
        Transitions: { NextAction: 'end', Errors: failing('end', 'NoMatchingError') },
      }),
      end,
    );
  const attributesAfter = async (flow: Flow) => {
    const call = createCall({ flow, contact: { ...contact, attributes: { had: 'x' } } });
    await call.run();
    return { names: Object.keys(call.attributes), branch: call.steps[0]?.branch };
  };

  it('take 32 KB together, and all of a block or none', async () => {
    expect(await attributesAfter(setting('ب'.repeat(16_000)))).toEqual({
      names: ['had', 'small', 'big'],
      branch: 'next',
    });
    expect(await attributesAfter(setting('ب'.repeat(16_400)))).toEqual({
      names: ['had'],
      branch: 'NoMatchingError',
    });
  });

  it('stay as they are when those of the related contact are set', async () => {
    expect((await attributesAfter(setting('y', 'Related'))).names).toEqual(['had']);
  });
});

describe('references', () => {
  it.each([
    ['$.External.person.name', 'Sara'],
    ['$.LambdaInvocation.ResultData.person.name', 'Sara'],
    ["$.External['person']['name']", 'Sara'],
    ['$.External.list[1]', 'b'],
    ['$.External.person', '{"name":"Sara"}'],
    ['$.External.nobody.name', ''],
    ['$.Attributes.had', 'x'],
    ["$.Attributes['had']", 'x'],
    ['$.CustomerEndpoint.Address', '+966500000001'],
    ["$.SegmentAttributes['connect:Subtype']", 'connect:Telephony'],
    ['$.Queue.Name', ''],
    ['$.Channel', 'VOICE'],
  ])('%s reads %s', async (reference, value) => {
    const flow = flowOf(
      action('call', 'InvokeLambdaFunction', {
        Parameters: {
          LambdaFunctionARN: 'arn:aws:lambda:x:1:function:find',
          InvocationTimeLimitSeconds: '3',
          ResponseValidation: { ResponseType: 'JSON' },
        },
        Transitions: { NextAction: 'keep', Errors: failing('end', 'NoMatchingError') },
      }),
      action('keep', 'UpdateContactAttributes', {
        Parameters: { Attributes: { read: reference } },
        Transitions: { NextAction: 'end' },
      }),
      end,
    );
    const call = createCall({
      flow,
      contact: {
        ...contact,
        attributes: { had: 'x' },
        data: { SegmentAttributes: { 'connect:Subtype': 'connect:Telephony' } },
      },
      world: { lambda: async () => ({ person: { name: 'Sara' }, list: ['a', 'b'] }) },
    });
    await call.run();
    expect(call.attributes.read).toBe(value);
  });
});

describe('an application of agents', () => {
  const flow = flowOf(
    action('talk', 'ConnectParticipantWithAgenticCX', {
      Parameters: { AgentConfiguration: { ContextVariables: { phone: '$.CustomerEndpoint.Address' } } },
      Transitions: {
        NextAction: 'keep',
        Conditions: [{ NextAction: 'end', Condition: { Operator: 'Equals', Operands: ['Escalation'] } }],
        Errors: failing('end', 'NoMatchingError', 'NoMatchingCondition', 'InputTimeLimitExceeded'),
      },
    }),
    action('keep', 'UpdateContactAttributes', {
      Parameters: {
        Attributes: {
          entry: '$.AgenticCX.ContextVariables.phone $.AgenticCX.ContextVariables.wish',
        },
      },
      Transitions: { NextAction: 'end' },
    }),
    end,
  );

  it.each([
    ['Done?wish=light', 'next', '+966500000001 light'],
    ['Escalation', 'Escalation', undefined],
    ['timeout', 'InputTimeLimitExceeded', undefined],
  ])('answers %s by %s', async (answer, branch, kept) => {
    expect(await enter(flow, answer)).toEqual({ branch, entry: kept });
  });
});
