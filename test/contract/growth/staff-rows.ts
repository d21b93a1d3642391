import type { EventsOf } from '#events/registry.ts';
import { assign } from '#functions/cases/assign.ts';
import { recountOne } from '#functions/cases/recount.ts';
import type { Item } from '#shared/adapters/table/item.ts';
import { stateItem } from '#shared/adapters/table/state-item.ts';
import { workloadItem } from '#shared/adapters/table/workload-item.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { updateStaff } from '#shared/application/update-staff.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import type { Colleague, Rules } from '#shared/domain/rules.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import { aBeneficiary, aCase, aReference } from '#test/builders/a-case.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { fixedClock, WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { causeOf } from '../changes.ts';
import { SHARDS } from './ground.ts';
import type { Act, Growth } from './growth.ts';

const STAFF = 20;
const AWAY = 30;
const COUNTED = 3;
const clock = fixedClock();

const colleague = (user: string): Colleague => ({
  ...{ user, name: { ar: user, en: user }, email: `${user}@rida.example`, departments: ['operations'] },
  ...{ skills: ['parks'], languages: ['ar'], capacity: 1000 },
});
/** Members of staff who may take cases of parks. No colleague may take the other cases, which wait. */
const rules: Rules = {
  ...shippedRules,
  assignment: 'least-loaded',
  staff: new Map(Array.from({ length: STAFF }, (_, n) => [`agent-${n}`, colleague(`agent-${n}`)])),
};
const source = { current: async () => rules };

const ids = Array.from({ length: 100_000 }, () => aReference());

/** The holder of the first cases of a size: a user who leaves, and a user whose cases are counted again. */
const holderOf = (nth: number, size: number): string | undefined =>
  nth < AWAY ? `away-${size}` : nth < AWAY + COUNTED ? `counted-${size}` : undefined;

/** Half of the cases are held by others, and half of them wait. Some are held by somebody who leaves at this size. */
function* casesOf(from: number, to: number): Generator<Item> {
  for (let n = from; n < to; n += 1) {
    const holder = holderOf(n - from, to) ?? (n % 2 === 0 ? `other-${n % 500}` : undefined);
    const supportCase = aCase({
      ...{ id: ids[n] ?? aReference(), openedAt: T - n, nextDueAt: T + n, category: 'roads' },
      ...(holder !== undefined && { assignee: holder }),
    });
    yield stateItem('case', supportCase, SHARDS);
  }
  for (let n = 0; n < STAFF; n += 1) yield workloadItem(`agent-${n}`, 3);
}

const command = async (
  { store }: Parameters<Act>[0],
  id: string,
  wanted: CaseCommand,
  cause: string,
): Promise<void> => {
  const trace = { at: T, recordedAt: T, correlationId: cause, causationId: cause };
  await handleCommand({ store, rules }, { id, command: wanted, cause, by: 'agent:boss', ...trace });
};

/** Open a case, and return its id. */
const open = async (ground: Parameters<Act>[0], name: string): Promise<string> => {
  const { id, type, category, department, subject, segment, channel, language, priority } = aCase({
    category: 'parks',
  });
  const given = { id, type, category, department, subject, segment, channel, language, priority };
  await command(ground, id, { do: 'open', ...given, beneficiary: aBeneficiary() }, causeOf(name));
  return id;
};

const eventAbout = (type: string, subject: string, version: number, data: object) => {
  const cause = causeOf(`${type} ${subject}`);
  const at = isoInstant(T);
  return {
    ...{ id: cause, type, source: 'rida.desk', subject, subjectVersion: version, time: at, recordedTime: at },
    ...{ correlationId: cause, causationId: cause, data },
  } as unknown as EventsOf<'cases/assign'>;
};

const opens =
  (name: string): Act =>
  async (ground, size) => {
    const id = await open(ground, `${name} ${size}`);
    await assign({ ...ground, clock, rules: source }, eventAbout('rida.case.opened.v1', id, 1, {}));
  };

const ends: Act = async (ground, size) => {
  const id = await open(ground, `ends ${size}`);
  const deps = { ...ground, clock, rules: source };
  await command(ground, id, { do: 'assign', to: 'agent-3', by: 'agent:boss' }, causeOf(`held ${size}`));
  await assign(deps, eventAbout('rida.case.assigned.v1', id, 2, { to: 'agent-3', by: 'agent:boss' }));
  await command(
    ground,
    id,
    { do: 'resolve', as: 'done', outcome: 'تم', by: 'agent:boss' },
    causeOf(`done ${size}`),
  );
  await assign(deps, eventAbout('rida.case.resolved.v1', id, 3, { by: 'agent:boss' }));
};

const leaves: Act = async (ground, size) => {
  const user = `away-${size}`;
  await updateStaff(ground.store, {
    ...{ id: user, cause: causeOf(`leaves ${size}`), by: 'agent:boss', at: T, recordedAt: T },
    command: { do: 'plan-absence', from: T, by: 'agent:boss' },
  });
  const absent = eventAbout('rida.agent.absent.v1', user, 1, { by: 'agent:boss' });
  await assign({ ...ground, clock, rules: source }, absent);
};

export const staffGrowth: Growth = {
  what: 'open cases, of which half wait for an assignee',
  items: casesOf,
  acts: {
    'a new case is assigned': opens('new'),
    'a case is given by hand and ends': ends,
    'thirty cases are handed over': leaves,
    'the cases of one are counted again': ({ store }, size) =>
      recountOne({ store, clock }, rules, `counted-${size}`),
  },
};

/** The number of staff who may take a case. */
const manyStaff = (size: number): Rules => ({
  ...rules,
  staff: new Map(
    Array.from({ length: size }, (_, n) => {
      const user = `agent-${n}`;
      return [user, { ...colleague(user), departments: [n < STAFF ? 'operations' : 'planning'] }];
    }),
  ),
});

export const colleagueGrowth: Growth = {
  what: 'members of staff of other departments',
  *items(from, to) {
    for (let n = from; n < to; n += 1) yield workloadItem(`agent-${n}`, 3);
  },
  acts: {
    'a new case is assigned': async (ground, size) => {
      const many = manyStaff(size);
      const id = await open(ground, `staffed ${size}`);
      const deps = { ...ground, clock, rules: { current: async () => many } };
      await assign(deps, eventAbout('rida.case.opened.v1', id, 1, {}));
    },
  },
};
