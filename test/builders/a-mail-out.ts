import type { OutgoingMail } from '#shared/ports/mailer.ts';

/** A mail of the centre. A test overrides the fields it needs. */
export const aMailOut = (
  to: readonly string[],
  more: Partial<Omit<OutgoingMail, 'to'>> = {},
): OutgoingMail => ({
  from: { name: '', address: 'help@city.example' },
  to: to.map((address) => ({ name: '', address })),
  subject: 'x',
  text: 'y',
  html: '<p>y</p>',
  messageId: '<1@city.example>',
  references: [],
  date: 0,
  ...more,
});
