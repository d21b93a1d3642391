import { CfnOutput, Duration } from 'aws-cdk-lib';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { SITE_PATHS, type Site, type SitePath } from '#functions/web/paths.ts';
import type { CaseTable } from './case-table.ts';
import type { ContentBuckets } from './content-buckets.ts';
import type { Platform } from './platform.ts';
import { RidaFunction, type VariablesOf } from './rida-function.ts';
import type { SearchTable } from './search.ts';
import { CognitoSignIn } from './sign-in.ts';
import type { SigningKey } from './signing-key.ts';

export interface WebProps {
  readonly table: CaseTable;
  readonly searchTable: SearchTable;
  readonly content: ContentBuckets;
  readonly signingKey: SigningKey;
  /** The URL of Amazon Connect for agents, if it is configured. */
  readonly connectUrl?: string | undefined;
}

const SURVEY_IMPACT = 'Beneficiaries cannot answer surveys or look up the status of their cases.';
const DEPARTMENTS_IMPACT =
  'Departments cannot answer on their pages, only by mail. Beneficiaries may wait longer for an outcome.';
const CONSOLE_IMPACT =
  'Agents cannot open the console. Cases of beneficiaries are neither answered nor resolved.';
const PEOPLE_IMPACT =
  'Agents cannot find cases by person or by words, and beneficiaries cannot be unsubscribed from surveys or calls.';
const OUTREACH_IMPACT = 'Outbound calls cannot be planned or cancelled: beneficiaries are not called back.';
const INVESTORS_IMPACT =
  'Officers cannot see or change the plans of investors, so that investors are not called back in time.';
const SETTINGS_IMPACT =
  'Supervisors cannot change calendars or service levels, so that beneficiaries may be promised wrong deadlines.';
const CALLS_IMPACT = 'Agents cannot see missed calls or listen to recordings of beneficiaries.';
const QUALITY_IMPACT =
  'Supervisors cannot record that they contacted dissatisfied beneficiaries, who may be forgotten.';
const FIGURES_IMPACT = 'The leadership cannot see waiting times and missed deadlines of beneficiaries.';

/** Return a path in the form of API Gateway. */
const routeOf = (path: SitePath): string => path.replace(/\*$/u, '{proxy+}');

interface SiteProps<S extends Site> {
  readonly site: S;
  readonly variables: VariablesOf<`web/${S}`>;
  /** The impact of a failure on beneficiaries, as a sentence. */
  readonly impact: string;
}

/** The web pages: the console behind the sign-in, and the public pages for surveys and tracking. */
export class Web extends Construct {
  private readonly platform: Platform;

  constructor(scope: Construct, id: string, platform: Platform, props: WebProps) {
    super(scope, id);
    this.platform = platform;
    const { table, searchTable, content, signingKey, connectUrl } = props;
    const { api, url: publicUrl } = platform.publicApi;
    const signIn = new CognitoSignIn(this, 'SignIn', platform, { publicUrl });
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
      variables: { ...forStaff, SEARCH_TABLE: searchTable.use('find') },
      impact: PEOPLE_IMPACT,
    });
    this.site('CallsOut', {
      site: 'outreach',
      variables: { ...forStaff, BLOB_BUCKET: content.keepingLists() },
      impact: OUTREACH_IMPACT,
    });
    this.site('Investors', {
      site: 'investors',
      variables: { ...signedIn, TABLE_NAME: table.use('write'), BLOB_BUCKET: content.use('add') },
      impact: INVESTORS_IMPACT,
    });
    this.site('Calls', {
      site: 'calls',
      variables: {
        ...signedIn,
        TABLE_NAME: table.use('read-recorded'),
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
      variables: { ...signedIn, TABLE_NAME: table.use('figures') },
      impact: FIGURES_IMPACT,
    });
    this.site('Quality', {
      site: 'quality',
      variables: { ...signedIn, TABLE_NAME: table.use('write') },
      impact: QUALITY_IMPACT,
    });
    this.site('Survey', {
      site: 'survey',
      variables: { TABLE_NAME: table.use('public'), SIGNING_KEY_ID: signingKey.reading() },
      impact: SURVEY_IMPACT,
    });
    this.site('Departments', {
      site: 'departments',
      variables: {
        TABLE_NAME: table.use('departments'),
        BLOB_BUCKET: content.use('write'),
        SIGNING_KEY_ID: signingKey.reading(),
      },
      impact: DEPARTMENTS_IMPACT,
    });
    const period = Duration.minutes(5);
    // A failed page is answered with an error page, so that the invocation of its function does not fail.
    platform.alarms.add(this, 'PagesFail', {
      metric: api.metricServerError({ period, statistic: 'Sum' }),
      threshold: 1,
      cause: 'one page with the status 5xx',
      impact: 'A page could not be shown. The user could not finish the current task.',
      remedy: 'Search the log of the function for the code page-failed; it has the reason.',
    });
    platform.alarms.show(
      'Pages',
      api.metricCount({ period }),
      api.metricClientError({ period }),
      api.metricServerError({ period }),
    );
    new CfnOutput(this, 'ConsoleUrl', {
      value: publicUrl,
      description: 'The URL of the console and of the survey pages',
    });
  }

  /** Add a function for some paths of the public API. */
  private site<S extends Site>(id: string, { site, impact, ...props }: SiteProps<S>): void {
    const { alarms, publicApi } = this.platform;
    const pages = new RidaFunction(this, id, this.platform, {
      ...props,
      service: `web/${site}`,
      memoryMiB: 1024,
      timeout: Duration.seconds(20),
    });
    // One permission and one route for each path, not for each method: a stack is limited to 500 resources.
    // Pages answer unsupported methods with 404.
    const integration = new HttpLambdaIntegration(`To${id}`, pages, { scopePermissionToRoute: false });
    const audience = site === 'survey' || site === 'departments' ? 'public' : 'staff';
    for (const path of SITE_PATHS[site].map(routeOf)) publicApi.route(path, audience, integration);
    const metric = pages.metricErrors({ period: Duration.minutes(5) });
    alarms.add(this, `${id}Fails`, {
      metric,
      threshold: 1,
      cause: 'one request that times out or ends the process',
      impact,
    });
  }
}
