import { secretsClient, sqsClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { sqsWorkQueue } from '#shared/adapters/aws/sqs-work-queue.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { forKinesis, type SetAside } from '#shared/runtime/chain-kinesis.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { contactRecordsFunction } from './contact-records.function.ts';

const { here, logger } = startLambda(contactRecordsFunction);
const deps = {
  ...deployedDesk(here, { logger }),
  keys: hmacKeys(secretsKey(secretsClient(here.REGION), here.SIGNING_KEY_ID)),
};
const unreadable = sqsWorkQueue<SetAside>(sqsClient(here.REGION), here.DEAD_LETTERS_URL);

export const handler = forKinesis(contactRecordsFunction, deps, {
  logger,
  setAside: (record) => unreadable.send([record]),
});
