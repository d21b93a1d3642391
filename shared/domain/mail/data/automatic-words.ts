import { phrases } from './word-list.ts';

/**
 * The words of automatic replies, by language. Write them as the programs and their users do; the rules compare them
 * in the form of `normaliseArabic`. Each is a part of one sentence, except subjects.
 */
export interface AutomaticWords {
  /** BCP 47. */
  readonly language: string;
  /** The programs and forms of these words. */
  readonly source: string;
  /** The beginning of a subject that only programs write. */
  readonly replySubjects: readonly string[];
  /** The beginning of the subject of an absence. People write such subjects too. */
  readonly absenceSubjects: readonly string[];
  /** The author is absent. */
  readonly absent: readonly string[];
  /** When or by whom the answer comes. */
  readonly until: readonly string[];
  /** Greetings, thanks and wishes, which say nothing about the author. */
  readonly courtesy: readonly string[];
  /** A desk confirms that it has the mail. */
  readonly received: readonly string[];
  /** The author says that a machine writes. */
  readonly machine: readonly string[];
  /** Things and people that only a person writes about. */
  readonly matters: readonly string[];
}

export const AUTOMATIC_WORDS: readonly AutomaticWords[] = [
  {
    language: 'en',
    source: 'Exchange, Outlook, Gmail, Domino, Zimbra, Zendesk, OTRS, Jira, ServiceNow, Freshdesk',
    replySubjects: phrases(`
      automatic reply | automatic response | automatic answer | automatic acknowledgement | automated reply |
      automated response | automated answer | automated acknowledgement | automated acknowledgment | auto reply |
      auto-reply | autoreply | auto response | auto-response | autoresponse | autoresponder | auto answer | out of
      office autoreply | out of office reply | vacation reply | vacation response | vacation notice | out of
      office notification
    `),
    absenceSubjects: phrases(`
      out of office | out of the office | out-of-office | i am out of office | i am out of the office | i'm out of
      office | i'm out of the office | currently out of office | currently out of the office | ooo | oof | away
      from the office | away from office | away from my desk | away from desk | away from my mail | away from mail
      | on leave | on annual leave | on sick leave | on maternity leave | on paternity leave | on vacation | on
      holiday | i am on leave | i am on annual leave | i am on vacation | i am on holiday | i'm on leave | i'm on
      vacation | i'm on holiday | currently on leave | i am currently on leave | i am away | auto: | absence
      notice
    `),
    absent: phrases(`
      i am out of office | i am out of the office | i'm out of office | i'm out of the office | i am currently
      out of | i'm currently out of | i am now out of | i am presently out of | i will be out of | i'll be out
      of | i shall be out of | i am away from | i'm away from | i am currently away | i'm currently away | i
      will be away | i shall be away | i am on leave | i'm on leave | i am on annual leave | i'm on annual
      leave | i am on sick leave | i am on maternity leave | i'm on maternity leave | i am on parental leave |
      i am on vacation | i'm on vacation | i am on holiday | i'm on holiday | i am currently on leave | i am
      currently on annual leave | i am currently on vacation | i am currently on holiday | i'm currently on |
      i will be on leave | i will be on annual leave | i will be on vacation | i will be on holiday | is out
      of the office | is out of office | is currently out of the office | is away from the office | is on
      leave | is on vacation | out of the office until | out of office until | out of the office from |
      currently out of the office | away from my desk | i am not in the office | i'm not in the office | no
      longer work | no longer with the | i have left the company | office is closed | offices are closed |
      office will be closed | i am traveling | i am travelling | i'm travelling | i'm traveling | i am
      unavailable until | i am not available until | unavailable to respond | not available to respond | i'm
      unavailable until | i am off work | i'm off work | i am off until | i'm off until | i am away | i'm away
      | away on business | i'm on parental leave | i am on sabbatical | i'm on sabbatical | i am on medical
      leave | i'm on medical leave | currently on leave | currently on vacation | currently on holiday | i am
      on a business trip | i'm on a business trip | working remotely with limited | currently on parental
      leave | currently on maternity leave | currently on sick leave | currently on medical leave | currently
      on a business trip | currently travelling | currently traveling | some time off | taking time off | not
      reading emails | mailbox that is no longer monitored | this mailbox is no longer | this mailbox is not monitored |
      this inbox is not monitored | this address is not monitored | this address is no longer | this email address is
      no longer | this account is not monitored | this inbox is no longer | this e-mail address is no longer
    `),
    until: phrases(`
      limited access to | no access to | not have access to | not checking | not be checking | access to email
      | access to e-mail | access to my email | will respond | will reply | will answer | will get back to you
      | shall respond | shall reply | i'll respond | i'll reply | i'll get back | i'll answer | will be back |
      i'll be back | will return | returning on | returning to the office | return to the office | back in the
      office | back at work | back on | on my return | upon my return | upon return | when i return | when i
      am back | when i'm back | once i return | once i am back | as soon as possible | as soon as i can | for
      urgent | if urgent | if it is urgent | if this is urgent | if your matter is urgent | if you need urgent
      | if you require urgent | if you need immediate | if you require immediate | need immediate assistance |
      in case of emergency | in case of urgent | in urgent cases | in an emergency | for immediate | for
      anything urgent | urgent matters | please contact | kindly contact | contact my colleague | reach my
      colleague | in my absence | during my absence | during this time | during that time | during this period
      | will not be forwarded | not be forwarded | will not be read | will be slow | response may be delayed |
      replies may be delayed | delay in responding | delay in my response | delayed response | until then | my
      last working day | please direct | please email | please call | time-sensitive | time sensitive | reach
      out to | been forwarded | automatically forwarded | handling my | covering for me | cover for me | will
      address | shall be back | intermittent access | little access | limited internet | won't be checking |
      not be able to respond | unable to respond | may be delayed | respond when | back monday | back tuesday
      | back wednesday | back thursday | back sunday | back next week | not reading emails
    `),
    courtesy: phrases(`
      thank you for your | thanks for your | thank you for contacting | thank you for reaching | thanks for
      contacting | thanks for reaching | thank you for getting in touch | thank you for writing | many thanks for
      your | thank you very much for | thank you for you e-mail | good morning | good day | good afternoon |
      greetings | kind regards | best regards | best wishes | warm regards | happy new year | merry christmas |
      eid mubarak | ramadan kareem | have a nice | have a great | sorry for the inconvenience | apologies for any
      inconvenience | apologise for any inconvenience | apologize for any inconvenience | sorry for any
      inconvenience | thank you for your understanding | thanks for your patience | we value your | we appreciate
      your
    `),
    received: phrases(`
      we have received your | we've received your | we received your | your message has been received | your
      email has been received | your e-mail has been received | your mail has been received | your request has
      been received | your ticket has been | your case has been | your inquiry has been | your enquiry has
      been | your query has been | a ticket has been | a case has been | a support ticket has | a new ticket
      has | has been received and | has been assigned to | your ticket number | your case number | your ticket
      id | a member of our team | our team will | one of our agents | we will respond | we will reply | we
      will get back | we'll get back | we aim to respond | we aim to reply | we endeavour to | endeavour to
      reply | will be with you shortly | within 24 hours | within 48 hours | business days | working days |
      your reference number | received your request | received your message | received your email | received
      your e-mail | received your mail | ticket has been created | request has been created | has been
      received | was received | is being reviewed | confirm that your message | confirm the receipt of your |
      confirming the receipt of your | support agent | support staff | support team | will reply soon | your
      ticket number is | your case number is | your reference number is | please quote it | quote this number
      | we got your
    `),
    machine: phrases(`
      this is an automated | this is an automatic | this is an auto | this message was automatically | this email
      was automatically | this message is automatically | this is an automatically | automatically generated |
      automated message | automated response | automatic response | automated reply | automatic reply |
      auto-generated | system generated | system-generated | do not reply to this | please do not reply | please
      don't reply | do not respond to this | this mailbox is not monitored | mailbox is unattended | mailbox is
      not monitored | unmonitored mailbox | not monitored | this is the only notification you will receive | an
      auto-response
    `),
    matters: phrases(`
      the clerk | the employee | your office | your employee | your staff | nobody | no one | your department
      | my neighbo | our neighbo | my street | our street | the street | my house | our house | my home |
      since last | weeks ago | days ago | nothing has | nothing happened | please fix | please repair | please
      send someone | still broken | still not | is broken | my complaint | my request | my application | my
      ticket | my case | wait for you | i noticed | i have noticed | i saw | i see that | the contractor | the
      garbage | the lamp | you wrote | you told | you said | you promised | your message says | your email says |
      your sms | according to your | i was told | i received your | i got your
    `),
  },
  {
    language: 'ar',
    source: 'Exchange, Outlook, Gmail, and the forms that staff of public bodies write',
    replySubjects: phrases(`
      رد تلقائي | الرد التلقائي | رد آلي | الرد الآلي | رد أوتوماتيكي | استجابة تلقائية | إجابة تلقائية | رسالة
      تلقائية | إشعار خارج المكتب | إشعار غياب | إشعار بالغياب | إشعار إجازة | إشعار بعدم التواجد | إشعار عدم
      تواجد
    `),
    absenceSubjects: phrases(`
      خارج المكتب | خارج الدوام | خارج العمل | أنا خارج المكتب | أنا خارج الدوام | حاليا خارج المكتب | أنا حاليا
      خارج المكتب | أكون خارج المكتب | سأكون خارج المكتب | في إجازة | أنا في إجازة | أنا حاليا في إجازة | حاليا في
      إجازة | بإجازة | متمتع بإجازة | متمتعة بإجازة | إجازة سنوية | إجازة رسمية | غير متواجد | غير متواجدة | غير
      موجود بالمكتب | غير متواجد بالمكتب | غياب عن المكتب | عدم التواجد
    `),
    absent: phrases(`
      أنا خارج المكتب | أنا خارج الدوام | أنا خارج العمل | أنا حاليا خارج | حاليا خارج المكتب | حاليا خارج
      الدوام | أكون خارج المكتب | سأكون خارج المكتب | سأكون خارج الدوام | سأكون خارج العمل | متواجد خارج
      المكتب | موجود خارج المكتب | متواجدة خارج المكتب | موجودة خارج المكتب | أنا في إجازة | أنا حاليا في
      إجازة | أنا بإجازة | أنا حاليا بإجازة | سأكون في إجازة | أكون في إجازة | أتمتع بإجازة | أتمتع حاليا
      بإجازة | متمتع بإجازة | متمتعة بإجازة | حاليا في إجازة | حاليا بإجازة | أعتذر عن عدم تواجدي | نعتذر عن
      عدم تواجدي | عدم تواجدي بالمكتب | عدم تواجدي في المكتب | عدم وجودي بالمكتب | عدم وجودي في المكتب | لعدم
      تواجدي | لست متواجدا | لست متواجدة | لست في المكتب | لست بالمكتب | غير متواجد حاليا | غير متواجدة حاليا
      | غير متواجد بالمكتب | غير متواجد في المكتب | غير متواجدة بالمكتب | غير متواجدة في المكتب | غير موجود
      بالمكتب | غير موجود حاليا | غير متاح حاليا | غير متاحة حاليا | لن أكون متواجدا | لن أكون متواجدة | لن
      أكون متاحا | لن أتمكن من الرد | لا أستطيع الرد على رسالتك | أعتذر عن عدم قدرتي على الرد | أعتذر عن عدم
      الرد | أنا في مهمة عمل | في مهمة رسمية | أنا مسافر | المكتب مغلق | مكاتبنا مغلقة | لأخذي إجازة | لوجودي
      في إجازة | لوجودي بإجازة | لوجودي خارج | أني في إجازة | أنني في إجازة | بأنني في إجازة | بأني في إجازة |
      في إجازة اعتيادية | بإجازة اعتيادية | في إجازة سنوية | بإجازة سنوية | في إجازة مرضية | في إجازة رسمية |
      لعدم تمكني من الرد | عدم تمكني من الرد | خارج أوقات الدوام | خارج أوقات العمل | خارج ساعات العمل | أنا
      في رحلة عمل | في رحلة عمل | سأكون غير متواجد | سأكون غائبا | سأكون مسافرا | لست موجودا | لست موجودة |
      أتواجد حاليا خارج | أتواجد خارج | أتمتع بإجازتي | بإجازتي السنوية | في إجازتي السنوية | أنا في دورة
      تدريبية | أنا حاليا في دورة | هذا البريد لم يعد مستخدم | لم يعد هذا البريد مستخدم | هذا البريد لم يعد
      فعال | انتقلت إلى جهة أخرى | لم أعد أعمل في | لم أعد أعمل لدى | لم أعد على رأس العمل
    `),
    until: phrases(`
      سأرد | سنرد | سأقوم بالرد | سيتم الرد | سأجيب | سأتواصل معكم | سأتواصل معك | الرد على رسالتك | الرد على
      رسائلكم | الرد على بريدك | عند عودتي | بعد عودتي | حين عودتي | فور عودتي | لحين عودتي | حال عودتي | عند
      العودة | بعد العودة | حتى عودتي | سأعود | أعود إلى العمل | العودة إلى العمل | العودة للعمل | وسأعود |
      للحالات العاجلة | الحالات العاجلة | للحالات الطارئة | الحالات الطارئة | للأمور العاجلة | الأمور العاجلة
      | للأمور المستعجلة | للضرورة | عند الضرورة | في حال الضرورة | في الحالات | التواصل مع زميلي | التواصل مع
      الزميل | التواصل مع زميلتي | التواصل مع القسم | التواصل مع الأستاذ | التواصل مع المهندس | يرجى التواصل
      مع | يمكنكم التواصل مع | يمكنك التواصل مع | نأمل التواصل مع | الرجاء التواصل مع | أرجو التواصل مع | لن
      يتم الاطلاع | لن أطلع على البريد | محدودية الوصول | خلال فترة غيابي | خلال غيابي | في غيابي | خلال هذه
      الفترة | حتى تاريخ | لغاية تاريخ | إلى تاريخ | اعتبارا من | من تاريخ | سأعاود | سنعاود | ينوب عني |
      وينوب عني | ينوب عنا | بعد انتهائها | بعد انتهاء | حتى الأحد | حتى يوم | إلى يوم | لغاية يوم | في أقرب
      وقت | في أقرب فرصة | بأقرب وقت | للتواصل العاجل | للاستفسارات العاجلة | خلال إجازتي | للتواصل: | حتى
      نهاية الأسبوع
    `),
    courtesy: phrases(`
      السلام عليكم | وعليكم السلام | مرحبا | أهلا وسهلا | تحية طيبة | تحية عطرة | مع التحية | مع خالص التحية |
      وتقبلوا | تقبلوا تحياتي | شكرا لرسالتك | شكرا لرسالتكم | شكرا على رسالتك | شكرا على رسالتكم | شكرا لتواصلك |
      شكرا لتواصلكم | شكرا على تواصلك | شكرا على تواصلكم | أشكركم على | أشكرك على | نشكركم على | نشكر لكم | نشكر
      تواصلكم | نشكركم لتواصلكم | أشكر لكم | شكرا لكم | شكرا لك | عزيزي المرسل | عزيزي العميل | السادة | شاكرين
      تفهمكم | شاكرا تفهمكم | شاكرة تفهمكم | شكرا لتفهمكم | نعتذر عن أي إزعاج | ودمتم | دمتم بخير | كل عام وأنتم
      بخير | عيد مبارك | مع الشكر | وشكرا
    `),
    received: phrases(`
      تم استلام رسالتك | تم استلام طلبك | تم استلام بلاغك | تم استلام بريدك | تم استلام شكوا | استلمنا رسالتك
      | استلمنا طلبك | استلمنا بلاغك | لقد استلمنا | تلقينا رسالتك | تلقينا طلبك | لقد تلقينا | وصلتنا رسالتك
      | وصلنا طلبك | وصلنا بريدك | وصلت رسالتك | تم تسجيل طلبك | تم تسجيل بلاغك | تم تسجيل شكوا | تم فتح تذكرة
      | تم إنشاء تذكرة | تم إنشاء طلب | رقم التذكرة | رقم تذكرتك | رقم طلبك هو | رقم طلبكم هو | رقم البلاغ هو
      | رقم الطلب هو | سيقوم فريقنا | سيقوم أحد | سيتواصل معك | سيتم التواصل معك | سيتم معالجة طلبك | سيتم
      الرد عليك | سنقوم بالرد | سنتواصل معك | خلال 24 ساعة | خلال 48 ساعة | أيام عمل | يوم عمل | رقم بلاغك |
      رقم شكواك | رقم شكواكم | سيتم معالجته | سيتم معالجتها | ستتم معالجة | فريق خدمة العملاء | جار العمل
      عليها | جاري العمل عليها
    `),
    machine: phrases(`
      هذا رد تلقائي | هذا رد آلي | هذه رسالة تلقائية | هذه رسالة آلية | رسالة آلية | رسالة إلكترونية آلية | تم
      إرسال هذه الرسالة تلقائيا | أرسلت هذه الرسالة آليا | يرجى عدم الرد على هذ | الرجاء عدم الرد على هذ | نرجو
      عدم الرد على هذ | لا ترد على هذه | هذا البريد غير مراقب | هذا البريد آلي | تم إنشاء هذه الرسالة تلقائيا
    `),
    matters: phrases(`
      الموظف | موظفكم | لا أحد | ولا احد | أحد لم | لم يتواصل | منذ أسبوع | منذ شهر | منذ يوم | منذ مدة |
      معاملتي | بلاغي | شكواي | شكوتي | جاري | جيراني | شارعنا | الشارع | منزلي | منزلنا | بيتي | بيتنا | حينا
      | وصلني رد | يصلني رد | ما زال | لا يزال | لم يتم إصلاح | أرجو إصلاح | أطلب | أريد | المقاول | المخلفات
      | النفايات | الحفرة | أرى أن | ألاحظ | لاحظت | لاحظنا | رأيت | قام الجار | الجار | جارنا | الأرض |
      المجاورة | قلتم | كتبتم | ذكرتم | وعدتم | وصلتني | جاءتني | جاءني | لم يحضر | لم يأت | كما هي | كما هو |
      رسالتكم تقول | حسب رسالتكم
    `),
  },
];
