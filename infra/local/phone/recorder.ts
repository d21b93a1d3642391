import { RECORDED } from '#shared/adapters/content-keys.ts';
import type { BlobStore } from '#shared/ports/outside.ts';
import type { PhoneLeg } from './leg.ts';
import type { KeptRecording } from './local-contact.ts';
import type { Transcript } from './transcript.ts';

export type RecordingKind = KeptRecording['kind'];

/** The recording that the page of a speaker may make now. */
export interface RecordingView {
  /** The number of the recording within the call. The page sends it with the sound. */
  readonly segment: number;
  readonly kind: RecordingKind;
}

interface Segment extends RecordingView {
  readonly leg: PhoneLeg;
  readonly from: number;
  readonly line: number;
  readonly until?: number;
}

export const AUDIO_TYPES = { 'audio/webm': 'webm', 'audio/ogg': 'ogg', 'audio/mp4': 'm4a' } as const;
export type AudioType = keyof typeof AUDIO_TYPES;

/** Return the key of a recording: that of Connect, but without colons, which file names may not contain. */
function keyOf({ leg, kind, from }: Segment, extension: string): string {
  const [date = '', time = ''] = new Date(from).toISOString().split('T');
  const folder = kind === 'automated' ? `${RECORDED}/ivr` : RECORDED;
  const stamp = `${date.replaceAll('-', '')}T${time.slice(0, 8).replaceAll(':', '')}_UTC`;
  return `${folder}/${date.replaceAll('-', '/')}/${leg.id}_${stamp}.${extension}`;
}

/**
 * Stores the recordings of a call: sound from the page, or typed text. Without either, no recording is stored
 * or reported.
 */
export class Recorder {
  readonly #blobs: BlobStore;
  readonly #now: () => number;
  readonly #transcript: Transcript;
  readonly #segments: Segment[] = [];
  /** The recordings that the flow requested. */
  wanted: Readonly<Record<RecordingKind, boolean>> = { automated: false, agent: false };

  constructor(blobs: BlobStore, transcript: Transcript, now: () => number) {
    this.#blobs = blobs;
    this.#transcript = transcript;
    this.#now = now;
  }

  get view(): RecordingView | undefined {
    const open = this.#open;
    return open && { segment: open.segment, kind: open.kind };
  }

  /** Set the active part of the call; undefined when it must not be recorded. */
  async follow(leg: PhoneLeg, part: RecordingKind | undefined): Promise<void> {
    const kind = part !== undefined && this.wanted[part] ? part : undefined;
    const open = this.#open;
    if (open?.kind === kind && open?.leg === leg) return;
    if (open) await this.#close(open);
    if (kind === undefined) return;
    const segment = this.#segments.length;
    this.#segments.push({ segment, kind, leg, from: this.#now(), line: this.#transcript.next });
  }

  /** Store sound from a page. Return false for an unknown recording. */
  async keepSound(segment: number, type: AudioType, bytes: Uint8Array): Promise<boolean> {
    const recorded = this.#segments[segment];
    if (!recorded) return false;
    await this.#keep(recorded, AUDIO_TYPES[type], bytes, type);
    return true;
  }

  get #open(): Segment | undefined {
    const last = this.#segments.at(-1);
    return last?.until === undefined ? last : undefined;
  }

  async #close(open: Segment): Promise<void> {
    const closed = { ...open, until: this.#now() };
    this.#segments[open.segment] = closed;
    const text = this.#transcript.wordsSince(open.line);
    if (text === '') return;
    await this.#keep(closed, 'txt', new TextEncoder().encode(`${text}\n`), 'text/plain; charset=utf-8');
  }

  async #keep(segment: Segment, extension: string, bytes: Uint8Array, type: string): Promise<void> {
    const { leg, kind, from, until = this.#now() } = segment;
    const key = keyOf(segment, extension);
    const isListed = leg.contact.recordings.some((recording) => recording.key === key);
    await this.#blobs.put(key, bytes, type);
    if (!isListed) leg.apply({ do: 'record', recording: { kind, key, from, until } });
  }
}
