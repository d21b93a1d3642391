import { describe, expect, it } from 'vitest';
import type { Flow } from '#shared/flow/flow-language.ts';
import { createCall, playScript } from '#shared/flow/interpreter.ts';
import { comesWithQueue } from '#shared/flow/run/presumed-queue.ts';
import { action, flowOf } from './flow-of.ts';
import { contact } from './sample-call.ts';

const end = action('end', 'DisconnectParticipant');
const errors = ['NoMatchingError', 'QueueAtCapacity'].map((ErrorType) => ({ ErrorType, NextAction: 'end' }));
const transfer = action('go', 'TransferContactToQueue', {
  Transitions: { NextAction: 'end', Errors: errors },
});
const hours = (HoursOfOperationId: string) =>
  action('hours', 'CheckHoursOfOperation', { Parameters: { HoursOfOperationId } });
const queue = action('queue', 'UpdateContactTargetQueue', {
  Parameters: { QueueId: 'general' },
  Transitions: { NextAction: 'go' },
});
const music = action('music', 'MessageParticipantIteratively', {
  Parameters: { Messages: [{ PromptId: 'music' }] },
});
const of = (type: string, flow: Flow): Flow => ({ ...flow, Metadata: { type } });

describe('a flow played by itself', () => {
  it.each<[string, Flow, boolean]>([
    ['transfers to a queue it never sets', flowOf(transfer, end), true],
    ['asks for the hours of a queue it never sets', flowOf(hours('')), true],
    ['repeats messages to those who wait', flowOf(music), true],
    ['is one for transfers', of('queueTransfer', flowOf(end)), true],
    [
      'sets a queue only when the first is full',
      flowOf({ ...transfer, Transitions: { NextAction: 'queue' } }, queue),
      true,
    ],
    ['sets its queue', flowOf(queue, transfer, end), false],
    ['asks for hours by their name', flowOf(hours('centre')), false],
    ['is known to be the first of a call', of('contactFlow', flowOf(transfer, end)), false],
    ['asks for no queue', flowOf(end), false],
  ])('%s', (_, flow, comes) => {
    expect(comesWithQueue(flow)).toBe(comes);
  });

  it('goes by the queue its contact comes with', async () => {
    const call = createCall({ flow: flowOf(transfer, end), contact: { ...contact, queue: 'general' } });
    expect(await playScript(call, [])).toMatchObject({ state: 'waiting-for-queue', queue: 'general' });
    const alone = createCall({ flow: flowOf(transfer, end), contact });
    expect(await playScript(alone, [])).toMatchObject({ outcome: 'disconnected' });
  });

  it('says at which action it waits', async () => {
    const call = createCall({ flow: flowOf(music), contact });
    expect((await call.run()).at).toEqual({ block: 'music', type: 'MessageParticipantIteratively' });
  });
});
