import type { Resource } from '#infra/tools/template/model.ts';

/** The account of moto. */
export const ACCOUNT = '123456789012';

/** The value of `Ref` of each created resource, by logical id. */
export type Physical = Readonly<Record<string, string>>;

interface Place {
  readonly resources: Readonly<Record<string, Resource>>;
  readonly region: string;
  readonly physical: Physical;
}

const lastOf = (text: string, separator: string): string => text.split(separator).at(-1) ?? '';

/** The attributes of created resources, by type: the name, as `Ref` returns it, becomes the attribute. */
const ATTRIBUTES: Readonly<Record<string, (name: string, at: (service: string) => string) => string>> = {
  'AWS::DynamoDB::Table.Arn': (name, at) => `${at('dynamodb')}:table/${name}`,
  'AWS::DynamoDB::Table.StreamArn': (name, at) => `${at('dynamodb')}:table/${name}/stream/*`,
  'AWS::Events::EventBus.Arn': (name, at) => `${at('events')}:event-bus/${name}`,
  'AWS::Events::Rule.Arn': (name, at) => `${at('events')}:rule/${name}`,
  'AWS::IAM::Role.Arn': (name) => `arn:aws:iam::${ACCOUNT}:role/${name}`,
  'AWS::KMS::Key.Arn': (name, at) => `${at('kms')}:key/${name}`,
  'AWS::Kinesis::Stream.Arn': (name, at) => `${at('kinesis')}:stream/${name}`,
  'AWS::Lambda::Function.Arn': (name, at) => `${at('lambda')}:function:${name}`,
  'AWS::Logs::LogGroup.Arn': (name, at) => `${at('logs')}:log-group:${name}:*`,
  'AWS::S3::Bucket.Arn': (name) => `arn:aws:s3:::${name}`,
  'AWS::SQS::Queue.Arn': (url, at) => `${at('sqs')}:${lastOf(url, '/')}`,
  'AWS::SQS::Queue.QueueName': (url) => lastOf(url, '/'),
};

/** An id in the form that Connect gives, always the same for a resource. */
const idOf = (logical: string): string => {
  const hex = Buffer.from(logical).toString('hex').padEnd(32, '0').slice(-32);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};

/** The id of the Connect instance. */
const INSTANCE_ID = idOf('instance');
export const API_HOST = 'rehearsal.execute-api.amazonaws.com';
export const CLIENT_SECRET = 'the-secret-of-the-console-in-the-rehearsal';

/** Return the name of a flow or queue without the prefix of the stage. */
export const plainName = ({ Properties }: Resource): string =>
  String(Properties.Name).replace(/^Rida \S+ /u, '');

/** Values of resources that are not created in moto: `Ref`, or an attribute. */
function standIn({ resources, region }: Place, logical: string, attribute: string): string | undefined {
  const resource = resources[logical];
  if (!resource) return undefined;
  const { Type, Properties } = resource;
  const instance = `arn:aws:connect:${region}:${ACCOUNT}:instance/${INSTANCE_ID}`;
  const part = /^AWS::Connect::(\w+)$/u.exec(Type)?.[1] ?? '';
  const inConnect: Readonly<Record<string, string>> = {
    ContactFlow: `contact-flow/${idOf(logical)}`,
    ContactFlowModule: `flow-module/${idOf(logical)}`,
    HoursOfOperation: `operating-hours/${idOf(logical)}`,
    // The local telephones know queues by name.
    Queue: `queue/${part === 'Queue' ? plainName(resource) : ''}`,
    QuickConnect: `transfer-destination/${idOf(logical)}`,
    RoutingProfile: `routing-profile/${idOf(logical)}`,
    SecurityProfile: `security-profile/${idOf(logical)}`,
    AgentStatus: `agent-state/${idOf(logical)}`,
  };
  if (part === 'Instance') return attribute === 'Id' ? INSTANCE_ID : instance;
  if (inConnect[part] !== undefined) return `${instance}/${inConnect[part]}`;
  const pool = `${region}_rehearsal`;
  const own: Readonly<Record<string, string>> = {
    'AWS::ApiGatewayV2::Api.ApiEndpoint': `https://${API_HOST}`,
    'AWS::Cognito::UserPool.ProviderURL': `https://cognito-idp.${region}.amazonaws.com/${pool}`,
    'AWS::Cognito::UserPool.Ref': pool,
    'AWS::Cognito::UserPoolClient.ClientSecret': CLIENT_SECRET,
    'AWS::SES::ConfigurationSet.Ref': String(Properties.Name),
    'AWS::SES::EmailIdentity.Ref': String(Properties.EmailIdentity),
    'AWS::SES::ReceiptRuleSet.Ref': String(Properties.RuleSetName),
    // moto finds a secret by the end of its ARN, which is the name that the rehearsal gives it.
    'AWS::SecretsManager::Secret.Ref': `arn:aws:secretsmanager:${region}:${ACCOUNT}:secret:${logical}-abcdef`,
  };
  return own[`${Type}.${attribute}`] ?? `arn:aws:rehearsal:${region}:${ACCOUNT}:${logical}`;
}

const PSEUDO = (region: string): Readonly<Record<string, string>> => ({
  'AWS::AccountId': ACCOUNT,
  'AWS::Partition': 'aws',
  'AWS::Region': region,
  'AWS::StackName': 'rida',
  'AWS::URLSuffix': 'amazonaws.com',
});

/** Return a value of a resource. A resource that is not created yet has none. */
function attributeOf(place: Place, logical: string, attribute: string): string | undefined {
  const pseudo = PSEUDO(place.region)[logical];
  if (pseudo !== undefined) return pseudo;
  const name = place.physical[logical];
  if (name === undefined) return undefined;
  if (attribute === 'Ref') return name;
  const { Type = '' } = place.resources[logical] ?? {};
  return ATTRIBUTES[`${Type}.${attribute}`]?.(
    name,
    (service) => `arn:aws:${service}:${place.region}:${ACCOUNT}`,
  );
}

type Found = (logical: string, attribute: string) => string | undefined;

/** Replace references in a value of a template, at any depth. Those without a value stay. */
function put(value: unknown, found: Found): unknown {
  if (Array.isArray(value)) return value.map((one) => put(one, found));
  if (value === null || typeof value !== 'object') return value;
  const given = value as Readonly<Record<string, unknown>>;
  if (typeof given.Ref === 'string') return found(given.Ref, 'Ref') ?? value;
  const asked = given['Fn::GetAtt'];
  if (Array.isArray(asked)) return found(String(asked[0]), String(asked[1])) ?? value;
  if (typeof given['Fn::Sub'] === 'string')
    return given['Fn::Sub'].replaceAll(
      /\$\{([^}]+)\}/gu,
      (whole, name: string) => found(name, 'Ref') ?? whole,
    );
  const inner = Object.fromEntries(Object.entries(given).map(([name, one]) => [name, put(one, found)]));
  return computed(inner);
}

const isText = (one: unknown): one is string => typeof one === 'string';

/** Compute a function of CloudFormation whose arguments are texts. */
function computed(value: Readonly<Record<string, unknown>>): unknown {
  const { 'Fn::Join': join, 'Fn::Split': split, 'Fn::Select': select } = value;
  if (Array.isArray(join) && Array.isArray(join[1]) && join[1].every(isText))
    return join[1].join(String(join[0]));
  if (Array.isArray(split) && isText(split[1])) return split[1].split(String(split[0]));
  if (Array.isArray(select) && Array.isArray(select[1])) return select[1][Number(select[0])];
  return value;
}

/**
 * Replace references to resources that are not created in moto. References to others stay for moto, except to
 * a bus, whose name moto does not resolve.
 */
export const withStandIns = <T>(
  value: T,
  place: Omit<Place, 'physical'>,
  held: (type: string) => boolean,
): T =>
  put(value, (logical, attribute) => {
    const { Type, Properties } = place.resources[logical] ?? {};
    if (Type === 'AWS::Events::EventBus' && attribute === 'Ref') return String(Properties?.Name);
    return Type === undefined || held(Type)
      ? undefined
      : standIn({ ...place, physical: {} }, logical, attribute);
  }) as T;

/**
 * Replace all references of a value.
 *
 * @throws Error when one has no value
 */
export function resolved<T>(value: T, place: Place): T {
  return put(value, (logical, attribute) => {
    const found = attributeOf(place, logical, attribute) ?? standIn(place, logical, attribute);
    if (found === undefined) throw new Error(`${logical}.${attribute} has no value in the rehearsal`);
    return found;
  }) as T;
}
