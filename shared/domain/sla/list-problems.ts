import { everyOf } from '../every-of.ts';
import type { Calendar } from './calendar.ts';
import type { PolicyConditions, SlaPolicy } from './policy.ts';
import { CLOCK_NAMES, PRIORITIES, targetOf } from './policy.ts';

/** A problem between valid calendars or policies of one list: path and expected value. */
export interface ListProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/**
 * Check the variants of a list. A variant must name an existing calendar that is not itself a variant, must
 * have a scope or validity, and must not compete with an equally specific variant.
 */
export function calendarListProblems(calendars: readonly Calendar[]): readonly ListProblem[] {
  const calendarById = new Map(calendars.map((calendar) => [calendar.id, calendar]));
  return calendars.flatMap(({ id, variantOf, scope, validity }, at): ListProblem[] => {
    if (variantOf === undefined) {
      const message = 'expected variantOf: only a variant of another calendar has a scope';
      return scope !== undefined ? [{ path: [at, 'variantOf'], message }] : [];
    }
    const original = calendarById.get(variantOf);
    if (original === undefined || original.variantOf !== undefined || variantOf === id) {
      const message = `expected the id of a calendar that is not itself a variant, got "${variantOf}"`;
      return [{ path: [at, 'variantOf'], message }];
    }
    if (scope === undefined && validity === undefined) {
      return [
        { path: [at], message: 'expected a scope or a validity: this variant would replace the original' },
      ];
    }
    if (validity?.to !== undefined && validity.to < validity.from) {
      return [{ path: [at, 'validity', 'to'], message: `expected a date from ${validity.from} on` }];
    }
    const rival = calendars.slice(0, at).find((earlier) => rivals(earlier, { variantOf, scope, validity }));
    if (rival === undefined) return [];
    const message = `expected other places or dates than those of "${rival.id}", which is a variant of "${variantOf}" too`;
    return [{ path: [at], message }];
  });
}

type Reach = Pick<Calendar, 'variantOf' | 'scope' | 'validity'>;

/** Return true when two variants of one calendar are equally specific for a common place and time. */
function rivals(a: Reach, b: Reach): boolean {
  return (
    a.variantOf === b.variantOf &&
    shareOne(a.scope?.departments, b.scope?.departments) &&
    shareOne(a.scope?.cities, b.scope?.cities) &&
    overlap(a.validity, b.validity)
  );
}

function shareOne(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a === undefined || b === undefined ? a === b : a.some((name) => b.includes(name));
}

/** A variant with dates precedes one without, so the two never compete. */
function overlap(a: Calendar['validity'], b: Calendar['validity']): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (a.to === undefined || b.from <= a.to) && (b.to === undefined || a.from <= b.to);
}

const CONDITIONS = everyOf<keyof PolicyConditions>()([
  'types',
  'categories',
  'segments',
  'priorities',
  'channels',
  'departments',
]);

/** Return true when `first` matches everything that `second` matches. */
const covers = (first: PolicyConditions, second: PolicyConditions): boolean =>
  CONDITIONS.every((name) => {
    const mine: readonly string[] | undefined = first[name];
    const theirs: readonly string[] | undefined = second[name];
    return mine === undefined || (theirs?.every((value) => mine.includes(value)) ?? false);
  });

/**
 * Check policies in their order: each must be able to match, the last must match every remaining case, and a
 * ladder may watch only clocks with a target.
 */
export function policyListProblems(policies: readonly SlaPolicy[]): readonly ListProblem[] {
  const problems = policies.flatMap((policy, at): ListProblem[] => {
    const empty = CONDITIONS.find((name) => policy.when[name]?.length === 0);
    if (empty !== undefined) {
      return [
        { path: [at, 'when', empty], message: 'expected at least one value: this policy matches nothing' },
      ];
    }
    const earlier = policies.slice(0, at).find(({ when }) => covers(when, policy.when));
    if (earlier !== undefined) {
      const message = `expected a case that "${earlier.id}" before it does not match: this policy matches nothing`;
      return [{ path: [at, 'when'], message }];
    }
    return untargeted(policy).map((clock) => ({
      path: [at, 'targets'],
      message: `expected a target of "${clock}" for at least one priority, because the ladder watches it`,
    }));
  });
  const last = policies.at(-1);
  const open = last === undefined || CONDITIONS.every((name) => last.when[name] === undefined);
  if (!open) {
    problems.push({
      path: [policies.length - 1, 'when'],
      message: 'expected no condition: the last policy must match every remaining case',
    });
  }
  return problems;
}

/**
 * Return the clocks that the ladder names and no priority sets a target for. A promise and a contact of a plan have
 * their own due time.
 */
const untargeted = (policy: SlaPolicy): string[] =>
  CLOCK_NAMES.filter(
    (clock) =>
      clock !== 'followUp' &&
      clock !== 'touch' &&
      policy.ladder.some((rung) => rung.clock === clock) &&
      PRIORITIES.every((priority) => targetOf(policy, priority, clock) === null),
  );
