import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { DueItem } from '#functions/sla/due-item.ts';
import { sweep } from '#functions/sla/sweep.ts';
import type { LocalCentre } from '#infra/local/centre.ts';
import { openCentre } from '#infra/local/open-centre.ts';
import { sqsWorkQueue } from '#shared/adapters/aws/sqs-work-queue.ts';
import { referenceAt } from '#shared/domain/cases/reference.ts';
import { localDay } from '#shared/domain/reports/local-day.ts';
import type { CompiledCalendar } from '#shared/domain/sla/compile.ts';
import { nextOpening } from '#shared/domain/sla/openings.ts';
import { due } from '#shared/domain/sla/working-time.ts';
import { HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { aCase } from '#test/builders/a-case.ts';
import type { ExampleCopy } from './example-copy.ts';

const DUE = 10_000;
const AT_ONCE = 2_000;
/** The working time until the first response to a report is due. */
const TARGET = 2 * HOUR;

/** Open cases within one minute, so that their first responses are due within one minute. */
async function fill({ store }: LocalCentre, calendar: CompiledCalendar, from: number): Promise<void> {
  const open = (n: number) => {
    const cause = causeId(`minute ${n}`);
    const openedAt = from + Math.floor((n * MINUTE) / DUE);
    const id = referenceAt(n * 97);
    const facts = [{ at: openedAt, type: 'opened' as const }];
    const dueAt = due(calendar, openedAt, TARGET) + 1;
    const after = aCase({ id, version: 0, causes: [], openedAt, facts, nextDueAt: dueAt });
    return store.commit({
      ...{ kind: 'case', id, cause, by: 'rida', at: openedAt, recordedAt: openedAt },
      ...{ correlationId: cause, causationId: cause, events: [], before: undefined, after },
    });
  };
  for (let start = 0; start < DUE; start += AT_ONCE)
    await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => open(start + at)));
}

/** Return the first responses that were counted as late on a day. */
async function breachesOn({ figures }: LocalCentre, at: number): Promise<number> {
  const days = await figures.range(localDay(at), localDay(at));
  return days
    .flatMap(({ counts }) => Object.entries(counts))
    .reduce((sum, [name, count]) => (name.startsWith('breached|firstResponse|') ? sum + count : sum), 0);
}

const ticksLeft = ({ bus }: LocalCentre): number =>
  bus.queueDepths().find(({ name }) => name === 'sla/clock')?.waiting ?? 0;

/**
 * Measure ten thousand cases due in the same minute, from the sweep through the queue to their consequences. The timers
 * of the example itself that are due by then run before.
 */
export async function workedOff({ data, end }: ExampleCopy): Promise<Record<string, string>> {
  let now = end;
  const ports = { port: 0, 'smtp-port': 0, 'trust-mail': 'loopback' as const };
  const centre = await openCentre({ ...ports, data, below: { now: () => now }, sweepEveryMs: 0 });
  try {
    const { calendar } = (await centre.rules.current()).desk;
    const from = nextOpening(calendar, end);
    now = due(calendar, from, TARGET) + 2 * MINUTE;
    await sweep({ ...centre, dueQueue: centre.bus.due });
    await centre.settle();
    const counted = await breachesOn(centre, now);
    await fill(centre, calendar, from);
    await centre.settle();
    const started = performance.now();
    const since = (): number => (performance.now() - started) / 1000;
    await sweep({ ...centre, dueQueue: centre.bus.due });
    const handedOn = since();
    while (ticksLeft(centre) > 0) await pause(20);
    const ticked = since();
    await centre.settle();
    const all = since();
    const breached = (await breachesOn(centre, now)) - counted;
    return {
      '10,000 due at once, handed on': `${handedOn.toFixed(2)} s`,
      '10,000 due at once, worked off': `${ticked.toFixed(1)} s, ${Math.round(DUE / ticked)} cases/s`,
      'and all that follows': `${all.toFixed(1)} s, ${breached} breaches counted`,
    };
  } finally {
    await centre.close();
  }
}

/** Measure queueing the same number to SQS, in calls. A double accepts all messages. */
export async function handedToSqs(): Promise<Record<string, string>> {
  let calls = 0;
  let underWay = 0;
  let most = 0;
  const client = new SQSClient({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
    requestHandler: {
      async handle() {
        calls += 1;
        underWay += 1;
        most = Math.max(most, underWay);
        await pause(1);
        underWay -= 1;
        const body = Readable.from([Buffer.from('{"Successful":[],"Failed":[]}')]);
        return { response: { statusCode: 200, headers: {}, body } };
      },
    },
  });
  const items = Array.from(
    { length: DUE },
    (_, n): DueItem => ({ kind: 'case', id: referenceAt(n), dueAt: n }),
  );
  await sqsWorkQueue<DueItem>(client, 'https://sqs.eu-central-1.amazonaws.com/1/due').send(items);
  client.destroy();
  return { '10,000 handed to SQS': `${calls} SendMessageBatch, at most ${most} at a time` };
}
