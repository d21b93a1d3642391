/**
 * Fields that name or lead to a person: beneficiaries, members of staff, and words that somebody typed.
 * @internal exported for tests
 */
export const LEFT_OUT: ReadonlySet<string> = new Set([
  'agent',
  'assignee',
  'beneficiaryId',
  'holder',
  'number',
  'owner',
  'rawKey',
  'staffToNotify',
  'unassigned',
  'user',
]);

/**
 * Fields that name a member of staff in events of these types alone.
 * @internal exported for tests
 */
export const LEFT_OUT_OF: Readonly<Record<string, ReadonlySet<string>>> = {
  'rida.case.assigned.v1': new Set(['from', 'to']),
  'rida.case.unassigned.v1': new Set(['from']),
  'rida.task.assigned.v1': new Set(['from', 'to']),
};

/** The field that names the actor of an event. */
const ACTOR = 'by';

const kindOfActor = (actor: unknown): unknown =>
  typeof actor === 'string' && actor.startsWith('agent:') ? 'agent' : actor;

function without(value: unknown, isLeftOut: (name: string) => boolean): unknown {
  if (Array.isArray(value)) return value.map((one) => without(one, isLeftOut));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !isLeftOut(name))
      .map(([name, one]) => [name, name === ACTOR ? kindOfActor(one) : without(one, isLeftOut)]),
  );
}

/** Return the data of an event without persons. Of a member of staff who acted only `agent` remains. */
export function exportedData(type: string, data: object): Record<string, unknown> {
  const own = LEFT_OUT_OF[type];
  return without(data, (name) => LEFT_OUT.has(name) || own?.has(name) === true) as Record<string, unknown>;
}
