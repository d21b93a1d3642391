import {
  type Block,
  checkHours,
  menu,
  say,
  setAttributes,
  setEventHook,
  setQueue,
  transferToQueue,
} from '#shared/flow/builder.ts';
import { connecting, notUnderstood } from '../shared-prompts.ts';
import { askOutboundFlow, noteAnswer } from './ask-outbound-flow.ts';
import * as prompts from './outbound-prompts.ts';

/** The attributes by which a case is opened from the contact record if Rida does not respond. */
const matter = (type: 'observation' | 'inquiry' | 'report'): Block<string> =>
  setAttributes<string>(
    { caseType: type, intent: `register:${type}` },
    { next: 'register', onError: 'trouble' },
  );

/** Further requests of a called beneficiary: register a case, or speak to an agent. */
export const offerBlocks = (queue: 'general' | 'investors'): Readonly<Record<string, Block>> => ({
  offer: menu<string>({
    ...{ prompt: prompts.offer, retry: notUnderstood, timeoutSeconds: 7 },
    keys: { '1': 'observation', '2': 'inquiry', '3': 'report', '0': 'agent', '4': 'goodbye' },
    ...{ onGiveUp: 'goodbye', onError: 'trouble' },
  }),
  observation: matter('observation'),
  inquiry: matter('inquiry'),
  report: matter('report'),
  register: askOutboundFlow(
    { step: 'register', type: '$.Attributes.caseType' },
    { next: 'remember case', onError: 'noted for later' },
  ),
  'remember case': setAttributes<string>(
    { caseRef: '$.External.reference', spoken: '$.External.spoken', intent: '-' },
    { next: 'say reference', onError: 'noted for later' },
  ),
  'say reference': say<string>(prompts.registered, {
    ...{ provenBy: 'register', next: 'repeat reference', onError: 'goodbye' },
  }),
  'repeat reference': say<string>(prompts.repeated, { next: 'goodbye', onError: 'goodbye' }),

  agent: noteAnswer('agent', { next: 'at work?', onError: 'at work?' }),
  'at work?': checkHours<string>('centre', {
    ...{ open: 'connecting', closed: 'agents away', onError: 'connecting' },
  }),
  'agents away': say<string>(prompts.closed, { next: 'inquiry', onError: 'inquiry' }),
  connecting: say<string>(connecting, { next: 'queue', onError: 'queue' }),
  queue: setQueue<string>(queue, { next: 'music', onError: 'all busy' }),
  music: setEventHook<string>('CustomerQueue', 'waiting', { next: 'transfer', onError: 'transfer' }),
  transfer: transferToQueue<string>({ onCapacity: 'all busy', onError: 'all busy' }),
  'all busy': say<string>(prompts.allBusy, { next: 'inquiry', onError: 'inquiry' }),
});
