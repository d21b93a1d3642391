import { RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { accept, exceptions } from './nag.ts';
import type { StageSettings } from './stage.ts';

/** Requests a second over all visitors; the reference load is a hundredth of it. */
const RATE = { rateLimit: 50, burstLimit: 100 };

/** The public address: throttled, and logged without paths, which carry survey tokens and references. */
export class PublicApi extends Construct {
  readonly api: HttpApi;
  /** Where pages and links live, without a slash at the end. */
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
