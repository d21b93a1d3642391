import { secretsClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { DynamoFigureStore } from '#shared/adapters/aws/dynamo-figure-store.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { forHttp } from '#shared/runtime/chain-http.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { figuresApp } from './figures/figures-app.ts';
import { env } from './figures.env.ts';
import { behindSignIn } from './shell/behind-sign-in.ts';

const here = readEnv(env);
const { REGION, SERVICE, LOG_LEVEL } = here;
const logger = createLogger({ service: SERVICE, level: LOG_LEVEL });
const { table, ...desk } = deployedDesk(here, { logger });
const deps = {
  ...desk,
  figures: new DynamoFigureStore(table),
  onError: (error: Error) => logger.error('page-failed', 'A page could not be shown.', error),
};
const app = behindSignIn(here, secretsKey(secretsClient(REGION), here.OIDC_SECRET_ID), (signIn) =>
  figuresApp({ ...deps, signIn }),
);

export const handler = forHttp(app, { logger });
