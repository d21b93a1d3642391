import { person } from './beside-machines.ts';
import { absent, desk } from './headerless.ts';
import type { Row } from './row.ts';

/** Absences and tickets in the words of public templates and tests, read after the rules were written. */
export const UNSEEN_MACHINE_ROWS: readonly Row[] = [
  absent(
    'unseen 1',
    'Out of the office until Sunday',
    'Thank you for your email. I’m currently on vacation until Sunday and will respond as soon as possible upon my return.',
  ),
  absent(
    'unseen 2',
    'Out of the Office – Thank you for your patience',
    'I’m out of the office until Monday with limited access to email. I’ll respond as soon as I can, but there may be a delay before you hear from me. I will address all unanswered messages promptly upon my return. Thank you for your patience.',
  ),
  absent(
    'unseen 3',
    'Away from the office until May 1',
    'I’m currently away from the office until May 1 and will respond to your email when I return. Please contact my colleague, Ali Hassan, at ali@example.com for assistance with urgent issues.',
  ),
  absent(
    'unseen 4',
    'I’m currently on leave until May 1',
    'Thank you for your email. I’m on leave until May 1. Your email has been automatically forwarded to my colleague, Ali, who is handling my accounts during my absence. Ali will get back to you shortly, but if you need immediate assistance, please call 0501234567.',
  ),
  absent(
    'unseen 5',
    'Re: x',
    "Hi, I'm out of the office until 5 May. For urgent matters, please contact Ali at ali@example.com. I'll reply to all other emails on my return.",
  ),
  absent(
    'unseen 6',
    'Re: x',
    'I am currently out of the office with limited access to email. I will return on May 1st. For urgent matters, contact my colleague at backup@vacationco.com.',
  ),
  absent('unseen 7', 'Re: x', "Auto-reply: I'm traveling and will respond when I return on April 30th."),
  absent(
    'unseen 8',
    'Re: x',
    'I am out of the office attending the Global Sales Conference in Orlando. I will return on March 18th and respond to your email then. If this is time-sensitive, please reach out to Mark.',
  ),
  absent('unseen 9', 'Abwesend', 'Ich bin bis einschließlich 30. September abwesend.'),
  absent('unseen 10', 'Abwesenheitsnotiz', 'Ich bin im Urlaub.'),
  absent(
    'unseen 11',
    'Automatische Antwort: Angebot',
    'Ich bin nicht im Büro und wieder erreichbar am 09.09.2026.',
  ),
  absent('unseen 12', 'Abwesenheitsnotiz', 'Ich bin ab dem 10.9. wieder im Büro.'),
  absent('unseen 13', 'Réponse automatique', 'Je suis absent du bureau.'),
  absent('unseen 14', 'Respuesta automática', 'Estoy fuera de la oficina.'),
  absent('unseen 15', 'Re: x', 'Estou de férias até segunda.'),
  absent('unseen 16', 'Re: x', 'I am currently away and will be back on the 5th.'),
  absent('unseen 17', '自動返信', 'ただいま不在にしております。'),
  absent(
    'unseen 18',
    'Re: x',
    'Ich bin bis zum 16. März nicht im Büro und habe keinen Zugriff auf meine E-Mails.',
  ),
  absent('unseen 19', 'Re: x', '現在休暇中のため、メールの確認ができません。'),
  absent('unseen 20', 'Re: x', 'Przebywam na urlopie i nie mam dostępu do poczty.'),
  absent('unseen 21', 'رد', 'مرحباً، أنا خارج المكتب هذا الأسبوع. يرجى التواصل مع بوب في الأمور العاجلة.'),
  absent('unseen 22', 'رد', 'أنا خارج المكتب حتى الأحد'),
  absent(
    'unseen 23',
    'Re: x',
    'أعتذر لعدم تمكني من الرد على رسالتكم لوجودي في إجازة، وسأعاود التواصل معكم بعد انتهائها.',
  ),
  absent('unseen 24', 'الرد الآلي', 'شكرا لتواصلكم. نحن خارج أوقات الدوام الرسمي وسنرد عليكم في أقرب وقت.'),
  absent(
    'unseen 25',
    'رد تلقائي: طلب',
    'نشكركم على رسالتكم. أفيدكم بأنني في إجازة اعتيادية من 1/12 وحتى 10/12 وينوب عني الأستاذ خالد.',
  ),
  absent(
    'unseen 26',
    'رد: طلب',
    'السلام عليكم، أفيدكم أني في إجازة اعتيادية من تاريخ 1/12 وحتى 10/12 وينوب عني الأستاذ خالد على تحويلة 123.',
  ),
  desk(
    'unseen 27',
    'Re: x',
    'Thank you for contacting us. This is an automated response confirming the receipt of your ticket. One of our agents will get back to you as soon as possible. For your records, the details of the ticket are listed below. Ticket ID: DXB-991.',
  ),
  desk(
    'unseen 28',
    'Your request (4821) has been updated',
    'Your request (4821) has been received and is being reviewed by our support staff. To add additional comments, reply to this email.',
  ),
  desk(
    'unseen 29',
    '[#ABC-123] Message received: Lamp',
    'Hello, this is to confirm that your message was received. A support agent will reply soon.',
  ),
  desk(
    'unseen 30',
    'Case 00481234: Lamp',
    'Thank you for contacting Example. Your case number is 00481234. We aim to respond within 1 business day.',
  ),
  absent(
    'unseen 31',
    'Bienvenue',
    'Bonjour, je suis en déplacement et je consulterai mes messages à mon retour.',
  ),
  absent(
    'unseen 32',
    'Ynt: x',
    'Merhaba, yıllık izinde olmam nedeniyle e-postanıza 1 Aralık tarihinde dönüş yapabileceğim.',
  ),
  absent('unseen 33', 'Re: x', 'میں 5 دسمبر تک چھٹی پر ہوں، واپس آ کر آپ کو جواب دوں گی۔'),
  absent('unseen 34', 'Re: x', 'मैं 5 दिसंबर तक छुट्टी पर हूं। कृपया जरूरी काम के लिए राम से संपर्क करें।'),
  absent(
    'unseen 35',
    'Re: x',
    'Saya cuti mulai 1 Desember sampai 5 Desember. Untuk urusan mendesak hubungi Budi.',
  ),
  absent('unseen 36', 'Re: x', '我正在休年假，12月5日回来上班，届时回复您的邮件。'),
  desk(
    'unseen 37',
    'Verify',
    'Hello, I use a spam filter. Please click the link to confirm you are a real person: https://x.example/a',
  ),
];

/** People whose words resemble them, likewise. */
export const UNSEEN_PERSON_ROWS: readonly Row[] = [
  person('unseen 1', 'On leave', 'I am on leave. Can you move my appointment?'),
  person(
    'unseen 2',
    'Holiday noise',
    'During my holiday the neighbours built a wall on the pavement. I want it removed.',
  ),
  person(
    'unseen 3',
    'خارج المكتب',
    'أنا خارج المكتب الآن في موقع المشروع وأرى أن المقاول يرمي المخلفات في الوادي.',
  ),
  person('unseen 4', 'إجازة', 'في إجازة العيد تراكمت النفايات أمام منزلنا ولم يحضر أحد.'),
  person('unseen 5', 'Re: Lamp', 'I will be back on Sunday. Thank you.'),
  person('unseen 6', 'Re: Lamp', 'I am away until Sunday, so please do not send the inspector before.'),
  person('unseen 7', 'Re: Lamp', 'I received your message. The lamp is still off.'),
  person('unseen 8', 'Ticket 123', 'My ticket number is 123, what is the status?'),
  person('unseen 9', 'رد تلقائي', 'وصلني رد تلقائي منكم برقم 123 ولم يتواصل معي أحد'),
  person('unseen 10', 'Automatic gate reply', 'The automatic gate does not open.'),
  person('unseen 11', 'Absence of lighting', 'There is an absence of lighting in our street.'),
  person('unseen 12', 'Vacation home', 'My vacation home has no water.'),
  person('unseen 13', 'Read: this please', 'You never answer. The street is dark.'),
  person('unseen 14', 'Your request has been closed', 'Why do you write that my request has been closed?'),
  person('unseen 15', 'غير متواجد', 'الموظف غير متواجد في المكتب منذ أسبوع ومعاملتي متوقفة'),
  person('unseen 16', 'الموظف خارج المكتب', 'كلما راجعت البلدية قالوا الموظف خارج المكتب'),
  person('unseen 17', 'Re: Inspection', 'I am not available on Monday. Please contact me on Tuesday.'),
  person('unseen 18', 'Congé', 'Je suis en congé cette semaine et la rue est inondée, merci d’intervenir.'),
  person('unseen 19', 'Urlaub', 'Ich bin im Urlaub, aber mein Nachbar meldet, dass die Laterne kaputt ist.'),
  person('unseen 20', 'İzin', 'Yıllık izindeyim. Sokağımızdaki lamba yanmıyor, lütfen tamir edin.'),
  person('unseen 21', 'چھٹی', 'میں چھٹی پر ہوں لیکن گلی میں پانی کھڑا ہے، براہ کرم مدد کریں۔'),
  person('unseen 22', 'Re: Lamp', 'Thanks, I will contact my colleague and get back to you.'),
  person(
    'unseen 23',
    'Re: Lamp',
    'Dear team, thank you for your message. We have received your letter and we will get back to you with the plans within two working days.',
  ),
  person('unseen 24', 'رد: طلب', 'السلام عليكم، تم استلام رسالتكم وسيتم الرد عليكم بالمخططات خلال يومي عمل.'),
];
