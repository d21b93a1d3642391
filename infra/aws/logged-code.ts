import { Duration } from 'aws-cdk-lib';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { AlarmCode } from '#shared/runtime/log-codes.ts';
import type { Platform } from './platform.ts';

export interface LoggedCodeProps {
  /** The log group of the function that logs the code. */
  readonly logGroup: ILogGroup;
  readonly code: AlarmCode;
  /** Default: five minutes. */
  readonly period?: Duration;
}

/** Returns a metric that counts how often a function logs a code. */
export const loggedCode = (
  scope: Construct,
  id: string,
  { stage }: Platform,
  { logGroup, code, period = Duration.minutes(5) }: LoggedCodeProps,
): Metric =>
  new MetricFilter(scope, id, {
    logGroup,
    filterPattern: FilterPattern.stringValue('$.code', '=', code),
    metricNamespace: `Rida/${stage.name}`,
    metricName: code,
  }).metric({ period, statistic: 'Sum' });
