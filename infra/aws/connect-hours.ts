import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { CfnHoursOfOperation } from 'aws-cdk-lib/aws-connect';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { WEEKDAYS } from '#shared/domain/sla/calendar.ts';
import { DAY_NAMES } from '#shared/domain/telephone/hours/day-names.ts';
import { ordinaryWeek } from '#shared/domain/telephone/hours/hours-plan.ts';
import type { CaseTable } from './case-table.ts';
import type { ConnectInstance } from './connect-instance.ts';
import { DeadLetters } from './dead-letters.ts';
import { idAfter } from './id-after.ts';
import { loggedCode } from './logged-code.ts';
import type { Platform } from './platform.ts';
import { RidaFunction } from './rida-function.ts';
import { Schedule } from './schedule.ts';
import { shippedCalendar } from './shipped-calendar.ts';

export interface ConnectHoursProps {
  readonly instance: ConnectInstance;
  readonly table: CaseTable;
}

const IMPACT =
  'If Rida is unavailable, callers hear that the centre is open when it is closed, or closed when it is open.';
/** The log code for hours in Connect that differ from the calendar. */
const DIFFER = 'connect-hours-differ';

/**
 * The hours of operation in Connect. The template contains the week of the shipped calendar. A function
 * applies the calendar in force every hour. The template changes only with the shipped calendar, so that
 * other deployments do not touch the hours. The function corrects the hours within an hour after a deployment
 * that does. Overrides are not part of the template.
 */
export class ConnectHours extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, platform: Platform, props: ConnectHoursProps) {
    super(scope, id);
    const { instance, table } = props;
    const calendar = shippedCalendar();
    const week = ordinaryWeek(calendar);
    const hours = instance.inTurn(
      new CfnHoursOfOperation(this, 'Hours', {
        instanceArn: instance.arn,
        name: `Rida ${platform.stage.name}`,
        description:
          'Used only when Rida is unavailable. A function synchronises it with the calendar every hour.',
        timeZone: calendar.zone,
        config: WEEKDAYS.flatMap((day) =>
          (week[day] ?? []).map(({ from, to }) => ({
            day: DAY_NAMES[day],
            startTime: timeOf(from),
            endTime: timeOf(to),
          })),
        ),
      }),
    );
    hours.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    this.arn = hours.attrHoursOfOperationArn;
    const missed = new DeadLetters(this, 'Missed', platform, {
      impact: IMPACT,
      remedy:
        'The next hourly run does all the work of a missed run. Fix the function, then delete the messages.',
    });
    const keeper = new RidaFunction(this, 'Keeper', platform, {
      service: 'telephone/connect-hours',
      variables: {
        TABLE_NAME: table.use('settings'),
        CONNECT_INSTANCE_ID: instance.instanceId,
        CONNECT_HOURS_ID: {
          value: idAfter(this.arn, '/operating-hours/'),
          statements: [
            new PolicyStatement({
              actions: [
                'connect:CreateHoursOfOperationOverride',
                'connect:DeleteHoursOfOperationOverride',
                'connect:DescribeHoursOfOperation',
                'connect:GetEffectiveHoursOfOperations',
                'connect:ListHoursOfOperationOverrides',
                'connect:UpdateHoursOfOperation',
              ],
              resources: [instance.arn, this.arn],
            }),
          ],
        },
      },
      memoryMiB: 512,
      timeout: Duration.minutes(2),
      deadLetters: missed,
    });
    new Schedule(this, 'EveryHour', {
      calls: keeper,
      at: 'rate(1 hour)',
      description: 'synchronises the hours in Connect with the calendar',
      missed,
    });
    const period = Duration.hours(1);
    platform.alarms.add(this, 'DifferAlarm', {
      metric: loggedCode(this, 'Differ', platform, { logGroup: keeper.logGroup, code: DIFFER, period }),
      threshold: 1,
      cause: `one line with the code ${DIFFER}`,
      impact: IMPACT,
      remedy: `The log of telephone/connect-hours lists the dates in the field "differing" of ${DIFFER}. Delete the overrides that were entered by hand in Connect.`,
    });
    platform.alarms.add(this, 'Fails', {
      metric: keeper.metricErrors({ period }),
      threshold: 1,
      evaluationPeriods: 3,
      cause: 'a failed run in each of three hours',
      impact: IMPACT,
    });
  }
}

const timeOf = (minutes: number) => ({ hours: Math.floor(minutes / 60) % 24, minutes: minutes % 60 });
