import type { RidaEvent } from '#events/registry.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import { CASE_LINE, type CaseLine, EVENT_LINE, type EventLine, type ExportedKind } from './export-schema.ts';
import { exportedData } from './exported-data.ts';

/** Convert a published event to a line of the export. */
export const eventLine = (event: RidaEvent, kind: ExportedKind, dt: string): EventLine => ({
  ...{ schema: EVENT_LINE, dt, id: event.id, type: event.type, source: event.source },
  ...{ kind, subject: event.subject, subject_version: event.subjectVersion },
  ...{ time: event.time, recorded_time: event.recordedTime },
  ...{ correlation_id: event.correlationId, causation_id: event.causationId },
  data: exportedData(event.type, event.data),
});

const at = (instant: number | undefined): string | null =>
  instant === undefined ? null : isoInstant(instant);

/** Convert a case, as it was after a commit, to a line of the export. It has no words and no person. */
export function caseLine(
  found: Case,
  dt: string,
  { version, recordedAt }: { readonly version: number; readonly recordedAt: number },
): CaseLine {
  const { survey, resolution, closing } = found;
  const answer = survey?.state === 'answered' ? survey : undefined;
  return {
    ...{ schema: CASE_LINE, dt, reference: found.id, version, updated_at: isoInstant(recordedAt) },
    ...{ type: found.type, category: found.category, department: found.department },
    ...{ service: found.service ?? null, district: found.place?.district ?? null },
    ...{ segment: found.segment, channel: found.channel, language: found.language },
    ...{ priority: found.priority, status: found.status, is_assigned: found.assignee !== undefined },
    is_set_aside: found.quarantine !== undefined || found.automatic !== undefined,
    ...{
      escalation_level: found.level,
      escalated_at: at(found.escalatedAt),
      deadline_at: at(found.deadlineAt),
    },
    ...{ opened_at: isoInstant(found.openedAt), reopened: found.generation },
    ...{ resolved_at: at(resolution?.at), outcome: resolution?.as ?? null },
    ...{ closed_at: at(closing?.at), closing_reason: closing?.reason ?? null },
    merged_into: found.merged?.into ?? null,
    ...{ confirmation: found.confirmation?.state ?? null, survey: survey?.state ?? null },
    ...{ survey_score: answer?.score ?? null, survey_finished: answer?.finished ?? null },
    erased_at: at(found.erased?.at),
  };
}
