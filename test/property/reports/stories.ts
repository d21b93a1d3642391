import type { RidaEvent } from '#events/registry.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { isSetAside } from '#shared/domain/cases/set-aside.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import type { Lived } from '../cases/lives.ts';

/** The draft of an event with its time, as the relay publishes it. */
const published = (draft: Pick<RidaEvent, 'type' | 'data'>, at: number, id: string): RidaEvent =>
  ({
    ...draft,
    ...{ id, source: 'rida.desk', subject: 'x', subjectVersion: 1, correlationId: 'c', causationId: 'c' },
    ...{ time: new Date(at).toISOString(), recordedTime: new Date(at).toISOString() },
  }) as RidaEvent;

const openedOf = ({ type, channel, department, category, segment, language, priority, ...one }: Case) => ({
  type: 'rida.case.opened.v1' as const,
  data: {
    ...{ type, channel, department, category, segment, language, priority },
    ...{ beneficiaryId: one.beneficiary.id, acknowledge: false },
    ...(isSetAside(one as Case) && { setAside: true as const }),
  },
});

export interface Story {
  readonly events: readonly RidaEvent[];
  readonly end: Case;
}

/** The events of a case, from its opening to the end of a random history. */
export function storyOf(first: Case, lived: readonly Lived[], name: string): Story {
  const opening = [
    published(openedOf(first), WORKING_MORNING, `${name}-opened`),
    ...(first.quarantine === undefined
      ? []
      : [
          published(
            {
              type: 'rida.mail.quarantined.v1',
              data: { reason: first.quarantine, rawKey: 'raw/1', department: first.department },
            },
            WORKING_MORNING,
            `${name}-quarantined`,
          ),
        ]),
  ];
  const later = lived.flatMap(({ events, happenedAt }, step) =>
    events.map((draft, at) => published(draft, happenedAt, `${name}-${step}-${at}`)),
  );
  return { events: [...opening, ...later], end: lived.at(-1)?.after ?? first };
}
