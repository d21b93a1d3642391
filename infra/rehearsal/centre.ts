import { advance } from '#infra/local/time/advance.ts';
import { type AwsCall, type RawRequest, signerOf } from './aws-call.ts';
import { type Caller, formCall, jsonCall, restCall } from './aws-client.ts';
import { connectCall } from './connect-call.ts';
import { ConnectService } from './connect-service.ts';
import { accessKeyOf, Lambdas, serviceWith } from './lambdas.ts';
import { Ledger } from './ledger.ts';
import { Mail, ruleParameters } from './mail.ts';
import { look, OWN_KEY } from './main-adapters.ts';
import { type Moto, startMoto } from './moto.ts';
import { Site } from './pages.ts';
import { type Answer, Recorder } from './recorder.ts';
import { Rights } from './rights.ts';
import { SignInService } from './sign-in-service.ts';
import { Sources } from './sources.ts';
import { DeployedStack, forMoto, type Synthesised } from './stack.ts';
import { openTelephones } from './telephones.ts';
import { invokedName, understand } from './understand.ts';

/**
 * Sunday 12 May 2030, 08:00 in Riyadh: a working morning after the time of this computer, because moto writes
 * the time of this computer on objects.
 */
const DAY_BEGINS = Date.UTC(2030, 4, 12, 5, 0);

/** The host to which a deployment step sends its result. */
export const CLOUDFORMATION = 'cloudformation.rehearsal';

/** The deployed centre in a simulated account, with a clock of its own. */
export class RehearsedCentre {
  readonly ledger = new Ledger();
  readonly clock: { now(): number; advance(ms: number): Promise<void> };
  /** Results of deployment steps. */
  readonly results: string[] = [];
  readonly #moto: Moto;
  readonly #recorder: Recorder;
  readonly stack: DeployedStack;
  readonly lambdas: Lambdas;
  readonly sources: Sources;
  readonly rights: Rights;
  readonly site: Site;
  readonly mail: Mail;
  readonly signIn: SignInService;
  readonly connect: ConnectService;
  readonly look: ReturnType<typeof look>;
  readonly phone: ReturnType<typeof openTelephones>;
  readonly own: Caller;

  private constructor(moto: Moto, synthesised: Synthesised, recorder: Recorder, endpoint: string) {
    this.#moto = moto;
    this.#recorder = recorder;
    const shift = new SharedArrayBuffer(8);
    const offset = new Float64Array(shift);
    offset[0] = DAY_BEGINS - Date.now();
    const now = (): number => Math.floor(Date.now() + (offset[0] ?? 0));
    this.clock = {
      now,
      async advance(ms) {
        offset[0] = (offset[0] ?? 0) + ms;
      },
    };
    this.stack = new DeployedStack(synthesised, moto.physical, endpoint);
    const { stack, ledger } = this;
    this.own = { endpoint, region: stack.region, accessKey: OWN_KEY };
    this.rights = new Rights(stack);
    this.lambdas = new Lambdas({
      ...{ functions: stack.functions, endpoint, offset: shift },
      logged: (line) => ledger.logged(line),
    });
    const { lambdas, own } = this;
    this.sources = new Sources({ stack, lambdas, endpoint, ledger });
    this.signIn = new SignInService({
      issuer: stack.attribute(stack.one('AWS::Cognito::UserPool').id, 'ProviderURL'),
      clientId: stack.name(stack.one('AWS::Cognito::UserPoolClient').id),
      now,
    });
    this.site = new Site(stack, lambdas, this.signIn);
    const [like] = [...stack.functions.values()].filter(({ environment }) => environment.TABLE_NAME);
    this.look = look({ endpoint, region: stack.region, clock: this.clock, like: like as never });
    const { rules, blobsIn } = this.look;
    this.phone = openTelephones({ ...{ stack, lambdas, own, rules, blobsIn }, clock: this.clock });
    this.connect = new ConnectService({
      ...{ exchange: this.phone.exchange, flowName: this.phone.flowName },
      hours: stack.one('AWS::Connect::HoursOfOperation').properties as never,
      placeOf: (id) => this.phone.switchboard.placeOf(id),
    });
    const deployment = JSON.parse(like?.environment.DEPLOYMENT ?? '{}') as {
      centre: { helpAddress: string };
    };
    this.mail = new Mail({ stack, own, now, helpAddress: deployment.centre.helpAddress });
  }

  /** Deploy the synthesised stack into moto, and connect its parts. */
  static async open(synthesised: Synthesised): Promise<RehearsedCentre> {
    let centre: RehearsedCentre | undefined;
    const here = (): RehearsedCentre => {
      if (!centre) throw new Error('a request before the deployment');
      return centre;
    };
    const recorder = new Recorder({
      understand: (request) => (isOwn(request) ? ownCall(request) : understand(request)),
      recorded: (call, answer, request) => here().#recorded(call, answer, request),
      standIn: async (call, request) => {
        if (call.service === 'connect') return here().connect.answer(connectCall(request));
        return call.service === 'lambda' ? here().#invoked(request) : undefined;
      },
      elsewhere: async (host, request) => here().#elsewhere(host, request),
      failed: (error, { method, path }) => here().ledger.broke(`${method} ${path}`, String(error)),
    });
    const endpoint = await recorder.open();
    const moto = await startMoto(forMoto(synthesised), synthesised.region);
    recorder.passTo(moto.url);
    centre = new RehearsedCentre(moto, synthesised, recorder, endpoint);
    await centre.#create();
    await centre.sources.open();
    return centre;
  }

  /** Deliver all queued work and what follows from it. */
  async settle(): Promise<void> {
    await this.sources.drain();
    await this.mail.read();
  }

  /** Move the clock forward; timers run at their own time. */
  advance(ms: number): Promise<void> {
    const { switchboard } = this.phone;
    return advance(
      {
        ...{ store: this.look.store, clock: this.clock as never, phone: switchboard },
        sweep: () => this.runScheduled('sla/sweep'),
        nowAndThen: async () => undefined,
        // SQS hides a postponed message by the time of this computer. The day postpones none.
        retryPostponed: async () => undefined,
        settle: () => this.settle(),
      },
      ms,
    );
  }

  /** Call a function as its schedule does, with the role of the schedule. */
  async runScheduled(service: string): Promise<void> {
    const schedules = this.stack.all('AWS::Scheduler::Schedule');
    const declared = this.stack.functions.get(service);
    const schedule = schedules.find(({ resource }) =>
      JSON.stringify(resource.Properties.Target).includes(`"${declared?.logical}"`),
    );
    if (!schedule || !declared) throw new Error(`no schedule calls ${service}`);
    const { Arn, Input } = schedule.properties.Target as { Arn: string; Input: string };
    const { RoleArn } = schedule.resource.Properties.Target as { RoleArn: { 'Fn::GetAtt': string[] } };
    const role = RoleArn['Fn::GetAtt'][0] ?? '';
    this.rights.judge(`schedule of ${service}`, role, [
      { action: 'lambda:InvokeFunction', resources: [Arn], context: {} },
    ]);
    await this.lambdas.invoke(service, JSON.parse(Input));
  }

  async close(): Promise<void> {
    await this.lambdas.close();
    this.#recorder.close();
    this.#moto.close();
  }

  /** Write a log line and a trace of each function with its role, as Lambda does. */
  async writeTraces(): Promise<void> {
    for (const [service] of this.lambdas.invocations) {
      const declared = this.stack.functions.get(service);
      const caller: Caller = { ...this.own, accessKey: accessKeyOf(service) };
      const group = this.stack.resources[declared?.logical ?? '']?.Properties.LoggingConfig as {
        LogGroup: unknown;
      };
      const logGroupName = String(this.stack.valueOf(group.LogGroup));
      await jsonCall(caller, 'logs', 'CreateLogStream', { logGroupName, logStreamName: 'rehearsal' });
      await jsonCall(caller, 'logs', 'PutLogEvents', {
        ...{ logGroupName, logStreamName: 'rehearsal' },
        logEvents: [{ timestamp: Date.now(), message: '{}' }],
      });
      const trace = {
        id: '0000000000000001',
        trace_id: '1-00000000-000000000000000000000001',
        name: service,
      };
      const segment = JSON.stringify({ ...trace, start_time: 1, end_time: 2 });
      await restCall(
        caller,
        'xray',
        'POST',
        '/TraceSegments',
        JSON.stringify({ TraceSegmentDocuments: [segment] }),
      );
      await restCall(caller, 'xray', 'POST', '/TelemetryRecords', JSON.stringify({ TelemetryRecords: [] }));
    }
  }

  #recorded(call: Parameters<Ledger['called']>[1], answer: Answer, request: RawRequest): void {
    this.sources.touch(call);
    const service = serviceWith(call.accessKey);
    const declared = service === undefined ? undefined : this.stack.functions.get(service);
    if (service === undefined || !declared) return;
    this.rights.judge(service, declared.role, call.asked);
    // Without ListBucket, S3 denies the request for a missing object.
    if (answer.status === 404 && call.service === 's3') {
      const resources = call.asked.flatMap(({ resources: all }) => all.map((one) => one.split('/')[0] ?? ''));
      const prefix = [decodeURIComponent(request.path.split('/').slice(2).join('/').split('?')[0] ?? '')];
      this.rights.judge(service, declared.role, [
        { action: 's3:ListBucket', resources, context: { 's3:prefix': prefix } },
      ]);
    }
    this.ledger.called(service, call);
    if (answer.status >= 400 && answer.status !== 404 && !isCondition(answer))
      this.ledger.broke(
        service,
        `${call.asked[0]?.action}: ${answer.status} ${String(answer.body).slice(0, 400)}`,
      );
    if (answer.status >= 500) this.ledger.broke(service, this.#moto.lastError());
    if (call.service === 'ses' && call.input.Action === 'SendRawEmail')
      this.mail.sent(call, String(answer.body));
  }

  /** Invoke a function for another one, as Lambda does. */
  async #invoked(request: RawRequest): Promise<Answer> {
    const { service } = this.stack.functionNamed(invokedName(request));
    return this.lambdas.invoke(service, JSON.parse(request.body.toString())).then(
      (result) => ({ status: 200, headers: {}, body: JSON.stringify(result) }),
      (error: unknown) => ({
        ...{ status: 200, headers: { 'x-amz-function-error': 'Unhandled' } },
        body: JSON.stringify({ errorMessage: String(error) }),
      }),
    );
  }

  async #elsewhere(host: string, request: RawRequest): Promise<Answer> {
    if (host === CLOUDFORMATION) {
      this.results.push(request.body.toString());
      return { status: 200, headers: {}, body: '' };
    }
    return this.signIn.answer(request);
  }

  /** Create what moto's CloudFormation cannot, over the API of the service. */
  async #create(): Promise<void> {
    const { own, stack } = this;
    for (const { id, properties } of stack.all('AWS::SecretsManager::Secret')) {
      const { SecretStringTemplate, GenerateStringKey } = properties.GenerateSecretString as {
        SecretStringTemplate?: string;
        GenerateStringKey?: string;
      };
      const random = 'r'.repeat(64);
      const SecretString =
        SecretStringTemplate === undefined
          ? random
          : JSON.stringify({
              ...(JSON.parse(SecretStringTemplate) as object),
              [GenerateStringKey ?? '']: random,
            });
      await jsonCall(own, 'secretsmanager', 'CreateSecret', {
        ...{ Name: stack.name(id).split(':').at(-1), SecretString, ClientRequestToken: id.padEnd(32, '0') },
      });
    }
    const ses = (parameters: Readonly<Record<string, string>>) =>
      formCall(own, 'ses', { Version: '2010-12-01', ...parameters });
    for (const { properties } of stack.all('AWS::SES::EmailIdentity'))
      await ses({ Action: 'VerifyDomainIdentity', Domain: String(properties.EmailIdentity) });
    for (const { properties } of stack.all('AWS::SES::ConfigurationSet'))
      await ses({ Action: 'CreateConfigurationSet', 'ConfigurationSet.Name': String(properties.Name) });
    for (const { properties } of stack.all('AWS::SES::ReceiptRuleSet'))
      await ses({ Action: 'CreateReceiptRuleSet', RuleSetName: String(properties.RuleSetName) });
    for (const { properties } of stack.all('AWS::SES::ReceiptRule')) await ses(ruleParameters(properties));
    for (const { properties } of stack.all('AWS::SNS::Subscription'))
      await formCall(own, 'sns', {
        ...{ Action: 'Subscribe', Version: '2010-03-31', TopicArn: String(properties.TopicArn) },
        ...{ Protocol: String(properties.Protocol), Endpoint: String(properties.Endpoint) },
      });
  }
}

/** Services of which the rehearsal understands its own requests too: they may put something into a queue. */
const DELIVERING = ['dynamodb', 'sqs', 'events', 'kinesis'];

/** Return whether the rehearsal itself sent a request, and nothing follows from it in a queue. */
function isOwn({ headers }: RawRequest): boolean {
  const { accessKey, service } = signerOf(headers);
  return serviceWith(accessKey) === undefined && !DELIVERING.includes(service);
}

/** A request of the rehearsal itself, which no role limits. */
const ownCall = async ({ headers }: RawRequest): Promise<AwsCall> => ({
  ...signerOf(headers),
  ...{ asked: [], input: {} },
});

/** A failed condition is an answer of DynamoDB, not a fault. */
const isCondition = ({ body }: Answer): boolean =>
  /ConditionalCheckFailed|TransactionCanceled|PreconditionFailed/u.test(String(body));
