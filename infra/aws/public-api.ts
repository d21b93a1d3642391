import { RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { accept, exceptions } from './nag.ts';
import type { StageSettings } from './stage.ts';

/** The request rate per second over all clients. The reference load is a hundredth of it. */
const RATE = { rateLimit: 50, burstLimit: 100 };

/**
 * The public HTTP API. It is throttled. Access logs contain no paths, because paths contain survey tokens and
 * case references.
 */
export class PublicApi extends Construct {
  readonly api: HttpApi;
  /** The base URL of pages and links, without a trailing slash. */
  readonly url: string;

  constructor(scope: Construct, id: string, stage: StageSettings, key: IKey) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', { apiName: `rida-${stage.name}`, createDefaultStage: false });
    this.url = this.api.apiEndpoint;
    accept(this.api, [exceptions.openRoutes]);
    const logGroup = new LogGroup(this, 'AccessLogs', {
      encryptionKey: key,
      retention: stage.logRetentionDays as RetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: RATE,
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup),
        format: AccessLogFormat.custom(
          JSON.stringify({
            requestId: '$context.requestId',
            time: '$context.requestTime',
            route: '$context.routeKey',
            status: '$context.status',
            bytes: '$context.responseLength',
            milliseconds: '$context.responseLatency',
            error: '$context.integrationErrorMessage',
          }),
        ),
      },
    });
  }
}
