import type { Blob, BlobStore } from '#shared/ports/outside.ts';

/** A blob store in memory. Tests can inspect `blobs`. */
export class MemoryBlobs implements BlobStore {
  readonly blobs = new Map<string, Blob>();
  /** The number of reads. */
  reads = 0;

  async put(key: string, bytes: Uint8Array, contentType: string): Promise<void> {
    this.blobs.set(key, { bytes: bytes.slice(), contentType });
  }

  async putOnce(key: string, bytes: Uint8Array, contentType: string): Promise<boolean> {
    if (this.blobs.has(key)) return false;
    await this.put(key, bytes, contentType);
    return true;
  }

  async get(key: string): Promise<Blob | undefined> {
    this.reads += 1;
    const kept = this.blobs.get(key);
    return kept && { ...kept, bytes: kept.bytes.slice() };
  }

  async remove(keys: readonly string[]): Promise<void> {
    for (const kept of [...this.blobs.keys()]) {
      if (keys.some((key) => (key.endsWith('/') ? kept.startsWith(key) : kept === key)))
        this.blobs.delete(kept);
    }
  }
}
