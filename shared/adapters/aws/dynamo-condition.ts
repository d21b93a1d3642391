import { tableSchema } from '#shared/adapters/table/schema.ts';

/** What must hold of the item under the key for a write to happen. */
export type Condition = 'any' | 'absent' | 'present' | { readonly version: number };

/** The condition as DynamoDB takes it, by placeholders alone. */
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

/** The condition for version n: that n − 1 is there, or nothing before the first. */
export const follows = (version: number): Condition => (version === 1 ? 'absent' : { version: version - 1 });
