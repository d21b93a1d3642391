import { describe, expect, it } from 'vitest';
import type { Agent } from '#functions/web/shell/sign-in.ts';
import { updateCall } from '#shared/application/telephone/update-call.ts';
import type { CallReport } from '#shared/domain/telephone/leg-facts.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { aConsole } from '#test/builders/a-console.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { textOf } from './forms.ts';

const KEY = 'calls/2026/01/04/a.wav';
const leader: Agent = { user: 'mona', name: 'منى', roles: ['leader'] };

/** A call that waited, was on hold, was answered and recorded. */
const served: CallReport = {
  ...{ source: 'record', initiationMethod: 'INBOUND', initiatedAt: T - HOUR, queue: 'general' },
  ...{ queuedAt: T - HOUR + 10_000, answeredAt: T - HOUR + 75_000, agent: 'salem', holds: 2, holdMs: 61_000 },
  ...{ talkMs: 120_000, afterWorkMs: 30_000, endedAt: T - HOUR + 256_000, reason: 'CUSTOMER_DISCONNECT' },
  recordings: [{ key: KEY, kind: 'agent', startedAt: T - HOUR + 75_000, endedAt: T - HOUR + 256_000 }],
};

async function withCalls(agent?: Agent) {
  const console = aConsole(agent ? { agent } : {});
  const supportCase = aCase();
  console.store.seed(supportCase);
  const tell = (id: string, at: number, facts: CallReport | readonly CallReport[]) =>
    updateCall(console.store, { id, cause: `${id} told`, at, recordedAt: at, facts });
  await tell('c-served', T - HOUR, [
    served,
    { caseRef: supportCase.id, line: 'investors', language: 'en', recording: 'on' },
  ]);
  await tell('c-left', T - 2 * HOUR, {
    initiatedAt: T - 2 * HOUR,
    queuedAt: T - 2 * HOUR,
    endedAt: T - 2 * HOUR + 9_000,
  });
  await tell('c-old', T - 9 * DAY, { initiatedAt: T - 9 * DAY, endedAt: T - 9 * DAY + MINUTE });
  await tell('c-now', T - MINUTE, { initiatedAt: T - MINUTE, queuedAt: T - MINUTE, callback: true });
  const read = async (path: string, language = 'en') => {
    const answer = await console.app.request(path, { headers: { cookie: `language=${language}` } });
    const page = await answer.clone().text();
    return { status: answer.status, headers: answer.headers, page, text: textOf(page), answer };
  };
  return { ...console, currentCase: supportCase, read };
}

describe('the list of calls', () => {
  it('shows a week, newest first, how each went and what it was about', async () => {
    const { read, currentCase: supportCase } = await withCalls();
    const { text, page } = await read('/calls');
    expect(page.indexOf('c-now')).toBeLessThan(page.indexOf('c-served'));
    expect(page.indexOf('c-served')).toBeLessThan(page.indexOf('c-left'));
    expect(page).not.toContain('c-old');
    expect(text).toMatch(/Under way/u);
    expect(text).toMatch(/Served Investors’ line 1:05 2:00 .* Salem|Served Investors’ line 1:05 2:00/u);
    expect(page).toContain(`href="/cases/${supportCase.id}"`);
  });

  it('keeps the marked calls', async () => {
    const { read } = await withCalls();
    const left = await read('/calls?only=abandoned');
    expect([left.page.includes('c-left'), left.page.includes('c-served')]).toEqual([true, false]);
    const waiting = await read('/calls?only=callback');
    expect([waiting.page.includes('c-now'), waiting.page.includes('c-left')]).toEqual([true, false]);
    expect((await read('/calls?only=message')).text).toContain('No spoken messages in this week.');
  });

  it('goes back week by week, and reads any address', async () => {
    const { read } = await withCalls();
    const { page } = await read('/calls');
    const earlier = /href="(\/calls\?until=\d+)"/u.exec(page)?.[1] ?? '';
    expect((await read(earlier)).page).toContain('c-old');
    for (const odd of ['until=soon', 'until=-1', 'until=9e99', 'after=nowhere', 'only=everything'])
      expect((await read(`/calls?${odd}`)).status, odd).toBe(200);
  });

  it('is in Arabic too', async () => {
    const { read } = await withCalls();
    const { text, page } = await read('/calls', 'ar');
    expect(page).toContain('dir="rtl"');
    expect(text).toContain('أغلق قبل الرد');
    expect(text).toContain('جارية الآن');
  });
});

describe('a call’s page', () => {
  it('tells what happened when, its figures, case and recording', async () => {
    const { read, currentCase: supportCase } = await withCalls();
    const { text, page } = await read('/calls/c-served');
    const order = ['The call came in', 'It entered the general queue', 'An agent answered', 'The call ended'];
    const places = order.map((line) => text.indexOf(line));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(text).toContain('The call ended: the caller hung up');
    // The times of the entries have the form of all others, to the second.
    expect(text).toMatch(/The call came in \d{1,2}:\d{2}:\d{2} [AP]M /u);
    expect(text).toMatch(/Wait 1:05 Talk 2:00 Hold 2 times · 1:01 Work after the call 0:30/u);
    expect(text).toContain('The caller agreed');
    expect(page).toContain(`href="/cases/${supportCase.id}"`);
    expect(page).toContain('/calls/c-served/recordings/1');
  });

  it('shows a call of which little is known', async () => {
    const { read } = await withCalls();
    const { text } = await read('/calls/c-now');
    expect(text).toContain('asked for, not made yet');
    expect(text).toContain('There is no recording of this call.');
    expect((await read('/calls/nobody')).status).toBe(404);
  });

  it('plays a recording, never as a page, and says when it is not there', async () => {
    const { read, blobs } = await withCalls();
    const gone = await read('/calls/c-served/recordings/1');
    expect([gone.status, gone.text.includes('The recording is not there')]).toEqual([404, true]);
    await blobs.put(KEY, new Uint8Array([1, 2, 3]), 'audio/wav');
    const { headers, status } = await read('/calls/c-served/recordings/1');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('audio/wav');
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('cache-control')).toBe('no-store');
    await blobs.put(KEY, new TextEncoder().encode('<script>'), 'text/html');
    const page = await read('/calls/c-served/recordings/1');
    expect(page.headers.get('content-disposition')).toMatch(/^attachment/u);
    expect((await read('/calls/c-served/recordings/2')).status).toBe(404);
  });

  it('lets leaders read and not listen', async () => {
    const { read, blobs } = await withCalls(leader);
    await blobs.put(KEY, new Uint8Array([1]), 'audio/wav');
    const { page, text } = await read('/calls/c-served');
    expect(page).not.toContain('/recordings/1');
    expect(text).toContain('Your role does not include listening.');
    expect((await read('/calls/c-served/recordings/1')).status).toBe(403);
  });

  it('is reached from its case', async () => {
    const { read, currentCase: supportCase, store } = await withCalls();
    expect((await read(`/cases/${supportCase.id}`)).page).not.toContain('/calls/c-served');
    const call = await store.load('call', 'c-served');
    if (!call) throw new Error('there is no call');
    const { nextDueAt: _, ...over } = call;
    await store.commit({
      ...{ kind: 'call', id: call.id, cause: 'announced', by: 'rida', at: T, recordedAt: T },
      ...{
        correlationId: 'c',
        causationId: 'c',
        events: [],
        before: call,
        after: { ...over, announced: true },
      },
    });
    const { page, text } = await read(`/cases/${supportCase.id}`);
    expect(page).toContain('/calls/c-served');
    expect(text).toContain('with a recording');
  });
});
