import type { Retiming, SettingsStore, StoredSettings } from '#shared/ports/settings-store.ts';

/** All versions of the settings in memory, with the check of the port against concurrent writers. */
export class MemorySettings implements SettingsStore {
  readonly versions: StoredSettings[] = [];
  reads = 0;
  /** The error of all reads while it is set. */
  outage: Error | undefined;
  #retiming: Retiming | undefined;

  async read(): Promise<StoredSettings | undefined> {
    this.reads += 1;
    if (this.outage) throw this.outage;
    return structuredClone(this.versions.at(-1));
  }

  async version(version: number): Promise<StoredSettings | undefined> {
    return structuredClone(this.versions[version - 1]);
  }

  async write(settings: StoredSettings): Promise<boolean> {
    if (settings.version !== this.versions.length + 1) return false;
    this.versions.push(structuredClone(settings));
    return true;
  }

  async retiming(): Promise<Retiming | undefined> {
    return structuredClone(this.#retiming);
  }

  async saveRetiming(retiming: Retiming): Promise<void> {
    this.#retiming = structuredClone(retiming);
  }
}
