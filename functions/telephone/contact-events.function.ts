import { connectContactEvent } from '#events/inbound/connect-contact-event.ts';
import { queueFunction } from '#shared/runtime/function.ts';
import { recordContactEvent } from './contact-events.ts';
import { environments } from './env.ts';

export const contactEventsFunction = queueFunction({
  name: 'telephone/contact-events',
  environment: environments['telephone/contact-events'],
  payload: connectContactEvent,
  run: recordContactEvent,
  trace: ({ detail }) => ({ correlationId: detail.initialContactId || detail.contactId }),
  log: (logger, outcome) =>
    logger.info('contact-event-recorded', 'A contact event was added to its call.', { outcome }),
});
