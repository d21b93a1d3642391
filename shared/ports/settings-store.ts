export interface StoredSettings {
  readonly version: number;
  /** The document as stored; whoever reads it validates it. */
  readonly document: unknown;
  readonly by: string;
  readonly at: number;
}

/** The settings in force, versioned; undefined before anybody changed the shipped ones. */
export interface SettingsStore {
  read(): Promise<StoredSettings | undefined>;
  /** Stores the next version; false when `version` is not one above the stored one. */
  write(settings: StoredSettings): Promise<boolean>;
}
