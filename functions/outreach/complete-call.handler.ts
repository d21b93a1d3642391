import { connectClient } from '#shared/adapters/aws/clients.ts';
import { connectContacts } from '#shared/adapters/aws/connect-contacts.ts';
import { connectStop } from '#shared/adapters/aws/connect-stop.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { completeCallFunction } from './complete-call.function.ts';

const { here, logger } = startLambda(completeCallFunction);
const client = connectClient(here.REGION);
const deps = {
  ...deployedDesk(here, { logger }),
  telephone: {
    ...connectContacts(client, here.CONNECT_INSTANCE_ID),
    stop: connectStop(client, here.CONNECT_INSTANCE_ID),
  },
};

export const handler = forEvents(completeCallFunction, deps, { logger });
