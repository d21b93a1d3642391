import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { connectAgentEvent } from '#events/inbound/connect-agent-event.ts';
import { recordAgentEvent } from '#functions/telephone/agent-events.ts';
import { callSummary } from '#shared/domain/telephone/call-summary.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import { fixedClock, WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';

const sample = JSON.parse(
  readFileSync(new URL('../../../events/samples/inbound/connect-agent-event.json', import.meta.url), 'utf8'),
);
const seen = (...contacts: object[]) =>
  connectAgentEvent.parse({
    ...sample,
    CurrentAgentSnapshot: { ...sample.CurrentAgentSnapshot, Contacts: contacts },
  });
const contact = (State: string, after: number, more = {}) => ({
  ...{ ContactId: 'c-1', Channel: 'VOICE', State, StateStartTimestamp: isoInstant(T + after) },
  ...more,
});
const aDesk = () => ({ store: new MemoryStore(), clock: fixedClock(T) });

describe('agent events', () => {
  it('tell who answered, held and missed a call', async () => {
    const desk = aDesk();
    await recordAgentEvent(desk, seen(contact('CONNECTED', 0)));
    await recordAgentEvent(desk, seen(contact('CONNECTED_ONHOLD', 10_000)));
    await recordAgentEvent(
      desk,
      seen(contact('CONNECTED', 25_000), contact('MISSED', 1, { ContactId: 'c-2' })),
    );
    const [call, other] = [await desk.store.load('call', 'c-1'), await desk.store.load('call', 'c-2')];
    expect(call && callSummary(call)).toMatchObject({
      agent: 'huda',
      holds: 1,
      holdMs: 15_000,
      answeredAt: T,
    });
    expect(other && callSummary(other).legs[0]?.missed).toMatchObject([{ agent: 'huda' }]);
  });

  it('write nothing when they repeat what is known', async () => {
    const desk = aDesk();
    expect(await recordAgentEvent(desk, seen(contact('CONNECTED', 0)))).toBe(1);
    expect(await recordAgentEvent(desk, seen(contact('CONNECTED', 0)))).toBe(0);
    expect(desk.store.commits).toHaveLength(1);
  });

  it('of other channels, of what rings and of what cannot be read tell nothing', async () => {
    const desk = aDesk();
    const odd = [contact('CONNECTING', 0), contact('CONNECTED', 0, { Channel: 'CHAT' }), { ContactId: 7 }];
    expect(
      await recordAgentEvent(desk, seen(...odd, contact('CONNECTED', 0, { StateStartTimestamp: 'now' }))),
    ).toBe(0);
    expect(
      await recordAgentEvent(desk, connectAgentEvent.parse({ ...sample, CurrentAgentSnapshot: null })),
    ).toBe(0);
    expect(desk.store.commits).toEqual([]);
  });
});
