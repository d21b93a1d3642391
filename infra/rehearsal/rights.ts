import { decide, type Owned, roleStatements } from '#infra/tools/template/access.ts';
import { list, refersTo } from '#infra/tools/template/model.ts';
import type { Asked } from './aws-call.ts';
import type { DeployedStack } from './stack.ts';

/** A right that a call needed and no statement of the role gives. */
export interface MissingRight {
  readonly caller: string;
  readonly action: string;
  readonly resource: string;
  readonly why: string;
}

/** An action that the role of a function may do. */
export interface Right {
  readonly caller: string;
  readonly action: string;
}

/** Operations on an encrypted resource, and what the caller needs of its key. */
const KEY_USE: readonly (readonly [action: RegExp, key: readonly string[]])[] = [
  // SQS developer guide, "Key management".
  [/^sqs:SendMessage$/u, ['kms:GenerateDataKey', 'kms:Decrypt']],
  [/^sqs:ReceiveMessage$/u, ['kms:Decrypt']],
  // S3 user guide, "Using server-side encryption with AWS KMS keys".
  [/^s3:GetObject/u, ['kms:Decrypt']],
  [/^s3:PutObject$/u, ['kms:GenerateDataKey']],
  // Secrets Manager user guide, "Secret encryption and decryption".
  [/^secretsmanager:GetSecretValue$/u, ['kms:Decrypt']],
  // DynamoDB developer guide, "DynamoDB encryption at rest: usage notes".
  [/^dynamodb:(Get|BatchGet|Query|GetRecords)/u, ['kms:Decrypt']],
  [/^dynamodb:(Put|Update|Delete)/u, ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey']],
  // Kinesis developer guide, "Permissions to use user-generated KMS keys".
  [/^kinesis:GetRecords$/u, ['kms:Decrypt']],
];

/** The property that names the key of an encrypted resource, by resource type. */
const KEYS: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::Table': 'SSESpecification',
  'AWS::Kinesis::Stream': 'StreamEncryption',
  'AWS::S3::Bucket': 'BucketEncryption',
  'AWS::SQS::Queue': 'KmsMasterKeyId',
};

/** Decides calls by the roles of the stack, and counts which rights were used. */
export class Rights {
  readonly missing = new Map<string, MissingRight>();
  readonly #stack: DeployedStack;
  readonly #byRole = new Map<string, readonly Owned[]>();
  readonly #used = new Set<string>();
  /** The key of each encrypted resource, by the beginning of its ARN. */
  readonly #keys: readonly (readonly [arn: string, key: string])[];

  constructor(stack: DeployedStack) {
    this.#stack = stack;
    const keyOf = (value: unknown) => {
      const [key] = refersTo(value);
      return key === undefined ? [] : [stack.attribute(key)];
    };
    const encrypted = Object.entries(KEYS).flatMap(([type, property]) =>
      stack
        .all(type)
        .flatMap(({ id, resource: { Properties } }) =>
          keyOf(Properties[property]).map((key) => [stack.attribute(id), key] as const),
        ),
    );
    const secrets = stack
      .all('AWS::SecretsManager::Secret')
      .flatMap(({ id, resource: { Properties } }) =>
        keyOf(Properties.KmsKeyId).map((key) => [stack.name(id), key] as const),
      );
    this.#keys = [...encrypted, ...secrets];
  }

  /** Decide a call of a role. A missing right is kept. */
  judge(caller: string, role: string, asked: readonly Asked[]): void {
    const statements = this.#statementsOf(role);
    for (const { action, resources, context } of asked)
      for (const resource of resources) {
        this.#decide(caller, role, statements, { action, resource, context });
        for (const use of this.#keyUse(action, resource))
          this.#decide(caller, role, statements, { ...use, context: {} });
      }
  }

  /** Return the actions that the role of a function allows and that the function did not need. */
  unused(callers: ReadonlyMap<string, string>): Right[] {
    return [...callers].flatMap(([caller, role]) => {
      const granted = new Set(this.#statementsOf(role).flatMap(({ statement }) => list(statement.Action)));
      return [...granted]
        .filter((action) => !this.#used.has(`${role} ${action}`))
        .map((action) => ({ caller, action }));
    });
  }

  #decide(
    caller: string,
    role: string,
    statements: readonly Owned[],
    { action, resource, context }: { action: string; resource: string; context: Asked['context'] },
  ): void {
    const { allowed, by, reason } = decide(statements, { action, resource: [resource], context });
    if (!allowed) {
      this.missing.set([caller, action, resource].join(' '), { caller, action, resource, why: reason });
      return;
    }
    for (const { statement } of by) {
      const actions = list(statement.Action).filter((one) => one.toLowerCase() === action.toLowerCase());
      for (const one of actions) this.#used.add(`${role} ${one}`);
    }
  }

  #keyUse(action: string, resource: string): { action: string; resource: string }[] {
    const uses = KEY_USE.find(([pattern]) => pattern.test(action))?.[1] ?? [];
    const [, key] = this.#keys.find(([arn]) => resource === arn || resource.startsWith(`${arn}/`)) ?? [];
    return key === undefined ? [] : uses.map((use) => ({ action: use, resource: key }));
  }

  #statementsOf(role: string): readonly Owned[] {
    const decided = this.#byRole.get(role);
    if (decided) return decided;
    const statements = roleStatements(this.#stack.template, role).map(({ owner, statement }) => ({
      owner,
      statement: this.#stack.valueOf(statement),
    }));
    this.#byRole.set(role, statements);
    return statements;
  }
}
