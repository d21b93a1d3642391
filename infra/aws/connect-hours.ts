import { Duration } from 'aws-cdk-lib';
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
  'Should Rida not answer, callers are told the centre is open when it is closed, or closed when it is open.';
/** The code under which the function logs that Connect goes by other hours; see its handler. */
const DIFFER = 'connect-hours-differ';

/**
 * The hours of operation in Connect: the week of the shipped calendar to begin with, kept in step with the
 * calendar in force every hour. The template changes only with the shipped calendar, so a deployment leaves
 * them alone; one that does not is made good within the hour. Overrides are no part of the template.
 */
export class ConnectHours extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, foundation: Platform, props: ConnectHoursProps) {
    super(scope, id);
    const { instance, table } = props;
    const calendar = shippedCalendar();
    const week = ordinaryWeek(calendar);
    const hours = instance.inTurn(
      new CfnHoursOfOperation(this, 'Hours', {
        instanceArn: instance.arn,
        name: `Rida ${foundation.stage.name}`,
        description: 'Asked only when Rida does not answer; kept in step with its calendar every hour',
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
    this.arn = hours.attrHoursOfOperationArn;
    const missed = new DeadLetters(this, 'Missed', foundation, {
      impact: IMPACT,
      remedy: 'The next hour finds everything: mend the function, then delete the messages.',
    });
    const keeper = new RidaFunction(this, 'Keeper', foundation, {
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
      description: "keeps Connect's hours in step with the calendar",
      missed,
    });
    const period = Duration.hours(1);
    foundation.alarms.add(this, 'DifferAlarm', {
      metric: loggedCode(this, 'Differ', foundation, { logGroup: keeper.logGroup, code: DIFFER, period }),
      threshold: 1,
      impact: IMPACT,
      remedy: `The log of telephone/connect-hours says at ${DIFFER} on which dates; take away what was entered in Connect by hand.`,
    });
    foundation.alarms.add(this, 'Fails', {
      metric: keeper.metricErrors({ period }),
      threshold: 1,
      evaluationPeriods: 3,
      impact: IMPACT,
    });
  }
}

const timeOf = (minutes: number) => ({ hours: Math.floor(minutes / 60) % 24, minutes: minutes % 60 });
