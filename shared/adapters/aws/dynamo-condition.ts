import { tableSchema } from '#shared/adapters/table/schema.ts';

/** Condition on the stored item for a write. */
export type Condition =
  | 'any'
  | 'absent'
  | 'present'
  | { readonly version: number }
  | { readonly highestBelow: number };

interface ConditionInput {
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames?: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, number>;
}

/** Convert a condition to DynamoDB's expression, with placeholders only. */
export function conditionInput(condition: Condition): ConditionInput {
  if (condition === 'any') return {};
  if (condition === 'absent' || condition === 'present')
    return {
      ConditionExpression: `${condition === 'absent' ? 'attribute_not_exists' : 'attribute_exists'}(#key)`,
      ExpressionAttributeNames: { '#key': tableSchema.partition },
    };
  if ('version' in condition)
    return {
      ConditionExpression: '#version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':version': condition.version },
    };
  return {
    ConditionExpression: 'attribute_not_exists(#highest) OR #highest < :number',
    ExpressionAttributeNames: { '#highest': 'highest' },
    ExpressionAttributeValues: { ':number': condition.highestBelow },
  };
}

/** Return the condition for version n: n − 1 is stored, or nothing before the first version. */
export const follows = (version: number): Condition => (version === 1 ? 'absent' : { version: version - 1 });
