import { afterEach, describe, expect, it, vi } from 'vitest';
import { defaultProvider } from '#infra/aws/lambda-credentials.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the credentials of a bundle', () => {
  it('are those Lambda puts into the environment, looked up when a request is signed', async () => {
    const provide = defaultProvider();
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'key');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
    vi.stubEnv('AWS_SESSION_TOKEN', 'token');
    expect(await provide()).toEqual({ accessKeyId: 'key', secretAccessKey: 'secret', sessionToken: 'token' });
  });

  it('are not made up elsewhere', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', '');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
    await expect(defaultProvider()()).rejects.toThrow(/runs only on Lambda/u);
  });
});
