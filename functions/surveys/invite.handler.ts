import { secretsClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { deployedMailer, keepForLater } from '#shared/adapters/aws/deployed-mailer.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { surveyToken } from '#shared/adapters/crypto/survey-token.ts';
import { unsubscribeToken } from '#shared/adapters/crypto/unsubscribe-token.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { env } from './invite.env.ts';
import { invite } from './invite.ts';

const here = readEnv(env);
const { REGION, SERVICE, LOG_LEVEL } = here;
const keys = hmacKeys(secretsKey(secretsClient(REGION), here.SIGNING_KEY_ID));
const logger = createLogger({ service: SERVICE, level: LOG_LEVEL });
const deps = {
  ...deployedDesk(here, { logger }),
  mailer: deployedMailer(here),
  seal: (ticket: Parameters<typeof surveyToken>[1]) => surveyToken(keys, ticket),
  sealUnsubscribe: (reference: string) => unsubscribeToken(keys, reference),
};

export const handler = forEvents(
  'surveys/invite',
  async (event, { logger }) => {
    logger.info('survey-sent', 'An invitation was dealt with.', { outcome: await invite(deps, event) });
  },
  { logger, ...keepForLater(here) },
);
