import type { Commit } from '#shared/ports/store.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { aReference } from './a-case.ts';

/** The commit that changed the status of a case to `open`. A test overrides the fields it needs. */
export const aCommit = (over: Partial<Commit> = {}): Commit => {
  const at = over.at ?? WORKING_MORNING;
  return {
    kind: 'case',
    id: over.id ?? aReference(),
    version: 2,
    cause: 'moved-it',
    by: 'agent:salem',
    at,
    recordedAt: at,
    correlationId: 'opened-it',
    causationId: 'moved-it',
    events: [
      {
        type: 'rida.case.status-changed.v1',
        data: { from: 'new', to: 'open', by: over.by ?? 'agent:salem' },
      },
    ],
    patch: { status: 'open' },
    ...over,
  };
};
