import {
  decideStaff,
  type StaffCommand,
  type StaffRejection,
  staffStaleness,
} from '#shared/domain/staff/decide-staff.ts';
import { fieldsOf } from '#shared/domain/staleness.ts';
import type { Store } from '#shared/ports/store.ts';
import { type AggregateOutcome, type AggregateUpdate, updateAggregate } from './update-aggregate.ts';

export interface StaffRequest extends Omit<AggregateUpdate<'staff'>, 'kind'> {
  readonly command: StaffCommand;
}

/** Handle a command on a member of staff. One cause commits once. */
export const updateStaff = (
  store: Store,
  { command, ...change }: StaffRequest,
): Promise<AggregateOutcome<'staff', StaffRejection>> =>
  updateAggregate<'staff', StaffRejection>(
    store,
    { kind: 'staff', ...change },
    (before) => decideStaff(change.id, before, command, change.recordedAt),
    fieldsOf(staffStaleness[command.do]),
  );
