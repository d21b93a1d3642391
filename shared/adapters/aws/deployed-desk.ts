import { systemClock } from '#shared/adapters/system-clock.ts';
import type { AccessLog } from '#shared/ports/access-log.ts';
import type { DeskStore } from '#shared/ports/desk-store.ts';
import type { DraftStore } from '#shared/ports/draft-store.ts';
import type { Clock } from '#shared/ports/outside.ts';
import type { SettingsStore } from '#shared/ports/settings-store.ts';
import { deployedRules } from '#shared/settings/deployed-rules.ts';
import { logSettings } from '#shared/settings/log-settings.ts';
import type { SettingsKeeper } from '#shared/settings/rules-source.ts';
import { dynamoClient } from './clients.ts';
import { DynamoAccessLog } from './dynamo-access-log.ts';
import { DynamoDeskStore } from './dynamo-desk-store.ts';
import { DynamoDraftStore } from './dynamo-draft-store.ts';
import { DynamoSettingsStore } from './dynamo-settings-store.ts';
import { DynamoStore, type DynamoStoreOptions } from './dynamo-store.ts';

/** The environment of a function that works with cases. */
export interface DeskEnv {
  readonly REGION: string;
  readonly TABLE_NAME: string;
  readonly DUE_SHARDS: number;
  readonly FIGURE_SHARDS: number;
  readonly DEPLOYMENT: string;
}

export interface DeskOptions {
  /** Logs invalid stored settings. */
  readonly logger: Parameters<typeof logSettings>[0];
  /** True when a caller waits for the answer. */
  readonly onTheLine?: boolean;
}

export interface DeployedDesk {
  readonly store: DynamoStore;
  readonly rules: SettingsKeeper;
  readonly settings: SettingsStore;
  readonly clock: Clock;
  readonly drafts: DraftStore;
  readonly desk: DeskStore;
  readonly accessLog: AccessLog;
  /** For other stores in the same table. */
  readonly table: DynamoStoreOptions;
}

/** Build the common dependencies of most functions: the cases, the rules in force, and the clock. */
export function deployedDesk(env: DeskEnv, { logger, onTheLine = false }: DeskOptions): DeployedDesk {
  const client = dynamoClient(env.REGION, { onTheLine });
  const { TABLE_NAME, DUE_SHARDS: dueShards, FIGURE_SHARDS: figureShards } = env;
  const table = { client, table: TABLE_NAME, dueShards, figureShards };
  const settings = new DynamoSettingsStore(table);
  const rules = deployedRules(settings, systemClock, env.DEPLOYMENT, logSettings(logger));
  const drafts = new DynamoDraftStore(table);
  const desk = new DynamoDeskStore(table);
  const accessLog = new DynamoAccessLog(table);
  const stores = { store: new DynamoStore(table), drafts, desk, accessLog };
  return { ...stores, rules, settings, clock: systemClock, table };
}
