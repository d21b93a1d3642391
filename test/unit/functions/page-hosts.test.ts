import { describe, expect, it } from 'vitest';
import { type SitesDeps, sitesOf } from '#functions/web/one-address.ts';
import type { Site } from '#functions/web/paths.ts';
import type { LocalCentre } from '#infra/local/centre.ts';
import { endedSessions } from '#infra/local/web/ended-sessions.ts';
import { localApp } from '#infra/local/web/local-app.ts';
import { localSignIn } from '#infra/local/web/local-sign-in.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { forHttp, pageFailed } from '#shared/runtime/chain-http.ts';
import type { PageFunctionName } from '#shared/runtime/function-name.ts';
import { aConsole } from '#test/builders/a-console.ts';
import { recordedLog } from '../runtime/recorded-log.ts';

/** A page of each site. All read the rules. */
const PATHS: Readonly<Record<PageFunctionName, string>> = {
  'web/console': '/cases',
  'web/people': '/search',
  'web/investors': '/investors',
  'web/outreach': '/calls-out',
  'web/calls': '/calls',
  'web/settings': '/settings',
  'web/quality': '/quality',
  'web/figures': '/figures',
  'web/survey': '/t',
  'web/departments': '/s/d/none',
};

/** Dependencies of pages. Without rules, every page fails. */
function depsOf(outcome: 'shown' | 'failed'): SitesDeps {
  const { deps } = aConsole({ agent: { user: 'huda', name: 'هدى', roles: ['supervisor'] } });
  const failing = { ...deps.rules, current: () => Promise.reject(new Error('no rules')) };
  return outcome === 'shown' ? deps : { ...deps, rules: failing };
}

type Host = (name: PageFunctionName, deps: SitesDeps) => Promise<readonly unknown[]>;

const lambda: Host = async (name, deps) => {
  const log = recordedLog();
  const logger = log.logger.withService(name);
  const app = sitesOf({ ...deps, onError: pageFailed(logger) })[name.slice('web/'.length) as Site];
  const event = {
    ...{ version: '2.0', rawPath: PATHS[name], rawQueryString: '', headers: { host: 'example.sa' } },
    ...{ body: null, isBase64Encoded: false },
    requestContext: { http: { method: 'GET', path: PATHS[name] }, domainName: 'example.sa' },
  };
  const context = { awsRequestId: 'request', getRemainingTimeInMillis: () => 60_000 };
  await forHttp(app, { logger })(event as never, context);
  return log.lines();
};

const onOneComputer: Host = async (name, deps) => {
  const log = recordedLog();
  const sessions = endedSessions(openDatabase(':memory:'));
  const own = { switchboard: {}, logger: log.logger, endedSessions: sessions };
  const centre = { ...deps, ...own } as unknown as LocalCentre;
  const body = new URLSearchParams({ user: 'huda', role: 'supervisor' });
  const { routes } = localSignIn(deps.keys, sessions);
  const entered = await routes.request('/sign-in', { method: 'POST', body });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const here = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };
  await localApp(centre, () => undefined).request(PATHS[name], { headers: { cookie } }, here);
  return log.lines();
};

const linesOf = async (host: Host, name: PageFunctionName, outcome: 'shown' | 'failed') =>
  (await host(name, depsOf(outcome)))
    .map((line) => line as { level: string; service: string; code: string })
    .filter(({ code }) => code !== 'invocation-done')
    .map(({ level, service, code }) => ({ level, service, code }));

describe.each(Object.keys(PATHS) as PageFunctionName[])(
  'a page of %s logs the same in both hosts',
  (name) => {
    it.each(['shown', 'failed'] as const)('%s', async (outcome) => {
      const lines = outcome === 'shown' ? [] : [{ level: 'error', service: name, code: 'page-failed' }];
      expect(await linesOf(lambda, name, outcome)).toEqual(lines);
      expect(await linesOf(onOneComputer, name, outcome)).toEqual(lines);
    });
  },
);
