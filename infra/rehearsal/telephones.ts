import { INSTANCE } from '#infra/local/phone/arns.ts';
import { openSwitchboard, type SwitchboardDeps } from '#infra/local/phone/switchboard.ts';
import { RECORDED } from '#shared/adapters/content-keys.ts';
import { phoneExchange } from '#shared/adapters/embedded/phone-exchange.ts';
import type { Flow } from '#shared/flow/flow-language.ts';
import type { FlowAnswer } from '#shared/runtime/lambda.ts';
import { type Caller, jsonCall } from './aws-client.ts';
import type { Lambdas } from './lambdas.ts';
import type { DeployedStack } from './stack.ts';
import { plainName } from './values.ts';

export interface TelephonesProps {
  readonly stack: DeployedStack;
  readonly lambdas: Lambdas;
  readonly own: Caller;
  readonly clock: SwitchboardDeps['clock'];
  readonly rules: SwitchboardDeps['rules'];
  blobsIn(bucket: string): SwitchboardDeps['blobs'];
}

/** Return the flows of the template by id, and by name for the telephones. */
function flowsOf(stack: DeployedStack): { flows: Record<string, Flow>; names: Map<string, string> } {
  const flows: Record<string, Flow> = {};
  const names = new Map<string, string>();
  for (const [type, attribute] of [
    ['AWS::Connect::ContactFlow', 'ContactFlowArn'],
    ['AWS::Connect::ContactFlowModule', 'ContactFlowModuleArn'],
  ] as const)
    for (const { id, resource, properties } of stack.all(type)) {
      const flow = JSON.parse(String(properties.Content)) as Flow;
      const name = plainName(resource);
      const key = stack.attribute(id, attribute).split('/').at(-1) ?? '';
      names.set(key, name);
      flows[key] = flow;
      flows[name] = flow;
    }
  return { flows, names };
}

interface Storage {
  readonly ResourceType: string;
  readonly KinesisStreamConfig: { readonly StreamArn: string };
  readonly S3Config: { readonly BucketName: string; readonly BucketPrefix: string };
}

/** Return where the instance writes documents of a type. */
function storageOf(stack: DeployedStack, type: string): Storage {
  const all = stack
    .all('AWS::Connect::InstanceStorageConfig')
    .map(({ properties }) => properties as unknown as Storage);
  const found = all.find(({ ResourceType }) => ResourceType === type);
  if (!found) throw new Error(`the instance has no storage for ${type}`);
  return found;
}

/** The functions that flows may call: those with an association of the instance. */
function callable(stack: DeployedStack, lambdas: Lambdas): SwitchboardDeps['functions'] {
  const associated = stack
    .all('AWS::Connect::IntegrationAssociation')
    .filter(({ properties }) => properties.IntegrationType === 'LAMBDA_FUNCTION')
    .map(({ properties }) => String(properties.IntegrationArn));
  return Object.fromEntries(
    associated.map((arn) => {
      const { service } = stack.functionNamed(arn);
      const name = arn.split(':').at(-1) ?? '';
      return [name, (event: unknown) => lambdas.invoke<FlowAnswer>(service, event)];
    }),
  );
}

/**
 * The telephones: the switchboard of one computer runs the flows of the template, calls the deployed functions,
 * and writes its events and records as Connect does, to EventBridge and to the stream of the template.
 */
export function openTelephones(props: TelephonesProps) {
  const { stack, lambdas, own, clock, rules, blobsIn } = props;
  const exchange = phoneExchange(() => clock.now());
  const { flows, names } = flowsOf(stack);
  const instanceArn = stack.attribute(stack.one('AWS::Connect::Instance').id);
  const { StreamArn } = storageOf(stack, 'CONTACT_TRACE_RECORDS').KinesisStreamConfig;
  const { BucketName, BucketPrefix } = storageOf(stack, 'CALL_RECORDINGS').S3Config;
  const bucket = blobsIn(BucketName);
  const keyIn = (key: string): string => key.replace(RECORDED, BucketPrefix);
  /** The same document with the instance and bucket of the template. */
  const written = (document: object): string =>
    JSON.stringify(document)
      .replaceAll(INSTANCE, instanceArn)
      .replaceAll(`this-computer/${RECORDED}`, `${BucketName}/${BucketPrefix}`);
  let reports = true;
  const record = async (document: object): Promise<void> => {
    if (!reports) return;
    const Data = Buffer.from(written(document)).toString('base64');
    await jsonCall(own, 'kinesis', 'PutRecord', { StreamARN: StreamArn, PartitionKey: 'calls', Data });
  };
  const switchboard = openSwitchboard({
    ...{ rules, clock, exchange, flows, functions: callable(stack, lambdas) },
    blobs: { ...bucket, put: (key, bytes, type) => bucket.put(keyIn(key), bytes, type) },
    listeners: {
      async contactEvent(event) {
        if (!reports) return;
        const {
          source,
          'detail-type': DetailType,
          detail,
        } = event as unknown as {
          source: string;
          'detail-type': string;
          detail: object;
        };
        const Entries = [{ Source: source, DetailType, Detail: written(detail), EventBusName: 'default' }];
        await jsonCall(own, 'events', 'PutEvents', { Entries });
      },
      contactRecord: record,
      agentEvent: record,
    },
  });
  /** Do something of which Connect delivers neither events nor records. */
  const unreported = async (part: () => Promise<unknown>): Promise<void> => {
    reports = false;
    await part();
    reports = true;
  };
  return { exchange, switchboard, unreported, flowName: (id: string) => names.get(id) ?? id };
}
