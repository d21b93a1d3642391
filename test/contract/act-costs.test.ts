import { describe, expect, inject, test } from 'vitest';
import { type ConsumerName, consumerNames, registrationOf, typesFor } from '#events/registry.ts';
import { runClock } from '#functions/sla/clock.ts';
import { ACT_COSTS, type ActCost } from '#infra/tools/scale/act-costs.ts';
import { DynamoQuotaStore } from '#shared/adapters/aws/dynamo-quota-store.ts';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { openCallCase } from '#shared/application/telephone/open-call-case.ts';
import { updateCall } from '#shared/application/telephone/update-call.ts';
import { MINUTE } from '#shared/domain/time/instant.ts';
import type { Kind, Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { compileRules } from '#shared/settings/compile-rules.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { readSettings } from '#shared/settings/read-settings.ts';
import { countCapacity, spentBy } from '#test/bench/capacity.ts';
import { liveCase } from '#test/bench/case-life.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { createTable, localClient } from './table-definition.ts';

const endpoint = inject('dynamodb');

const deliveriesOf = (type: string): number =>
  registrationOf(type) === undefined
    ? 0
    : consumerNames.filter((name: ConsumerName) => (typesFor(name) as readonly string[]).includes(type))
        .length;

describe.runIf(endpoint)('the costs of acts that the scale is computed from', () => {
  const open = async (table: string) => {
    const client = localClient(endpoint ?? '');
    await createTable(client, table);
    const capacity = countCapacity(client);
    const store = new DynamoStore({ client, table });
    const watch = new DynamoStore({ client: localClient(endpoint ?? ''), table });
    return { capacity, store, watch, quotas: new DynamoQuotaStore({ client, table }) };
  };
  const published = async (watch: Store, kind: Kind, id: string, after = 0) => {
    const types = (await watch.timeline(kind, id))
      .filter(({ version }) => version > after)
      .flatMap(({ events }) => events.map(({ type }) => type));
    return { events: types.length, deliveries: types.reduce((sum, type) => sum + deliveriesOf(type), 0) };
  };
  const rules = compileRules(readSettings(defaultSettings));
  const keys = hmacKeys(async () => new Uint8Array(32).fill(7));
  const telephone = { describe: async () => undefined, attributes: async () => undefined };
  const depsOf = (store: Store, clock: ReturnType<typeof fixedClock>) => ({
    ...{ store, keys, clock, telephone, pastRules: async () => undefined },
    rules: { current: async () => rules },
  });

  test('a case by mail', async () => {
    const { capacity, store, watch, quotas } = await open('act-mail');
    let id = '';
    let mails = 0;
    const spent = await spentBy(capacity, async () => {
      const sent = await liveCase(store, watch, async (_, work) => work(), quotas);
      mails = sent.length;
      id = /\d[A-Z0-9-]{10,}/u.exec(sent[0]?.subject ?? '')?.[0] ?? '';
    });
    const following = await published(watch, 'case', id);
    expect({ ...spent, ...following, mails } satisfies ActCost).toEqual(ACT_COSTS['mail case']);
  });

  test('a case by telephone', async () => {
    const { capacity, store, watch } = await open('act-call');
    const clock = fixedClock();
    const at = clock.now();
    let id = '';
    const spent = await spentBy(capacity, async () => {
      const matter = { callId: 'call-1', type: 'report', language: 'ar', line: 'general' } as const;
      const opened = await openCallCase(
        { store, rules, keys },
        { ...matter, category: 'lighting', number: '+966500000001', at, recordedAt: at },
      );
      id = opened.id;
      const times = {
        initiatedAt: at,
        queuedAt: at + MINUTE,
        answeredAt: at + 2 * MINUTE,
        endedAt: at + 5 * MINUTE,
      };
      clock.advance(6 * MINUTE);
      await updateCall(store, {
        ...{ id: 'call-1', cause: causeId('record'), at: clock.now(), recordedAt: clock.now() },
        facts: {
          ...{ source: 'record', contactId: 'call-1', initiationMethod: 'INBOUND', ...times },
          ...{ agent: 'salem', reason: 'CUSTOMER_DISCONNECT', updatedAt: clock.now(), complete: true },
        },
      });
      clock.advance(3 * MINUTE);
      await runClock(depsOf(store, clock), { kind: 'call', id: 'call-1', dueAt: 0 });
    });
    const [ofCase, ofCall] = [await published(watch, 'case', id), await published(watch, 'call', 'call-1')];
    const following = {
      events: ofCase.events + ofCall.events,
      deliveries: ofCase.deliveries + ofCall.deliveries,
    };
    expect({ ...spent, ...following, mails: 0 } satisfies ActCost).toEqual(ACT_COSTS['call case']);
  });

  test('an overdue case', async () => {
    const { capacity, store, watch } = await open('act-overdue');
    const clock = fixedClock();
    const at = clock.now();
    const opened = await openCallCase(
      { store, rules, keys },
      {
        ...{ callId: 'call-2', type: 'report', language: 'ar', line: 'general', number: '+966500000002' },
        ...{ at, recordedAt: at },
      },
    );
    const tick = async () => {
      const dueAt = (await watch.load('case', opened.id))?.nextDueAt ?? 0;
      clock.set(dueAt);
      return runClock(depsOf(store, clock), { kind: 'case', id: opened.id, dueAt });
    };
    expect(await tick()).toBe('committed');
    const warned = (await watch.load('case', opened.id))?.version ?? 0;
    const spent = await spentBy(capacity, tick);
    const following = await published(watch, 'case', opened.id, warned);
    expect({ ...spent, ...following, mails: 0 } satisfies ActCost).toEqual(ACT_COSTS['overdue case']);
  });
});
