import { Hono } from 'hono';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { ConnectFlowRequest } from '#events/inbound/connect-flow-request.ts';
import type { EventsOf } from '#events/registry.ts';
import type { CommitRecord } from '#shared/ports/store.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { forFlow } from '#shared/runtime/chain-flow.ts';
import { forHttp } from '#shared/runtime/chain-http.ts';
import { forSchedule } from '#shared/runtime/chain-schedule.ts';
import { forStream } from '#shared/runtime/chain-stream.ts';
import { baseEnv } from '#shared/runtime/env.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';
import {
  eventFunction,
  flowFunction,
  type StreamOutcome,
  scheduledFunction,
  streamFunction,
} from '#shared/runtime/function.ts';
import type { FlowAnswer, Invocation, LambdaContext, StreamRecord } from '#shared/runtime/lambda.ts';
import { aCommit } from '#test/builders/a-commit.ts';
import { recordedLog } from './recorded-log.ts';

const context = (remaining = 60_000): LambdaContext => ({
  awsRequestId: 'request-1',
  getRemainingTimeInMillis: () => remaining,
});
const never = (): Promise<never> => new Promise(() => {});
const quiet = { environment: baseEnv, log: () => {} };

describe('a consumer of events', () => {
  const [breached, assigned] = toEnvelopes({
    kind: 'case',
    id: '4K7-R2M-0385',
    version: 2,
    cause: 'timer-1',
    by: 'rida',
    at: 0,
    recordedAt: 0,
    correlationId: 'correlation-1',
    causationId: 'timer-1',
    events: [
      {
        type: 'rida.survey.invited.v1',
        data: {
          invitation: 's1',
          mode: 'mail',
          definition: 'd1',
          language: 'ar',
          expiresAt: '2026-12-01T00:00:00.000Z',
        },
      },
      { type: 'rida.case.status-changed.v1', data: { from: 'new', to: 'open', by: 'rida' } },
    ],
    patch: {},
  });
  const sqs = (...details: unknown[]) => ({
    Records: details.map((detail, at) => ({
      messageId: `m${at}`,
      body: JSON.stringify({ version: '0', 'detail-type': 'x', source: 'rida.desk', detail }),
    })),
  });

  test('gets the events the registry gives to its name, validated', async () => {
    const log = recordedLog();
    const seen: EventsOf<'surveys/invite'>[] = [];
    const invite = eventFunction({
      ...{ ...quiet, name: 'surveys/invite' },
      run: async (_, event, { logger }) => {
        seen.push(event);
        logger.info('survey-sent', 'Sent.');
      },
    });
    const handler = forEvents(invite, {}, log);
    expect(await handler(sqs({ ...breached, laterField: 1 }), context())).toEqual({ batchItemFailures: [] });
    expect(seen).toEqual([breached]);
    expect(log.lines()[0]).toMatchObject({
      eventId: breached?.id,
      eventType: 'rida.survey.invited.v1',
      correlationId: 'correlation-1',
    });
  });

  test.each([
    ['of another consumer', assigned],
    ['of no type', { id: 'x' }],
    ['of an unknown type', { ...breached, type: 'rida.case.lost.v1' }],
    ['that breaks its contract', { ...breached, data: { ...breached?.data, mode: 'canary-pigeon' } }],
    ['that is nothing', null],
  ])('leaves an event %s to its dead-letter queue', async (_what, detail) => {
    const log = recordedLog();
    const invite = eventFunction({ ...quiet, name: 'surveys/invite', run: never });
    const handler = forEvents(invite, {}, log);
    expect(await handler(sqs(detail), context())).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
    expect(log.codes()).toEqual(['message-unreadable', 'invocation-done']);
    expect(log.text()).not.toContain('canary');
  });

  test('is typed by the registry', () => {
    expectTypeOf<EventsOf<'surveys/alert-supervisor'>['type']>().toEqualTypeOf<
      'rida.survey.answered.v1' | 'rida.call.rated.v1' | 'rida.call-out.finished.v1'
    >();
    expectTypeOf<EventsOf<'notices/collect-escalations'>['type']>().toEqualTypeOf<
      | 'rida.sla.warned.v1'
      | 'rida.sla.breached.v1'
      | 'rida.sla.retracted.v1'
      | 'rida.case.escalated.v1'
      | 'rida.mail.quarantined.v1'
      | 'rida.case.unassigned.v1'
    >();
  });
});

describe('a stream', () => {
  const aRelay = (run: (deps: object, records: readonly CommitRecord[]) => Promise<StreamOutcome>) =>
    streamFunction({ ...quiet, name: 'relay/relay', run });
  const committed = ({ dynamodb }: StreamRecord) => {
    const sequence = dynamodb?.SequenceNumber ?? '';
    const commit = aCommit({ id: sequence });
    return { record: { place: commit, commit }, sequence };
  };
  const event = {
    Records: [{ dynamodb: { SequenceNumber: '1' } }, { dynamodb: { SequenceNumber: '2' } }],
  };

  test('is told which records failed', async () => {
    const log = recordedLog();
    const handler = forStream(
      aRelay(async (_, records) => ({ failed: records.slice(1), setAside: [] })),
      {},
      { ...log, committed },
    );
    expect(await handler(event, context())).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
    expect(log.lines()[0]).toMatchObject({ records: 2, failed: 1 });
  });

  test('repeats the whole batch when it could not be handled', async () => {
    const log = recordedLog();
    const relay = aRelay(() => Promise.reject(new Error('out of reach')));
    const handler = forStream(relay, {}, { ...log, committed });
    await expect(handler(event, context())).rejects.toThrow('out of reach');
    expect(log.codes()).toEqual(['invocation-failed']);
  });
});

describe('a schedule', () => {
  const aSweep = (run: (deps: object, input: undefined, invocation: Invocation) => Promise<void>) =>
    scheduledFunction({ ...quiet, name: 'sla/sweep', every: 'minute', run });

  test('calls with a signal and a logger of the invocation', async () => {
    const log = recordedLog();
    const sweep = aSweep(async (_deps, _input, { signal, logger }) => {
      logger.info('swept', 'Swept.', { aborted: signal.aborted });
    });
    const handler = forSchedule(sweep, {}, log);
    expect(await handler({}, context())).toBeNull();
    expect(log.lines()).toMatchObject([
      { code: 'swept', requestId: 'request-1' },
      { code: 'invocation-done' },
    ]);
  });

  test('that had nothing to do leaves no line', async () => {
    const log = recordedLog();
    let found = 0;
    const sweep = scheduledFunction({
      ...{ environment: baseEnv, name: 'sla/sweep', every: 'minute' },
      run: async () => found,
      isIdle: (outcome) => outcome === 0,
      log: (logger, due) => logger.info('swept', 'Swept.', { due }),
    });
    const handler = forSchedule(sweep, {}, log);
    expect(await handler({}, context())).toBe(0);
    expect(log.lines()).toEqual([]);
    found = 1;
    expect(await handler({}, context())).toBe(1);
    expect(log.codes()).toEqual(['swept', 'invocation-done']);
  });

  test('fails when its time nearly ran out, and says so', async () => {
    const log = recordedLog();
    let aborted: AbortSignal | undefined;
    const sweep = aSweep((_deps, _input, { signal }) => {
      aborted = signal;
      return never();
    });
    const handler = forSchedule(sweep, {}, log);
    await expect(handler({}, context(801))).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(aborted?.aborted).toBe(true);
    expect(log.codes()).toEqual(['invocation-out-of-time']);
  });
});

describe('a flow', () => {
  const aDesk = (run: (deps: object, request: ConnectFlowRequest) => Promise<FlowAnswer>) =>
    flowFunction({ name: 'telephone/inbound-flow', environment: baseEnv, run });
  const request = {
    Name: 'ContactFlowEvent',
    Details: { ContactData: { ContactId: 'c-1', Channel: 'VOICE' }, Parameters: { step: 'register' } },
  };

  test('gets a flat answer of strings', async () => {
    const log = recordedLog();
    const handler = forFlow(
      aDesk(async (_, { Details }) => ({ step: Details.Parameters.step ?? '' })),
      {},
      log,
    );
    expect(await handler(request, context())).toEqual({ step: 'register' });
    expect(log.lines()).toMatchObject([
      { code: 'flow-answered', step: 'register', contactId: 'c-1' },
      { code: 'invocation-done', requestId: 'request-1' },
    ]);
  });

  test('fails, so that it speaks its error path, for a request of another form', async () => {
    const handler = forFlow(
      aDesk(async () => ({})),
      {},
      recordedLog(),
    );
    await expect(handler({ Name: 'SomethingElse' }, context())).rejects.toThrow();
  });

  test.each([
    ['with a number', { n: 1 }],
    ['with an object', { o: { p: 'q' } }],
    ['with a name that no flow can say', { 'a.b': 'c' }],
    ['over 32 KB', { long: 'ر'.repeat(17_000) }],
  ])('is never given an answer %s', async (_what, answer) => {
    const log = recordedLog();
    const handler = forFlow(
      aDesk(async () => answer as Record<string, string>),
      {},
      log,
    );
    await expect(handler(request, context())).rejects.toThrow();
    expect(log.codes()).toEqual(['invocation-failed']);
  });

  test('that gets no answer in time is told so while the caller still waits', async () => {
    const log = recordedLog();
    const handler = forFlow(aDesk(never), {}, { ...log, withinMs: 5 });
    await expect(handler(request, context())).rejects.toThrow('no answer within 5 ms');
    expect(log.codes()).toEqual(['invocation-failed']);
  });
});

describe('an app behind HTTP', () => {
  const event = (path: string) => ({
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: '',
    headers: { host: 'example.sa' },
    body: null,
    isBase64Encoded: false,
    requestContext: { http: { method: 'GET', path }, domainName: 'example.sa' },
  });

  test('answers, and its log tells the status but not the path', async () => {
    const log = recordedLog();
    const app = new Hono().get('/s/:token', (c) => c.text(c.req.param('token')));
    const answer = await forHttp(app, log)(event('/s/canary-token') as never, context());
    expect(answer).toMatchObject({ statusCode: 200, body: 'canary-token' });
    expect(log.lines()[0]).toMatchObject({ code: 'invocation-done', statusCode: 200 });
    expect(log.text()).not.toContain('canary');
  });

  test('answers and logs an error that the app does not handle, without its message', async () => {
    const log = recordedLog();
    const app = new Hono().get('/', () => Promise.reject(new Error('no secret canary')));
    const answer = await forHttp(app, log)(event('/') as never, context());
    expect(answer).toMatchObject({ statusCode: 500, headers: { 'retry-after': '5' } });
    expect(answer.body).toContain('نرجو المحاولة');
    expect(log.codes()).toEqual(['page-failed', 'invocation-done']);
    expect(log.text()).not.toContain('canary');
  });

  test('leaves an error to an app that handles it', async () => {
    const log = recordedLog();
    const app = new Hono().get('/', () => Promise.reject(new Error('lost')));
    app.onError((_, c) => c.text('the page says so', 500));
    const answer = await forHttp(app, log)(event('/') as never, context());
    expect(answer.body).toBe('the page says so');
    expect(log.codes()).toEqual(['invocation-done']);
  });

  test('says that it is busy, in both languages, when time runs out', async () => {
    const app = new Hono().get('/', never);
    const answer = await forHttp(app, recordedLog())(event('/') as never, context(801));
    expect(answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': '5' } });
    expect(answer.body).toContain('نرجو المحاولة');
  });
});
