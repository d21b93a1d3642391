import type { BlobStore } from './outside.ts';

/** The files of the daily export: objects of a bucket, or plain files of a folder. */
export type ExportFiles = Pick<BlobStore, 'get' | 'put' | 'remove'>;
