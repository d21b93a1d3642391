import type { Item, Key } from '#shared/adapters/table/item.ts';
import { tableSchema } from '#shared/adapters/table/schema.ts';

/** Condition on the stored item for a write. A missing item counts 0. */
export type Condition =
  | 'any'
  | 'absent'
  | 'present'
  /** Absent, or an effect that waits for its delivery. */
  | 'undelivered'
  | { readonly version: number }
  | { readonly notNewerThan: number }
  | { readonly counts: number }
  | { readonly highestBelow: number }
  /** Not the end of this edit of a form. */
  | { readonly unlessEnded: string };

interface ConditionInput {
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames?: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, number | string>;
}

/** Convert a condition to DynamoDB's expression, with placeholders only. */
export function conditionInput(condition: Condition): ConditionInput {
  if (condition === 'any') return {};
  if (condition === 'absent' || condition === 'present')
    return {
      ConditionExpression: `${condition === 'absent' ? 'attribute_not_exists' : 'attribute_exists'}(#key)`,
      ExpressionAttributeNames: { '#key': tableSchema.partition },
    };
  if (condition === 'undelivered')
    return {
      ConditionExpression: 'attribute_not_exists(#key) OR attribute_exists(#waits)',
      ExpressionAttributeNames: { '#key': tableSchema.partition, '#waits': 'waits' },
    };
  if ('version' in condition)
    return {
      ConditionExpression: '#version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':version': condition.version },
    };
  if ('unlessEnded' in condition)
    return {
      ConditionExpression: 'attribute_not_exists(#ended) OR #edit <> :edit',
      ExpressionAttributeNames: { '#ended': 'ended', '#edit': 'edit' },
      ExpressionAttributeValues: { ':edit': condition.unlessEnded },
    };
  if ('notNewerThan' in condition)
    return {
      ConditionExpression: 'attribute_not_exists(#version) OR #version <= :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':version': condition.notNewerThan },
    };
  if ('counts' in condition)
    return {
      ConditionExpression: `${condition.counts === 0 ? 'attribute_not_exists(#count) OR ' : ''}#count = :count`,
      ExpressionAttributeNames: { '#count': 'count' },
      ExpressionAttributeValues: { ':count': condition.counts },
    };
  return {
    ConditionExpression: 'attribute_not_exists(#highest) OR #highest < :number',
    ExpressionAttributeNames: { '#highest': 'highest' },
    ExpressionAttributeValues: { ':number': condition.highestBelow },
  };
}

/** Return the condition for version n: n − 1 is stored, or nothing before the first version. */
export const follows = (version: number): Condition => (version === 1 ? 'absent' : { version: version - 1 });

/**
 * One write of a transaction. `add` changes a number of an item, which begins at 0; with `below` only when it is
 * less.
 */
export type Write =
  | { readonly put: Item; readonly condition: Condition }
  | { readonly remove: Key; readonly condition: Condition }
  | {
      readonly add: Key;
      readonly attribute: string;
      readonly by: number;
      readonly below?: number;
    };

/** Convert a write to an item of DynamoDB's transaction. */
export function writeInput(TableName: string, write: Write) {
  if ('put' in write) return { Put: { TableName, Item: write.put, ...conditionInput(write.condition) } };
  if ('remove' in write) {
    const { pk, sk } = write.remove;
    return { Delete: { TableName, Key: { pk, sk }, ...conditionInput(write.condition) } };
  }
  const { add, attribute, by, below } = write;
  const isBounded = below !== undefined;
  return {
    Update: {
      TableName,
      Key: { pk: add.pk, sk: add.sk },
      UpdateExpression: 'ADD #number :by',
      ...(isBounded && { ConditionExpression: 'attribute_not_exists(#number) OR #number < :below' }),
      ExpressionAttributeNames: { '#number': attribute },
      ExpressionAttributeValues: { ':by': by, ...(isBounded && { ':below': below }) },
    },
  };
}
