import { connectContactRecord } from '#events/inbound/connect-contact-record.ts';
import { secretsClient, sqsClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { sqsWorkQueue } from '#shared/adapters/aws/sqs-work-queue.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { forKinesis, type SetAside } from '#shared/runtime/chain-kinesis.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { env } from './contact-records.env.ts';
import { recordContactRecord } from './contact-records.ts';

const here = readEnv(env);
const { REGION, SERVICE, LOG_LEVEL } = here;
const logger = createLogger({ service: SERVICE, level: LOG_LEVEL });
const deps = {
  ...deployedDesk(here, { logger }),
  keys: hmacKeys(secretsKey(secretsClient(REGION), here.SIGNING_KEY_ID)),
};
const unreadable = sqsWorkQueue<SetAside>(sqsClient(REGION), here.DEAD_LETTERS_URL);

export const handler = forKinesis(
  connectContactRecord,
  async (record) => {
    await recordContactRecord(deps, record);
  },
  { logger, setAside: (record) => unreadable.send([record]) },
);
