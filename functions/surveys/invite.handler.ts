import { secretsClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { deployedMailer, keepForLater } from '#shared/adapters/aws/deployed-mailer.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { inviteFunction } from './invite.function.ts';

const { here, logger } = startLambda(inviteFunction);
const deps = {
  ...deployedDesk(here, { logger }),
  mailer: deployedMailer(here),
  keys: hmacKeys(secretsKey(secretsClient(here.REGION), here.SIGNING_KEY_ID)),
};

export const handler = forEvents(inviteFunction, deps, { logger, ...keepForLater(here) });
