import type { DataOf } from '#events/registry.ts';
import type { Language } from '#events/vocabulary.ts';

/** The answers of a beneficiary: to a survey, and to the question whether the matter is finished. */
export type AnswerCommand =
  | {
      readonly do: 'answer-survey';
      readonly invitation: string;
      readonly score: number;
      readonly finished: boolean;
      readonly ease?: number;
      readonly reasons?: readonly string[];
      readonly comment?: string;
      readonly language: Language;
      /** `mail` by default. On the telephone no invitation is required. */
      readonly mode?: 'mail' | 'phone' | 'message';
    }
  /** The beneficiary says whether the matter is finished. A score is stored when the survey may be asked. */
  | {
      readonly do: 'answer-outcome';
      readonly question: string;
      readonly finished: boolean;
      readonly score?: number;
      readonly ease?: number;
      readonly reasons?: readonly string[];
      readonly comment?: string;
      readonly language: Language;
      readonly mode: 'mail' | 'phone' | 'message';
    }
  /** An answer about the outcome looks like that of a program. */
  | {
      readonly do: 'suspect-outcome';
      readonly question: string;
      readonly because: DataOf<'rida.outcome.suspected.v1'>['because'];
    };
