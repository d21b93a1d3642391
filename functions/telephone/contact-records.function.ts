import { connectContactRecord } from '#events/inbound/connect-contact-record.ts';
import { kinesisFunction } from '#shared/runtime/function.ts';
import { recordContactRecord } from './contact-records.ts';
import { environments } from './env.ts';

export const contactRecordsFunction = kinesisFunction({
  name: 'telephone/contact-records',
  environment: environments['telephone/contact-records'],
  payload: connectContactRecord,
  run: recordContactRecord,
  trace: ({ InitialContactId, ContactId }) => ({ correlationId: InitialContactId || ContactId }),
  log: (logger, outcome) =>
    logger.info('contact-record-recorded', 'A contact record was added to its call.', { outcome }),
});
