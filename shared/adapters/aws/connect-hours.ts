import {
  type ConnectClient,
  CreateHoursOfOperationOverrideCommand,
  DeleteHoursOfOperationOverrideCommand,
  DescribeHoursOfOperationCommand,
  GetEffectiveHoursOfOperationsCommand,
  paginateListHoursOfOperationOverrides,
  UpdateHoursOfOperationCommand,
} from '@aws-sdk/client-connect';
import { formatDate, parseDate } from '#shared/domain/sla/local-date.ts';
import { joinSpans, type MinuteSpan } from '#shared/domain/sla/minute-spans.ts';
import type { HoursInForce, SwitchboardOverride } from '#shared/domain/telephone/hours/hours-changes.ts';
import type { SwitchboardHours } from '#shared/ports/switchboard-hours.ts';
import { spanOf, toConfig, toWeek } from './connect-week.ts';

/** Name prefix of Rida's overrides, to distinguish them from those of people. */
const OWN = 'Rida ';
const DESCRIPTION = 'Managed by Rida from its calendar: change the calendar, not this';
/** Number of days in one request. */
const REACH = 28;

export interface ConnectHoursOptions {
  readonly client: ConnectClient;
  readonly instanceId: string;
  readonly hoursId: string;
}

/**
 * Hours of operation in Amazon Connect. Days with other hours are overrides of type STANDARD ("temporary
 * hours"), which replace everything else on their days. A weekday that an override does not name is closed
 * (admin guide, "Identify dates where you need to override standard operating hours").
 */
export function connectHours({ client, instanceId, hoursId }: ConnectHoursOptions): SwitchboardHours {
  const here = { InstanceId: instanceId, HoursOfOperationId: hoursId };
  return {
    async inForce(): Promise<HoursInForce> {
      const { HoursOfOperation } = await client.send(new DescribeHoursOfOperationCommand(here));
      const temporary: SwitchboardOverride[] = [];
      // Pass a copy: the SDK's paginator writes the page token into its input.
      for await (const page of paginateListHoursOfOperationOverrides({ client }, { ...here })) {
        for (const override of page.HoursOfOperationOverrideList ?? []) {
          const { HoursOfOperationOverrideId: id = '', Name = '' } = override;
          temporary.push({
            id,
            own: Name.startsWith(OWN),
            from: parseDate(override.EffectiveFrom ?? ''),
            to: parseDate(override.EffectiveTill ?? ''),
            week: toWeek(override.Config),
          });
        }
      }
      return { zone: HoursOfOperation?.TimeZone ?? '', week: toWeek(HoursOfOperation?.Config), temporary };
    },
    async setWeek({ zone, week }) {
      const hours = { TimeZone: zone, Config: toConfig(week) };
      await client.send(new UpdateHoursOfOperationCommand({ ...here, ...hours }));
    },
    async add({ from, to, week }) {
      await client.send(
        new CreateHoursOfOperationOverrideCommand({
          ...here,
          Name: `${OWN}${formatDate(from)}`,
          Description: DESCRIPTION,
          OverrideType: 'STANDARD',
          EffectiveFrom: formatDate(from),
          EffectiveTill: formatDate(to),
          Config: toConfig(week),
        }),
      );
    },
    async remove({ id }) {
      const override = { ...here, HoursOfOperationOverrideId: id };
      await client.send(new DeleteHoursOfOperationOverrideCommand(override));
    },
    async reckoned(from, to) {
      const days = new Map<number, readonly MinuteSpan[]>();
      for (let first = from; first <= to; first += REACH) {
        const last = Math.min(first + REACH - 1, to);
        const range = { ...here, FromDate: formatDate(first), ToDate: formatDate(last) };
        const answer = await client.send(new GetEffectiveHoursOfOperationsCommand(range));
        for (const { Date: date = '', OperationalHours = [] } of answer.EffectiveHoursOfOperationList ?? [])
          days.set(parseDate(date), joinSpans(OperationalHours.map(({ Start, End }) => spanOf(Start, End))));
      }
      return days;
    },
  };
}
