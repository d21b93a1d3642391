import { defineConfig } from 'vitest/config';

const project = (name: string, more: object = {}) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], environment: 'node', ...more },
});

/** One project a kind of test: the fast ones can be run alone with `npm test -- --project unit`. */
export default defineConfig({
  test: {
    projects: [
      project('unit'),
      project('property'),
      project('contract', {
        testTimeout: 60_000,
        hookTimeout: 120_000,
        globalSetup: 'test/contract/dynamodb-local.ts',
      }),
      project('infra', { testTimeout: 120_000, hookTimeout: 120_000 }),
      project('local', { testTimeout: 60_000, hookTimeout: 60_000 }),
      project('browser', { testTimeout: 60_000, hookTimeout: 60_000 }),
    ],
  },
});
