import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';

const secrets = mockClient(SecretsManagerClient);
const key = secretsKey(new SecretsManagerClient({ region: 'eu-central-1' }), 'rida/key');
beforeEach(() => void secrets.reset());

test('a binary secret is the key', async () => {
  secrets
    .on(GetSecretValueCommand, { SecretId: 'rida/key' })
    .resolves({ SecretBinary: new Uint8Array([1, 2]) });
  expect(await key()).toEqual(new Uint8Array([1, 2]));
});

test('a text is the key by its bytes', async () => {
  secrets.on(GetSecretValueCommand).resolves({ SecretString: 'سر' });
  expect(Buffer.from(await key()).toString('utf8')).toBe('سر');
});

test('an empty secret is refused', async () => {
  secrets.on(GetSecretValueCommand).resolves({});
  await expect(key()).rejects.toThrow('empty');
});
