import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The IAM actions of a command whose name is not its action. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  DeleteObjects: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
  // Without ListBucket, S3 answers AccessDenied for a missing object.
  GetObject: ['s3:GetObject', 's3:ListBucket'],
  HeadObject: ['s3:GetObject', 's3:ListBucket'],
  Invoke: ['lambda:InvokeFunction'],
  ListObjectsV2: ['s3:ListBucket'],
  ListObjectVersions: ['s3:ListBucketVersions'],
  DeleteMessageBatch: ['sqs:DeleteMessage'],
  SendMessageBatch: ['sqs:SendMessage'],
};

/** The service of each command that the project sends. */
const COMMANDS: Readonly<Record<string, RegExp>> = {
  connect:
    /^(Associate|Disassociate|List)\w*(StorageConfigs?|ContactFlow)$|HoursOfOperation|^(Describe|Stop|StartTask|StartOutboundVoice)Contact$|^GetContact/u,
  events: /^PutEvents$/u,
  lambda: /^Invoke$/u,
  s3: /Objects?(V2|Versions)?$/u,
  secretsmanager: /^GetSecretValue$/u,
  ses: /^Send(Raw)?Email$|ReceiptRuleSet$/u,
  sqs: /^(Send|Receive|Delete)Message|^ChangeMessageVisibility/u,
};

/** A command that the SDK contains for a feature that is off: directory buckets. */
const NEVER_SENT = 'CreateSession';

/**
 * The library of DynamoDB contains all its commands, whichever are used. Its adapter is one class for all
 * functions, so that its source says what functions may send.
 */
const OF_DYNAMODB = /^\w*(Items?|Statement|Endpoints|Query|Scan|Transaction)$/u;

/** Return the actions of the commands that the adapters of DynamoDB send. */
export function tableActions(): ReadonlySet<string> {
  const folder = `${root}shared/adapters/aws/`;
  const sources = readdirSync(folder).filter((file) => file.startsWith('dynamo-'));
  const commands = sources.flatMap((file) =>
    [...readFileSync(`${folder}${file}`, 'utf8').matchAll(/new (\w+)Command\(/gu)].map(([, name]) => name),
  );
  const NAMES: Readonly<Record<string, readonly string[]>> = {
    Query: ['Query'],
    TransactWrite: ['PutItem', 'UpdateItem', 'DeleteItem'],
  };
  return new Set(
    commands.flatMap((name = '') => NAMES[name] ?? [`${name}Item`]).map((one) => `dynamodb:${one}`),
  );
}

const COMMAND_CLASS = /extends [\w$]+\([\w$]+,[\w$]+,"(\w+)",/gu;

/** Return the IAM actions of a command. */
function actionsOf(command: string): readonly string[] {
  if (command === NEVER_SENT || OF_DYNAMODB.test(command)) return [];
  const [service] = Object.entries(COMMANDS).find(([, names]) => names.test(command)) ?? [];
  if (service === undefined) throw new Error(`the command ${command} has no service in bundled-commands.ts`);
  return ACTIONS[command] ?? [`${service}:${command}`];
}

/** Return the IAM actions of the commands that a bundle contains, by the name of the function. */
export function bundledActions(services: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const entryPoints = services.map((service) => {
    const folder = service.startsWith('deploy-time/') ? 'infra/aws' : 'functions';
    return { in: `${root}${folder}/${service}.handler.ts`, out: service };
  });
  const { outputFiles } = buildSync({
    entryPoints,
    bundle: true,
    write: false,
    outdir: '/bundles',
    format: 'esm',
    platform: 'node',
    target: 'node24',
    minify: true,
    mainFields: ['module', 'main'],
    logLevel: 'error',
    alias: { '@aws-sdk/credential-provider-node': `${root}infra/aws/lambda-credentials.ts` },
  });
  return new Map(
    outputFiles.map(({ path, text }) => {
      const found = [...text.matchAll(COMMAND_CLASS)].flatMap(([, command = '']) => actionsOf(command));
      return [`${basename(dirname(path))}/${basename(path, '.js')}`, new Set(found)];
    }),
  );
}
