import { list, ofType, type Resource, refersTo, type Statement, type Template, textOf } from './model.ts';

/** A statement with the resource that contains it. */
export interface Owned {
  readonly owner: string;
  readonly statement: Statement;
}

/** A request in the form in which IAM decides it. */
export interface AccessRequest {
  /** The service principal. Missing: the request is made with a role, whose statements are given. */
  readonly service?: string;
  readonly action: string;
  /** Any spelling of the ARN may match. */
  readonly resource: readonly string[];
  /** The condition keys that the service sends, each with all its spellings. */
  readonly context: Readonly<Record<string, readonly string[]>>;
}

export interface Decision {
  readonly allowed: boolean;
  /** The statements that allow or deny. */
  readonly by: readonly Owned[];
  readonly reason: string;
}

const asPattern = (text: string): RegExp =>
  new RegExp(
    `^${text
      .replaceAll(/[.+^${}()|[\]\\]/gu, String.raw`\$&`)
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    'su',
  );

const matches = (patterns: unknown, values: readonly string[], ignoreCase = false): boolean =>
  list(patterns).some((pattern) => {
    const text = textOf(pattern);
    const regex = asPattern(ignoreCase ? text.toLowerCase() : text);
    return values.some((value) => value === text || regex.test(ignoreCase ? value.toLowerCase() : value));
  });

const OPERATORS: Readonly<Record<string, (wanted: unknown, given: readonly string[]) => boolean>> = {
  StringEquals: (wanted, given) => list(wanted).some((one) => given.includes(textOf(one))),
  StringLike: (wanted, given) => matches(wanted, given),
  ArnEquals: (wanted, given) => matches(wanted, given),
  ArnLike: (wanted, given) => matches(wanted, given),
  Bool: (wanted, given) => list(wanted).some((one) => given.includes(textOf(one))),
  NumericLessThan: (wanted, given) =>
    list(wanted).some((one) => given.some((value) => Number(value) < Number(textOf(one)))),
};
const EVERY = 'ForAllValues:';

/**
 * Decide whether a condition holds. A missing key fails it, and holds for `ForAllValues`.
 *
 * @throws Error for an operator that this evaluation does not know
 */
function holds(condition: Statement['Condition'], context: AccessRequest['context']): boolean {
  return Object.entries(condition ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => {
      const given = Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
      if (operator === 'Null') return list(wanted).some((one) => textOf(one) === String(given === undefined));
      const every = operator.startsWith(EVERY);
      const decide = OPERATORS[every ? operator.slice(EVERY.length) : operator];
      if (!decide) throw new Error(`the condition operator ${operator} is not evaluated`);
      if (given === undefined) return every;
      return every ? given.every((one) => decide(wanted, [one])) : decide(wanted, given);
    }),
  );
}

function isFor(principal: unknown, service: string | undefined): boolean {
  if (principal === undefined) return service === undefined;
  if (principal === '*') return true;
  const { Service: services, AWS: accounts } = principal as { Service?: unknown; AWS?: unknown };
  if (accounts === '*') return true;
  return service !== undefined && services !== undefined && matches(services, [service]);
}

/** Decide a request by statements: one must allow it, and none may deny it. */
export function decide(statements: readonly Owned[], request: AccessRequest): Decision {
  const { service, action, resource, context } = request;
  const applies = ({ statement }: Owned): boolean =>
    isFor(statement.Principal, service) &&
    matches(statement.Action, [action.toLowerCase()], true) &&
    (statement.Resource === undefined || matches(statement.Resource, resource)) &&
    holds(statement.Condition, context);
  const found = statements.filter(applies);
  const denying = found.filter(({ statement }) => statement.Effect === 'Deny');
  if (denying.length > 0)
    return { allowed: false, by: denying, reason: `${denying[0]?.owner} denies ${action}` };
  const by = found.filter(({ statement }) => statement.Effect === 'Allow');
  return { allowed: by.length > 0, by, reason: by.length > 0 ? '' : `no statement allows ${action}` };
}

const statementsIn = (document: unknown): readonly Statement[] =>
  list((document as { Statement?: Statement | readonly Statement[] } | undefined)?.Statement ?? []);

const owned =
  (owner: string) =>
  (statement: Statement): Owned => ({ owner, statement });

/** Return the statements of a role: its inline, attached and managed policies. */
export function roleStatements(template: Template, role: string): Owned[] {
  const inline = list((template.resources[role]?.Properties.Policies ?? []) as { PolicyDocument: unknown }[]);
  const managed = refersTo(template.resources[role]?.Properties.ManagedPolicyArns);
  const attached = Object.entries(template.resources).filter(
    ([id, { Type, Properties }]) =>
      managed.includes(id) ||
      (['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'].includes(Type) &&
        refersTo(Properties.Roles).includes(role)),
  );
  return [
    ...inline.flatMap(({ PolicyDocument }) => statementsIn(PolicyDocument).map(owned(role))),
    ...attached.flatMap(([id, { Properties }]) => statementsIn(Properties.PolicyDocument).map(owned(id))),
  ];
}

const POLICY_TYPES = {
  'AWS::SQS::QueuePolicy': 'Queues',
  'AWS::SNS::TopicPolicy': 'Topics',
  'AWS::S3::BucketPolicy': 'Bucket',
} as const;

/** Return a Lambda permission in the form of a policy statement, as Lambda stores it. */
const permissionStatement = ({
  Action,
  Principal,
  SourceArn,
  SourceAccount,
}: Resource['Properties']): Statement => ({
  Effect: 'Allow',
  Action: String(Action),
  Principal: { Service: Principal },
  Condition: {
    ...(SourceArn !== undefined && { ArnLike: { 'aws:SourceArn': SourceArn } }),
    ...(SourceAccount !== undefined && { StringEquals: { 'aws:SourceAccount': SourceAccount } }),
  },
});

/** Return the statements of the policy of a queue, topic, bucket, key or function. */
export function resourceStatements(template: Template, id: string): Owned[] {
  const own = statementsIn(template.resources[id]?.Properties.KeyPolicy).map(owned(id));
  const policies = Object.entries(POLICY_TYPES).flatMap(([type, property]) =>
    ofType(template, type)
      .filter(([, { Properties }]) => refersTo(Properties[property]).includes(id))
      .flatMap(([policy, { Properties }]) => statementsIn(Properties.PolicyDocument).map(owned(policy))),
  );
  const permissions = ofType(template, 'AWS::Lambda::Permission')
    .filter(([, { Properties }]) => refersTo(Properties.FunctionName).includes(id))
    .map(([permission, { Properties }]) => owned(permission)(permissionStatement(Properties)));
  return [...own, ...policies, ...permissions];
}

/** Return whether a key policy lets the policies of the account decide, as the default key policy does. */
export const delegatesToAccount = (template: Template, key: string): boolean =>
  statementsIn(template.resources[key]?.Properties.KeyPolicy).some(
    ({ Effect, Action, Principal }) =>
      Effect === 'Allow' &&
      Action === 'kms:*' &&
      textOf((Principal as { AWS?: unknown }).AWS).endsWith(':root'),
  );
