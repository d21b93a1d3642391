import {
  ConnectClient,
  CreateHoursOfOperationOverrideCommand,
  DeleteHoursOfOperationOverrideCommand,
  DescribeHoursOfOperationCommand,
  GetEffectiveHoursOfOperationsCommand,
  ListHoursOfOperationOverridesCommand,
  UpdateHoursOfOperationCommand,
} from '@aws-sdk/client-connect';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { connectHours } from '#shared/adapters/aws/connect-hours.ts';
import { parseDate } from '#shared/domain/sla/local-date.ts';

const connect = mockClient(ConnectClient);
const hours = connectHours({
  client: new ConnectClient({ region: 'eu-central-1' }),
  instanceId: 'instance-1',
  hoursId: 'hours-1',
});
const HERE = { InstanceId: 'instance-1', HoursOfOperationId: 'hours-1' };
const at = (Hours: number, Minutes = 0) => ({ Hours, Minutes });
beforeEach(() => void connect.reset());

test('the week and every page of overrides are read; those of people are told apart', async () => {
  connect.on(DescribeHoursOfOperationCommand, HERE).resolves({
    HoursOfOperation: {
      TimeZone: 'Asia/Riyadh',
      Config: [
        { Day: 'SUNDAY', StartTime: at(13), EndTime: at(0) },
        { Day: 'SUNDAY', StartTime: at(7, 30), EndTime: at(12) },
        { Day: 'FRIDAY', StartTime: at(0), EndTime: at(0) },
      ],
    },
  });
  const override = { EffectiveFrom: '2026-02-18', EffectiveTill: '2026-02-19' };
  connect
    .on(ListHoursOfOperationOverridesCommand)
    .resolves({
      HoursOfOperationOverrideList: [{ ...override, HoursOfOperationOverrideId: 'b', Name: 'Party' }],
    })
    .on(ListHoursOfOperationOverridesCommand, { ...HERE, NextToken: undefined })
    .resolves({
      NextToken: 'more',
      HoursOfOperationOverrideList: [
        { ...override, HoursOfOperationOverrideId: 'a', Name: 'Rida 2026-02-18', Config: [] },
      ],
    });
  const days = { from: parseDate('2026-02-18'), to: parseDate('2026-02-19'), week: {} };
  expect(await hours.inForce()).toEqual({
    zone: 'Asia/Riyadh',
    week: {
      sun: [
        { from: 450, to: 720 },
        { from: 780, to: 1440 },
      ],
      fri: [{ from: 0, to: 1440 }],
    },
    temporary: [
      { ...days, id: 'a', own: true },
      { ...days, id: 'b', own: false },
    ],
  });
});

test('an override is temporary hours with a name of its own, and midnight is 0:00', async () => {
  await hours.add({
    from: parseDate('2026-03-22'),
    to: parseDate('2026-03-25'),
    week: {
      mon: [
        { from: 0, to: 90 },
        { from: 1200, to: 1440 },
      ],
    },
  });
  expect(connect.commandCalls(CreateHoursOfOperationOverrideCommand)[0]?.args[0].input).toMatchObject({
    ...HERE,
    Name: 'Rida 2026-03-22',
    OverrideType: 'STANDARD',
    EffectiveFrom: '2026-03-22',
    EffectiveTill: '2026-03-25',
    Config: [
      { Day: 'MONDAY', StartTime: at(0), EndTime: at(1, 30) },
      { Day: 'MONDAY', StartTime: at(20), EndTime: at(0) },
    ],
  });
});

test('a week is written with its zone, an override is taken away by its id', async () => {
  await hours.setWeek({ zone: 'Asia/Riyadh', week: { sun: [{ from: 450, to: 870 }] } });
  expect(connect.commandCalls(UpdateHoursOfOperationCommand)[0]?.args[0].input).toEqual({
    ...HERE,
    TimeZone: 'Asia/Riyadh',
    Config: [{ Day: 'SUNDAY', StartTime: at(7, 30), EndTime: at(14, 30) }],
  });
  await hours.remove({ id: 'a', own: true, from: 1, to: 1, week: {} });
  expect(connect.commandCalls(DeleteHoursOfOperationOverrideCommand)[0]?.args[0].input).toEqual({
    ...HERE,
    HoursOfOperationOverrideId: 'a',
  });
});

test('the hours that Connect applies are requested for four weeks at a time', async () => {
  const from = parseDate('2026-02-01');
  connect
    .on(GetEffectiveHoursOfOperationsCommand, { ...HERE, FromDate: '2026-02-01', ToDate: '2026-02-28' })
    .resolves({
      EffectiveHoursOfOperationList: [
        { Date: '2026-02-01', OperationalHours: [{ Start: at(7, 30), End: at(14, 30) }] },
        { Date: '2026-02-06', OperationalHours: [] },
      ],
    })
    .on(GetEffectiveHoursOfOperationsCommand, { ...HERE, FromDate: '2026-03-01', ToDate: '2026-03-03' })
    .resolves({
      EffectiveHoursOfOperationList: [
        { Date: '2026-03-03', OperationalHours: [{ Start: at(0), End: at(0) }] },
      ],
    });
  expect(await hours.reckoned(from, from + 30)).toEqual(
    new Map([
      [from, [{ from: 450, to: 870 }]],
      [from + 5, []],
      [from + 30, [{ from: 0, to: 1440 }]],
    ]),
  );
});
