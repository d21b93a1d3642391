import { inject } from 'vitest';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import type { Store } from '#shared/ports/store.ts';
import { localClient } from './table-definition.ts';

const endpoint = inject('dynamodb');

export type Fault = 'before' | 'after';

/** A store whose nth put fails: before it reaches DynamoDB, or after, so that only the response is lost. */
export function dying(table: string, nth: number, fault: Fault): Store {
  const client = localClient(endpoint ?? '');
  let puts = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      puts += context.commandName === 'PutItemCommand' ? 1 : 0;
      const now = context.commandName === 'PutItemCommand' && puts === nth;
      if (now && fault === 'before') throw new Error('died before the write');
      const result = await next(args);
      if (now) throw new Error('died after the write');
      return result;
    },
    { step: 'initialize', priority: 'high' },
  );
  return new DynamoStore({ client, table });
}

/** A store whose nth put loses its response, so that the SDK retries it. */
export function forgetful(table: string, nth: number): Store {
  const client = localClient(endpoint ?? '');
  let puts = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const result = await next(args);
      puts += context.commandName === 'PutItemCommand' ? 1 : 0;
      if (context.commandName !== 'PutItemCommand' || puts !== nth) return result;
      throw Object.assign(new Error('the answer was lost'), { name: 'TimeoutError' });
    },
    { step: 'deserialize', priority: 'high' },
  );
  return new DynamoStore({ client, table });
}
