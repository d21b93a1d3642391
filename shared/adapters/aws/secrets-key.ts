import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
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
