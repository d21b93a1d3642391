import { decreed } from '#functions/web/settings/decree.ts';
import type { DayException } from '#shared/domain/sla/calendar.ts';
import { checked, counted } from '#shared/settings/checked.ts';
import type { Settings } from '#shared/settings/settings.ts';
import { effectOfSettings, weigh } from '#shared/settings/weigh.ts';
import type { LocalCentre } from '../local/centre.ts';

/**
 * Change parts of the settings, as their pages do. Return for how many open cases deadlines moved.
 * @throws Error when the settings were changed concurrently
 */
export async function changeSettings(
  { rules, store, clock }: LocalCentre,
  by: string,
  changed: Partial<Settings>,
  note: string,
): Promise<number> {
  const inForce = await rules.inForce();
  const settings = counted(inForce.settings, checked(inForce.settings, changed));
  const proposal = await weigh({ store }, inForce, settings, clock.now());
  const effect = effectOfSettings(proposal);
  const change = { settings, base: inForce.version, by, at: clock.now(), note, effect };
  if (!(await rules.apply(change))) throw new Error('the settings were changed concurrently');
  return proposal.preview?.moved ?? 0;
}

/** Apply a decree about the hours of one day. Return for how many open cases deadlines moved. */
export async function applyDecree(centre: LocalCentre, by: string, exception: DayException): Promise<number> {
  const { settings } = await centre.rules.inForce();
  const { calendar: own } = settings.desk;
  const calendars = settings.calendars.map((one) =>
    one.id === own ? decreed(one, exception.on, exception) : one,
  );
  return changeSettings(centre, by, { calendars }, exception.name?.ar ?? '');
}
