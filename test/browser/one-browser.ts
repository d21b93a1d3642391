import type { TestProject } from 'vitest/node';
import { haveChromium, serveBrowser } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the browser that all files share, or undefined when there is none. */
    readonly browser: string | undefined;
  }
}

/**
 * Start one browser for all files: a start and its cold caches cost three seconds of a processor. Without a
 * browser, the tests are left out and one line is printed. With RIDA_REQUIRE_ALL=1 the run fails instead.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!haveChromium()) {
    project.provide('browser', undefined);
    return undefined;
  }
  const server = await serveBrowser();
  project.provide('browser', server.wsEndpoint());
  return () => server.close();
}
