import { Hono } from 'hono';
import { oneAddress, type SitesDeps, sitesOf } from '#functions/web/one-address.ts';
import { SITE_PATHS } from '#functions/web/paths.ts';
import type { RefusedRequest } from '#functions/web/shell/access.ts';
import type { Agent, SignIn } from '#functions/web/shell/sign-in.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { blobRecordings } from '#shared/adapters/embedded/blob-recordings.ts';
import { blobSentMails } from '#shared/adapters/mail/blob-sent-mails.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Store } from '#shared/ports/store.ts';
import { compileRules } from '#shared/settings/compile-rules.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { readSettings } from '#shared/settings/read-settings.ts';
import { rulesSource, type SettingsKeeper } from '#shared/settings/rules-source.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { MemoryAccessLog } from '#test/doubles/memory-access-log.ts';
import { MemoryBlobs } from '#test/doubles/memory-blobs.ts';
import { MemoryDesk } from '#test/doubles/memory-desk.ts';
import { MemoryDrafts } from '#test/doubles/memory-drafts.ts';
import { MemoryFigures } from '#test/doubles/memory-figures.ts';
import { MemoryQuotas } from '#test/doubles/memory-quotas.ts';
import { MemorySettings } from '#test/doubles/memory-settings.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { searchInMemory } from '#test/doubles/search-in-memory.ts';

let compiled: Rules | undefined;

/** Return the shipped rules, compiled once for all tests. */
export function shippedRules(): Rules {
  compiled ??= compileRules(readSettings(defaultSettings));
  return compiled;
}

export const salem: Agent = { user: 'salem', name: 'سالم العتيبي', roles: ['agent'] };

/** A sign-in with one user, or without a user. */
const signedIn = (agent: Agent | undefined): SignIn => ({
  routes: new Hono(),
  session: async () => agent,
  begin: (c) => c.redirect('/sign-in'),
  end: (c) => c.redirect('/signed-out', 303),
});

/** A console over doubles in memory, which a test can inspect and change. */
export const aConsole = ({ agent, nobody }: { agent?: Agent; nobody?: boolean } = {}) =>
  aConsoleOver(new MemoryStore(), {
    blobs: new MemoryBlobs(),
    ...(!nobody && { agent: agent ?? salem }),
  });

/** A console over a store and blobs that it shares with others. */
export function aConsoleOver<S extends Store>(
  store: S,
  { agent, blobs }: { readonly agent?: Agent; readonly blobs: MemoryBlobs },
) {
  const figures = new MemoryFigures();
  const quotas = new MemoryQuotas();
  const drafts = new MemoryDrafts();
  const accessLog = new MemoryAccessLog();
  const desk = new MemoryDesk();
  const search = searchInMemory();
  const clock = fixedClock();
  const errors: Error[] = [];
  const refused: RefusedRequest[] = [];
  const keys = hmacKeys(async () => new Uint8Array(32).fill(7));
  // Compiled once for all tests. Writes to the settings do not change them.
  const rules: SettingsKeeper = {
    ...rulesSource(new MemorySettings(), clock, defaultSettings),
    current: async () => shippedRules(),
  };
  const deps: SitesDeps = {
    ...{ store, blobs, figures, clock, keys, rules, quotas, drafts, desk, search, accessLog },
    recordings: blobRecordings(blobs),
    sentMails: blobSentMails(blobs),
    signIn: signedIn(agent),
    onError: (error) => errors.push(error),
    onRefused: (request) => refused.push(request),
  };
  return {
    app: oneAddress(SITE_PATHS, sitesOf(deps)),
    deps,
    store,
    blobs,
    figures,
    drafts,
    accessLog,
    desk,
    search,
    clock,
    errors,
    refused,
    keys,
    rules,
  };
}
