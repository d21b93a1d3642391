import type { Blob } from './outside.ts';

/** A recording opened for somebody who may hear it: a link of a minute, or the sound itself. */
export type OpenedRecording = { readonly link: string } | { readonly blob: Blob };

/** Where the telephone system keeps its recordings. */
export interface Recordings {
  /** Undefined when it is not there: not stored yet, or deleted. */
  open(key: string): Promise<OpenedRecording | undefined>;
}
