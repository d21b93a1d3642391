import type { Bilingual } from '#shared/domain/text/bilingual.ts';

/** The previewed effect of new settings on the open cases. */
export interface SettingsEffect {
  /** Number of open cases with a moved deadline, out of the inspected ones. */
  readonly moved: number;
  readonly looked: number;
}

export interface StoredSettings {
  readonly version: number;
  /** The stored document. Readers validate it. */
  readonly document: unknown;
  readonly by: string;
  readonly at: number;
  /** The operator's reason. */
  readonly note?: string;
  readonly effect?: SettingsEffect;
  /** Names of removed members of staff by user, so that what they did keeps their name. */
  readonly formerStaff?: Readonly<Record<string, Bilingual>>;
  /** Names of removed departments, categories, districts and services by `list/id`, so that cases keep their names. */
  readonly formerNames?: Readonly<Record<string, Bilingual>>;
}

/** Progress of applying new settings to the open cases. */
export interface Retiming {
  /** Version of the settings that are applied. */
  readonly version: number;
  /**
   * Where to continue, and the last version that reached every case. Missing when every open case was queued.
   */
  readonly place?: { readonly from: number; readonly shard: number; readonly cursor?: string };
}

/** The stored settings and their versions. Undefined until the delivered settings are changed. */
export interface SettingsStore {
  read(): Promise<StoredSettings | undefined>;
  /** Store the next version. Return false when `version` is not one above the stored one. */
  write(settings: StoredSettings): Promise<boolean>;
  /** Return a past version. */
  version(version: number): Promise<StoredSettings | undefined>;
  retiming(): Promise<Retiming | undefined>;
  saveRetiming(retiming: Retiming): Promise<void>;
}
