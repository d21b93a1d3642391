import type { Parameters } from '../language.ts';
import { action, type Block, type DraftAction, type Resolver, singleAction } from './block.ts';
import { type Prompt, perLanguage } from './prompt.ts';

/** Whose voice is recorded while an agent is on the line. */
export type Recorded = readonly ('Agent' | 'Customer')[];

export interface RecordingOptions<T extends string> {
  /** Whether what is said to the flow itself, before any agent, is recorded too; left as it is when not given. */
  readonly automated?: boolean;
  readonly next: T;
}

const behavior = (participants: Recorded, automated: boolean | undefined): Parameters => ({
  RecordingBehavior: {
    RecordedParticipants: [...participants],
    ...(automated === undefined ? {} : { IVRRecordingBehavior: automated ? 'Enabled' : 'Disabled' }),
  },
});

/** Says whose voice is recorded; an empty list records nobody (`UpdateContactRecordingBehavior`). */
export function setRecording<const T extends string>(
  participants: Recorded,
  { automated, next }: RecordingOptions<T>,
): Block<T> {
  return singleAction<T>([next], 'UpdateContactRecordingBehavior', () => behavior(participants, automated), {
    next,
  });
}

export interface ListenOptions<T extends string> {
  /** Says what is wanted and that `#` ends it. */
  readonly prompt: Prompt;
  /** How long the caller may speak (1–180 seconds). */
  readonly maxSeconds: number;
  /** Whose voice is recorded with an agent later in the call: the recording is set anew before and after. */
  readonly recorded: Recorded;
  /** Whether the recording of the automated part goes on afterwards; it stops when not given. */
  readonly automatedAfterwards?: boolean;
  /** A recorded tone, by its name; a voice that cannot make one is passed over when not given. */
  readonly tone?: string;
  readonly next: T;
  readonly onError: T;
}

/** Polly's bleep. Source: Polly developer guide, "say-as", expletive. */
const BLEEP = '<speak><say-as interpret-as="expletive">beep</say-as></speak>';

const toneOf = (tone: string | undefined, resolve: Resolver): Parameters =>
  tone === undefined ? { SSML: BLEEP } : { PromptId: resolve({ kind: 'prompt', name: tone }) };

/**
 * Lets the caller speak after a tone and records it, until a key or until the time is over. Connect does not
 * hear silence: it waits the whole time for a caller who says no more and presses nothing. The recording
 * is of the automated part of the contact and lies where the instance keeps its call recordings.
 */
export function listen<const T extends string>(options: ListenOptions<T>): Block<T> {
  const { prompt, maxSeconds, recorded, automatedAfterwards = false, tone, next, onError } = options;
  const record = (id: string, automated: boolean, then: string): DraftAction =>
    action(id, 'UpdateContactRecordingBehavior', behavior(recorded, automated), { next: then });
  return {
    targets: [next, onError],
    compile: (name, resolve) => {
      const [start, beep, speak, done, failed] = ['record', 'tone', 'speak', 'done', 'failed'].map(
        (step) => `${name} ${step}`,
      ) as [string, string, string, string, string];
      return [
        ...perLanguage(name, prompt, ({ id, language, parameters }) => [
          action(id, 'MessageParticipant', parameters(), {
            next: start,
            errors: { NoMatchingError: onError },
            language,
          }),
        ]),
        record(start, true, beep),
        action(beep, 'MessageParticipant', toneOf(tone, resolve), {
          next: speak,
          errors: { NoMatchingError: speak },
        }),
        action(
          speak,
          'GetParticipantInput',
          { Text: ' ', StoreInput: 'False', InputTimeLimitSeconds: String(maxSeconds) },
          {
            next: done,
            results: { '#': done },
            errors: { InputTimeLimitExceeded: done, NoMatchingCondition: done, NoMatchingError: failed },
          },
        ),
        record(done, automatedAfterwards, next),
        record(failed, automatedAfterwards, onError),
      ];
    },
  };
}

/** Silence of up to ten seconds on a call. */
export function pause<const T extends string>(
  seconds: number,
  { next, onError }: { readonly next: T; readonly onError: T },
): Block<T> {
  return singleAction<T>(
    [next, onError],
    'MessageParticipant',
    () => ({ SSML: `<speak><break time="${seconds}s"/></speak>` }),
    { next, errors: { NoMatchingError: onError } },
  );
}
