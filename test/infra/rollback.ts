import { existBefore, list, ofType, refersTo, type Template } from '#infra/tools/template/model.ts';

/** A resource that a failed first deployment leaves in the account, with the reason. */
export interface Left {
  readonly id: string;
  readonly why: string;
}

/** The types with data or numbers that cannot be made again. */
const STATEFUL = [
  'AWS::Cognito::UserPool',
  'AWS::Connect::HoursOfOperation',
  'AWS::Connect::Instance',
  'AWS::Connect::PhoneNumber',
  'AWS::DynamoDB::Table',
  'AWS::KMS::Key',
  'AWS::S3::Bucket',
] as const;

const isProtected = ({ DeletionProtectionEnabled, DeletionProtection }: Readonly<Record<string, unknown>>) =>
  DeletionProtectionEnabled === true || DeletionProtection === 'ACTIVE';

/** Return the places that a receipt rule writes to. SES checks its permissions when it accepts the rule. */
function placesOf(template: Template, rule: string): string {
  const { Rule } = template.resources[rule]?.Properties ?? {};
  const { Actions = [] } = (Rule ?? {}) as { Actions?: readonly { S3Action?: object }[] };
  return JSON.stringify(
    Actions.map(({ S3Action }) => S3Action && { ...S3Action, ObjectKeyPrefix: undefined }),
  );
}

/**
 * Return the resources that are created after a receipt rule or beside it, without its activation, and without the
 * rules of its set that use the same places: SES has accepted them.
 */
function besideRule(template: Template, rule: string): string[] {
  const before = existBefore(template, rule);
  const set = refersTo(template.resources[rule]?.Properties.RuleSetName);
  const activates = (id: string) =>
    template.resources[id]?.Type === 'Custom::RidaDeployStep' && existBefore(template, id).has(rule);
  const isTwin = (id: string) =>
    template.resources[id]?.Type === 'AWS::SES::ReceiptRule' &&
    placesOf(template, id) === placesOf(template, rule);
  return Object.keys(template.resources).filter(
    (id) => id !== rule && !before.has(id) && !set.includes(id) && !activates(id) && !isTwin(id),
  );
}

/** Return what the rollback of a failed first deployment leaves, whichever resource fails. */
export function leftByRollback(template: Template): Left[] {
  const entries = Object.entries(template.resources);
  const kept = entries
    .filter(([, { DeletionPolicy }]) => DeletionPolicy === 'Retain')
    .map(([id]) => ({ id, why: 'its deletion policy is Retain' }));
  const locked = entries
    .filter(([, { Properties }]) => isProtected(Properties))
    .map(([id]) => ({ id, why: 'its deletion protection is on' }));
  const filled = ofType(template, 'AWS::SES::ReceiptRule').flatMap(([rule, { Properties }]) => {
    const { Actions } = Properties.Rule as { Actions: readonly { S3Action?: { BucketName: unknown } }[] };
    const [beside] = besideRule(template, rule);
    if (beside === undefined) return [];
    const why = `it has the test object of SES when ${beside} fails`;
    return Actions.flatMap(({ S3Action }) => refersTo(S3Action?.BucketName).map((id) => ({ id, why })));
  });
  return [...kept, ...locked, ...filled];
}

/** Return the stateful resources that a later deployment, or the deletion of the stack, would delete. */
export const lostLater = (template: Template): string[] =>
  STATEFUL.flatMap((type) => ofType(template, type))
    .filter(
      ([, { DeletionPolicy, UpdateReplacePolicy }]) =>
        !list(['Retain', 'RetainExceptOnCreate']).includes(String(DeletionPolicy)) ||
        UpdateReplacePolicy !== 'Retain',
    )
    .map(([id]) => id);
