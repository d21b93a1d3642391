import { compare, defineFlow, disconnect, setQueue, transferToQueue } from '#shared/flow/builder.ts';

/**
 * Route a task to the agents of its line. There is no caller: an error ends the task, and the list in the
 * console stays.
 */
export const taskFlow = defineFlow('outbound/task', {
  kind: 'CONTACT_FLOW',
  start: 'whose?',
  attributes: ['line', 'language', 'caseRef'],
  announced: ['transfer'],
  blocks: {
    'whose?': compare('$.Attributes.line', { investors: 'investors' }, 'general'),
    investors: setQueue('investors', { next: 'transfer', onError: 'general' }),
    general: setQueue('general', { next: 'transfer', onError: 'give up' }),
    transfer: transferToQueue({ onCapacity: 'give up', onError: 'give up' }),
    'give up': disconnect(),
  },
});
