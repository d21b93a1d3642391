import { describe, expect, it } from 'vitest';
import { type Exchange, isAnsweringMachine } from '#shared/domain/mail/answering-machine.ts';
import { MINUTE, SECOND } from '#shared/domain/time/instant.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';

type Written = Pick<Exchange, 'subject' | 'text'>;
const MACHINE: readonly (readonly [string, (n: number) => Written])[] = [
  ['one subject', (n) => ({ subject: `Re: Ticket ${n} opened`, text: `${'x'.repeat(n + 1)} words` })],
  [
    'a new subject and ticket number in each',
    (n) => ({
      subject: ['Lamp', 'Road', 'Park', 'Water', 'Noise', 'Dust'][n] ?? '',
      text: `Hello. Your ticket number is ABC-${n}7${n}. We have received it and answer by 0${n}:00.`,
    }),
  ],
  [
    'another name of the kind of request in each',
    (n) => ({
      subject: ['إنارة', 'طريق', 'حديقة', 'مياه', 'ضوضاء', 'غبار'][n] ?? '',
      text: `استلمنا ${['بلاغك', 'طلبك', 'استفسارك', 'ملاحظتك', 'شكواك', 'بلاغك'][n]} برقم 4K${n}-2M9-0382 وسنرد عليك خلال أيام العمل في الموعد المحدد أدناه بإذن الله`,
    }),
  ],
  [
    'a link of its own in each',
    (n) => ({
      subject: `${'ab'.repeat(n + 1)}`,
      text: `We have received your request. Follow it here: https://desk.example/t/${'q'.repeat(n + 3)}Z`,
    }),
  ],
];
const PERSON: readonly (readonly [string, (n: number) => Written])[] = [
  [
    'different reports',
    (n) => ({
      subject: ['Lamp', 'Road', 'Park', 'Water', 'Noise', 'Dust'][n] ?? '',
      text: `${['A lamp is dark', 'The road has a hole', 'The park is dirty', 'Water runs out', 'It is loud', 'Much dust'][n]} in our street.`,
    }),
  ],
  [
    'short texts that differ in a number',
    (n) => ({ subject: `${'ا'.repeat(n + 1)} إنارة`, text: `بلاغ ${n}: الإنارة.` }),
  ],
];

/** Mails, each some time after the acknowledgement of the one before. */
const exchanges = (written: (n: number) => Written, gap: number, count = 5): Exchange[] =>
  Array.from({ length: count }, (_, n) => {
    const openedAt = T + n * (gap + SECOND);
    return { ...written(n), openedAt, acknowledgedAt: openedAt + SECOND };
  });

const judge = (all: readonly Exchange[]): boolean => {
  const newest = all.at(-1);
  return newest !== undefined && isAnsweringMachine(newest, all.slice(0, -1));
};

describe('a sender who answers our acknowledgements', () => {
  it.each(MACHINE)('is a machine by the fifth mail: %s', (_name, written) => {
    expect(judge(exchanges(written, 20 * MINUTE))).toBe(true);
    expect(judge(exchanges(written, 20 * MINUTE, 4))).toBe(false);
  });

  it.each(PERSON)('is a person who writes %s', (_name, written) => {
    expect(judge(exchanges(written, 2 * MINUTE, 6))).toBe(false);
  });

  it.each(PERSON)('is a machine that writes within seconds: %s', (_name, written) => {
    expect(judge(exchanges(written, 4 * SECOND))).toBe(true);
    // One mail that a person had time for.
    const all = exchanges(written, 4 * SECOND).map((one, at) =>
      at < 3
        ? one
        : { ...one, openedAt: one.openedAt + MINUTE, acknowledgedAt: one.openedAt + MINUTE + SECOND },
    );
    expect(judge(all)).toBe(false);
  });

  it('is a person when all mails came at one time', () => {
    const [, written] = PERSON[0] ?? MACHINE[0] ?? [];
    const all = exchanges(written ?? (() => ({ subject: '', text: '' })), 0).map((one) => ({
      ...one,
      openedAt: T,
      acknowledgedAt: T,
    }));
    expect(judge(all)).toBe(false);
  });
});
