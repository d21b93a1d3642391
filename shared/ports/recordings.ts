import type { Blob } from './outside.ts';

/** An opened recording: a link that is valid for one minute, or the sound itself. */
type OpenedRecording = { readonly link: string } | { readonly blob: Blob };

/** The recordings of the telephone system. */
export interface Recordings {
  /** Return undefined when the recording is not stored yet or was deleted. */
  open(key: string): Promise<OpenedRecording | undefined>;
}
