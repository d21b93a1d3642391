import type { Retiming, SettingsStore, StoredSettings } from '#shared/ports/settings-store.ts';

/** The settings' store in memory: versions follow one another, and the past stays. */
export class MemorySettings implements SettingsStore {
  readonly versions: StoredSettings[] = [];
  reads = 0;
  /** Thrown by the next reads, while it is set. */
  outage: Error | undefined;
  #retiming: Retiming | undefined;

  async read(): Promise<StoredSettings | undefined> {
    this.reads += 1;
    if (this.outage) throw this.outage;
    return this.versions.at(-1);
  }

  async write(settings: StoredSettings): Promise<boolean> {
    if (settings.version !== (this.versions.at(-1)?.version ?? 0) + 1) return false;
    this.versions.push(structuredClone(settings));
    return true;
  }

  async version(version: number): Promise<StoredSettings | undefined> {
    return this.versions.find((one) => one.version === version);
  }

  async retiming(): Promise<Retiming | undefined> {
    return this.#retiming;
  }

  async saveRetiming(retiming: Retiming): Promise<void> {
    this.#retiming = retiming;
  }
}
