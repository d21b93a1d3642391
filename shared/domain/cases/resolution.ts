import type { Asked, NotAsked } from '#events/case-resolved.v1.ts';
import type { Actor, ResolutionOutcome } from '#events/vocabulary.ts';

export interface Resolution {
  readonly at: number;
  readonly by: Actor;
  /** How it ended. Missing when it was resolved before this was recorded: then it is unknown. */
  readonly as?: ResolutionOutcome;
  /** The work done, as the agent described it to the beneficiary. */
  readonly outcome: string;
}

/** The beneficiary's own answer to "is your matter finished?", about one resolution. */
export interface ConfirmationAnswer {
  readonly state: 'confirmed' | 'contested';
  /** `c0`, `c1` …: one question for each resolution. */
  readonly question: string;
  /** When it was answered first. A correction keeps it. */
  readonly at: number;
  readonly mode: 'mail' | 'phone' | 'message';
  /** How often the answer was corrected. */
  readonly changes?: number;
  /** The sender of the case was never authenticated: the answer is stored, and closes nothing. */
  readonly unproven?: true;
  readonly comment?: string;
  /** The contested resolution, which a correction puts back. */
  readonly was?: Resolution;
}

/** Whether the beneficiary confirms the newest resolution. Missing for resolutions from before this was asked. */
export type Confirmation =
  | { readonly state: 'asked'; readonly question: string; readonly by: Asked }
  | { readonly state: 'not-asked'; readonly question: string; readonly reason: NotAsked }
  | ConfirmationAnswer;
