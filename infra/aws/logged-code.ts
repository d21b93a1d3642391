import { Duration } from 'aws-cdk-lib';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Platform } from './platform.ts';

export interface LoggedCodeProps {
  /** The log of the function that writes it. */
  readonly logGroup: ILogGroup;
  readonly code: string;
  /** Five minutes unless said otherwise. */
  readonly period?: Duration;
}

/** How often a function logs a code that somebody must hear of. */
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
