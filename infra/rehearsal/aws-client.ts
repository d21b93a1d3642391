/** How a caller sends requests: where to, and as whom. */
export interface Caller {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKey: string;
}

const TARGETS = {
  dynamodb: 'DynamoDB_20120810',
  streams: 'DynamoDBStreams_20120810',
  events: 'AWSEvents',
  kinesis: 'Kinesis_20131202',
  logs: 'Logs_20140328',
  secretsmanager: 'secretsmanager',
  sqs: 'AmazonSQS',
} as const;

const signed = ({ accessKey, region }: Caller, service: string): string =>
  `AWS4-HMAC-SHA256 Credential=${accessKey}/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`;

async function send(url: string, init: RequestInit): Promise<string> {
  const answer = await fetch(url, init);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text.slice(0, 500)}`);
  return text;
}

/**
 * Send a request in JSON. moto checks no signatures.
 *
 * @throws Error when the service rejects it
 */
export async function jsonCall<T>(
  caller: Caller,
  service: keyof typeof TARGETS,
  operation: string,
  input: object,
): Promise<T> {
  const protocol = service === 'sqs' || service === 'streams' || service === 'dynamodb' ? '1.0' : '1.1';
  const text = await send(caller.endpoint, {
    method: 'POST',
    headers: {
      authorization: signed(caller, service === 'streams' ? 'dynamodb' : service),
      'content-type': `application/x-amz-json-${protocol}`,
      'x-amz-target': `${TARGETS[service]}.${operation}`,
    },
    body: JSON.stringify(input),
  });
  return (text === '' ? {} : JSON.parse(text)) as T;
}

/** Send a request of a service with parameters in a form, such as SNS. Return its answer in XML. */
export const formCall = (
  caller: Caller,
  service: 'ses' | 'sns',
  parameters: Readonly<Record<string, string>>,
): Promise<string> =>
  send(caller.endpoint, {
    method: 'POST',
    headers: {
      authorization: signed(caller, service),
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(parameters),
  });

/** Send a request of a service with paths, such as S3. */
export const restCall = (
  caller: Caller,
  service: 'lambda' | 's3' | 'xray',
  method: 'POST' | 'PUT',
  path: string,
  body: Uint8Array | string,
): Promise<string> =>
  send(caller.endpoint + path, {
    method,
    headers: { authorization: signed(caller, service), 'content-type': 'application/octet-stream' },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
