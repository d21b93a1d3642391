import type { BlobStore } from '#shared/ports/outside.ts';
import type { Recordings } from '#shared/ports/recordings.ts';

/** Recordings of the browser phone, stored with the other files of this computer. */
export const blobRecordings = (blobs: BlobStore): Recordings => ({
  async open(key) {
    const blob = await blobs.get(key);
    return blob && { blob };
  },
});
