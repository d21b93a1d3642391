import type { Parameters } from '../flow-language.ts';
import { action, asShipped, type Block, type DraftAction, type Resolver, singleAction } from './block.ts';
import { type Prompt, perLanguage } from './prompt.ts';

/** The participants that are recorded while an agent is connected. */
export type Recorded = readonly ('Agent' | 'Customer')[];

export interface RecordingOptions<T extends string> {
  /** Record what the caller says to the flow, before any agent. Unchanged when missing. */
  readonly automated?: boolean;
  readonly next: T;
}

const behavior = (participants: Recorded, automated: boolean | undefined): Parameters => ({
  RecordingBehavior: {
    RecordedParticipants: [...participants],
    ...(automated === undefined ? {} : { IVRRecordingBehavior: automated ? 'Enabled' : 'Disabled' }),
  },
});

/**
 * Set the recorded participants. An empty list records none (`UpdateContactRecordingBehavior`).
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactrecordingbehavior.html
 */
export function setRecording<const T extends string>(
  participants: Recorded,
  { automated, next }: RecordingOptions<T>,
): Block<T> {
  return singleAction<T>([next], 'UpdateContactRecordingBehavior', () => behavior(participants, automated), {
    next,
  });
}

export interface ListenOptions<T extends string> {
  /** Asks for the message and explains that `#` ends it. */
  readonly prompt: Prompt;
  /** Maximum length of the message (1–180 seconds). */
  readonly maxSeconds: number;
  /**
   * The participants that are recorded with an agent later in the call. Each change of the recording sets
   * them again.
   */
  readonly recorded: Recorded;
  /** Continue recording the automated part afterwards. By default it stops. */
  readonly automatedAfterwards?: boolean;
  /**
   * Name of a recorded tone. Without it, Polly's bleep is used, and a voice that does not support it stays
   * silent.
   */
  readonly tone?: string;
  readonly next: T;
  readonly onError: T;
}

/** An input needs a prompt, and this one is not heard. */
const SILENCE = '<speak><break time="10ms"/></speak>';

/** Polly's bleep. Source: Polly developer guide, "say-as", expletive. */
const BLEEP = '<speak><say-as interpret-as="expletive">beep</say-as></speak>';

const toneOf = (tone: string | undefined, resolve: Resolver): Parameters =>
  tone === undefined ? { SSML: BLEEP } : { PromptId: resolve({ kind: 'prompt', name: tone }) };

/**
 * Record a caller's message after a tone, until a key or until the time is over. Connect does not detect
 * silence: it waits the whole time for a caller who presses no key. The recording belongs to the automated
 * part of the contact and is stored with the instance's call recordings.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-messageparticipant.html
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactrecordingbehavior.html
 * @see https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-getparticipantinput.html
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-compare.html
 */
export function listen<const T extends string>(options: ListenOptions<T>): Block<T> {
  const { prompt, maxSeconds, recorded, automatedAfterwards = false, tone, next, onError } = options;
  const record = (id: string, automated: boolean, then: string): DraftAction =>
    action(id, 'UpdateContactRecordingBehavior', behavior(recorded, automated), { next: then });
  return {
    targets: [next, onError],
    compile: (name, resolve, reword = asShipped) => {
      const [start, beep, speak, done, failed] = ['record', 'tone', 'speak', 'done', 'failed'].map(
        (step) => `${name} ${step}`,
      ) as [string, string, string, string, string];
      return [
        ...perLanguage(name, reword(name, prompt), ({ id, language, parameters }) => [
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
          { SSML: SILENCE, StoreInput: 'False', InputTimeLimitSeconds: String(maxSeconds) },
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
