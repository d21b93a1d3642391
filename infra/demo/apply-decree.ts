import { decreed } from '#functions/web/settings/decree.ts';
import type { DayException } from '#shared/domain/sla/calendar.ts';
import { checked, counted } from '#shared/settings/checked.ts';
import { effectOfSettings, weigh } from '#shared/settings/weigh.ts';
import type { LocalCentre } from '../local/centre.ts';

/**
 * Apply a decree about the hours of one day, as the settings page does. Return for how many open cases
 * deadlines moved. @throws Error when the settings were changed concurrently
 */
export async function applyDecree(
  { rules, store, clock }: LocalCentre,
  by: string,
  exception: DayException,
): Promise<number> {
  const inForce = await rules.inForce();
  const { calendars } = inForce.settings;
  const { calendar: own } = inForce.settings.desk;
  const changed = calendars.map((one) => (one.id === own ? decreed(one, exception.on, exception) : one));
  const settings = counted(inForce.settings, checked(inForce.settings, { calendars: changed }));
  const proposal = await weigh({ store }, inForce, settings, clock.now());
  const note = exception.name?.ar ?? '';
  const change = {
    settings,
    base: inForce.version,
    by,
    at: clock.now(),
    note,
    effect: effectOfSettings(proposal),
  };
  if (!(await rules.apply(change))) throw new Error('the settings were changed concurrently');
  return proposal.preview?.moved ?? 0;
}
