import { type Asked, type AwsCall, type RawRequest, signerOf } from './aws-call.ts';
import { connectAsked, connectCall } from './connect-call.ts';
import { dynamodbAsked } from './dynamodb-call.ts';
import { s3Asked } from './s3-call.ts';
import { ACCOUNT } from './values.ts';

type Input = Readonly<Record<string, unknown>>;

const one = (action: string, ...resources: readonly string[]): Asked[] => [
  { action, resources, context: {} },
];

/** Actions whose name is not the name of the operation. */
const ACTION: Readonly<Record<string, string>> = {
  SendMessageBatch: 'SendMessage',
  DeleteMessageBatch: 'DeleteMessage',
};

const domainOf = (address: string): string => address.replace(/>$/u, '').split('@').at(-1) ?? '';

interface Place {
  readonly region: string;
  readonly account: string;
}

/** Finds the action and the resources of a request with a target header, by service. */
const BY_TARGET: Readonly<Record<string, (operation: string, input: Input, place: Place) => Asked[]>> = {
  dynamodb(operation, input, { region, account }) {
    // Streams have the same service name in the signature, and their own operations.
    if (/^(DescribeStream|GetShardIterator|GetRecords|ListStreams)$/u.test(operation)) {
      const arn = /arn:[^|]+/u.exec(String(input.StreamArn ?? input.ShardIterator ?? ''))?.[0] ?? '*';
      return one(`dynamodb:${operation}`, arn);
    }
    return dynamodbAsked(operation, input, (table) => `arn:aws:dynamodb:${region}:${account}:table/${table}`);
  },
  events: (_operation, input, { region, account }) =>
    (input.Entries as readonly { EventBusName: string }[]).flatMap(({ EventBusName }) =>
      one('events:PutEvents', `arn:aws:events:${region}:${account}:event-bus/${EventBusName}`),
    ),
  kinesis: (operation, input) => one(`kinesis:${operation}`, String(input.StreamARN)),
  logs: (operation, input, { region, account }) =>
    one(
      `logs:${operation}`,
      `arn:aws:logs:${region}:${account}:log-group:${input.logGroupName}:log-stream:${input.logStreamName}`,
    ),
  secretsmanager: (operation, input) => one(`secretsmanager:${operation}`, String(input.SecretId)),
  sqs: (operation, input, { region, account }) =>
    one(
      `sqs:${ACTION[operation] ?? operation}`,
      `arn:aws:sqs:${region}:${account}:${String(input.QueueUrl).split('/').at(-1)}`,
    ),
};

/** Return what a request to SES asks for: version 1 in a form, version 2 in JSON. */
function sesAsked({ path, body }: RawRequest, { region, account }: Place): { asked: Asked[]; input: Input } {
  const arn = (kind: string, name: string) => `arn:aws:ses:${region}:${account}:${kind}/${name}`;
  if (path.startsWith('/v2/')) {
    const input = JSON.parse(body.toString()) as Input;
    const from = arn('identity', domainOf(String(input.FromEmailAddress)));
    const set = arn('configuration-set', String(input.ConfigurationSetName));
    return { asked: one('ses:SendRawEmail', from, set), input };
  }
  const input = Object.fromEntries(new URLSearchParams(body.toString())) as Record<string, string>;
  const action = `ses:${input.Action}`;
  if (input.Action !== 'SendRawEmail') return { asked: one(action, '*'), input };
  const from = arn('identity', domainOf(input.Source ?? ''));
  return { asked: one(action, from, arn('configuration-set', input.ConfigurationSetName ?? '')), input };
}

/** Return the name of the function that a request to Lambda invokes. */
export const invokedName = ({ path }: RawRequest): string =>
  decodeURIComponent(/^\/2015-03-31\/functions\/([^/]+)\/invocations/u.exec(path)?.[1] ?? '');

/**
 * Return what a request asks for.
 *
 * @throws Error for a service or operation that the rehearsal does not know
 */
export async function understand(request: RawRequest): Promise<AwsCall> {
  const { accessKey, region, service } = signerOf(request.headers);
  const place = { region, account: ACCOUNT };
  const made = (asked: readonly Asked[], input: Input = {}): AwsCall => ({
    service,
    accessKey,
    asked,
    input,
  });
  if (service === 's3') return made(s3Asked(request));
  if (service === 'xray')
    return made(
      one(request.path === '/TraceSegments' ? 'xray:PutTraceSegments' : 'xray:PutTelemetryRecords', '*'),
    );
  if (service === 'ses') {
    const { asked, input } = sesAsked(request, place);
    return made(asked, input);
  }
  if (service === 'lambda') {
    const input = { name: invokedName(request) };
    const arn = `arn:aws:lambda:${region}:${ACCOUNT}:function:${input.name}`;
    return made(one('lambda:InvokeFunction', arn), input);
  }
  if (service === 'connect') {
    const call = connectCall(request);
    return made(await connectAsked(call, place), call.input);
  }
  const operation = request.headers['x-amz-target']?.split('.').at(-1) ?? '';
  const asks = BY_TARGET[service];
  if (!asks || operation === '')
    throw new Error(`the rehearsal does not know requests to ${service || request.path}`);
  const input = JSON.parse(request.body.toString()) as Input;
  return made(asks(operation, input, place), input);
}
