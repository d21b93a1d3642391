import { secretsClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { forHttp, pageFailed, requestRefused } from '#shared/runtime/chain-http.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { qualityFunction } from './quality.function.ts';
import { behindSignIn } from './shell/behind-sign-in.ts';

const { here, logger } = startLambda(qualityFunction);
const deps = {
  ...deployedDesk(here, { logger }),
  onError: pageFailed(logger),
  onRefused: requestRefused(logger),
};
const app = behindSignIn(here, secretsKey(secretsClient(here.REGION), here.OIDC_SECRET_ID), (signIn) =>
  qualityFunction.pages({ ...deps, signIn }),
);

export const handler = forHttp(app, { logger });
