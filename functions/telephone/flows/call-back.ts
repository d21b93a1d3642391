import { WAITED_MINUTES } from '#shared/domain/telephone/waited.ts';
import {
  applyVoice,
  type Block,
  compare,
  defineFlow,
  disconnect,
  setEventHook,
  setQueue,
  setRecording,
  setRouting,
  transferToQueue,
} from '#shared/flow/builder.ts';
import { askInboundFlow } from './ask-inbound-flow.ts';

const SECONDS_A_MINUTE = 60;

type Waited = Exclude<(typeof WAITED_MINUTES)[number], 0>;
type Age = `${Waited} minutes`;

const waited = WAITED_MINUTES.filter((minutes): minutes is Waited => minutes > 0);

/**
 * The routing age of the callback: the time the caller has waited on the line. Connect accepts only
 * constants.
 */
const ages = Object.fromEntries(
  waited.map((minutes) => [
    `${minutes} minutes`,
    setRouting({ addSeconds: minutes * SECONDS_A_MINUTE }, { next: 'queue of call back' }),
  ]),
) as Readonly<Record<Age, Block<'queue of call back'>>>;

const ageOf = Object.fromEntries(
  waited.map((minutes) => [String(minutes), `${minutes} minutes`]),
) as Readonly<Record<`${Waited}`, Age>>;

/**
 * The flow of a callback before it waits for an agent. The caller is not on the line. Queues with equal
 * priority are ordered by age, so that the caller keeps the position.
 */
export const callBackFlow = defineFlow('call-back', {
  kind: 'CONTACT_FLOW',
  start: 'voice of call back',
  attributes: ['language', 'recording', 'line', 'waited'],
  // The caller agreed to both in the earlier call, and is not on the line.
  announced: ['recording', 'transfer'],
  blocks: {
    'voice of call back': applyVoice({ next: 'still wanted?', onError: 'still wanted?' }),
    // The person may have called again and been served since then.
    'still wanted?': askInboundFlow('wanted', {}, { next: 'wanted?', onError: 'after call back' }),
    'wanted?': compare('$.External.wanted', { true: 'after call back', false: 'give up' }, 'after call back'),
    'after call back': setEventHook('CustomerRemaining', 'after-call', {
      next: 'recorded?',
      onError: 'recorded?',
    }),
    'recorded?': compare('$.Attributes.recording', { on: 'record call back' }, 'record no call back'),
    'record call back': setRecording(['Agent', 'Customer'], { automated: false, next: 'waited?' }),
    'record no call back': setRecording([], { automated: false, next: 'waited?' }),
    'waited?': compare('$.Attributes.waited', ageOf, 'queue of call back'),
    ...ages,
    'queue of call back': compare(
      '$.Attributes.line',
      { investors: 'call back to investor', staff: 'call back to staff' },
      'call back to anybody',
    ),
    'call back to anybody': setQueue('callback', { next: 'wait for agent', onError: 'give up' }),
    'call back to investor': setQueue('investors', { next: 'investor first', onError: 'give up' }),
    'investor first': setRouting({ priority: 2 }, { next: 'wait for agent' }),
    'call back to staff': setQueue('staff', { next: 'wait for agent', onError: 'give up' }),
    'wait for agent': transferToQueue({ onCapacity: 'give up', onError: 'give up' }),
    'give up': disconnect(),
  },
});
