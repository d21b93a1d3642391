import { updateStaff } from '#shared/application/update-staff.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { changedStaff } from '#shared/domain/staff/changed-staff.ts';
import type { Clock, RulesSource } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import type { DueItem } from './due-item.ts';

export interface CompareRosterDeps {
  readonly store: Store;
  readonly rules: RulesSource;
  readonly clock: Clock;
  /** Return the rules of a settings version; undefined for a version that does not exist. */
  pastRules(version: number): Promise<Rules | undefined>;
}

export type RosterOutcome = `${number} listed, ${number} removed`;

/**
 * Publish which members of staff new settings add, change or remove, so that waiting cases are assigned to those who
 * have room now, and the cases of those who left are handed over. Each change of a settings version is published once.
 */
export async function compareRoster(
  { store, rules, clock, pastRules }: CompareRosterDeps,
  { from, to }: NonNullable<DueItem['retime']>,
): Promise<RosterOutcome> {
  const inForce = await rules.current();
  // The sweep loaded these settings before this process. The queue retries the message.
  if (inForce.version < to) throw new Error(`the settings in force are older than version ${to}; try again`);
  const { listed, removed } = changedStaff(await pastRules(from), inForce);
  const now = clock.now();
  const publish = (id: string, does: 'list' | 'remove') =>
    updateStaff(store, {
      ...{ id, command: { do: does }, by: 'rida', at: now, recordedAt: now },
      cause: causeId(`roster:${inForce.version}:${does}:${id}`),
    });
  for (const user of listed) await publish(user, 'list');
  for (const user of removed) await publish(user, 'remove');
  return `${listed.length} listed, ${removed.length} removed`;
}
