import { readdirSync, readFileSync } from 'node:fs';
import type { RidaEvent } from '#events/registry.ts';

const response = { clock: 'firstResponse', kept: true, workingMinutes: 95, department: 'operations' };
/** Fields that a sample leaves out. */
const MORE: Readonly<Record<string, object>> = {
  'rida.message.sent.v1': { by: 'agent:noura', response },
  'rida.contact.logged.v1': {
    by: 'agent:omar',
    response: { ...response, clock: 'nextResponse', kept: false },
  },
  'rida.sla.breached.v1': { holder: 'department' },
  'rida.case.resolved.v1': {
    priority: 'normal',
    assignee: 'noura',
    district: 'nuzhah',
    service: 'gone-service',
  },
  'rida.case.opened.v1': { district: 'nuzhah', service: 'building-permit' },
};

/** The other kind of check, which has no sample of its own. */
const CLOSURE = {
  subject: 'closure-audit-2026-11-15-1',
  data: { kind: 'closure-audit', verdict: 'not-finished', marks: undefined, department: 'operations' },
};

/** Return a history with each sample of an event, as often as asked, so that every table of the figures has rows. */
export function everyEvent(times: number): RidaEvent[] {
  const folder = new URL('../../events/samples/', import.meta.url);
  const samples = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name): RidaEvent => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
  const closures = samples
    .filter(({ type }) => type === 'rida.check.recorded.v1')
    .map((sample) => ({ ...sample, ...CLOSURE, data: { ...sample.data, ...CLOSURE.data } }) as RidaEvent);
  return [...samples, ...closures].flatMap((sample, at) =>
    Array.from({ length: times }, (_, n) => ({
      ...sample,
      ...{ id: `${at}-${n}`, data: { ...sample.data, ...MORE[sample.type] } },
    })),
  ) as RidaEvent[];
}
