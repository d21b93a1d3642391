import type { CaseStatus } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { type CaseAct, type CaseHolder, planCaseActs } from './case-acts.ts';
import type { Random } from './random.ts';
import { DEPARTMENT_ANSWERS, DEPARTMENT_QUESTIONS, NOTES } from './texts/sentences.ts';
import {
  active,
  type CaseFacts,
  close,
  exchange,
  letter,
  reply,
  resolution,
  split,
  surveyAnswer,
  workedFor,
} from './usual-acts.ts';
import { afterWork, type World } from './world.ts';

/** The rare courses of a case. Each has its own numbers of contacts, so that the shortest example has it too. */
export type Course =
  | 'long'
  | 'split'
  | 'merged'
  | 'erased'
  | 'reopened'
  | 'called back'
  | 'set aside'
  | 'investor'
  | 'handed over';
const COURSES: ReadonlyMap<number, Course> = new Map([
  [5, 'set aside'],
  [9, 'long'],
  [14, 'split'],
  [20, 'reopened'],
  [25, 'handed over'],
  [28, 'merged'],
  [31, 'called back'],
  [34, 'investor'],
  [40, 'erased'],
  [52, 'investor'],
]);
const OF_A_THOUSAND = 1_000;

/** Return the special course of the n-th contact. */
export const courseOf = (n: number): Course | undefined => COURSES.get(n % OF_A_THOUSAND);

/** The share of cases that wait months for something the beneficiary must bring. Their clocks are paused. */
const WAITING = 0.08;

/** A question to the department and its answer a few days later. */
function departmentQuestion(world: World, at: number, { draw, targets }: CaseFacts): CaseAct[] {
  const answeredAt = afterWork(world.rules(), at, workedFor(draw, targets.departmentMinutes));
  const openRequest = ({ requests = [] }: Case) => requests.find(({ ended }) => !ended);
  return [
    {
      ...{ at, name: 'ask', text: draw.pick(DEPARTMENT_QUESTIONS) },
      command: (supportCase, by) =>
        active(supportCase)
          ? { do: 'ask-department', department: supportCase.department, asks: true, by }
          : undefined,
    },
    {
      ...{ at: answeredAt, name: 'answer', by: 'department:operations', text: draw.pick(DEPARTMENT_ANSWERS) },
      command: (supportCase, by) => {
        const request = openRequest(supportCase);
        return request && active(supportCase)
          ? { do: 'answer-request', request: request.id, says: true, by }
          : undefined;
      },
    },
  ];
}

/** Work between the first answer and the resolution. */
function workOn(world: World, from: number, until: number, facts: CaseFacts): CaseAct[] {
  const { draw, language } = facts;
  const between = () => from + draw.next() * Math.max(0, until - from);
  const acts: CaseAct[] = [];
  const sometimes = (probability: number, more: () => readonly CaseAct[]): void => {
    if (draw.chance(probability)) acts.push(...more());
  };
  sometimes(0.3, () => [
    {
      ...{ at: between(), name: 'note', text: draw.pick(NOTES[language]) },
      command: (_, by) => ({ do: 'note', by }),
    },
  ]);
  sometimes(0.15, () => {
    const at = between();
    const answeredAt = at + draw.int(1, 40) * HOUR;
    return [
      reply('question', at, facts, 'pending-beneficiary'),
      ...exchange(world, 'its answer', answeredAt, facts),
    ];
  });
  sometimes(0.15, () => departmentQuestion(world, between(), facts));
  sometimes(0.08, () => {
    const at = between();
    const dueAt = afterWork(world.rules(), at, draw.int(3, 20) * HOUR);
    return [
      {
        ...{ at, name: 'promise' },
        command: (supportCase, by) => (active(supportCase) ? { do: 'promise', dueAt, by } : undefined),
      },
      ...(draw.chance(0.8) ? [reply('as promised', dueAt - draw.int(-60, 120) * MINUTE, facts)] : []),
    ];
  });
  sometimes(0.06, () => [
    {
      ...{ at: between(), name: 'reclassify' },
      command: ({ priority }, by) => ({
        ...{ do: 'reclassify', by },
        to: { priority: priority === 'normal' ? 'high' : 'normal' },
      }),
    },
  ]);
  sometimes(0.05, () => [handOver(world, between(), draw)]);
  sometimes(0.04, () => [
    {
      ...{ at: between(), name: 'watch' },
      command: ({ id, department, watchers }, by) => {
        const user = world.present(department, id).at(-1);
        return user === undefined || watchers?.includes(user) ? undefined : { do: 'watch', user, by };
      },
    },
  ]);
  sometimes(0.1, () => [
    {
      ...{ at: between(), name: 'contact', text: draw.pick(NOTES[language]) },
      command: (supportCase, by) =>
        active(supportCase) ? { do: 'log-contact', means: draw.pick(['phone', 'visit']), by } : undefined,
    },
  ]);
  sometimes(0.1, () => exchange(world, 'reminder', between(), facts));
  return acts;
}

const handOver = (world: World, at: number, draw: Random): CaseAct => ({
  ...{ at, name: 'hand over' },
  command: ({ id, department, assignee }, by) => {
    const others = world.present(department, id).filter((user) => user !== assignee);
    return others.length === 0 ? undefined : { do: 'assign', to: draw.pick(others), by };
  },
});

/** A correspondence of hundreds of messages. */
function longCorrespondence(world: World, { openedAt, ...facts }: CaseFacts): CaseAct[] {
  const { draw } = facts;
  const rounds = draw.int(40, 170);
  const pace = Math.min(draw.int(4, 20) * HOUR, (world.until - openedAt) / (rounds + 1));
  return Array.from({ length: rounds }, (_, round) => {
    const at = openedAt + (round + 1) * pace;
    return [
      letter(`letter ${round}`, at, { openedAt, ...facts }),
      reply(`reply ${round}`, afterWork(world.rules(), at, HOUR), { openedAt, ...facts }),
    ];
  }).flat();
}

/** A later case about the same matter goes into an earlier one, or is linked with it. */
function relations(world: World, { openedAt, draw, category, course }: Opened): CaseAct[] {
  const acts: CaseAct[] = [];
  const isOther = (own: string) => (ref: string) => ref !== own;
  const other = (own: string) =>
    world.recent.get(category)?.findLast(isOther(own)) ??
    // An ordinary case without an earlier one of its category stays alone.
    (course === 'merged' ? [...world.recent.values()].flat().findLast(isOther(own)) : undefined);
  if (course === 'merged' || draw.chance(0.03)) {
    acts.push({
      ...{ at: openedAt + (course === 'merged' ? 10 : draw.int(10, 300)) * MINUTE, name: 'merge' },
      command: (supportCase, by) => {
        const into = other(supportCase.id);
        return into !== undefined && active(supportCase) ? { do: 'merge', into, by } : undefined;
      },
    });
  } else if (draw.chance(0.02)) {
    acts.push({
      ...{ at: openedAt + draw.int(10, 300) * MINUTE, name: 'link' },
      command: (supportCase, by) => {
        const to = other(supportCase.id);
        return to === undefined ? undefined : { do: 'link', to, as: 'related', by };
      },
    });
  }
  return acts;
}

export interface Opened extends CaseFacts {
  readonly holder: CaseHolder;
  readonly category: string;
  /** The id of the message that opened the case. */
  readonly opening: string;
  readonly course: Course | undefined;
}

const PENDING: readonly CaseStatus[] = ['pending-department', 'open'];

/** Plan the life of a case after its opening. */
export function planLife(world: World, opened: Opened): void {
  const { draw, openedAt, hasEmail, holder, course, opening, targets } = opened;
  const rules = world.rules();
  const work = (minutes: number | undefined): number => workedFor(draw, minutes);
  const firstAt = afterWork(rules, openedAt, work(targets.firstResponseMinutes));
  const isWaiting = draw.chance(WAITING);
  const workedAt = Math.max(
    firstAt + 10 * MINUTE,
    afterWork(rules, openedAt, work(targets.resolutionMinutes)),
  );
  const endAt = isWaiting ? workedAt + draw.int(30, 300) * DAY : workedAt;
  const acts: CaseAct[] = [...relations(world, opened)];
  if (isWaiting) acts.push(reply('first question', firstAt, opened, 'pending-beneficiary'));
  else if (draw.chance(0.95)) acts.push(reply('first answer', firstAt, opened));
  acts.push(...workOn(world, firstAt, workedAt, opened));
  if (draw.chance(0.15)) {
    const to = draw.pick(PENDING);
    acts.push({
      ...{ at: firstAt + 5 * MINUTE, name: 'status' },
      command: (supportCase, by) =>
        active(supportCase) && supportCase.status !== to ? { do: 'set-status', to, by } : undefined,
    });
  }
  if (course === 'split') acts.push(split(openedAt + 15 * MINUTE, opening));
  else if (hasEmail && draw.chance(0.01)) acts.push(split(firstAt + 20 * MINUTE, opening));
  if (course === 'long') acts.push(...longCorrespondence(world, opened));
  if (course === 'handed over') acts.push(handOver(world, openedAt + 10 * MINUTE, draw));
  if (course === 'reopened') {
    acts.push(resolution('early end', openedAt + 20 * MINUTE, opened));
    acts.push(letter('objection', openedAt + 50 * MINUTE, opened));
  }
  if (draw.chance(0.02)) acts.push(close(endAt - MINUTE));
  acts.push(resolution('resolve', endAt, opened));
  // A case that was reopened is resolved again; for others these acts find nothing to do.
  const again = (name: string, from: number): CaseAct =>
    resolution(name, afterWork(rules, from, work(targets.resolutionMinutes)), opened);
  if (draw.chance(0.35)) {
    const answeredAt = endAt + DAY + draw.int(2, 60) * HOUR;
    acts.push(surveyAnswer('survey', answeredAt, opened), again('resolve after the survey', answeredAt));
  }
  if (draw.chance(0.05)) {
    const writtenAt = endAt + draw.int(1, 9) * DAY;
    acts.push(letter('reopen', writtenAt, opened), again('resolve again', writtenAt));
  }
  acts.push(again('last', endAt + 10 * DAY));
  planCaseActs(world, holder, acts);
}
