import { environments } from '#infra/aws/environments.ts';

/*
 * Start every Lambda handler in this process with its own environment, as Lambda does, and invoke each with
 * an empty input. There is no AWS: requests to it fail, and the log reports this under the name of the
 * function.
 */
const NOWHERE = 'http://127.0.0.1:9';
const variables: Readonly<Record<string, string>> = {
  ...{ REGION: 'eu-central-1', STAGE: 'test', LOG_LEVEL: 'info' },
  ...{ AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'none', AWS_SECRET_ACCESS_KEY: 'none' },
  ...{ AWS_ENDPOINT_URL: NOWHERE, AWS_MAX_ATTEMPTS: '1', AWS_EC2_METADATA_DISABLED: 'true' },
  ...{
    TABLE_NAME: 'table',
    SEARCH_TABLE: 'search',
    BLOB_BUCKET: 'bucket',
    EXPORT_BUCKET: 'bucket',
    RECORDINGS_BUCKET: 'bucket',
    INBOX_PREFIX: 'inbox/',
  },
  ...{
    SIGNING_KEY_ID: 'key',
    MESSAGE_SECRET_ID: 'secret',
    OIDC_SECRET_ID: 'secret',
    OIDC_CLIENT_ID: 'client',
    OIDC_ISSUER: NOWHERE,
  },
  ...{
    PUBLIC_URL: NOWHERE,
    DUE_QUEUE_URL: NOWHERE,
    RECEIVED_QUEUE_URL: NOWHERE,
    ASIDE_QUEUE_URL: NOWHERE,
    FAILED_BUCKET: 'failed',
  },
  ...{ BUS_NAME: 'bus', CONFIGURATION_SET: 'set', MAILS_PER_SECOND: '1', DIALLERS: '2' },
  ...{ CONNECT_INSTANCE_ID: 'instance', CONNECT_HOURS_ID: 'hours', OUTBOUND_QUEUE_ID: 'queue' },
  ...{ FEEDS: 'queue function 1', FUNCTIONS_AT_A_TIME: '2', QUEUES_ARN: 'arn:', QUEUES_URL: `${NOWHERE}/` },
  ...{ OUTBOUND_FLOWS: '{}', CAMPAIGN_CALLS: 'false', TASK_FLOW_ID: '-' },
};
const request = {
  ...{ version: '2.0', rawPath: '/', rawQueryString: '', headers: {}, isBase64Encoded: false },
  requestContext: { http: { method: 'GET', path: '/' } },
};

Object.assign(process.env, variables);
for (const name of Object.keys(environments)) {
  process.env.SERVICE = name;
  const { handler } = await import(`#functions/${name}.handler.ts`);
  const event = name.startsWith('web/') ? request : { Records: [] };
  const context = { awsRequestId: name, getRemainingTimeInMillis: () => 60_000 };
  await handler(event, context).catch(() => undefined);
}
// Clients keep their connections open.
process.exit();
