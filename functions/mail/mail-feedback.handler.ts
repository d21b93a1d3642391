import { sesMailEvent } from '#events/inbound/ses-mail-event.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { forQueue } from '#shared/runtime/chain-queue.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { env } from './mail-feedback.env.ts';
import { recordMailFeedback } from './mail-feedback.ts';

const here = readEnv(env);
const { SERVICE, LOG_LEVEL } = here;
const logger = createLogger({ service: SERVICE, level: LOG_LEVEL });
const deps = deployedDesk(here, { logger });

export const handler = forQueue(
  sesMailEvent,
  async (event, invocation) => {
    const { event: said, outcomes } = await recordMailFeedback(deps, event);
    const { messageId: providerId } = event.detail.mail;
    invocation.logger.info('mail-feedback', 'SES told of a mail.', {
      said,
      providerId,
      outcomes: outcomes.join(' '),
    });
  },
  { logger },
);
