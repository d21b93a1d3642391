import type { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { FunctionName } from '#shared/runtime/function-name.ts';
import { DeadLetters } from './dead-letters.ts';
import type { Platform } from './platform.ts';
import { RidaFunction, type VariablesOf } from './rida-function.ts';
import { Schedule } from './schedule.ts';

interface Periodic<N extends FunctionName> {
  /** The id of the function's construct. */
  readonly id: string;
  readonly service: N;
  readonly variables: VariablesOf<N>;
  readonly memoryMiB: number;
  readonly timeout: Duration;
  /** An expression of EventBridge Scheduler, in the time of Riyadh. */
  readonly at: string;
  /** The effect of a run, such as "counts the workloads of staff". */
  readonly description: string;
  /** The impact of a missed run, and the action of the operator. */
  readonly missed: { readonly impact: string; readonly remedy: string };
}

/** Create a function that runs on a schedule, with that schedule and the dead-letter queue of its missed runs. */
export function periodicFunction<N extends FunctionName>(
  scope: Construct,
  platform: Platform,
  { id, at, description, missed: words, ...props }: Periodic<N>,
): RidaFunction<N> {
  const missed = new DeadLetters(scope, 'Missed', platform, words);
  const periodic = new RidaFunction(scope, id, platform, { ...props, deadLetters: missed });
  // The id of deployed schedules: another one would replace them.
  new Schedule(scope, 'Nightly', {
    calls: periodic,
    at,
    zone: 'Asia/Riyadh',
    description,
    missed,
    retries: 2,
  });
  return periodic;
}
