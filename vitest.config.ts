import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** The timeout of a test that hangs. No test measures time, so it is long enough for a busy computer. */
const HANGS_MS = 300_000;

const project = (name: string, more: object = {}) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    environment: 'node',
    testTimeout: HANGS_MS,
    hookTimeout: HANGS_MS,
    ...more,
  },
});

/** Test files of one worker share its modules: loading them again for every file takes most of the time. */
const sharing = { isolate: false };

const seeded = { ...sharing, setupFiles: 'test/setup/seed.ts' };

/** Tests of the domain by itself. */
const measured = { ...seeded, env: { RIDA_MEASURED: '1' } };

/** One project a kind of test: the fast ones can be run alone with `npm test -- --project unit`. */
export default defineConfig({
  test: {
    // One more than processors: a test that waits for a browser, a database or a timer leaves its processor to another.
    maxWorkers: availableParallelism() + 1,
    coverage: {
      // Part of the same run: a second run would take as long again.
      enabled: process.env.RIDA_COVERAGE === '1',
      provider: 'custom',
      customProviderModule: './test/setup/domain-coverage.ts',
      include: ['shared/domain/**/*.ts'],
      reporter: ['text-summary'],
    },
    projects: [
      project('unit', measured),
      project('property', measured),
      project('contract', { ...seeded, globalSetup: 'test/contract/dynamodb-local.ts' }),
      project('infra', sharing),
      project('local', sharing),
      project('process'),
      project('browser', { ...sharing, globalSetup: 'test/browser/one-browser.ts' }),
    ],
  },
});
