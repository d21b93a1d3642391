import type { DecisionReason } from '#shared/domain/mail/decide-mail.ts';
import type { unnamedReason } from '#shared/domain/mail/mail-report.ts';
import type { MailDefect, UnreadableReason } from '#shared/domain/mail/parsed-mail.ts';
import type { Bilingual } from '#shared/domain/text/bilingual.ts';

type Reason =
  | DecisionReason
  | MailDefect
  | UnreadableReason
  | 'address-not-writable'
  | 'position-outside'
  | 'found-by-sweep'
  | 'message-id-repeated'
  | NonNullable<ReturnType<typeof unnamedReason>>
  | 'asks-for-nothing'
  | 'department-wrote'
  | 'department-after-erasure'
  | 'classification-unsure'
  | 'spam-verdict'
  | 'virus-verdict'
  | 'machine-mail';

/** Text of the result of a decision about a mail; the reasons follow it. */
export const mailBecame = {
  opened: { ar: 'معاملة جديدة', en: 'New case' },
  appended: { ar: 'أُضيفت إلى هذه المعاملة', en: 'Added to this case' },
  type: { ar: 'النوع', en: 'Type' },
  category: { ar: 'التصنيف', en: 'Category' },
  because: { ar: 'لورود', en: 'because of' },
  question: { ar: 'علامة استفهام', en: 'a question mark' },
  writtenIn: {
    ar: (language: string) => `لغتها ${language}، فلم يُخمَّن تصنيفها`,
    en: (language: string) => `written in ${language}, so that nothing was guessed`,
  },
} as const;

/** Text of each reason of a decision about a mail. */
const reasons: Readonly<Record<Reason, Bilingual>> = {
  'no-reference': { ar: 'لم يُذكر رقم معاملة', en: 'no reference given' },
  'unknown-reference': { ar: 'ذُكر رقم لا معاملة له', en: 'the reference given belongs to no case' },
  'reference-in-address': { ar: 'ذُكر رقم معاملة في عنوان الإرسال', en: 'reference given in the address' },
  'reference-in-message-id': { ar: 'الرسالة رد على مراسلة سابقة', en: 'it answers an earlier mail' },
  'reference-in-text': { ar: 'ذُكر رقم معاملة في نص الرسالة', en: 'reference given in the text' },
  'reference-in-quote': { ar: 'رقم معاملة في النص المقتبس', en: 'reference in the quoted text' },
  'reference-in-report': { ar: 'رقم معاملة في الرسالة المُعادة', en: 'reference in the mail it returns' },
  'reference-in-subject': { ar: 'ذُكر رقم معاملة في العنوان', en: 'reference given in the subject' },
  'sender-not-authenticated': { ar: 'هوية المرسل غير موثقة', en: 'sender not authenticated' },
  'sender-not-a-participant': {
    ar: 'المرسل ليس طرفًا في المعاملة المذكورة',
    en: 'the sender takes no part in the case named',
  },
  'case-not-open-to-messages': {
    ar: 'المعاملة المذكورة أُغلقت وانقضت مهلة فتحها',
    en: 'the case named is closed for too long to be reopened',
  },
  'several-authors': { ar: 'للرسالة أكثر من كاتب', en: 'the mail has several authors' },
  'repeated-header': {
    ar: 'تكررت في الرسالة ترويسة لا تتكرر، فلا يُعتمد توثيق مرسلها',
    en: 'a header that may stand once stands twice, so that its sender is not proven',
  },
  'misleading-address': {
    ar: 'عنوان المرسل قد يوهم بأنه عنوان آخر',
    en: 'the sender’s address may pose as another',
  },
  'named-in-reply-to': {
    ar: 'وردت عبر نموذج أو مجموعة، والمستفيد هو المذكور في عنوان الرد، ولم تثبت هويته',
    en: 'a form or a group wrote it for the person in Reply-To, whom nothing proves',
  },
  'not-addressed-to-us': {
    ar: 'عنوان المركز ليس بين المرسل إليهم، فتحتاج إلى مراجعة بشرية',
    en: 'the centre is not among its receivers, so that a person looks at it',
  },
  'dated-long-ago': {
    ar: 'تاريخ كتابتها بعيد عن تاريخ ورودها، فتحتاج إلى مراجعة بشرية',
    en: 'it is dated long before it came, so that a person looks at it',
  },
  'address-not-writable': {
    ar: 'لا يمكن إرسال بريد إلى عنوان المرسل، فلن يُرسل إليه شيء',
    en: 'no mail can be written to the sender’s address, so that nothing is sent there',
  },
  'reports-a-sent-mail': {
    ar: 'ورد فيها معرّف رسالة أرسلها المركز',
    en: 'it names a mail that the centre sent',
  },
  unproven: { ar: 'لم يثبت مصدرها', en: 'nothing proves where it comes from' },
  'several-from-headers': { ar: 'في الرسالة أكثر من مرسل', en: 'the mail names its sender more than once' },
  'no-sender': { ar: 'الرسالة بلا مرسل', en: 'the mail names no sender' },
  'machine-wrote-it': { ar: 'كتبها نظام آلي فلا يُرد عليها آليًا', en: 'a machine wrote it, so none answers' },
  'own-mail': { ar: 'رسالة من رسائلنا عادت إلينا', en: 'a mail of ours come back' },
  'delivery-report': {
    ar: 'إفادة بأن رسالة لنا لم تصل',
    en: 'it reports that a mail of ours did not arrive',
  },
  'unnamed:no-address': {
    ar: 'لم تذكر الإفادة العنوان الذي تعذّر الإيصال إليه',
    en: 'the report names no address that failed',
  },
  'unnamed:several-receivers': {
    ar: 'أُرسلت الرسالة إلى أكثر من عنوان، ولم تذكر الإفادة أيها تعذّر الإيصال إليه',
    en: 'the mail had several receivers, and the report does not say which one failed',
  },
  'delivery-delay': { ar: 'إفادة بتأخر وصول رسالة لنا', en: 'it reports that a mail of ours is delayed' },
  'delivery-receipt': { ar: 'إفادة بوصول رسالة لنا', en: 'it reports that a mail of ours arrived' },
  'read-receipt': { ar: 'إشعار بقراءة رسالة لنا', en: 'it reports that a mail of ours was read' },
  'feedback-report': {
    ar: 'إفادة بشكوى المستلم من رسالة لنا',
    en: 'it reports a complaint about a mail of ours',
  },
  'calendar-response': { ar: 'رد آلي على موعد في التقويم', en: 'an answer of a calendar' },
  'automatic-reply': { ar: 'رد آلي', en: 'an automatic reply' },
  'found-by-sweep': {
    ar: 'وُجدت في المراجعة الليلية لأن إشعار ورودها لم يصل',
    en: 'found by the nightly look at the inbox, because no news of it came',
  },
  'message-id-repeated': {
    ar: 'وردت قبلها رسالة بالمعرّف نفسه (Message-ID) ومحتوى مختلف، وكلتاهما محفوظة',
    en: 'a mail with the same Message-ID and other content came before; both are kept',
  },
  'asks-for-nothing': {
    ar: 'شكر لا يطلب شيئًا، فبقيت المعاملة على حالها',
    en: 'it gives thanks and asks for nothing, so that the case stays as it is',
  },
  'department-wrote': { ar: 'كتبتها الإدارة المختصة بالمعاملة', en: 'a department wrote it' },
  'department-after-erasure': {
    ar: 'كتبتها إدارة عن معاملة أُزيلت بياناتها الشخصية، فحُفظت جانبًا دون مواعيد',
    en: 'a department wrote it about a case whose personal data was removed; it is kept aside, without deadlines',
  },
  'position-outside': {
    ar: 'فيها موقع خارج المملكة لم يؤخذ به',
    en: 'it names a position outside the Kingdom, which was not taken',
  },
  'classification-unsure': {
    ar: 'التصنيف غير مؤكد ويحتاج إلى مراجعة',
    en: 'the classification is unsure and needs a look',
  },
  encrypted: {
    ar: 'الرسالة مشفّرة ولا يملك المركز مفتاحها، فيُطلب من المرسل إعادتها دون تشفير',
    en: 'the mail is encrypted and the centre holds no key: ask the sender to write without',
  },
  tnef: {
    ar: 'فيها مغلّف Outlook تعذّر فتحه (winmail.dat)',
    en: 'its Outlook wrapper (winmail.dat) could not be opened',
  },
  'html-too-deep': {
    ar: 'تنسيقها معقد فعُرضت كلماتها وحدها',
    en: 'its layout is too deep, so that only its words are shown',
  },
  'text-cut': {
    ar: 'نصها أطول مما يُعرض، وبقيته في الرسالة الأصلية',
    en: 'its text is longer than is shown; the original mail has the rest',
  },
  'header-cut': {
    ar: 'عنوانها أو أسماؤها أطول مما يُعرض، وبقيتها في الرسالة الأصلية',
    en: 'its subject or names are longer than is shown; the original mail has the rest',
  },
  'wrong-boundary': {
    ar: 'بنيتها غير سليمة وأُصلحت عند القراءة',
    en: 'its structure was broken and was mended to be read',
  },
  'spam-verdict': { ar: 'صُنّفت مزعجة', en: 'judged to be spam' },
  'machine-mail': {
    ar: 'بريد آلي لا يخص رسالة أرسلها المركز ولا معاملة يثبت مصدره فيها',
    en: 'machine mail about no mail that the centre sent, and about no case whose participant proves it',
  },
  'virus-verdict': { ar: 'يُشتبه أن فيها فيروسًا', en: 'said to hold a virus' },
  empty: { ar: 'الرسالة فارغة', en: 'the mail is empty' },
  'too-large': { ar: 'أكبر من الحد المسموح', en: 'larger than allowed' },
  'header-too-large': { ar: 'ترويستها أكبر من الحد المسموح', en: 'its header is larger than allowed' },
  'too-many-parts': { ar: 'أجزاؤها أكثر من الحد المسموح', en: 'it has more parts than allowed' },
  'nested-too-deep': { ar: 'أجزاؤها متداخلة أكثر من الحد المسموح', en: 'its parts are nested too deep' },
  'not-a-mail': { ar: 'ليست رسالة بريد', en: 'it is no mail' },
  malformed: { ar: 'بنيتها غير سليمة', en: 'its structure is broken' },
  'took-too-long': { ar: 'استغرقت قراءتها أطول من اللازم', en: 'reading it took too long' },
  'needs-too-much-memory': {
    ar: 'تحتاج قراءتها إلى ذاكرة أكبر من المتاح',
    en: 'reading it needs too much memory',
  },
};

/** Return the text of a reason. Return undefined for a code of another version. */
export const mailReasonText = (code: string): Bilingual | undefined =>
  Object.hasOwn(reasons, code) ? reasons[code as Reason] : undefined;
