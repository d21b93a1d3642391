import type { AccessRequest } from '../access.ts';
import { refersTo, type Template } from '../model.ts';

/** A right that a way needs, before it is decided. */
export interface Need {
  readonly actions: readonly string[];
  /** The logical id of the resource. */
  readonly on: string;
  /** Spellings of the resource ARN. */
  readonly resource: readonly string[];
  readonly key?: boolean;
}

/** A way, before its rights are decided. */
export interface Found {
  readonly from: string;
  readonly to: string;
  /** The role that makes the requests. Missing: the service itself makes them. */
  readonly role?: string | undefined;
  /** Whether the requests are made with a service-linked role, whose policy AWS maintains. */
  readonly linkedRole?: boolean;
  /** Condition keys that the service sends beside those of its kind. */
  readonly context?: AccessRequest['context'];
  readonly needs: readonly Need[];
  /** The resource at whose creation the service checks the rights. */
  readonly checkedBy?: string;
}

export interface Kind {
  /** The page that lists the rights. */
  readonly page: string;
  readonly service?: string;
  find(template: Template): Found[];
}

export const DOCS = 'https://docs.aws.amazon.com';
const ACCOUNT = [`\${AWS::AccountId}`];

/** The key actions of each service. The page of each kind lists them. */
export const SENDS = ['kms:Decrypt', 'kms:GenerateDataKey'];

export const first = (value: unknown): string => refersTo(value)[0] ?? '';
export const arn = (id: string): string[] => [`\${${id}.Arn}`, `\${${id}}`];
export const isA = ({ resources }: Template, id: string, type: string): boolean =>
  resources[id]?.Type === type;

/** Return the needs on the key of a resource, if it has one. */
export const ofKey = (reference: unknown, actions: readonly string[]): Need[] => {
  const [key] = refersTo(reference);
  return key === undefined ? [] : [{ actions, on: key, resource: arn(key), key: true }];
};

export const toQueue = (template: Template, queue: string, keyActions = SENDS): Need[] => [
  { actions: ['sqs:SendMessage'], on: queue, resource: arn(queue) },
  ...ofKey(template.resources[queue]?.Properties.KmsMasterKeyId, keyActions),
];

export const sentFrom = (...sources: readonly string[]): AccessRequest['context'] => ({
  'aws:SourceAccount': ACCOUNT,
  'aws:SourceArn': sources,
  'aws:SecureTransport': ['true'],
});

export const roleOf = ({ resources }: Template, id: string): string => first(resources[id]?.Properties.Role);

export const invoked = (worker: string): Need[] => [
  { actions: ['lambda:InvokeFunction'], on: worker, resource: arn(worker) },
];
