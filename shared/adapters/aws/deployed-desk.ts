import { systemClock } from '#shared/adapters/system-clock.ts';
import type { Clock, RulesSource } from '#shared/ports/outside.ts';
import { deployedRules } from '#shared/settings/deployed-rules.ts';
import { dynamoClient } from './clients.ts';
import { DynamoSettingsStore } from './dynamo-settings-store.ts';
import { DynamoStore, type DynamoStoreOptions } from './dynamo-store.ts';

/** The environment of a function that works with cases. */
export interface DeskEnv {
  readonly REGION: string;
  readonly TABLE_NAME: string;
  readonly SHARDS: number;
  readonly DEPLOYMENT: string;
}

export interface DeployedDesk {
  readonly store: DynamoStore;
  readonly rules: RulesSource;
  readonly clock: Clock;
  /** For other stores of the same table. */
  readonly table: DynamoStoreOptions;
}

/** What nearly every function works with: the cases, the rules in force, and the clock. */
export function deployedDesk(env: DeskEnv, { onTheLine = false } = {}): DeployedDesk {
  const client = dynamoClient(env.REGION, { onTheLine });
  const table = { client, table: env.TABLE_NAME, shards: env.SHARDS };
  const rules = deployedRules(new DynamoSettingsStore(table), systemClock, env.DEPLOYMENT);
  return { store: new DynamoStore(table), rules, clock: systemClock, table };
}
