import { secretsClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { DynamoFigureStore } from '#shared/adapters/aws/dynamo-figure-store.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { forHttp, pageFailed, requestRefused } from '#shared/runtime/chain-http.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { figuresFunction } from './figures.function.ts';
import { behindSignIn } from './shell/behind-sign-in.ts';

const { here, logger } = startLambda(figuresFunction);
const { table, ...desk } = deployedDesk(here, { logger });
/** An answer of Lambda has 6 MB (quotas of Lambda, "Invocation payload"), which Base64 makes 4.5 MB of rows. */
const MOST_FILE_ROWS = 9000;
const deps = {
  ...desk,
  figures: new DynamoFigureStore(table),
  mostFileRows: MOST_FILE_ROWS,
  onError: pageFailed(logger),
  onRefused: requestRefused(logger),
};
const app = behindSignIn(here, secretsKey(secretsClient(here.REGION), here.OIDC_SECRET_ID), (signIn) =>
  figuresFunction.pages({ ...deps, signIn }),
);

export const handler = forHttp(app, { logger });
