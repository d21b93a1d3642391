import { hmacKeys, loadedEarly } from '#shared/adapters/crypto/hmac-keys.ts';
import type { Keys } from '#shared/ports/outside.ts';
import { secretsClient } from './clients.ts';
import { type DeployedDesk, type DeskEnv, type DeskOptions, deployedDesk } from './deployed-desk.ts';
import { secretsKey } from './secrets-key.ts';

interface FlowDeskEnv extends DeskEnv {
  readonly SIGNING_KEY_ID: string;
}

/**
 * Build the dependencies of a function that a flow invokes while a caller waits: short time-outs, and a key that is
 * loaded early.
 */
export function flowDesk(
  env: FlowDeskEnv,
  { logger }: Pick<DeskOptions, 'logger'>,
): DeployedDesk & { readonly keys: Keys } {
  const secrets = secretsClient(env.REGION, { onTheLine: true });
  return {
    ...deployedDesk(env, { logger, onTheLine: true }),
    keys: hmacKeys(loadedEarly(secretsKey(secrets, env.SIGNING_KEY_ID))),
  };
}
