import { Lazy, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  HttpApi,
  HttpMethod,
  type HttpRouteIntegration,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { accept, exceptions } from './nag.ts';
import { PublicDomain } from './public-domain.ts';
import type { StageSettings } from './stage.ts';

/** The request rate of a route. API Gateway lets a burst of twice the rate pass. */
interface Rate {
  readonly ThrottlingRateLimit: number;
  readonly ThrottlingBurstLimit: number;
}

const rateOf = (perSecond: number): Rate => ({
  ThrottlingRateLimit: perSecond,
  ThrottlingBurstLimit: 2 * perSecond,
});

/** The people for whom a route is. */
export type Audience = 'public' | 'staff';

/**
 * The public HTTP API. It is throttled. Access logs contain no paths, because paths contain survey tokens and
 * case references.
 */
export class PublicApi extends Construct {
  readonly api: HttpApi;
  private readonly stage: HttpStage;
  private readonly rates = new Map<string, Rate>();
  /**
   * The rates over all clients. Public routes are limited separately: a flood of survey links leaves the console
   * as it is.
   */
  private readonly ofAudience: Readonly<Record<Audience, Rate>>;
  /** The base URL of pages and links, without a trailing slash. */
  readonly url: string;

  constructor(scope: Construct, id: string, stage: StageSettings, key: IKey) {
    super(scope, id);
    const staff = rateOf(stage.staffRequestsPerSecond);
    this.ofAudience = { public: rateOf(stage.publicRequestsPerSecond), staff };
    const { publicDomain, hostedZone, certificateArn } = stage;
    const own =
      publicDomain === undefined
        ? undefined
        : new PublicDomain(this, 'Domain', { name: publicDomain, hostedZone, certificateArn });
    this.api = new HttpApi(this, 'Api', {
      apiName: `rida-${stage.name}`,
      createDefaultStage: false,
      // With an own domain, the pages have no second address.
      disableExecuteApiEndpoint: own !== undefined,
    });
    this.url = publicDomain === undefined ? this.api.apiEndpoint : `https://${publicDomain}`;
    accept(this.api, [exceptions.openRoutes]);
    const logGroup = new LogGroup(this, 'AccessLogs', {
      encryptionKey: key,
      retention: stage.logRetentionDays as RetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const httpStage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      ...(own && { domainMapping: { domainName: own.domain } }),
      throttle: { rateLimit: staff.ThrottlingRateLimit, burstLimit: staff.ThrottlingBurstLimit },
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
    this.stage = httpStage;
    const resource = httpStage.node.defaultChild as CfnStage;
    resource.routeSettings = Lazy.any({ produce: () => Object.fromEntries(this.rates) });
  }

  /** Add a route with the request rate of its audience. */
  route(path: string, audience: Audience, integration: HttpRouteIntegration): void {
    const methods = [HttpMethod.ANY];
    for (const route of this.api.addRoutes({ path, methods, integration })) {
      this.rates.set(`${HttpMethod.ANY} ${path}`, this.ofAudience[audience]);
      // API Gateway rejects the settings of a route that does not exist yet.
      this.stage.node.addDependency(route);
    }
  }
}
