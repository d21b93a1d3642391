/** What new settings did to the open cases, as it was shown before they were applied. */
export interface SettingsEffect {
  /** Open cases of which a deadline moves, out of those looked at. */
  readonly moved: number;
  readonly looked: number;
}

export interface StoredSettings {
  readonly version: number;
  /** The document as stored; whoever reads it validates it. */
  readonly document: unknown;
  readonly by: string;
  readonly at: number;
  /** Why, in the operator's words. */
  readonly note?: string;
  readonly effect?: SettingsEffect;
}

/** How far new settings have been carried to the open cases. */
export interface Retiming {
  /** Version of the settings being carried out. */
  readonly version: number;
  /**
   * Where to go on, and the version before that had reached every case; absent when every open case was
   * handed on.
   */
  readonly place?: { readonly from: number; readonly shard: number; readonly cursor?: string };
}

/** The settings in force, versioned; undefined before anybody changed the shipped ones. */
export interface SettingsStore {
  read(): Promise<StoredSettings | undefined>;
  /** Stores the next version; false when `version` is not one above the stored one. */
  write(settings: StoredSettings): Promise<boolean>;
  /** A version of the past. */
  version(version: number): Promise<StoredSettings | undefined>;
  retiming(): Promise<Retiming | undefined>;
  saveRetiming(retiming: Retiming): Promise<void>;
}
