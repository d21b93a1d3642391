import { Hono } from 'hono';
import * as z from 'zod';
import { s3Client, secretsClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { DynamoFigureStore } from '#shared/adapters/aws/dynamo-figure-store.ts';
import { s3Blobs } from '#shared/adapters/aws/s3-blobs.ts';
import { s3LinkToLarge } from '#shared/adapters/aws/s3-links.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { forHttp } from '#shared/runtime/chain-http.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { env } from './console.env.ts';
import { consoleApp } from './console.ts';
import { oidcSignIn } from './oidc-sign-in.ts';

const here = readEnv(env);
const { REGION, SERVICE, LOG_LEVEL } = here;
const { table, ...desk } = deployedDesk(here);
const logger = createLogger({ service: SERVICE, level: LOG_LEVEL });
const secrets = secretsClient(REGION);
const s3 = s3Client(REGION);
const keys = hmacKeys(secretsKey(secrets, here.SIGNING_KEY_ID));

/** What the sign-in keeps secret, as the stack writes it. */
const signInSecret = z.object({ clientSecret: z.string().min(1), sessionSecret: z.string().min(32) });

/** The console, once its secret has been fetched; fetched again when that failed. */
let opened: Promise<ReturnType<typeof consoleApp>> | undefined;
const open = async (): Promise<ReturnType<typeof consoleApp>> => {
  const kept = new TextDecoder().decode(await secretsKey(secrets, here.OIDC_SECRET_ID)());
  return consoleApp({
    ...desk,
    blobs: s3Blobs(s3, here.BLOB_BUCKET),
    linkTo: s3LinkToLarge(s3, here.BLOB_BUCKET),
    figures: new DynamoFigureStore(table),
    keys,
    shards: here.SHARDS,
    signIn: oidcSignIn({
      issuer: here.OIDC_ISSUER,
      clientId: here.OIDC_CLIENT_ID,
      ...signInSecret.parse(JSON.parse(kept)),
      publicUrl: here.PUBLIC_URL,
    }),
    onError: (error) => logger.error('page-failed', 'A page could not be shown.', error),
  });
};

const app = new Hono().all('*', async (c) => {
  opened ??= open().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return (await opened).fetch(c.req.raw, c.env);
});

export const handler = forHttp(app, { logger });
