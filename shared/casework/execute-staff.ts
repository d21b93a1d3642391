import { decideStaff, type StaffCommand, type StaffRejection } from '#shared/domain/staff/decide-staff.ts';
import type { Store } from '#shared/ports/store.ts';
import { type Changed, changeHead, type HeadChange } from './change-head.ts';

export interface StaffRequest extends Omit<HeadChange<'staff'>, 'kind'> {
  readonly command: StaffCommand;
}

/** Carries out a command on a member of staff's absences; the same cause commits once. */
export const executeStaff = (
  store: Store,
  { command, ...change }: StaffRequest,
): Promise<Changed<'staff', StaffRejection>> =>
  changeHead<'staff', StaffRejection>(store, { kind: 'staff', ...change }, (before) =>
    decideStaff(change.id, before, command, change.recordedAt),
  );
