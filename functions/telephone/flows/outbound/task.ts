import { compare, defineFlow, disconnect, setQueue, transferToQueue } from '#shared/flow/builder.ts';

/** Brings a task to the agents of its line. Nobody listens: what fails ends the task, and the console's list stays. */
export const taskFlow = defineFlow('outbound/task', {
  kind: 'CONTACT_FLOW',
  start: 'whose?',
  attributes: ['line', 'language', 'caseRef'],
  blocks: {
    'whose?': compare('$.Attributes.line', { investors: 'investors' }, 'general'),
    investors: setQueue('investors', { next: 'transfer', onError: 'general' }),
    general: setQueue('general', { next: 'transfer', onError: 'give up' }),
    transfer: transferToQueue({ onCapacity: 'give up', onError: 'give up' }),
    'give up': disconnect(),
  },
});
