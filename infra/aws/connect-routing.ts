import { CfnRoutingProfile } from 'aws-cdk-lib/aws-connect';
import { Construct } from 'constructs';
import type { CallQueue } from '#shared/domain/telephone/line.ts';
import type { ConnectInstance } from './connect-instance.ts';
import type { Platform } from './platform.ts';

export interface ConnectRoutingProps {
  readonly instance: ConnectInstance;
  readonly queues: Readonly<Record<CallQueue, string>>;
}

/**
 * A queue in a routing profile. Priority 1 is answered first. With `delay` in seconds, the agent receives a
 * call only after it has waited that long.
 */
interface Share {
  readonly priority: number;
  readonly delay: number;
}

interface Profile {
  readonly description: string;
  readonly queues: Readonly<Partial<Record<CallQueue, Share>>>;
  /** The queue in which outbound calls are counted. */
  readonly outbound: CallQueue;
}

/**
 * Routing profiles. Every agent who takes calls of investors answers those first. Other agents receive calls
 * of investors after 30 seconds, and calls of staff last. Supervisors receive calls that have waited two
 * minutes.
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
    description: 'Agents who serve investors and also answer other calls',
    queues: {
      investors: { priority: 1, delay: 0 },
      callback: { priority: 2, delay: 0 },
      general: { priority: 2, delay: 60 },
    },
    outbound: 'investors',
  },
  supervisor: {
    description: 'Supervisors, who answer calls that have waited long',
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

/** The routing profiles. Agents have one call at a time and up to three follow-up tasks. */
export class ConnectRouting extends Construct {
  constructor(scope: Construct, id: string, platform: Platform, props: ConnectRoutingProps) {
    super(scope, id);
    const { instance, queues } = props;
    for (const [name, profile] of Object.entries(PROFILES))
      instance.inTurn(
        new CfnRoutingProfile(this, name, {
          instanceArn: instance.arn,
          name: `Rida ${platform.stage.name} ${name}`,
          description: profile.description,
          defaultOutboundQueueArn: queues[profile.outbound],
          // An outbound call does not move an agent to the end of the queue of available agents.
          agentAvailabilityTimer: 'TIME_SINCE_LAST_INBOUND',
          mediaConcurrencies: [
            // No other contact is routed during a call. A call is routed before open tasks.
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
              queueReference: { channel, queueArn: queues[queue as CallQueue] },
            })),
          ),
        }),
      );
  }
}
