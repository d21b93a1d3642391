import { Stack } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { Encryption } from './encryption.ts';
import { PublicApi } from './public-api.ts';
import type { StageSettings } from './stage.ts';
import { settingsOf } from './stage-checks.ts';
import { Tracing } from './tracing.ts';

/** A queue, and the function that processes its messages. */
interface QueueFeed {
  readonly queue: IQueue;
  readonly worker: IFunction;
  readonly batchSize: number;
}

/** The shared resources that every construct uses. */
export class Platform extends Construct {
  readonly stage: StageSettings;
  readonly keys: Encryption;
  readonly alarms: Alarms;
  readonly tracing: Tracing;
  readonly publicApi: PublicApi;
  /** The queues that the shared reader reads. */
  readonly feeds: QueueFeed[] = [];
  /** Environment variables that a function receives if its schema declares them. */
  readonly variables: Readonly<Record<'DUE_SHARDS' | 'FIGURE_SHARDS' | 'DEPLOYMENT', string>>;

  constructor(scope: Construct, id: string, stage: StageSettings) {
    super(scope, id);
    this.stage = stage;
    this.keys = new Encryption(this, 'Keys');
    this.alarms = new Alarms(this, 'Alarms', {
      email: stage.alarmEmail,
      key: this.keys.transit,
      name: stage.name,
    });
    this.tracing = new Tracing(this, 'Tracing');
    this.publicApi = new PublicApi(this, 'PublicApi', stage, this.keys.transit);
    const { phone, sections } = settingsOf(stage.centre);
    const helpAddress = `${stage.helpAddress}@${stage.domain}`;
    const centre = { helpAddress, publicUrl: this.publicApi.url, ...phone };
    this.variables = {
      DUE_SHARDS: String(stage.dueShards),
      FIGURE_SHARDS: String(stage.figureShards),
      DEPLOYMENT: Stack.of(this).toJsonString({ centre, ...sections }),
    };
  }
}
