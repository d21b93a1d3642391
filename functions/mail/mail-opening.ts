import type { Priority } from '#events/vocabulary.ts';
import type { OpenCommand } from '#shared/application/open-case.ts';
import type { Beneficiary } from '#shared/domain/cases/case.ts';
import { factsInText, firstFacts } from '#shared/domain/cases/facts-in-text.ts';
import { isVerdict, MACHINE_MAIL } from '#shared/domain/cases/set-aside.ts';
import { everyOf } from '#shared/domain/every-of.ts';
import type { Automatic } from '#shared/domain/mail/automatic.ts';
import { classifyMail } from '#shared/domain/mail/classify-mail.ts';
import type { MailDecision } from '#shared/domain/mail/decide-mail.ts';
import type { ParsedMail } from '#shared/domain/mail/parsed-mail.ts';
import { newPartOf } from '#shared/domain/mail/part-of-mail.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { ReceivedMail } from './received-mail.ts';

/** The data of a new case for a mail, and the reasons for the classification as codes for the timeline. */
export interface Opening {
  readonly command: OpenCommand;
  readonly reasons: readonly string[];
  /** Whether the case starts closed, without clocks, until a supervisor restores it. */
  readonly setAside: boolean;
}

const UNREADABLE = { ar: 'رسالة بريدية تعذّرت قراءتها آليًا', en: 'A mail that could not be read by machine' };
const NO_SUBJECT = { ar: '(بلا عنوان)', en: '(no subject)' };
const LONGEST_SUBJECT = 120;

/** Return why a person must check the mail; undefined for an ordinary mail. */
const suspicion = (received: ReceivedMail, decision: MailDecision): string | undefined => {
  if (received.virus) return 'virus-verdict';
  if (received.spam) return 'spam-verdict';
  if (decision.action === 'feedback' || decision.action === 'own') return MACHINE_MAIL;
  return decision.action === 'quarantine' ? (decision.reasons[0] ?? 'malformed') : undefined;
};

const RANK: readonly Priority[] = everyOf<Priority>()(['urgent', 'high', 'normal', 'low']);
const higher = (a: Priority, b: Priority): Priority => (RANK.indexOf(a) <= RANK.indexOf(b) ? a : b);

/** Return the case for a readable mail, with type, category and priority from its text. */
export function openingOf(
  rules: Rules,
  received: ReceivedMail,
  mail: ParsedMail,
  beneficiary: Beneficiary,
  why: {
    readonly decision: MailDecision;
    readonly automatic: Automatic | null;
    readonly related: string | undefined;
    readonly remarks: readonly string[];
    /** Store it without a clock. */
    readonly aside?: boolean | undefined;
  },
): Opening {
  const text = newPartOf(mail);
  const found = classifyMail(mail.subject, text, mail.writtenIn, rules.categories);
  const named = factsInText(rules, { subject: mail.subject, text }, mail.writtenIn);
  const category = rules.categories.get(found.category);
  const priority = why.automatic ? 'low' : higher(found.urgency, category?.priority ?? 'normal');
  const quarantine = suspicion(received, why.decision) ?? (why.aside ? MACHINE_MAIL : undefined);
  const ownDomain = rules.centre.helpAddress.split('@')[1];
  const isStaff = beneficiary.authenticated && beneficiary.email?.split('@')[1] === ownDomain;
  return {
    command: {
      type: found.type,
      category: category?.id ?? found.category,
      department: isVerdict(quarantine)
        ? rules.desk.fallbackDepartment
        : (category?.department ?? rules.desk.fallbackDepartment),
      subject: [...mail.subject].slice(0, LONGEST_SUBJECT).join('') || NO_SUBJECT[mail.language],
      beneficiary,
      ...firstFacts(named.facts),
      segment: isStaff ? 'staff' : 'unknown',
      channel: 'mail',
      language: mail.language,
      ...(mail.writtenIn !== undefined && { writtenIn: mail.writtenIn }),
      priority,
      ...(why.related !== undefined && { related: why.related }),
      ...(why.automatic && { automatic: why.automatic.kind }),
      ...(mail.messageId !== null && { lastMessageId: mail.messageId }),
      ...(quarantine !== undefined && { quarantine: { reason: quarantine, rawKey: received.rawKey } }),
    },
    setAside: isVerdict(quarantine),
    reasons: [
      ...why.decision.reasons,
      ...(beneficiary.failing ? ['address-not-writable'] : []),
      ...why.remarks,
      ...found.reasons,
      ...(named.outside ? ['position-outside'] : []),
      ...(found.confident ? [] : ['classification-unsure']),
    ],
  };
}

/** Return the case for an unreadable mail. It refers to the raw mail, and a person is notified. */
export function quarantineOf(
  rules: Rules,
  received: ReceivedMail,
  reason: string,
  beneficiary: Beneficiary,
): Opening {
  return {
    command: {
      type: 'inquiry',
      category: 'other',
      department: rules.desk.fallbackDepartment,
      subject: UNREADABLE.ar,
      beneficiary,
      segment: 'unknown',
      channel: 'mail',
      language: 'ar',
      priority: 'normal',
      quarantine: { reason, rawKey: received.rawKey },
    },
    setAside: false,
    reasons: [reason],
  };
}
