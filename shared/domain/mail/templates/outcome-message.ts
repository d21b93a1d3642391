import type { CaseType, ResolutionOutcome } from '#events/vocabulary.ts';
import { type Addressed, greetingOf } from '#shared/domain/people/form-of-address.ts';
import { formatDay } from '#shared/domain/text/format-instant.ts';
import { type Language, languageOf, otherLanguage } from '#shared/domain/text/language.ts';
import { type HolderValues, holdingFacts } from './handed-over.ts';
import { layOutMail, type RenderedMail, type Section, type SigningCentre } from './mail-layout.ts';
import { paragraphsOf } from './paragraphs-of.ts';
import { FINISHED, OUTCOME, subjectTag, TRACK, YOUR_TYPE } from './terms.ts';

export interface OutcomeMessageValues {
  /** The beneficiary, whom the mail addresses by name when their form of address is known. */
  readonly to?: Addressed | undefined;
  /** The beneficiary's language. */
  readonly language: Language;
  /** Whether the beneficiary writes in another language: then the message is in both of the centre's. */
  readonly both?: boolean;
  readonly reference: string;
  readonly type: CaseType;
  readonly outcome: ResolutionOutcome;
  /** The agent's text about the work done. Empty lines separate paragraphs. */
  readonly body: string;
  /** The one-time link to confirm or contest. */
  readonly confirm: string;
  /** The outside bodies that hold the matter: it is followed there, and not regarded as finished. */
  readonly held: readonly HolderValues[];
  /** Epoch milliseconds until which the link holds. */
  readonly until: number;
  readonly zone: string;
  /** The sealed link to the status of the case. */
  readonly track: string;
  readonly centre: SigningCentre;
}

const WORDS = {
  ar: {
    title: (type: string) => `انتهى عملنا على ${type}`,
    elsewhere: 'ما كتبه المركز عن معاملتك وارد في هذه الرسالة بالإنجليزية.',
    followed: 'المعاملة لدى جهة أخرى، ونتابعها معها ولا نغلقها قبل أن تنتهي. إن كانت قد انتهت فنأمل إبلاغنا.',
    regard: 'نعدّ هذه المعاملة منتهية، ورأيك هو الفصل في ذلك: هل انتهت فعلًا؟',
    act: 'يمكنك تأكيد انتهائها، أو إبلاغنا بأنها لم تنتهِ فنعيد فتحها ونتواصل معك. الرابط خاص بك.',
    labels: ['الرقم المرجعي', 'النتيجة', 'آخر يوم للإجابة'],
    confirm: (question: string) => `${question} الإجابة هنا`,
  },
  en: {
    title: (type: string) => `Our work on ${type} is finished`,
    elsewhere: 'What the centre wrote about your case is in this mail in Arabic.',
    followed:
      'Another body holds this case. We follow it there and do not close it before it is finished. If it is, tell us.',
    regard: 'We regard this case as finished, and you have the last word: is it?',
    act: 'Confirm it, or tell us that it is not, and we open it again and contact you. The link is yours alone.',
    labels: ['Reference', 'Outcome', 'Last day to answer'],
    confirm: (question: string) => `${question} Answer here`,
  },
} as const;

/**
 * Build the one message at the end of a case: the work done, that the centre regards it as finished, and the link to
 * confirm or contest it. The agent's text is not translated: it is in the section of its own language.
 */
export function outcomeMessage(values: OutcomeMessageValues): RenderedMail {
  const {
    to,
    language,
    both = false,
    reference,
    type,
    outcome,
    body,
    confirm,
    until,
    zone,
    track,
    held,
    centre,
  } = values;
  const written = languageOf(body);
  const section = (one: Language): Section => {
    const w = WORDS[one];
    return {
      language: one,
      title: w.title(YOUR_TYPE[type][one]),
      paragraphs: [
        // The agent’s own text greets in its language.
        ...(one === written ? paragraphsOf(body) : [...greetingOf(to, one), w.elsewhere]),
        held.length > 0 ? w.followed : w.regard,
        w.act,
      ],
      facts: [
        { label: w.labels[0], value: reference, ltr: true },
        { label: w.labels[1], value: OUTCOME[outcome][one] },
        ...held.flatMap((holding) => holdingFacts(holding, one, zone)),
        { label: w.labels[2], value: formatDay(until, one, zone) },
      ],
      action: { label: w.confirm(FINISHED[type][one]), href: confirm },
      leave: { label: TRACK[one], href: track },
    };
  };
  const first = both ? written : language;
  const sections: [Section, ...Section[]] =
    both || written !== language ? [section(first), section(otherLanguage(first))] : [section(language)];
  const subject = `${subjectTag(reference, language)} ${WORDS[language].title(YOUR_TYPE[type][language])}`;
  return layOutMail({ template: 'outcome-message', version: 1, subject }, sections, centre);
}
