import { ANSWER_WITHIN_MS } from '#shared/runtime/chain-flow.ts';
import { list, ofType, type Resource, refersTo, serviceOf, type Template, textOf } from './model.ts';
import { type Way, waysOf } from './ways/ways.ts';

/** An alarm, with the largest value that its metric can have. */
export interface DeployedAlarm {
  readonly id: string;
  readonly metric: string;
  readonly watched: string;
  readonly threshold: number;
  /** `below` for an alarm on a value below the threshold. */
  readonly below: boolean;
  readonly most: number;
  readonly cause: string;
  readonly description: string;
  readonly actions: { readonly alarm: readonly string[]; readonly ok: readonly string[] };
}

const FLOW_FUNCTION = /^telephone\/\w+-flow$/u;

/** Return the functions that are invoked asynchronously: by a schedule, or by CloudFormation. */
const asynchronous = (template: Template): ReadonlySet<string> =>
  new Set([
    ...ofType(template, 'AWS::Scheduler::Schedule').flatMap(([, { Properties }]) =>
      refersTo(Properties.Target),
    ),
    ...ofType(template, 'Custom::RidaDeployStep').flatMap(([, { Properties }]) =>
      refersTo(Properties.ServiceToken),
    ),
  ]);

/** Return the resources that can write to a dead-letter queue. */
function writersTo(template: Template, ways: readonly Way[], queue: string): string[] {
  const redriven = ofType(template, 'AWS::SQS::Queue')
    .filter(([, { Properties }]) => refersTo(Properties.RedrivePolicy).includes(queue))
    .map(([id]) => id);
  const invoked = asynchronous(template);
  const byWay = ways
    .filter(({ kind, to }) => to === queue && (kind.endsWith('to dead letters') || kind.startsWith('failed')))
    .filter(({ kind, from }) => kind !== 'function to dead letters' || invoked.has(from))
    .map(({ from }) => from);
  const sending = ofType(template, 'AWS::Lambda::Function')
    .filter(([, { Properties }]) => refersTo(Properties.Environment).includes(queue))
    .map(([id]) => id);
  return [...redriven, ...byWay, ...sending];
}

/**
 * Return the functions with a dead-letter queue to which Lambda never writes, because they are invoked synchronously.
 *
 * @internal exported for tests
 */
export const uselessDeadLetters = (template: Template): string[] => {
  const invoked = asynchronous(template);
  return ofType(template, 'AWS::Lambda::Function')
    .filter(([id, { Properties }]) => Properties.DeadLetterConfig !== undefined && !invoked.has(id))
    .map(([, resource]) => serviceOf(resource));
};

/**
 * Return the functions that Lambda repeats although their schedule does not: without an invocation
 * configuration, it repeats a failed asynchronous invocation twice.
 *
 * @internal exported for tests
 */
export const silentRepeats = (template: Template): string[] =>
  ofType(template, 'AWS::Scheduler::Schedule').flatMap(([, { Properties }]) => {
    const target = Properties.Target as { Arn: unknown; RetryPolicy?: { MaximumRetryAttempts?: number } };
    const [worker = ''] = refersTo(target.Arn);
    const config = ofType(template, 'AWS::Lambda::EventInvokeConfig').find(([, one]) =>
      refersTo(one.Properties.FunctionName).includes(worker),
    );
    const wanted = target.RetryPolicy?.MaximumRetryAttempts ?? 0;
    return config?.[1].Properties.MaximumRetryAttempts === wanted
      ? []
      : [serviceOf(template.resources[worker])];
  });

const dimensions = ({ Properties }: Resource): readonly { Name: string; Value: unknown }[] =>
  list((Properties.Dimensions ?? []) as { Name: string; Value: unknown }[]);

/** Return the largest value that the metric of an alarm can have. */
function mostOf(template: Template, ways: readonly Way[], alarm: Resource): number {
  const { MetricName: metric, Namespace: namespace } = alarm.Properties;
  const [watched = ''] = dimensions(alarm).flatMap(({ Value }) => refersTo(Value));
  const resource = template.resources[watched];
  if (metric === 'ApproximateAgeOfOldestMessage')
    return Number(resource?.Properties.MessageRetentionPeriod ?? 345_600);
  if (metric === 'ApproximateNumberOfMessagesVisible')
    return writersTo(template, ways, watched).length > 0 ? Number.POSITIVE_INFINITY : 0;
  if (metric === 'Duration')
    return FLOW_FUNCTION.test(serviceOf(resource))
      ? ANSWER_WITHIN_MS
      : Number(resource?.Properties.Timeout) * 1000;
  if (metric === 'IteratorAge') {
    const source = ofType(template, 'AWS::Lambda::EventSourceMapping').find(([, { Properties }]) =>
      refersTo(Properties.FunctionName).includes(watched),
    );
    return Number(source?.[1].Properties.MaximumRecordAgeInSeconds) * 1000;
  }
  if (namespace === 'AWS/SES') return 1;
  if (String(namespace).startsWith('Rida/')) {
    const counted = ofType(template, 'AWS::Logs::MetricFilter').some(([, { Properties }]) =>
      JSON.stringify(Properties.MetricTransformations).includes(`"${String(metric)}"`),
    );
    return counted ? Number.POSITIVE_INFINITY : 0;
  }
  return Number.POSITIVE_INFINITY;
}

/**
 * Return all alarms of a template.
 *
 * @internal exported for tests
 */
export function alarmsOf(template: Template): DeployedAlarm[] {
  const ways = waysOf(template);
  return ofType(template, 'AWS::CloudWatch::Alarm').map(([id, alarm]) => {
    const { MetricName, Metrics, Threshold, ComparisonOperator, AlarmDescription } = alarm.Properties;
    const expression = list((Metrics ?? []) as { Expression?: string }[]).find((one) => one.Expression);
    const [watched = ''] = dimensions(alarm).flatMap(({ Value }) => refersTo(Value));
    return {
      id,
      metric: String(MetricName ?? expression?.Expression),
      watched: serviceOf(template.resources[watched]) || watched,
      threshold: Number(Threshold),
      below: String(ComparisonOperator).startsWith('LessThan'),
      most: mostOf(template, ways, alarm),
      cause: String(alarm.Metadata?.['rida:cause'] ?? ''),
      description: textOf(AlarmDescription),
      actions: { alarm: refersTo(alarm.Properties.AlarmActions), ok: refersTo(alarm.Properties.OKActions) },
    };
  });
}

/**
 * Return a sentence for each alarm that its metric cannot reach, without a cause, or without both messages.
 *
 * @internal exported for tests
 */
export const alarmFaults = (template: Template): string[] =>
  alarmsOf(template).flatMap(({ id, threshold, below, most, cause, actions }) => {
    const reached = below ? threshold > 0 : threshold <= most;
    return [
      reached ? '' : `${id}: the metric is at most ${most}, and the alarm needs ${threshold}`,
      cause === '' ? `${id}: no cause` : '',
      actions.alarm.length > 0 && actions.ok.length > 0
        ? ''
        : `${id}: does not notify at both changes of its state`,
    ].filter((fault) => fault !== '');
  });

/** Build `infra/aws/ALARMS.md` from a template. */
export function alarmsTable(template: Template): string {
  const idText = (id: string) => id.replace(/[0-9A-F]{8}$/u, '');
  const rows = alarmsOf(template).map(({ id, metric, watched, threshold, below, cause, description }) => {
    const reference = description.replaceAll(
      /\$\{([^}]+)\}/gu,
      (_, name: string) => `<${idText(name.split('.')[0] ?? '')}>`,
    );
    const cells = [
      idText(id),
      `${metric} of ${idText(watched) || 'the account'}`,
      `${below ? '<' : '≥'} ${threshold}`,
      cause,
      reference,
    ];
    return `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
  });
  return `${[
    '# Alarms',
    '',
    'Written by `npm run alarms:build` from the template; do not edit. Each alarm mails the operators when it starts and',
    'when it ends. The last column is the description of the alarm: the impact on beneficiaries, and what an operator does.',
    '',
    '| alarm | metric | threshold | reached by | impact and action |',
    '|---|---|---|---|---|',
    ...rows.sort(),
    '',
  ].join('\n')}`;
}
