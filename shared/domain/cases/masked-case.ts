import { type Hidden, type KnownPerson, maskEmail, maskName, maskPhone, maskText } from '../people/mask.ts';
import type { Beneficiary, Case } from './case.ts';
import type { Message } from './message-schema.ts';

const said = (values: readonly (string | undefined)[]): string[] =>
  values.filter((value): value is string => value !== undefined && value !== '');

/** Return the names and numbers by which the texts of a case mention its people. */
export function knownPeople(
  cases: readonly Pick<Case, 'beneficiary'>[],
  messages: Iterable<Message> = [],
): KnownPerson {
  const all = [...messages];
  const corrected = (field: 'name' | 'phone') =>
    all.flatMap(({ corrections = [] }) =>
      corrections.filter((one) => one.field === field).flatMap(({ from, to }) => [from, to]),
    );
  return {
    names: said([
      ...cases.map(({ beneficiary }) => beneficiary.name),
      ...all.map(({ from }) => from?.name),
      ...corrected('name'),
    ]),
    phones: said([...cases.map(({ beneficiary }) => beneficiary.phone), ...corrected('phone')]),
  };
}

function maskedBeneficiary(beneficiary: Beneficiary, hidden: Hidden): Beneficiary {
  const { name, email, answerTo, phone, ...rest } = beneficiary;
  const address = (given: string): string => (hidden.has('email') ? maskEmail(given) : given);
  return {
    ...rest,
    ...(name !== undefined && { name: hidden.has('name') ? maskName(name) : name }),
    ...(email !== undefined && { email: address(email) }),
    ...(answerTo !== undefined && { answerTo: address(answerTo) }),
    ...(phone !== undefined && { phone: hidden.has('phone') ? maskPhone(phone) : phone }),
  };
}

/** Return a case as a reader sees it who may not see the hidden fields. Nothing hidden: the case itself. */
export function maskedCase(supportCase: Case, hidden: Hidden, people = knownPeople([supportCase])): Case {
  if (hidden.size === 0) return supportCase;
  const masked = (text: string): string => maskText(text, people, hidden);
  const { subject, beneficiary, place, resolution, survey, confirmation } = supportCase;
  return {
    ...supportCase,
    subject: masked(subject),
    beneficiary: maskedBeneficiary(beneficiary, hidden),
    ...(place?.words !== undefined && { place: { ...place, words: masked(place.words) } }),
    ...(resolution && { resolution: { ...resolution, outcome: masked(resolution.outcome) } }),
    ...(survey && 'comment' in survey && survey.comment !== undefined
      ? { survey: { ...survey, comment: masked(survey.comment) } }
      : {}),
    ...(confirmation && 'comment' in confirmation && confirmation.comment !== undefined
      ? { confirmation: { ...confirmation, comment: masked(confirmation.comment) } }
      : {}),
  };
}

type Corrections = NonNullable<Message['corrections']>;

function maskedCorrection(
  { field, from, to }: Corrections[number],
  people: KnownPerson,
  hidden: Hidden,
): Corrections[number] {
  const masked = (value: string): string => {
    if (value === '') return value;
    if (field === 'name') return hidden.has('name') ? maskName(value) : value;
    if (field === 'email') return hidden.has('email') ? maskEmail(value) : value;
    if (field === 'phone') return hidden.has('phone') ? maskPhone(value) : value;
    return field === 'subject' || field === 'words' ? maskText(value, people, hidden) : value;
  };
  return { field, from: masked(from), to: masked(to) };
}

/** Return a message as a reader sees it who may not see the hidden fields. Its markup and its raw mail are left out. */
export function maskedMessage(message: Message, people: KnownPerson, hidden: Hidden): Message {
  if (hidden.size === 0) return message;
  const { html: _html, rawKey: _raw, ...rest } = message;
  const text = (given: string): string => maskText(given, people, hidden);
  const address = (given: string): string => (hidden.has('email') ? maskEmail(given) : given);
  const { from, replyTo, otherReplyTo, cc, fullText, corrections } = message;
  return {
    ...rest,
    text: text(message.text),
    subject: text(message.subject),
    to: message.to.map(address),
    attachments: message.attachments.map((file) => ({ ...file, name: text(file.name) })),
    ...(from && {
      from: {
        name: hidden.has('name') && from.name !== '' ? maskName(from.name) : from.name,
        address: address(from.address),
      },
    }),
    ...(replyTo !== undefined && { replyTo: address(replyTo) }),
    ...(otherReplyTo && { otherReplyTo: otherReplyTo.map(address) }),
    ...(cc && { cc: cc.map(address) }),
    ...(fullText !== undefined && { fullText: text(fullText) }),
    ...(corrections && { corrections: corrections.map((one) => maskedCorrection(one, people, hidden)) }),
  };
}
