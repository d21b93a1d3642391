import { secretsClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { keepForLater } from '#shared/adapters/aws/deployed-mailer.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { httpMessages } from '#shared/adapters/http/http-messages.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { sendMessageFunction } from './send-message.function.ts';

const { here, logger } = startLambda(sendMessageFunction);
const secrets = secretsClient(here.REGION);
const secret = secretsKey(secrets, here.MESSAGE_SECRET_ID);
const deps = {
  ...deployedDesk(here, { logger }),
  keys: hmacKeys(secretsKey(secrets, here.SIGNING_KEY_ID)),
  // Read for each message: a provider's secret is replaced when it leaks, and messages are few.
  messages: httpMessages({
    secret: async () =>
      Buffer.from(await secret())
        .toString('utf8')
        .trim(),
  }),
};

export const handler = forEvents(sendMessageFunction, deps, { logger, ...keepForLater(here) });
