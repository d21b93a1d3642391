import { createMailReader, type ThreadedReader } from '#shared/adapters/mail/parse-mail.ts';

const reader = createMailReader();

/** The reader of mails of all centres of a test process: to start a thread takes longer than most tests. */
export const sharedReader = (): ThreadedReader => ({ parseMail: reader.parseMail, close: async () => {} });
