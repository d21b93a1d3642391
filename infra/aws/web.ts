import { CfnOutput, Duration } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { SITE_PATHS, type Site, type SitePath } from '#functions/web/paths.ts';
import type { CaseTable } from './case-table.ts';
import type { ContentBuckets } from './content-buckets.ts';
import { DeadLetters } from './dead-letters.ts';
import type { Platform } from './platform.ts';
import { RidaFunction, type VariablesOf } from './rida-function.ts';
import { SignIn } from './sign-in.ts';
import type { SigningKey } from './signing-key.ts';

export interface WebProps {
  readonly table: CaseTable;
  readonly content: ContentBuckets;
  readonly signingKey: SigningKey;
  /** Where agents open Amazon Connect, as far as it is known. */
  readonly connectUrl?: string | undefined;
}

const SURVEY_IMPACT = 'Beneficiaries cannot say whether their case is finished, nor look up how it stands.';
const CONSOLE_IMPACT = 'Agents cannot work: cases of beneficiaries are neither answered nor resolved.';
const PEOPLE_IMPACT =
  'Agents find no case by who calls or writes, and what beneficiaries asked not to get cannot be recorded.';
const OUTREACH_IMPACT = 'No call can be planned or stopped: beneficiaries are not called back.';
const SETTINGS_IMPACT =
  'Supervisors cannot change calendars or service levels: after a decree, beneficiaries go on being promised times that no longer hold.';
const CALLS_IMPACT = 'Agents do not see who waited in vain, and cannot hear what beneficiaries said.';
const FIGURES_IMPACT =
  'The leadership does not see how long beneficiaries wait and what was promised to them.';

/** A path as API Gateway writes it. */
const routeOf = (path: SitePath): string => path.replace(/\*$/u, '{proxy+}');

interface SiteProps<S extends Site> {
  readonly site: S;
  readonly variables: VariablesOf<`web/${S}`>;
  /** What its failure means to a beneficiary, as a sentence. */
  readonly impact: string;
}

/** The pages: the console and its parts behind the sign-in, and the survey and tracking pages for anybody. */
export class Web extends Construct {
  private readonly foundation: Platform;

  constructor(scope: Construct, id: string, foundation: Platform, props: WebProps) {
    super(scope, id);
    this.foundation = foundation;
    const { table, content, signingKey, connectUrl } = props;
    const { api, url: publicUrl } = foundation.publicApi;
    const signIn = new SignIn(this, 'SignIn', foundation, { publicUrl });
    const signedIn = {
      OIDC_ISSUER: signIn.issuer,
      OIDC_CLIENT_ID: signIn.clientId,
      OIDC_SECRET_ID: signIn.reading(),
      PUBLIC_URL: publicUrl,
    };
    const forStaff = {
      ...signedIn,
      TABLE_NAME: table.use('write'),
      SIGNING_KEY_ID: signingKey.reading(),
    };
    this.site('Console', {
      site: 'console',
      variables: {
        ...forStaff,
        BLOB_BUCKET: content.use('write'),
        ...(connectUrl !== undefined && { CONNECT_URL: connectUrl }),
      },
      impact: CONSOLE_IMPACT,
    });
    this.site('People', {
      site: 'people',
      variables: forStaff,
      impact: PEOPLE_IMPACT,
    });
    this.site('CallsOut', {
      site: 'outreach',
      variables: forStaff,
      impact: OUTREACH_IMPACT,
    });
    this.site('Calls', {
      site: 'calls',
      variables: {
        ...signedIn,
        TABLE_NAME: table.use('read'),
        RECORDINGS_BUCKET: content.recorded('read'),
      },
      impact: CALLS_IMPACT,
    });
    this.site('Settings', {
      site: 'settings',
      variables: forStaff,
      impact: SETTINGS_IMPACT,
    });
    this.site('Figures', {
      site: 'figures',
      variables: { ...signedIn, TABLE_NAME: table.use('read') },
      impact: FIGURES_IMPACT,
    });
    this.site('Survey', {
      site: 'survey',
      variables: { TABLE_NAME: table.use('write'), SIGNING_KEY_ID: signingKey.reading() },
      impact: SURVEY_IMPACT,
    });
    const period = Duration.minutes(5);
    // A page that fails is answered with an apology, so that its function did not fail.
    foundation.alarms.add(this, 'PagesFail', {
      metric: api.metricServerError({ period, statistic: 'Sum' }),
      threshold: 1,
      impact: 'A page answered that it could not be shown: somebody could not do what they came to do.',
      remedy: "The function's log has a line with the code page-failed and why.",
    });
    foundation.alarms.show(
      'Pages',
      api.metricCount({ period }),
      api.metricClientError({ period }),
      api.metricServerError({ period }),
    );
    new CfnOutput(this, 'ConsoleUrl', {
      value: publicUrl,
      description: 'The console; also the public address of surveys',
    });
  }

  /** Pages at some paths of the one address, by a function of their own. */
  private site<S extends Site>(id: string, { site, impact, ...props }: SiteProps<S>): void {
    const { api } = this.foundation.publicApi;
    const { alarms } = this.foundation;
    const pages = new RidaFunction(this, id, this.foundation, {
      ...props,
      service: `web/${site}`,
      memoryMiB: 1024,
      timeout: Duration.seconds(20),
      deadLetters: new DeadLetters(this, `${id}DeadLetters`, this.foundation, { impact }),
    });
    // One permission and one route a path, not one a method: a stack holds 500 resources. A method the pages do
    // not know is answered by them with 404.
    const integration = new HttpLambdaIntegration(`To${id}`, pages, { scopePermissionToRoute: false });
    const methods = [HttpMethod.ANY];
    for (const path of SITE_PATHS[site].map(routeOf)) api.addRoutes({ path, methods, integration });
    const metric = pages.metricErrors({ period: Duration.minutes(5) });
    alarms.add(this, `${id}Fails`, { metric, threshold: 1, impact });
  }
}
