import { describe } from 'vitest';
import { MemoryBlobs } from '#test/doubles/memory-blobs.ts';
import { blobSuite } from './blob.suite.ts';

describe('MemoryBlobs', () => {
  const blobs = new MemoryBlobs();
  blobSuite(() => blobs);
});
