import { sesMailEvent } from '#events/inbound/ses-mail-event.ts';
import { MAIL_TAGS } from '#shared/domain/mail/mail-tags.ts';
import { queueFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { recordMailFeedback } from './mail-feedback.ts';

export const mailFeedbackFunction = queueFunction({
  name: 'mail/mail-feedback',
  environment: environments['mail/mail-feedback'],
  payload: sesMailEvent,
  run: recordMailFeedback,
  trace: ({ detail }) => {
    const caseRef = detail.mail.tags[MAIL_TAGS.case]?.[0];
    return caseRef === undefined ? {} : { caseRef };
  },
  log: (logger, { event: feedback, outcomes }, { detail }) =>
    logger.info('mail-feedback', 'SES reported an event of a sent mail.', {
      feedback,
      providerId: detail.mail.messageId,
      outcomes: outcomes.join(' '),
    }),
});
