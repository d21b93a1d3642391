import type { AwsCall } from './aws-call.ts';
import type { DeployedStack } from './stack.ts';

/** The rule of a bus: the queues to which it sends, and the events that it matches. */
interface BusRule {
  readonly bus: string;
  readonly types: readonly string[];
  readonly queues: readonly string[];
}

interface BusEntry {
  readonly EventBusName: string;
  readonly DetailType: string;
}

/** The queues and streams to which calls lead, by the rules and subscriptions of the template. */
export class Targets {
  readonly #rules: readonly BusRule[];
  /** The queues of the subscriptions of all topics. */
  readonly #subscribed: readonly string[];

  constructor(stack: DeployedStack) {
    this.#rules = stack.all('AWS::Events::Rule').map(({ properties }) => {
      const {
        EventBusName = 'default',
        EventPattern,
        Targets,
      } = properties as {
        EventBusName?: string;
        EventPattern: { 'detail-type': string[] };
        Targets: { Arn: string }[];
      };
      const queues = Targets.map(({ Arn }) => Arn);
      return { bus: EventBusName, types: EventPattern['detail-type'], queues };
    });
    this.#subscribed = stack
      .all('AWS::SNS::Subscription')
      .filter(({ properties }) => properties.Protocol === 'sqs')
      .map(({ properties }) => String(properties.Endpoint));
  }

  /** Return the ARNs of the queues and streams into which a call may have put something. */
  of({ service, asked, input }: Pick<AwsCall, 'service' | 'asked' | 'input'>): readonly string[] {
    const entries = service === 'events' ? (input.Entries as readonly BusEntry[]) : [];
    const direct = asked.flatMap(({ action, resources: [resource = ''] }) => {
      if (/^sqs:SendMessage|^kinesis:PutRecord/u.test(action)) return [resource];
      return /^dynamodb:(Put|Update|Delete)/u.test(action) ? [`${resource}/stream/*`] : [];
    });
    return [
      ...entries.flatMap((entry) => this.#queuesOf(entry)),
      ...(service === 'sns' ? this.#subscribed : []),
      ...direct,
    ];
  }

  #queuesOf({ EventBusName, DetailType }: BusEntry): readonly string[] {
    return this.#rules
      .filter(({ bus, types }) => bus === EventBusName && types.includes(DetailType))
      .flatMap(({ queues }) => queues);
  }
}
