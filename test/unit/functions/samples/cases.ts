import { propagateLinks } from '#functions/cases/propagate-links.ts';
import { updateAggregate } from '#shared/application/update-aggregate.ts';
import { updatePerson } from '#shared/application/update-person.ts';
import type { PersonCommand } from '#shared/domain/people/decide-person.ts';
import type { Colleague } from '#shared/domain/rules.ts';
import { decideStaff } from '#shared/domain/staff/decide-staff.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { impossible, type Line, type Samples } from '../sample.ts';
import { anEvent, type World } from '../world.ts';

const by = 'agent:salem' as const;

const colleague = (user: string): Colleague => ({
  ...{ user, name: { ar: user, en: user }, email: `${user}@rida.example`, departments: ['operations'] },
  ...{ skills: [], languages: ['ar', 'en'], capacity: 10 },
});
const staffed = (world: World, ...users: readonly string[]): void =>
  world.set({ staff: new Map(users.map((user) => [user, colleague(user)])), assignment: 'least-loaded' });
const opened = async (world: World) => {
  await world.open();
  return world.event('rida.case.opened.v1');
};
const absent = (world: World) =>
  updateAggregate(
    world.store,
    { kind: 'staff', id: 'huda', cause: 'absence', by, at: T, recordedAt: T },
    (before) => decideStaff('huda', before, { do: 'plan-absence', from: T, until: T + DAY, by }, T),
  );
const assigned = (outcome: string): Line => ['info', 'assigned', { outcome }];
const followed = (outcome: string): Line => ['info', 'related', { outcome }];

/** Two cases, one of which is the parent of the other. */
const linked = async (world: World) => {
  const [pipe, call] = [await world.open(), await world.open({ cause: 'the other' })];
  await world.do(call.id, { do: 'link', to: pipe.id, as: 'parent', by });
  return { pipe, call, event: world.event('rida.case.linked.v1') };
};
const doPerson = (world: World, id: string, command: PersonCommand) =>
  updatePerson(world.store, { id, command, by, cause: `${command.do} ${id}`, at: T, recordedAt: T });

export const cases = {
  'cases/assign': {
    assigned: {
      given: async (world) => {
        staffed(world, 'huda');
        return [await opened(world)];
      },
      lines: [assigned('1 assigned')],
    },
    'by-hand': { given: async (world) => [await opened(world)], lines: [assigned('by-hand')] },
    'not-wanted': {
      given: async (world) => {
        staffed(world, 'huda');
        const event = await opened(world);
        await world.do(event.subject, { do: 'assign', to: 'salem', by });
        return [event];
      },
      lines: [assigned('not-wanted')],
    },
    nobody: {
      given: async (world) => {
        staffed(world, 'huda');
        await absent(world);
        return [await opened(world)];
      },
      lines: [assigned('nobody')],
    },
    outdated: {
      given: async () => [anEvent('rida.agent.absent.v1', { subject: 'huda' })],
      lines: [assigned('outdated')],
    },
    'handed over': {
      given: async (world) => {
        staffed(world, 'huda');
        const { subject } = await opened(world);
        await world.do(subject, { do: 'assign', to: 'huda', by });
        await absent(world);
        return [anEvent('rida.agent.absent.v1', { subject: 'huda' })];
      },
      lines: [assigned('1 handed over')],
    },
  },
  'cases/draw-checks': {
    done: {
      given: async (world) => {
        const { id } = await world.open();
        await world.do(id, { do: 'assign', to: 'salem', by });
        await world.do(id, { do: 'resolve', as: 'done', outcome: 'تم', by });
        await world.do(id, { do: 'close', reason: 'finished', by });
        world.clock.advance(7 * DAY);
        return [];
      },
      lines: [['info', 'checks-drawn', { closures: 1, conversations: 1 }]],
    },
  },
  'cases/recount': {
    done: {
      given: async (world) => {
        staffed(world, 'huda');
        await opened(world);
        await world.store.correctCount('huda', 0, 3);
        return [];
      },
      lines: [['info', 'recounted', { corrected: 1, assigned: 1 }]],
    },
  },
  'cases/propagate-links': {
    committed: { given: async (world) => [(await linked(world)).event], lines: [followed('committed')] },
    duplicate: {
      given: async (world) => {
        const { event } = await linked(world);
        await propagateLinks(world, event);
        return [event];
      },
      lines: [followed('duplicate')],
    },
    rejected: {
      given: async (world) => {
        const { pipe, call, event } = await linked(world);
        await world.do(pipe.id, { do: 'link', to: call.id, as: 'child', by });
        return [event];
      },
      lines: [followed('rejected')],
    },
    unchanged: impossible('A link, a merge and a join always have an event or are rejected.'),
    outdated: {
      given: async (world) => {
        const { pipe, call, event } = await linked(world);
        await world.do(call.id, { do: 'unlink', to: pipe.id, as: 'parent', by });
        return [event];
      },
      lines: [followed('outdated')],
    },
    'nothing-to-do': {
      given: async (world) => {
        const { id } = await world.open();
        await world.do(id, { do: 'resolve', as: 'done', outcome: 'تم', by });
        return [world.event('rida.case.resolved.v1')];
      },
      lines: [followed('nothing-to-do')],
    },
    children: {
      given: async (world) => {
        const { pipe, event } = await linked(world);
        await propagateLinks(world, event);
        await world.do(pipe.id, { do: 'resolve', as: 'done', outcome: 'تم', by });
        return [world.event('rida.case.resolved.v1')];
      },
      lines: [followed('1 children')],
    },
    counts: {
      given: async (world) => {
        await doPerson(world, 'b-omar', { do: 'join', other: 'b-ali', by });
        return [world.event('rida.beneficiary.joined.v1')];
      },
      lines: [followed('counts')],
    },
  },
  'cases/erase': {
    erased: {
      given: async (world) => {
        const { id } = await world.open();
        await world.do(id, { do: 'resolve', as: 'done', outcome: 'تم', by });
        await world.do(id, { do: 'close', reason: 'finished', by });
        await world.do(id, { do: 'erase', because: 'request', by });
        return [world.event('rida.case.erased.v1')];
      },
      lines: [['info', 'erased', { outcome: 'erased' }]],
    },
    cases: {
      given: async (world) => {
        await world.open();
        await doPerson(world, 'b-norah', { do: 'erase', by });
        return [world.event('rida.beneficiary.erased.v1')];
      },
      lines: [['info', 'erased', { outcome: '1 cases' }]],
    },
  },
  'cases/index-case': {
    indexed: {
      given: async (world) => {
        await world.open();
        return [world.event('rida.case.opened.v1')];
      },
      lines: [['info', 'case-indexed', { outcome: 'indexed' }]],
    },
    removed: {
      given: async (world) => {
        const { id } = await world.open();
        await world.do(id, { do: 'resolve', as: 'done', outcome: 'تم', by });
        await world.do(id, { do: 'close', reason: 'finished', by });
        await world.do(id, { do: 'erase', because: 'request', by });
        return [world.event('rida.case.closed.v1')];
      },
      lines: [['info', 'case-indexed', { outcome: 'removed' }]],
    },
  },
  'cases/apply-retention': {
    done: {
      given: async (world) => {
        const at = T - shippedRules.eraseAfterMs - DAY;
        world.store.seed(aCase({ status: 'closed', closing: { at, reason: 'finished' } }));
        return [];
      },
      lines: [['info', 'retained', { erased: 1, more: false }]],
    },
  },
} satisfies Partial<Samples>;
