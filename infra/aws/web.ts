import { CfnOutput, Duration } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { env as consoleEnv } from '#functions/web/console.env.ts';
import { env as peopleEnv } from '#functions/web/people.env.ts';
import { env as settingsEnv } from '#functions/web/settings.env.ts';
import { env as surveyEnv } from '#functions/web/survey.env.ts';
import type { CaseTable } from './case-table.ts';
import type { Content } from './content.ts';
import { DeadLetters } from './dead-letters.ts';
import type { Foundation } from './foundation.ts';
import { RidaFunction } from './rida-function.ts';
import { SignIn } from './sign-in.ts';
import type { SigningKey } from './signing-key.ts';

export interface WebProps {
  readonly table: CaseTable;
  readonly content: Content;
  readonly signingKey: SigningKey;
}

/** Pages of beneficiaries, with their assets; what no other function has is the console's. */
const PUBLIC_PAGES = ['/s/{proxy+}', '/t'];
const PEOPLE_PAGES = ['/search', '/people/{proxy+}', '/absence', '/absence/{proxy+}'];
const SETTINGS_PAGES = ['/settings', '/settings/{proxy+}'];
const SURVEY_IMPACT = 'Beneficiaries cannot say whether their case is finished, nor look up how it stands.';
const CONSOLE_IMPACT = 'Agents cannot work: cases of beneficiaries are neither answered nor resolved.';
const PEOPLE_IMPACT =
  'Agents find no case by who calls or writes, and what beneficiaries asked not to get cannot be recorded.';
const SETTINGS_IMPACT =
  'Supervisors cannot change calendars or service levels: after a decree, beneficiaries go on being promised times that no longer hold.';

/** The pages: the console, people and settings behind the sign-in, and the survey and tracking pages for anybody. */
export class Web extends Construct {
  constructor(scope: Construct, id: string, foundation: Foundation, props: WebProps) {
    super(scope, id);
    const { table, content, signingKey } = props;
    const { alarms } = foundation;
    const { api, url: publicUrl } = foundation.publicApi;
    const signIn = new SignIn(this, 'SignIn', foundation, { publicUrl });
    const common = { memoryMiB: 1024, timeout: Duration.seconds(20) };
    const forStaff = {
      TABLE_NAME: table.use('write'),
      OIDC_ISSUER: signIn.issuer,
      OIDC_CLIENT_ID: signIn.clientId,
      OIDC_SECRET_ID: signIn.reading(),
      SIGNING_KEY_ID: signingKey.reading(),
      PUBLIC_URL: publicUrl,
    };
    const desk = new RidaFunction(this, 'Console', foundation, {
      ...common,
      service: 'web/console',
      env: consoleEnv,
      variables: { ...forStaff, BLOB_BUCKET: content.use('write') },
      deadLetters: new DeadLetters(this, 'ConsoleDeadLetters', foundation, { impact: CONSOLE_IMPACT }),
    });
    const people = new RidaFunction(this, 'People', foundation, {
      ...common,
      service: 'web/people',
      env: peopleEnv,
      variables: forStaff,
      deadLetters: new DeadLetters(this, 'PeopleDeadLetters', foundation, { impact: PEOPLE_IMPACT }),
    });
    const settings = new RidaFunction(this, 'Settings', foundation, {
      ...common,
      service: 'web/settings',
      env: settingsEnv,
      variables: forStaff,
      deadLetters: new DeadLetters(this, 'SettingsDeadLetters', foundation, { impact: SETTINGS_IMPACT }),
    });
    const survey = new RidaFunction(this, 'Survey', foundation, {
      ...common,
      service: 'web/survey',
      env: surveyEnv,
      variables: { TABLE_NAME: table.use('write'), SIGNING_KEY_ID: signingKey.reading() },
      deadLetters: new DeadLetters(this, 'SurveyDeadLetters', foundation, { impact: SURVEY_IMPACT }),
    });
    const toSurvey = new HttpLambdaIntegration('ToSurvey', survey);
    const toPeople = new HttpLambdaIntegration('ToPeople', people);
    const toSettings = new HttpLambdaIntegration('ToSettings', settings);
    const toConsole = new HttpLambdaIntegration('ToConsole', desk);
    const methods = [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST];
    for (const path of PUBLIC_PAGES) api.addRoutes({ path, methods, integration: toSurvey });
    for (const path of PEOPLE_PAGES) api.addRoutes({ path, methods, integration: toPeople });
    for (const path of SETTINGS_PAGES) api.addRoutes({ path, methods, integration: toSettings });
    api.addRoutes({ path: '/', methods, integration: toConsole });
    api.addRoutes({ path: '/{proxy+}', methods, integration: toConsole });
    const period = Duration.minutes(5);
    for (const [id, failing, impact] of [
      ['ConsoleFails', desk, CONSOLE_IMPACT],
      ['PeopleFails', people, PEOPLE_IMPACT],
      ['SettingsFails', settings, SETTINGS_IMPACT],
      ['SurveyFails', survey, SURVEY_IMPACT],
    ] as const)
      alarms.add(this, id, { metric: failing.metricErrors({ period }), threshold: 1, impact });
    // A page that fails is answered with an apology, so that its function did not fail.
    alarms.add(this, 'PagesFail', {
      metric: api.metricServerError({ period, statistic: 'Sum' }),
      threshold: 1,
      impact: 'A page answered that it could not be shown: somebody could not do what they came to do.',
      remedy: "The function's log has a line with the code page-failed and why.",
    });
    alarms.show(
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
}
