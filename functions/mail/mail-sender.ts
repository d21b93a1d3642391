import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import type { Beneficiary } from '#shared/domain/cases/case.ts';
import { type Automatic, automaticKind } from '#shared/domain/mail/automatic.ts';
import { isAuthenticated } from '#shared/domain/mail/decide-mail.ts';
import { helpAddressesOf } from '#shared/domain/mail/help-address.ts';
import { mailContent } from '#shared/domain/mail/mail-content.ts';
import { withoutTag } from '#shared/domain/mail/own-address.ts';
import type { ParsedMail } from '#shared/domain/mail/parsed-mail.ts';
import { writableAddress } from '#shared/domain/mail/writable-address.ts';
import { answerAddressOf, isVia, type Writer, writerOf } from '#shared/domain/mail/writer.ts';
import type { Centre, Rules } from '#shared/domain/rules.ts';
import type { Keys } from '#shared/ports/outside.ts';
import type { ReceivedMail } from './received-mail.ts';

/** The writer of a mail, and the kind of machine that sent it. */
export interface MailSender {
  /** Null when the mail has no author. */
  readonly writer: Writer | null;
  /** Whether the receiving server's DMARC result confirms the domain of the writer. */
  readonly proven: boolean;
  readonly automatic: Automatic | null;
  /** The address at which a person asks to be answered, when it is another one. */
  readonly answerTo?: string | undefined;
}

/** Determine the writer of a mail from its headers and the results of the receiving server. */
export function senderOf({ centre }: Rules, received: ReceivedMail, mail: ParsedMail): MailSender {
  const own = helpAddressesOf(centre);
  const forms = centre.formAddresses ?? [];
  const writer = writerOf(mail, { own, forms });
  const { dmarc } = received;
  const isForm = mail.from !== null && forms.map(withoutTag).includes(withoutTag(mail.from.address));
  const trustedForm = isForm && isAuthenticated({ dmarc, defects: mail.defects });
  const writtenFor = writer?.by === 'reply-to' || isVia(mail) || trustedForm;
  const automatic = automaticKind(mail.headers, {
    ...mailContent(mail),
    sender: received.envelopeFrom,
    ownAddresses: own,
    ownMessageIdDomain: centre.helpAddress.split('@').at(-1) ?? '',
    writtenFor,
    trustedForm,
  });
  const answerTo = automatic ? undefined : answerAddressOf(mail, writer, own);
  return {
    writer,
    proven: isAuthenticated({ dmarc, defects: mail.defects, writtenFor }),
    automatic,
    answerTo,
  };
}

const LONGEST_NAME = 60;

/** Unproven automatic mail gets one common beneficiary. */
const NOBODY = 'machine-mail@invalid';

interface BeneficiaryOptions {
  /** The id of the mail. An unknown writer gets a beneficiary of their own from it. */
  readonly mailId: string;
  readonly isFeedback?: boolean;
  readonly answerTo?: string | undefined;
}

/**
 * The beneficiary of a mail: its writer. The centre and its forms are never a beneficiary: the centre does not answer
 * itself, and people who leave no address in a form are not one person.
 */
export async function beneficiaryOf(
  keys: Keys,
  centre: Centre,
  { writer, proven }: Pick<MailSender, 'writer' | 'proven'>,
  { mailId, isFeedback = false, answerTo }: BeneficiaryOptions,
): Promise<Beneficiary> {
  const own = [...helpAddressesOf(centre), ...(centre.formAddresses ?? [])].map(withoutTag);
  const email = writer && !own.includes(withoutTag(writer.address)) ? writer.address : '';
  const name = writer?.name.trim();
  const address = isFeedback && !proven ? NOBODY : email || `${mailId}@unknown.invalid`;
  return {
    id: await beneficiaryId(keys, { email: address }),
    ...(name && { name: [...name].slice(0, LONGEST_NAME).join('') }),
    ...(email && { email }),
    ...(email && answerTo !== undefined && { answerTo }),
    authenticated: proven && email !== '',
    ...(email && writableAddress(email) === undefined && { failing: true as const }),
  };
}
