import { connectContactEvent } from '#events/inbound/connect-contact-event.ts';
import { collectEscalations } from '#functions/notices/collect-escalations.ts';
import { runClock } from '#functions/sla/clock.ts';
import type { DueItem } from '#functions/sla/due-item.ts';
import { recordContactEvent } from '#functions/telephone/contact-events.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { aPlan } from '#test/builders/a-call-out.ts';
import { aCase } from '#test/builders/a-case.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import type { Line, Samples } from '../sample.ts';
import { anEvent, inbound, type World } from '../world.ts';

const ticked = (kind: DueItem['kind'], outcome: string): Line => ['info', 'ticked', { kind, outcome }];

/** A case with a due timer. */
const late = async (world: World): Promise<DueItem> => {
  const { id, nextDueAt = 0 } = await world.open();
  world.clock.set(nextDueAt);
  return { kind: 'case', id, dueAt: nextDueAt };
};

/** An outbound call that was dialled and whose end is queried. */
const dialled = async (world: World): Promise<DueItem> => {
  await world.due();
  const contactId = 'contact-1';
  await world.doCallOut('call-out-1', { do: 'dialled', attempt: 1, contactId, at: world.clock.now() });
  const dueAt = (await world.store.load('call-out', 'call-out-1'))?.nextDueAt ?? 0;
  world.clock.set(dueAt);
  return { kind: 'call-out', id: 'call-out-1', dueAt };
};

export const timers = {
  'sla/clock': {
    committed: {
      given: async (world) => [await late(world)],
      lines: [ticked('case', 'committed')],
    },
    duplicate: {
      given: async (world) => {
        const event = connectContactEvent.parse(inbound('connect-contact-event'));
        await recordContactEvent(world, event);
        const id = event.detail.contactId;
        const dueAt = (await world.store.load('call', id))?.nextDueAt ?? 0;
        world.clock.set(dueAt);
        const item: DueItem = { kind: 'call', id, dueAt };
        // Delivered twice: the other delivery commits between the two reads of this one.
        world.store.race(2, () => runClock(world, item));
        return [item];
      },
      lines: [ticked('call', 'duplicate')],
    },
    unchanged: {
      given: async (world) => {
        const event = anEvent('rida.sla.breached.v1', { subject: (await world.open()).id });
        await collectEscalations(world, [event]);
        return [{ kind: 'digest', id: 'supervisor', dueAt: T }];
      },
      lines: [ticked('digest', 'unchanged')],
    },
    rejected: {
      given: async (world) => {
        const id = 'call-out-1';
        await world.doCallOut(id, aPlan({ notBefore: T }));
        // It is cancelled between two reads.
        world.store.race(2, () => world.doCallOut(id, { do: 'stop', by: 'agent:salem' }));
        return [{ kind: 'call-out', id, dueAt: T }];
      },
      lines: [ticked('call-out', 'rejected')],
    },
    'not-due': {
      given: async (world) => [{ kind: 'case', id: (await world.open()).id, dueAt: T }],
      lines: [ticked('case', 'not-due')],
    },
    'goes-on': {
      given: async (world) => {
        const item = await dialled(world);
        world.contacts.set('contact-1', { initiatedAt: T });
        return [item];
      },
      lines: [ticked('call-out', 'goes-on')],
    },
  },
  'sla/sweep': {
    nothing: { given: async () => [], lines: [] },
    due: {
      given: async (world) => {
        world.store.seed(aCase({ nextDueAt: T - DAY }));
        return [];
      },
      lines: [['info', 'swept', { due: 1, oldestAgeMs: DAY, retimed: 0 }]],
    },
  },
} satisfies Partial<Samples>;
