import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import type { KeySource } from '../crypto/hmac-keys.ts';

/** Load a key from Secrets Manager: binary as it is, text as UTF-8. */
export const secretsKey =
  (client: SecretsManagerClient, secretId: string): KeySource =>
  async () => {
    const { SecretBinary, SecretString } = await client.send(
      new GetSecretValueCommand({ SecretId: secretId }),
    );
    const key = SecretBinary ?? (SecretString === undefined ? undefined : Buffer.from(SecretString, 'utf8'));
    if (key === undefined) throw new Error('the secret is empty');
    return key;
  };

/** Give a secret another key. Secrets Manager keeps the previous one as AWSPREVIOUS. */
export async function replaceKey(
  client: SecretsManagerClient,
  secretId: string,
  key: Uint8Array,
): Promise<void> {
  await client.send(new PutSecretValueCommand({ SecretId: secretId, SecretBinary: key }));
}
