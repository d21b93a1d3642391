import type { Hono } from 'hono';
import { maskedCase } from '#shared/domain/cases/masked-case.ts';
import { hiddenFrom } from '#shared/domain/staff/permissions.ts';
import { callSummary as callView, recordingsOf } from '#shared/domain/telephone/call-summary.ts';
import type { Recordings } from '#shared/ports/recordings.ts';
import type { Store } from '#shared/ports/store.ts';
import { audio } from '../shell/http/audio.ts';
import { type ShellDeps, shellOf } from '../shell/shell.ts';
import { callPage, recordingGonePage } from './call-page.ts';
import { callsPage } from './calls-page.ts';
import { callsQuery, listCalls } from './list-calls.ts';

/** Dependencies of the pages of calls. */
export interface CallsAppDeps extends ShellDeps {
  readonly store: Store;
  readonly recordings: Recordings;
}

/** Return the pages of calls: the list, one call, and its recordings, which some roles can play. */
export function callsApp(deps: CallsAppDeps): Hono {
  const { app, viewOf } = shellOf(deps);
  const { store, recordings } = deps;

  app.get('/calls', async (c) => {
    const view = await viewOf(c);
    return c.html(callsPage(view, await listCalls(store, callsQuery.parse(c.req.query()), view.now)));
  });

  app.get('/calls/:id', async (c) => {
    const call = await store.load('call', c.req.param('id').slice(0, 100));
    if (!call) return c.notFound();
    const found = await Promise.all(callView(call).caseRefs.map((ref) => store.load('case', ref, 0)));
    const cases = found.filter((one) => one !== undefined && !one.erased).filter((one) => one !== undefined);
    const hidden = hiddenFrom(c.get('agent').roles);
    return c.html(callPage(await viewOf(c), { call, cases: cases.map((one) => maskedCase(one, hidden)) }));
  });

  app.get('/calls/:id/recordings/:number{[0-9]{1,3}}', async (c) => {
    const view = await viewOf(c);
    const call = await store.load('call', c.req.param('id').slice(0, 100));
    const recording = call && recordingsOf(call)[Number(c.req.param('number')) - 1];
    if (!call || !recording) return c.notFound();
    const opened = await recordings.open(recording.key);
    if (!opened) return c.html(recordingGonePage(view, call), 404);
    return 'link' in opened
      ? c.redirect(opened.link, 303)
      : audio(opened.blob, `${call.id}-${c.req.param('number')}`);
  });

  return app;
}
