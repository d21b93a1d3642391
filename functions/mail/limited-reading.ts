import type { ParsedMail } from '#shared/domain/mail/parsed-mail.ts';
import { withinTime } from '#shared/runtime/time-limit.ts';

/**
 * The time for one step of reading a mail after its parsing. All steps are linear, and the slowest takes a tenth of
 * it for the longest text. A step that reaches the limit is a fault, and the mail becomes a case for a person.
 */
const STEP_MS = 15_000;
/** The number of characters of an ordinary mail. A limit costs a thread, and such a mail needs none. */
const ORDINARY = 1_000;

const lengthOf = ({ subject, text, html, references }: ParsedMail): number =>
  subject.length + text.length + (html?.length ?? 0) + references.join().length;

/**
 * Run a step that reads the texts of a mail.
 * @throws OutOfTime
 */
export const readingStep = <T>(mail: ParsedMail, step: () => T): T =>
  lengthOf(mail) <= ORDINARY ? step() : withinTime(STEP_MS, step);
