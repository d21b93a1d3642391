import { environments } from '#infra/aws/environments.ts';
import type { DeployedStack } from './stack.ts';

/** A queue or stream of the template, and the function that processes it. */
export interface Mapping {
  readonly service: string;
  /** The function that receives the messages and invokes the other; missing where Lambda does. */
  readonly reader?: string;
  readonly source: string;
  readonly kind: 'queue' | 'table' | 'stream';
  readonly batchSize: number;
  readonly patterns: readonly string[];
}

interface MappingProperties {
  readonly EventSourceArn: string;
  readonly FunctionName: string;
  readonly BatchSize: number;
  readonly FilterCriteria?: { readonly Filters: readonly { readonly Pattern: string }[] };
}

const KINDS = { sqs: 'queue', dynamodb: 'table', kinesis: 'stream' } as const;
const READER = 'relay/deliver';
/** The most messages that SQS returns at once. */
export const RECEIVED = 10;

/** Return the queues and streams that Lambda reads, and the queues that the shared reader reads. */
export function mappingsOf(stack: DeployedStack): Mapping[] {
  const mapped = stack.all('AWS::Lambda::EventSourceMapping').map(({ properties }): Mapping => {
    const { EventSourceArn, FunctionName, BatchSize, FilterCriteria } =
      properties as unknown as MappingProperties;
    const service = EventSourceArn.split(':')[2] as keyof typeof KINDS;
    return {
      service: stack.functionNamed(FunctionName).service,
      ...{ source: EventSourceArn, kind: KINDS[service], batchSize: BatchSize },
      patterns: (FilterCriteria?.Filters ?? []).map(({ Pattern }) => Pattern),
    };
  });
  const { FEEDS, QUEUES_ARN = '' } = stack.functions.get(READER)?.environment ?? {};
  const shared = FEEDS === undefined ? [] : environments[READER].shape.FEEDS.parse(FEEDS);
  return [
    ...mapped,
    ...shared.map(
      ({ queue, worker, batchSize }): Mapping => ({
        ...{ service: stack.functionNamed(worker).service, reader: READER, source: QUEUES_ARN + queue },
        ...{ kind: 'queue', batchSize: Math.min(batchSize, RECEIVED), patterns: [] },
      }),
    ),
  ];
}
