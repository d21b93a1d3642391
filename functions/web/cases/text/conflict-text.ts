import type { Language } from '#events/vocabulary.ts';
import type { News } from '#shared/domain/cases/overtaken.ts';

const ar: Readonly<Record<News, string>> = {
  reclassified:
    'صُحّح تصنيف المعاملة بعد أن فتحت هذه الصفحة. تُرجى مراجعة القيم الحالية ثم حفظ التصحيح إن بقي لازمًا.',
  corrected: 'صُحّحت بيانات المعاملة بعد أن فتحت هذه الصفحة. تُرجى مراجعتها ثم حفظ التصحيح إن بقي لازمًا.',
  answered: 'رُدّ على المستفيد بعد أن فتحت هذه الصفحة. تُرجى قراءة الرد أدناه، ثم إرسال ردك إن بقيت إليه حاجة.',
  wrote: 'كتب المستفيد بعد أن فتحت هذه الصفحة. تُرجى قراءة رسالته أدناه، ثم إرسال ما كتبته إن بقي مناسبًا.',
  reported: 'وصلت إجابة إدارة بعد أن فتحت هذه الصفحة. تُرجى قراءتها أدناه، ثم إرسال ما كتبته إن بقي مناسبًا.',
  noted:
    'أُضيفت ملاحظة داخلية بعد أن فتحت هذه الصفحة. تُرجى قراءتها أدناه، ثم إعادة الإرسال إن بقيت إليه حاجة.',
  moved:
    'تغيّرت حالة المعاملة بعد أن فتحت هذه الصفحة. تُرجى مراجعة حالتها الآن، ثم إعادة الإرسال إن بقيت إليه حاجة.',
  assigned: 'أُسندت المعاملة أو أُعيدت إلى القائمة بعد أن فتحت هذه الصفحة. تُرجى مراجعة من يتولاها الآن.',
  promised: 'تغيّر الوعد القائم بعد أن فتحت هذه الصفحة. تُرجى مراجعته، ثم إعادة الإرسال إن بقيت إليه حاجة.',
  asked:
    'سُئلت إدارة عن المعاملة بعد أن فتحت هذه الصفحة. تُرجى مراجعة الطلبات القائمة، ثم إعادة الإرسال إن لزم.',
  held: 'سُجّلت إحالة إلى جهة خارجية بعد أن فتحت هذه الصفحة. تُرجى مراجعة الإحالات القائمة، ثم إعادة الإرسال إن لزم.',
  linked: 'تغيّر ربط هاتين المعاملتين بعد أن فتحت هذه الصفحة. تُرجى مراجعة الروابط الآن.',
  split:
    'فُصلت معاملة جديدة من هذه الرسالة بعد أن فتحت هذه الصفحة. تُرجى مراجعة الروابط، ثم إعادة الإرسال إن لزم.',
  procedure: 'تغيّر إجراء في الخطة بعد أن فتحت هذه الصفحة. تُرجى مراجعته الآن، ثم إعادة الإرسال إن لزم.',
};

const en: typeof ar = {
  reclassified:
    'A colleague corrected the classification after you opened this page. Look at the values as they are ' +
    'now, then save yours if it is still needed.',
  corrected:
    'The details of the case were corrected after you opened this page. Look at them as they are now, then save ' +
    'yours if it is still needed.',
  answered:
    'A colleague answered after you opened this page. Read the answer below, then send yours if it is still needed.',
  wrote:
    'The beneficiary wrote after you opened this page. Read the message below, then send yours if it still fits.',
  reported:
    'A department answered after you opened this page. Read the answer below, then send yours if it still fits.',
  noted:
    'A colleague added an internal note after you opened this page. Read it below, then send yours if it still fits.',
  moved:
    'The status of the case changed after you opened this page. Look at it as it is now, then send yours if it is ' +
    'still needed.',
  assigned:
    'The case was assigned or returned to its queue after you opened this page. Look at the name it has now.',
  promised:
    'The open promise changed after you opened this page. Look at it, then send yours if it is still needed.',
  asked:
    'A department was asked after you opened this page. Look at the open requests, then send yours if it is ' +
    'still needed.',
  held: 'The case was handed to an outside body after you opened this page. Look at it, then send again if needed.',
  linked:
    'The link of these two cases changed after you opened this page. Look at the links as they are now.',
  split:
    'A new case was split off from this message after you opened this page. Look at the links, then send yours if ' +
    'it is still needed.',
  procedure:
    'A procedure of the plan changed after you opened this page. Look at it as it is now, then send yours again if ' +
    'it is still needed.',
};

/** The sentences about acts of others that happened while a page was open. */
export const conflictText: Readonly<Record<Language, typeof ar>> = { ar, en };
