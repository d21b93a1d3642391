import {
  ConnectClient,
  DestinationNotAllowedException,
  InvalidParameterException,
  InvalidRequestException,
  LimitExceededException,
  OutboundContactNotPermittedException,
  ServiceQuotaExceededException,
  StartOutboundVoiceContactCommand,
  StartTaskContactCommand,
  StopContactCommand,
  ThrottlingException,
} from '@aws-sdk/client-connect';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { connectTelephone } from '#shared/adapters/aws/connect-telephone.ts';

const connect = mockClient(ConnectClient);
const telephoneWith = ({ campaign = false } = {}) =>
  connectTelephone(new ConnectClient({ region: 'eu-central-1' }), {
    instanceId: 'instance-1',
    queueId: 'queue-1',
    flows: { 'outbound/follow-up-call': 'flow-1', 'outbound/task': 'flow-2' },
    campaign,
    now: () => Date.parse('2026-11-24T08:00:00Z'),
  });
const call = {
  ...{ token: 'token-1', to: '+966112345678', flow: 'outbound/follow-up-call', ringSeconds: 5 },
  attributes: { callOutId: 'co-1' },
};
const task = {
  ...{
    token: 'token-2',
    name: 'اتصل',
    description: 'وعد',
    url: 'https://rida.example/c',
    flow: 'outbound/task',
  },
  attributes: {},
};
const fault = { message: '', $metadata: {} };
beforeEach(() => void connect.reset());

test('an ordinary call is placed with its token, queue and attributes, and Connect’s own ringing', async () => {
  connect.on(StartOutboundVoiceContactCommand).resolves({ ContactId: 'c-1' });
  expect(await telephoneWith().dial(call)).toEqual({ contactId: 'c-1' });
  expect(connect.commandCalls(StartOutboundVoiceContactCommand)[0]?.args[0].input).toEqual({
    InstanceId: 'instance-1',
    ContactFlowId: 'flow-1',
    QueueId: 'queue-1',
    DestinationPhoneNumber: '+966112345678',
    ClientToken: 'token-1',
    Attributes: { callOutId: 'co-1' },
    TrafficType: 'GENERAL',
  });
});

test('a campaign call tells machines from people and rings as long as asked, within what Connect takes', async () => {
  connect.on(StartOutboundVoiceContactCommand).resolves({ ContactId: 'c-1' });
  await telephoneWith({ campaign: true }).dial(call);
  await telephoneWith({ campaign: true }).dial({ ...call, ringSeconds: 45 });
  const inputs = connect.commandCalls(StartOutboundVoiceContactCommand).map(({ args }) => args[0].input);
  expect(inputs[0]).toMatchObject({
    TrafficType: 'CAMPAIGN',
    RingTimeoutInSeconds: 15,
    AnswerMachineDetectionConfig: { EnableAnswerMachineDetection: true, AwaitAnswerMachinePrompt: true },
  });
  expect(inputs[1]?.RingTimeoutInSeconds).toBe(45);
});

test.each([
  ['throttled', new ThrottlingException(fault)],
  ['throttled', Object.assign(new Error('slow down'), { name: 'TooManyRequestsException' })],
  ['limit', new LimitExceededException(fault)],
  ['not-allowed', new DestinationNotAllowedException(fault)],
  ['not-allowed', new OutboundContactNotPermittedException(fault)],
  ['invalid-number', new InvalidParameterException(fault)],
  ['misconfigured', new InvalidRequestException(fault)],
  ['misconfigured', Object.assign(new Error('no'), { name: 'AccessDeniedException' })],
] as const)('a call is refused as %s (%o)', async (refused, error) => {
  connect.on(StartOutboundVoiceContactCommand).rejects(error);
  expect(await telephoneWith().dial(call)).toEqual({ refused });
});

test('an error other than a refusal is thrown: the call may be ringing', async () => {
  connect.on(StartOutboundVoiceContactCommand).rejects(new Error('timed out'));
  await expect(telephoneWith().dial(call)).rejects.toThrow('timed out');
  connect.on(StopContactCommand).rejects(new Error('timed out'));
  await expect(telephoneWith().stop('c-1')).rejects.toThrow('timed out');
});

test('a flow that is not deployed is said, not asked for', async () => {
  expect(await telephoneWith().dial({ ...call, flow: 'main' })).toEqual({ refused: 'misconfigured' });
  expect(await telephoneWith().task({ ...task, flow: 'main' })).toEqual({ refused: 'misconfigured' });
  expect(connect.calls()).toEqual([]);
});

test('a task leads to its page, is offered at its time, and at once when that has passed', async () => {
  connect.on(StartTaskContactCommand).resolves({ ContactId: 'k-1' });
  const at = Date.parse('2026-11-25T08:00:00Z');
  expect(await telephoneWith().task({ ...task, at, name: 'x'.repeat(600) })).toEqual({ contactId: 'k-1' });
  await telephoneWith().task({ ...task, at: Date.parse('2026-11-24T07:59:00Z') });
  const [ahead, late] = connect.commandCalls(StartTaskContactCommand).map(({ args }) => args[0].input);
  expect(ahead).toMatchObject({
    ContactFlowId: 'flow-2',
    ClientToken: 'token-2',
    ScheduledTime: new Date(at),
    References: { Rida: { Type: 'URL', Value: 'https://rida.example/c' } },
  });
  expect(ahead?.Name).toHaveLength(512);
  expect(late).not.toHaveProperty('ScheduledTime');
});

test('too many open tasks, or asking too fast, are refusals that pass', async () => {
  connect.on(StartTaskContactCommand).rejects(new ServiceQuotaExceededException(fault));
  expect(await telephoneWith().task(task)).toEqual({ refused: 'limit' });
  connect.on(StartTaskContactCommand).rejects(new ThrottlingException(fault));
  expect(await telephoneWith().task(task)).toEqual({ refused: 'throttled' });
});
