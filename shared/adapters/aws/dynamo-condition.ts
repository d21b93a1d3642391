import { tableSchema } from '#shared/adapters/table/schema.ts';

/** Condition on the stored item for a write. */
export type Condition = 'any' | 'absent' | 'present' | { readonly version: number };

/** Convert a condition to DynamoDB's expression, with placeholders only. */
export const conditionInput = (condition: Condition) =>
  condition === 'any'
    ? {}
    : condition === 'absent' || condition === 'present'
      ? {
          ConditionExpression: `${condition === 'absent' ? 'attribute_not_exists' : 'attribute_exists'}(#key)`,
          ExpressionAttributeNames: { '#key': tableSchema.partition },
        }
      : {
          ConditionExpression: '#version = :version',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':version': condition.version },
        };

/** Return the condition for version n: n − 1 is stored, or nothing before the first version. */
export const follows = (version: number): Condition => (version === 1 ? 'absent' : { version: version - 1 });
