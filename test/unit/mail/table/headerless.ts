import { plain, type Row } from './row.ts';

/** An automatic reply without any header of its own, by kind, subject and text. */
const machine = (name: string, kind: string, subject: string, text: string): Row => ({
  name,
  raw: plain(text, `Subject: ${subject}`),
  out: { kind, decision: 'feedback' },
});
export const absent = (name: string, subject: string, text: string): Row =>
  machine(name, 'out-of-office', subject, text);
export const desk = (name: string, subject: string, text: string): Row =>
  machine(name, 'auto-reply', subject, text);
const receipt = (name: string, subject: string, text: string): Row =>
  machine(name, 'read-receipt', subject, text);

/** Absences in the languages that write here, in the words of programs and of people who set them. */
export const ABSENCE_ROWS: readonly Row[] = [
  absent(
    'Domino',
    'AUTO: Sara Ahmad is out of the office (returning 01.12.2026)',
    'I am out of the office until 01.12.2026.\n\nI will respond to your message when I return.\n\nNote: This is an automated response to your message "Lamp" sent on 22.11.2026 10:30:00.\n\nThis is the only notification you will receive while this person is away.',
  ),
  absent(
    'Domino in German',
    'AUTO: Karl Meier ist außer Haus (Rückkehr am 01.12.2026)',
    'Ich bin ab 20.11.2026 abwesend und kehre am 01.12.2026 zurück.\nIhre E-Mail wird nicht weitergeleitet.',
  ),
  absent(
    'English, wrapped lines and a signature',
    'Re: [Rida 9T9-0A9-2918] Lamp',
    'Hi,\n\nThanks for your email. I am currently out of the office with limited access to my\nmailbox, and will be back on Sunday 29 November.\n\nIf your matter is urgent, please contact Mona on 0501234567.\n\nBest regards,\nSara Ahmad\nSenior Engineer',
  ),
  absent(
    'English maternity leave',
    'Out of Office',
    'I am on maternity leave until March. For anything urgent please email team@example.com.',
  ),
  absent(
    'English, left the company',
    'Automatic reply: Lamp',
    'Thank you for your message. Please note that I no longer work at Example Ltd. Please direct your enquiries to info@example.com.',
  ),
  absent(
    'English, the office is closed',
    'Office closed',
    'Our office is closed for Eid and will reopen on Sunday. We will reply to your message when we are back at work.',
  ),
  absent(
    'Arabic: an apology for not being there',
    'رد: بلاغكم',
    'السلام عليكم ورحمة الله وبركاته\nأعتذر عن عدم تواجدي بالمكتب حاليًا، وسأقوم بالرد على رسالتكم عند عودتي بإذن الله.\nوتقبلوا تحياتي',
  ),
  absent(
    'Arabic: a notice of an absence',
    'إشعار خارج المكتب',
    'أنا خارج المكتب من تاريخ 20/11 إلى 1/12، وللحالات العاجلة يرجى التواصل مع الأستاذ أحمد على 0501234567.',
  ),
  absent(
    'Arabic: an annual leave of a woman',
    'إجازة سنوية',
    'شكرًا لتواصلكم، أنا متمتعة بإجازة سنوية حتى يوم الأحد، وسيتم الرد على رسالتكم بعد العودة.',
  ),
  absent(
    'Arabic: on a mission',
    'رد: إنارة',
    'السلام عليكم\nأنا في مهمة رسمية خارج المدينة ولن أتمكن من الرد على البريد حتى يوم الخميس.\nفي الحالات الطارئة يمكنكم التواصل مع القسم.',
  ),
  absent(
    'Arabic and English in one',
    'رد تلقائي: Lamp | Automatic reply',
    'أنا خارج المكتب حاليًا وسأعود يوم الأحد.\nI am out of the office and will be back on Sunday.',
  ),
  absent(
    'French',
    'Réponse automatique : Lampe',
    'Bonjour,\nJe suis absent du bureau jusqu’au 1er décembre. En cas d’urgence, veuillez contacter M. Ali.\nCordialement',
  ),
  absent(
    'French, text alone',
    'Re: Lampe',
    'Bonjour, merci pour votre message. Je suis actuellement en congé et je vous répondrai dès mon retour le 3 décembre.',
  ),
  absent(
    'German',
    'Abwesenheitsnotiz: Lampe',
    'Guten Tag,\nvielen Dank für Ihre Nachricht. Ich bin bis zum 1.12. nicht im Büro. In dringenden Fällen wenden Sie sich bitte an Frau Weber.',
  ),
  absent(
    'German, text alone',
    'AW: Lampe',
    'Sehr geehrte Damen und Herren,\nich befinde mich derzeit im Urlaub. Ihre E-Mail werde ich nach meiner Rückkehr beantworten.\nMit freundlichen Grüßen\nKarl Meier',
  ),
  absent(
    'Spanish',
    'Respuesta automática: Farola',
    'Hola, gracias por su mensaje. Estoy de vacaciones hasta el 1 de diciembre. Para asuntos urgentes, póngase en contacto con mi compañera Ana.',
  ),
  absent(
    'Spanish, text alone',
    'RE: Farola',
    'Buenos días:\nMe encuentro fuera de la oficina y le responderé a mi regreso.\nUn cordial saludo',
  ),
  absent(
    'Turkish',
    'Otomatik yanıt: Lamba',
    'Merhaba, 20-30 Kasım tarihleri arasında izinde olacağım. Acil durumlarda Ayşe Hanım ile iletişime geçebilirsiniz.',
  ),
  absent(
    'Turkish, text alone',
    'Ynt: Lamba',
    'Merhaba,\nŞu anda ofis dışındayım. Mesajınızı döndüğümde yanıtlayacağım.\nİyi çalışmalar',
  ),
  absent(
    'Urdu',
    'خودکار جواب: بلب',
    'السلام علیکم\nآپ کے پیغام کا شکریہ۔ میں اس وقت دفتر سے باہر ہوں اور واپسی پر جواب دوں گا۔',
  ),
  absent('Urdu, on leave', 'چھٹی پر', 'میں اتوار تک چھٹی پر ہوں۔ فوری ضرورت میں میرے ساتھی سے رابطہ کریں۔'),
  absent(
    'Hindi',
    'स्वचालित उत्तर: लैंप',
    'नमस्ते, आपके ईमेल के लिए धन्यवाद। मैं रविवार तक छुट्टी पर हूँ। तत्काल मामलों के लिए कृपया मेरे सहयोगी से संपर्क करें।',
  ),
  absent('Hindi, text alone', 'Re: लैंप', 'नमस्कार,\nमैं अभी कार्यालय से बाहर हूं और वापस आने पर उत्तर दूंगा।\nसादर'),
  absent(
    'Bengali',
    'স্বয়ংক্রিয় উত্তর: বাতি',
    'আপনার ইমেইলের জন্য ধন্যবাদ। আমি রবিবার পর্যন্ত অফিসের বাইরে আছি এবং ফিরে এসে উত্তর দেব।',
  ),
  absent(
    'Indonesian',
    'Balasan otomatis: Lampu',
    'Terima kasih atas email Anda. Saat ini saya sedang cuti sampai tanggal 1 Desember. Untuk hal mendesak silakan hubungi Budi.',
  ),
  absent(
    'Indonesian, text alone',
    'Re: Lampu',
    'Selamat pagi,\nSaya sedang tidak berada di kantor dan akan membalas email Anda setelah kembali.\nHormat saya',
  ),
  absent(
    'Filipino',
    'Wala sa opisina',
    'Magandang araw! Ako po ay wala sa opisina hanggang Linggo. Para sa mga agarang bagay, makipag-ugnayan kay Ana.',
  ),
  absent(
    'Chinese',
    '自动回复: 路灯',
    '您好，感谢您的来信。我目前不在办公室，将于12月1日返回。如有急事，请联系王先生。',
  ),
  absent(
    'Chinese, traditional, text alone',
    'Re: 路燈',
    '您好：\n本人正在休假，回來後會盡快回覆您的郵件。\n謝謝',
  ),
  absent(
    'Japanese',
    '自動応答: 街灯',
    'お世話になっております。12月1日まで休暇をいただいております。お急ぎの場合は田中までご連絡ください。',
  ),
  absent('Korean', '부재중 알림', '안녕하세요. 현재 휴가 중입니다. 복귀 후 답변드리겠습니다.'),
  absent(
    'Russian',
    'Автоматический ответ: Фонарь',
    'Здравствуйте! Я нахожусь в отпуске до 1 декабря. По срочным вопросам обращайтесь к коллеге.',
  ),
  absent(
    'Portuguese',
    'Resposta automática: Lâmpada',
    'Olá, estou de férias até o dia 1 de dezembro. Responderei no meu retorno.',
  ),
  absent('Persian', 'پاسخ خودکار: چراغ', 'با سلام، در حال حاضر در مرخصی هستم و پس از بازگشت پاسخ خواهم داد.'),
  absent(
    'a course, in French',
    'Re: x',
    'Je suis en formation jusqu’à vendredi, avec un accès limité à ma messagerie.',
  ),
  absent(
    'a journey, in German',
    'Re: x',
    'Ich bin derzeit auf Dienstreise und lese meine E-Mails nur sporadisch.',
  ),
  absent(
    'an address that is not read',
    'Re: x',
    'This address is not monitored. Replies to it are not read.',
  ),
  absent('a former address', 'رد: بلاغ', 'هذا البريد لم يعد مستخدما، يرجى مراسلتنا على info@example.com'),
  absent('another employer', 'رد: بلاغ', 'عزيزي المرسل، انتقلت إلى جهة أخرى. للتواصل: ahmad@example.com'),
];

/** Desks, receipts, recalls and challenges without a header. */
export const NOTICE_ROWS: readonly Row[] = [
  desk(
    'a ticket in English',
    '[Ticket #48213] Request received: Lamp',
    'Dear customer,\n\nThank you for contacting Example Support. Your request has been received and a ticket has been created.\nYour ticket number is 48213. Our team will get back to you within 24 hours.\n\nThis is an automated message, please do not reply to this email.',
  ),
  desk(
    'a ticket, short',
    'Ticket received (#1029)',
    'We have received your message. Ticket number: 1029. We will respond within two business days.',
  ),
  desk(
    'a ticket in Arabic',
    'تم استلام طلبكم رقم 48213',
    'عزيزي العميل، تم استلام طلبكم وتسجيله برقم 48213، وسيتم التواصل معكم خلال 48 ساعة.\nهذه رسالة آلية، يرجى عدم الرد على هذا البريد.',
  ),
  desk(
    'a desk in Arabic that only says a machine writes',
    'شكرا لتواصلكم معنا',
    'شكرًا لتواصلكم معنا. لقد استلمنا رسالتكم وسيقوم فريقنا بالرد عليكم في أقرب وقت.\nهذا رد تلقائي.',
  ),
  desk(
    'a ticket in French',
    '[Ticket 4821] Votre demande a été enregistrée',
    'Bonjour, nous avons bien reçu votre demande. Votre numéro de ticket est le 4821. Notre équipe vous répondra sous 48 heures.',
  ),
  desk(
    'a ticket in German',
    'Eingangsbestätigung: Ihre Anfrage [#4821]',
    'Guten Tag, Ihre Anfrage ist bei uns eingegangen. Ihre Ticketnummer lautet 4821. Dies ist eine automatisch generierte E-Mail.',
  ),
  desk(
    'a ticket in Turkish',
    'Talebiniz alındı #4821',
    'Sayın yetkili, talebiniz alınmıştır. Kayıt numaranız 4821. Ekibimiz en kısa sürede dönüş yapacaktır.',
  ),
  desk(
    'a ticket in Urdu',
    'آپ کی شکایت موصول ہو گئی',
    'محترم، آپ کی شکایت موصول ہو گئی ہے۔ شکایت نمبر 4821۔ یہ ایک خودکار پیغام ہے۔',
  ),
  desk(
    'a ticket in Indonesian',
    'Laporan Anda telah diterima [#4821]',
    'Laporan Anda telah kami terima dengan nomor tiket 4821. Ini adalah pesan otomatis, mohon tidak membalas email ini.',
  ),
  desk(
    'a ticket in Spanish',
    'Hemos recibido su solicitud [#4821]',
    'Hemos recibido su solicitud. Su número de ticket es 4821. Este es un mensaje automático, por favor no responda.',
  ),
  desk(
    'a ticket in Hindi',
    'आपकी शिकायत प्राप्त हुई #4821',
    'आपकी शिकायत दर्ज कर ली गई है। शिकायत संख्या 4821 है। यह एक स्वचालित संदेश है।',
  ),
  desk(
    'a ticket in Chinese',
    '工单已创建 #4821',
    '您好，我们已收到您的邮件，工单号为4821。此邮件为系统自动发送，请勿回复。',
  ),
  desk(
    'a person’s automatic thanks',
    'Automatic reply: Lamp',
    'Thank you for your e-mail. We have received your message and will reply as soon as possible.',
  ),
  receipt(
    'a read receipt of Outlook',
    'Read: [Rida 9T9-0A9-2918] Lamp',
    'Your message\n\n   To: Sara Ahmad\n   Subject: [Rida 9T9-0A9-2918] Lamp\n   Sent: Sunday, November 22, 2026 10:30:00 AM\n\n was read on Sunday, November 22, 2026 11:00:00 AM.',
  ),
  receipt(
    'a mail deleted unread',
    'Not read: Lamp',
    'Your message\n\n   To: Sara Ahmad\n   Subject: Lamp\n\n was deleted without being read on Sunday, November 22, 2026.',
  ),
  receipt(
    'a read receipt in Arabic',
    'تمت القراءة: بلاغ',
    'رسالتك إلى: سارة\nالموضوع: بلاغ\nتمت قراءتها في 22 نوفمبر 2026.',
  ),
  receipt(
    'a return receipt',
    'Return Receipt (displayed) - Lamp',
    'This is a Return Receipt for the mail that you sent to sara@example.com. This receipt verifies that the message has been displayed.',
  ),
  receipt('a read receipt in French', 'Lu : Lampe', 'Votre message a été lu le dimanche 22 novembre 2026.'),
  receipt('a read receipt in Chinese', '已读: 路灯', '您的邮件已被阅读，阅读时间为2026年11月22日。'),
  desk('a recall', 'Recall: Lamp', 'Sara Ahmad would like to recall the message, "Lamp".'),
  desk('a recall in Arabic', 'استدعاء: بلاغ', 'ترغب سارة أحمد في استدعاء الرسالة "بلاغ".'),
  desk('a recall in German', 'Zurückrufen: Lampe', 'Karl Meier möchte die Nachricht "Lampe" zurückrufen.'),
  desk(
    'a challenge of a filter',
    'Re: [Rida 9T9-0A9-2918] Lamp',
    'Your message has been waitlisted.\nPlease add yourself to my Guest List. Click the link below to be added:\nhttps://filter.example/crs?tc=1234',
  ),
  desk(
    'a challenge that wants a human',
    'Re: Lamp (verification)',
    'This account is protected by Example. To have your message delivered, verify that you are a human: https://filter.example/v/1',
  ),
  desk(
    'a challenge in Arabic',
    'رد: بلاغ',
    'للتأكد من أنك لست روبوتًا اضغط على الرابط لإيصال رسالتك: https://filter.example/v/1',
  ),
];
