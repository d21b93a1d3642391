import { CfnRoutingProfile } from 'aws-cdk-lib/aws-connect';
import { Construct } from 'constructs';
import type { ConnectInstance } from './connect-instance.ts';
import type { QueueName } from './connect-queues.ts';
import type { Platform } from './platform.ts';

export interface ConnectRoutingProps {
  readonly instance: ConnectInstance;
  readonly queues: Readonly<Record<QueueName, string>>;
}

/** A queue as an agent sees it: 1 is answered first; after `delay` seconds others have had their chance. */
interface Share {
  readonly priority: number;
  readonly delay: number;
}

interface Profile {
  readonly description: string;
  readonly queues: Readonly<Partial<Record<QueueName, Share>>>;
  /** The queue calls out are counted to. */
  readonly outbound: QueueName;
}

/**
 * Who answers what. Investors come first with everybody who answers them; agents get them only when those
 * of investors have let half a minute pass, and staff last. Supervisors help when people wait for two minutes.
 */
const PROFILES: Readonly<Record<'agent' | 'investor agent' | 'supervisor', Profile>> = {
  agent: {
    description: 'Agents of the centre',
    queues: {
      investors: { priority: 1, delay: 30 },
      callback: { priority: 2, delay: 0 },
      general: { priority: 2, delay: 0 },
      staff: { priority: 3, delay: 0 },
    },
    outbound: 'general',
  },
  'investor agent': {
    description: 'Agents who accompany investors and help out with everybody else',
    queues: {
      investors: { priority: 1, delay: 0 },
      callback: { priority: 2, delay: 0 },
      general: { priority: 2, delay: 60 },
    },
    outbound: 'investors',
  },
  supervisor: {
    description: 'Supervisors, who help when people have waited long',
    queues: {
      investors: { priority: 1, delay: 60 },
      callback: { priority: 2, delay: 120 },
      general: { priority: 2, delay: 120 },
      staff: { priority: 3, delay: 120 },
    },
    outbound: 'general',
  },
};

const CHANNELS = ['VOICE', 'TASK'] as const;

/** Routing profiles: one call at a time, and up to three follow-up tasks beside it. */
export class ConnectRouting extends Construct {
  constructor(scope: Construct, id: string, foundation: Platform, props: ConnectRoutingProps) {
    super(scope, id);
    const { instance, queues } = props;
    for (const [name, profile] of Object.entries(PROFILES))
      instance.inTurn(
        new CfnRoutingProfile(this, name, {
          instanceArn: instance.arn,
          name: `Rida ${foundation.stage.name} ${name}`,
          description: profile.description,
          defaultOutboundQueueArn: queues[profile.outbound],
          // A call out does not put an agent at the end of the row.
          agentAvailabilityTimer: 'TIME_SINCE_LAST_INBOUND',
          mediaConcurrencies: [
            // Nothing else comes while somebody speaks; a caller comes before a task that lies open.
            {
              channel: 'VOICE',
              concurrency: 1,
              crossChannelBehavior: { behaviorType: 'ROUTE_CURRENT_CHANNEL_ONLY' },
            },
            {
              channel: 'TASK',
              concurrency: 3,
              crossChannelBehavior: { behaviorType: 'ROUTE_ANY_CHANNEL' },
            },
          ],
          queueConfigs: Object.entries(profile.queues).flatMap(([queue, share]) =>
            CHANNELS.map((channel) => ({
              ...share,
              queueReference: { channel, queueArn: queues[queue as QueueName] },
            })),
          ),
        }),
      );
  }
}
