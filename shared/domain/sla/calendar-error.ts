/** A calendar, or a question to one, that has no answer: names the field and what was expected there. */
export class CalendarError extends Error {
  override readonly name = 'CalendarError';
  readonly field: string;

  constructor(field: string, message: string) {
    super(`${field}: ${message}`);
    this.field = field;
  }
}
