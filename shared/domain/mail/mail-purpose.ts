import type { Notice } from '#events/vocabulary.ts';

/** The purpose of a mail about a case, or of a notice to staff. The case's page names it. */
export type MailPurpose =
  | 'acknowledgement'
  | 'reply'
  | 'resolution'
  | 'question'
  | 'question-reminder'
  | 'question-withdrawn'
  | 'time-decided'
  | 'handed-over'
  | 'period-extended'
  | 'survey'
  | 'survey-recovery'
  | Notice['kind'];
