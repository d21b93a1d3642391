import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalCentre } from '#infra/local/centre.ts';
import { buildExample } from '#infra/local/example/build-example.ts';
import { EXAMPLES } from '#infra/local/example/example-options.ts';
import { openCentre } from '#infra/local/open-centre.ts';
import { ACT_COSTS } from '#infra/tools/scale/act-costs.ts';
import { openCallCase } from '#shared/application/telephone/open-call-case.ts';
import { updateCall } from '#shared/application/telephone/update-call.ts';
import { isActive } from '#shared/domain/cases/case.ts';
import { DAY, MINUTE } from '#shared/domain/time/instant.ts';
import { pagesOf } from '#shared/ports/pages.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { countingDatabase } from '#test/contract/growth/counting-database.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { handInAll, type Letter } from './mail-client.ts';
import { markdownTable } from './markdown-table.ts';

const ROUNDS = 100;
const PAGE = 500;

const letter = (n: number): Letter => {
  const from = `norah${n}@example.com`;
  const lines = [
    `From: Norah <${from}>`,
    'To: help@rida.example',
    `Subject: Street light ${n}`,
    `Message-ID: <acts.${n}@example.com>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Report: the light in street ${n} is out since Monday.`,
    '',
  ];
  return { from, to: 'help@rida.example', content: Buffer.from(lines.join('\r\n')) };
};

/** Return the number of open cases with a timer within a time. */
async function dueWithin({ store, clock }: LocalCentre, time: number): Promise<number> {
  let cases = 0;
  for (let shard = 0; shard < (await store.dueShards()); shard += 1)
    for await (const page of pagesOf((request) => store.due(shard, clock.now() + time, request), PAGE))
      for (const { kind, id } of page)
        if (kind === 'case' && isActive((await store.load('case', id))?.status ?? 'closed')) cases += 1;
  return cases;
}

/** Register a call as its flow does, and report its record and its end. */
async function call({ store, rules, keys, clock }: LocalCentre, n: number): Promise<void> {
  const callId = `act-${n}`;
  const at = clock.now();
  await openCallCase(
    { store, keys, rules: await rules.current() },
    {
      ...{ callId, type: 'report', language: 'ar', line: 'general', category: 'lighting' },
      ...{ number: `+9665${String(10_000_000 + n)}`, at, recordedAt: at },
    },
  );
  await updateCall(store, {
    ...{ id: callId, cause: causeId(`record:${callId}`), at, recordedAt: at },
    facts: {
      ...{ source: 'record', contactId: callId, initiationMethod: 'INBOUND', initiatedAt: at - 5 * MINUTE },
      ...{ queuedAt: at - 4 * MINUTE, answeredAt: at - 3 * MINUTE, endedAt: at, agent: 'care.001' },
      ...{ reason: 'CUSTOMER_DISCONNECT', updatedAt: at, complete: true },
    },
  });
}

/** Print what one act costs on this computer with everything that follows, and on DynamoDB. */
export async function run(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'rida-acts-'));
  const clock = fixedClock();
  await buildExample({ ...EXAMPLES.day, data, until: clock.now() });
  const { database, count } = countingDatabase(join(data, 'rida.db'));
  const centre = await openCentre({
    ...{ port: 0, 'smtp-port': 0, 'trust-mail': 'loopback', data, below: clock, sweepEveryMs: 0 },
    openDatabase: () => database,
  });
  const rows: string[][] = [];
  const measure = async (
    name: string,
    { writes, reads }: { readonly writes: number; readonly reads: number },
    acts: number,
    act: () => Promise<unknown>,
  ): Promise<void> => {
    const [before, processor] = [{ ...count }, process.cpuUsage()];
    await act();
    await centre.settle();
    const { user, system } = process.cpuUsage(processor);
    const each = (total: number, digits: number) => (total / acts).toFixed(digits);
    rows.push([
      name,
      each(count.transactions - before.transactions, 1),
      each(count.statements - before.statements, 0),
      `${writes} and ${reads}`,
      each((user + system) / 1000, 1),
    ]);
  };
  try {
    await handInAll(centre.smtpPort, [letter(0)]);
    await centre.settle();
    await measure('a mail, alone', ACT_COSTS['mail case'], ROUNDS, async () => {
      for (let n = 1; n <= ROUNDS; n += 1) {
        await handInAll(centre.smtpPort, [letter(n)]);
        await centre.settle();
      }
    });
    await measure(`a mail among ${ROUNDS}`, ACT_COSTS['mail case'], ROUNDS, () =>
      handInAll(
        centre.smtpPort,
        Array.from({ length: ROUNDS }, (_, n) => letter(1_000 + n)),
      ),
    );
    await measure('a call', ACT_COSTS['call case'], ROUNDS, async () => {
      for (let n = 0; n < ROUNDS; n += 1) await call(centre, n);
    });
    await measure(
      'an overdue case: warned, late and escalated',
      ACT_COSTS['overdue case'],
      await dueWithin(centre, DAY),
      () => centre.advance(DAY),
    );
  } finally {
    await centre.close();
    rmSync(data, { recursive: true, force: true });
  }
  const heads = ['act', 'transactions', 'statements', 'DynamoDB: write and read units', 'processor, ms'];
  console.log(markdownTable(heads, rows));
}

if (import.meta.main) await run();
