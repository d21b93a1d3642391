/** A calendar is invalid, or it cannot answer a question. Names the field and the expected value. */
export class CalendarError extends Error {
  override readonly name = 'CalendarError';
  readonly field: string;

  constructor(field: string, message: string) {
    super(`${field}: ${message}`);
    this.field = field;
  }
}
