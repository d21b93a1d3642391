import { phrases } from './word-list.ts';

/** The words of receipts, recalls, tickets and challenges, by language, as programs write them. */
export interface NoticeWords {
  /** BCP 47. */
  readonly language: string;
  /** The programs that write these words. */
  readonly source: string;
  /** The beginning of the subject of a read receipt, and parts of its text. */
  readonly readSubjects: readonly string[];
  readonly read: readonly string[];
  /** The mail that was read, in the words of the receipt. */
  readonly yours: readonly string[];
  /** The beginning of the subject of a recall, and parts of its text. */
  readonly recallSubjects: readonly string[];
  readonly recall: readonly string[];
  /** Parts of the subject of a desk that opened a ticket. */
  readonly ticketSubjects: readonly string[];
  /** Parts of the text of a filter that wants the author to prove being a person. */
  readonly challenge: readonly string[];
  /** The beginning of the subject of a calendar's response, and parts of the text that calendars write. */
  readonly calendarSubjects: readonly string[];
  readonly calendar: readonly string[];
  /** Parts of such a text that introduce a note of the person. */
  readonly notes: readonly string[];
}

export const NOTICE_WORDS: readonly NoticeWords[] = [
  {
    language: 'en',
    source:
      'Outlook, Domino, Gmail, Zendesk, OTRS, Jira, Freshdesk, Boxbe, SpamArrest, TMDA, Bluebottle, EarthLink',
    readSubjects: phrases(`
      read: | not read: | read receipt | return receipt | read notification | displayed: | deleted:
    `),
    read: phrases(`
      was read on | was displayed on | was deleted without being read | has been read | was opened on | this
      is a read receipt | this is a return receipt | return receipt for the mail | this receipt verifies that
      the message | your message to: | message has been displayed
    `),
    recallSubjects: phrases('recall: | message recall | recall request'),
    recall: phrases(`
      would like to recall the message | message recall | was recalled | recall of your message
    `),
    ticketSubjects: phrases(`
      ticket received | ticket created | ticket opened | ticket has been | new ticket | request received |
      request has been received | we received your | we have received your | we've received your | your
      request has been | your ticket | your support request | case received | case created | case opened | has
      been opened | message received | email received | acknowledgement of your | acknowledgment of your |
      ticket# | [ticket | [case | [request received] | [## | your request | has been updated | support case |
      we got your
    `),
    challenge: phrases(`
      click the link below to be added | click on the following link to have your address added | to have your
      message delivered | to ensure delivery of your | verify that you are a | verify you are a human |
      confirm that you are a human | confirm you are human | prove you are human | sender verification |
      verify your email address to deliver | add yourself to my | is protected by spam | this account is
      protected by | message is being held | your message has been waitlisted | has been waitlisted |
      challenge-response | approved senders list | allowed senders | just this once, click | complete this
      verification | you are a real person | you're a real person | you are not a robot | you're not a robot |
      confirm your message by | confirm that you sent | to release your message | will be delivered once you |
      has been quarantined until you
    `),
    calendarSubjects: phrases(`
      accepted: | declined: | tentative: | tentatively accepted: | canceled: | cancelled: | new time proposed:
    `),
    calendar: phrases(`
      has accepted this invitation | has declined this invitation | has tentatively | has replied | accepted
      the invitation | declined the invitation | invitation from google calendar | this event has been | has
      accepted | has declined | view your event
    `),
    notes: phrases(`
      with a note | with this note | with the note | added a note | note: | comment: | comments:
    `),
    yours: phrases(`
      your message | your mail | your e-mail | your email | return receipt for | this receipt verifies
    `),
  },
  {
    language: 'ar',
    source: 'Outlook, Gmail, and desks of public bodies',
    readSubjects: phrases(`
      مقروءة: | غير مقروءة: | تمت القراءة: | لم تتم القراءة: | قراءة: | إيصال قراءة | إشعار قراءة | إشعار
      بالقراءة | تمت قراءتها:
    `),
    read: phrases(`
      تمت قراءتها في | تمت قراءة رسالتك | تم عرض رسالتك | تمت قراءتها بتاريخ | قرئت في | تم حذفها دون قراءتها
      | حذفت دون قراءتها | إيصال قراءة
    `),
    recallSubjects: phrases('استدعاء: | استرجاع: | استدعاء الرسالة | طلب استدعاء'),
    recall: phrases(`
      في استدعاء الرسالة | يرغب في استدعاء الرسالة | يود استدعاء الرسالة | تود استدعاء الرسالة | في
      استرجاع الرسالة | استدعاء رسالة
    `),
    ticketSubjects: phrases(`
      تم استلام طلب | تم استلام رسالت | تم استلام بلاغ | تم استلام تذكر | استلام طلب | تم فتح تذكرة | تم إنشاء
      تذكرة | تذكرة رقم | تم تسجيل طلب | تم تسجيل بلاغ | إشعار استلام | [تذكرة | استلام بلاغ | استلام شكوى
    `),
    challenge: phrases(`
      للتحقق من أنك لست برنامج | لتأكيد أنك إنسان | للتأكد من أنك لست روبوت | اضغط على الرابط لإيصال رسالتك |
      قائمة المرسلين المسموح
    `),
    calendarSubjects: phrases(`
      مقبول: | تم القبول: | قبول: | مرفوض: | تم الرفض: | رفض: | مبدئي: | مبدئيا: | ملغى: | ملغي: | تم الإلغاء:
      | إلغاء:
    `),
    calendar: phrases(`
      قبل هذه الدعوة | رفض هذه الدعوة | قبلت هذه الدعوة | رفضت هذه الدعوة | قبل الدعوة | رفض الدعوة | دعوة من
      تقويم google | تم إلغاء هذا الحدث
    `),
    notes: phrases('مع ملاحظة | مع الملاحظة | ملاحظة:'),
    yours: phrases('رسالتك | رسالتكم | إيصال قراءة'),
  },
  {
    language: 'fr',
    source: 'Outlook, Zendesk, OTRS',
    readSubjects: phrases('lu : | lu: | non lu : | non lu: | accusé de lecture | confirmation de lecture'),
    read: phrases('a été lu le | a été lu | a été supprimé sans être lu | accusé de réception'),
    recallSubjects: phrases('rappel : | rappel: | rappel de message'),
    recall: phrases('souhaite rappeler le message | voudrait rappeler le message'),
    ticketSubjects: phrases(`
      votre demande a été | ticket reçu | nous avons bien reçu | accusé de réception | [ticket
    `),
    challenge: phrases('prouver que vous êtes un humain | cliquez sur le lien pour que votre message'),
    calendarSubjects: phrases(`
      accepté : | accepté: | refusé : | refusé: | provisoire : | annulé : | annulé:
    `),
    calendar: phrases(`
      a accepté cette invitation | a refusé cette invitation | a accepté l'invitation | invitation de google
      agenda
    `),
    notes: phrases('avec la note | avec une note | note :'),
    yours: phrases('votre message | votre courrier | accusé'),
  },
  {
    language: 'de',
    source: 'Outlook, OTRS',
    readSubjects: phrases(`
      gelesen: | nicht gelesen: | lesebestätigung | empfangsbestätigung | ungelesen gelöscht:
    `),
    read: phrases('wurde gelesen | wurde am gelesen | ungelesen gelöscht | wurde angezeigt'),
    recallSubjects: phrases('zurückrufen: | rückruf: | nachrichtenrückruf'),
    recall: phrases('möchte die nachricht zurückrufen | möchte die nachricht'),
    ticketSubjects: phrases(`
      ihre anfrage | ticket eröffnet | ticket erhalten | eingangsbestätigung | [ticket
    `),
    challenge: phrases('bestätigen sie, dass sie ein mensch'),
    calendarSubjects: phrases('zugesagt: | abgelehnt: | mit vorbehalt: | abgesagt:'),
    calendar: phrases('hat diese einladung | hat die einladung | einladung von google'),
    notes: phrases('mit der notiz | mit einer notiz | notiz:'),
    yours: phrases('ihre nachricht | ihre e-mail'),
  },
  {
    language: 'es',
    source: 'Outlook, Zendesk',
    readSubjects: phrases('leído: | no leído: | confirmación de lectura | acuse de lectura'),
    read: phrases('fue leído el | se leyó el | se eliminó sin leer | ha sido leído'),
    recallSubjects: phrases('recuperar: | recuperación de mensaje'),
    recall: phrases('desea recuperar el mensaje'),
    ticketSubjects: phrases(`
      solicitud recibida | hemos recibido su | su solicitud | ticket recibido | [ticket
    `),
    challenge: phrases('verifique que es una persona | confirme que no es un robot'),
    calendarSubjects: phrases(`
      aceptada: | aceptado: | rechazada: | rechazado: | provisional: | cancelada: | cancelado:
    `),
    calendar: phrases('ha aceptado esta invitación | ha rechazado esta invitación | invitación de google'),
    notes: phrases('con la nota | con una nota | nota:'),
    yours: phrases('su mensaje | tu mensaje | su correo'),
  },
  {
    language: 'tr',
    source: 'Outlook, Zendesk',
    readSubjects: phrases('okundu: | okunmadı: | okundu bilgisi'),
    read: phrases('tarihinde okundu | okunmadan silindi'),
    recallSubjects: phrases('geri çağır: | geri çağırma'),
    recall: phrases('iletisini geri çağırmak istiyor'),
    ticketSubjects: phrases(`
      talebiniz alındı | talebiniz alınmıştır | başvurunuz alındı | destek talebi | [talep
    `),
    challenge: phrases('insan olduğunuzu doğrulayın | robot olmadığınızı doğrulayın'),
    calendarSubjects: phrases('kabul edildi: | reddedildi: | belirsiz: | iptal edildi:'),
    calendar: phrases('bu daveti kabul etti | bu daveti reddetti | google takvim'),
    notes: phrases('notuyla | not:'),
    yours: phrases('iletiniz | mesajınız | e-postanız'),
  },
  {
    language: 'id',
    source: 'Outlook, Zendesk',
    readSubjects: phrases('dibaca: | tidak dibaca: | tanda terima'),
    read: phrases('telah dibaca pada | dibaca pada | dihapus tanpa dibaca'),
    recallSubjects: phrases('tarik kembali: | penarikan pesan'),
    recall: phrases('ingin menarik kembali pesan'),
    ticketSubjects: phrases('tiket diterima | tiket baru | permintaan anda | laporan anda telah | [tiket'),
    challenge: phrases('verifikasi bahwa anda manusia'),
    calendarSubjects: phrases('diterima: | ditolak: | dibatalkan:'),
    calendar: phrases('telah menerima undangan | menolak undangan'),
    notes: phrases('dengan catatan | catatan:'),
    yours: phrases('pesan anda | email anda'),
  },
  {
    language: 'ur',
    source: 'Outlook, and desks of public bodies',
    readSubjects: phrases('پڑھ لیا گیا: | پڑھا گیا:'),
    read: phrases('پڑھ لیا گیا ہے | پڑھا گیا'),
    recallSubjects: phrases('واپس طلب:'),
    recall: phrases('پیغام واپس لینا چاہتے ہیں'),
    ticketSubjects: phrases('آپ کی شکایت موصول | آپ کی درخواست موصول | شکایت نمبر | ٹکٹ نمبر'),
    challenge: phrases('تصدیق کریں کہ آپ انسان'),
    calendarSubjects: phrases('قبول: | مسترد: | منسوخ:'),
    calendar: phrases('دعوت قبول | دعوت مسترد'),
    notes: phrases('نوٹ:'),
    yours: phrases('آپ کا پیغام | آپ کی ای میل'),
  },
  {
    language: 'hi',
    source: 'Outlook, and desks of public bodies',
    readSubjects: phrases('पढ़ा गया: | नहीं पढ़ा गया:'),
    read: phrases('को पढ़ा गया | पढ़ लिया गया'),
    recallSubjects: phrases('वापस बुलाएँ:'),
    recall: phrases('संदेश वापस लेना चाहते हैं'),
    ticketSubjects: phrases('आपकी शिकायत प्राप्त | आपका अनुरोध प्राप्त | टिकट संख्या | शिकायत संख्या'),
    challenge: phrases('सत्यापित करें कि आप मानव'),
    calendarSubjects: phrases('स्वीकृत: | अस्वीकृत: | रद्द:'),
    calendar: phrases('आमंत्रण स्वीकार | आमंत्रण अस्वीकार'),
    notes: phrases('नोट:'),
    yours: phrases('आपका संदेश | आपका ईमेल'),
  },
  {
    language: 'zh',
    source: 'Outlook, QQ, Zendesk',
    readSubjects: phrases('已读: | 已读： | 未读: | 已讀: | 已讀： | 阅读回执 | 讀取回條'),
    read: phrases('已阅读 | 阅读时间为 | 已被阅读 | 已讀取 | 未读删除'),
    recallSubjects: phrases('撤回: | 撤回： | 召回: | 收回:'),
    recall: phrases('希望撤回邮件 | 想要撤回邮件 | 要撤回邮件'),
    ticketSubjects: phrases('工单已 | 您的工单 | 已收到您的 | 工單已'),
    challenge: phrases('验证您是人类 | 请点击链接以确认您'),
    calendarSubjects: phrases('已接受: | 已拒绝: | 暂定: | 已取消: | 已接受： | 已拒绝：'),
    calendar: phrases('已接受此邀请 | 已拒绝此邀请 | google 日历'),
    notes: phrases('附注 | 备注:'),
    yours: phrases('您的邮件 | 您的郵件 | 你的邮件'),
  },
];
