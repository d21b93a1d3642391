import { person } from './beside-machines.ts';
import { absent, desk } from './headerless.ts';
import type { Row } from './row.ts';

const COMPANY = `"The information contained in this communication is intended for the use of the addressee. ACME Holding plc is
registered in England under number 12345. Registered office: 1 Road, London. Telephone calls may be recorded.

ACME is regulated by the Financial Services Authority. Visit us at www.acme.example to learn about our products for your
school and street lighting. Have you seen our new magazine?"`;
const LEGAL = `This e-mail and any attachments are confidential and may be legally privileged. If you are not the intended
recipient, please notify the sender and delete it. Any views expressed are those of the author.`;
const ARABIC = `إخلاء مسؤولية: هذه الرسالة سرية ومخصصة للمرسل إليه فقط. إذا وصلتك عن طريق الخطأ فنرجو حذفها وإبلاغ المرسل.
لا تتحمل الشركة أي مسؤولية عن الفيروسات.`;
const NOTE =
  'Note: This is an automated response to your message  "Your report" sent on 11/22/2026 10:00:00.';
const ONLY = 'This is the only notification you will receive while this person is away.';
const SUBJECT = 'AUTO: John Doe is out of the office (returning 12/01/2026)';
const AWAY = 'I am out of the office until 12/01/2026.';

/** Absences above the disclaimer of a company (Domino). */
export const FOOTER_MACHINE_ROWS: readonly Row[] = [
  absent('Domino above a company’s paragraphs', SUBJECT, `${AWAY}\n\n${NOTE}\n\n${ONLY}\n\n${COMPANY}`),
  absent('Domino without its second note', SUBJECT, `${AWAY}\n\n${NOTE}\n\n${COMPANY}`),
  absent('Domino above two disclaimers', SUBJECT, `${AWAY}\n\n${NOTE}\n\n${ONLY}\n\n${LEGAL}\n\n${COMPANY}`),
  absent('Domino above a legal disclaimer', SUBJECT, `${AWAY}\n\n${NOTE}\n\n${ONLY}\n\n${LEGAL}`),
  absent('Domino above Arabic and English', SUBJECT, `${AWAY}\n\n${NOTE}\n\n${ARABIC}\n\n${COMPANY}`),
  absent(
    'Domino in Arabic',
    'AUTO: سارة خارج المكتب',
    `أنا خارج المكتب حتى 1/12/2026.\n\nملاحظة: هذا رد آلي على رسالتك "بلاغ" المرسلة في 22/11/2026.\n\n${ARABIC}\n\nتقدم الشركة خدمات الإنارة والطرق للبلديات. هل زرت موقعنا؟`,
  ),
  absent(
    'Domino in French',
    'AUTO: Jean est absent(e) du bureau (retour 01/12/2026)',
    `Je suis absent du bureau jusqu’au 01/12/2026.\n\nRemarque : ceci est une réponse automatique à votre message.\n\n${COMPANY}`,
  ),
  absent(
    'Domino in German',
    'AUTO: Max ist außer Haus (Rückkehr am 01.12.2026)',
    `Ich bin bis 01.12.2026 abwesend.\n\nHinweis: Dies ist eine automatische Antwort auf Ihre Nachricht.\n\n${COMPANY}`,
  ),
  absent(
    'an absence above a disclaimer',
    'Out of Office',
    `I am out of the office until Sunday.\n\n${LEGAL}`,
  ),
  absent('an Arabic absence above one', 'خارج المكتب', `أنا في إجازة حتى الأحد القادم.\n\n${ARABIC}`),
  desk(
    'Boxbe: waits for a confirmation',
    'Your report (Action Required)',
    'Hello Rida,\n\nYour message about "Your report" was waitlisted.\n\nPlease add yourself to my Guest List so your messages will be delivered to my Inbox. Use the link below.\nhttp://www.boxbe.com/crs?tc=123\n\nThank you, sara@example.com',
  ),
  desk(
    'Boxbe: confirms',
    'Your report (Thank you!)',
    'Hello,\nThank you. You have been added to the Guest List of sara@example.com. Your message will now be delivered to the Inbox.\nhttp://www.boxbe.com',
  ),
  desk(
    'Boxbe: asks for a confirmation',
    'Verification',
    'I use Boxbe to screen mail. Please click the link to confirm you: https://boxbe.com/x?y=1',
  ),
  desk(
    'SpamArrest',
    'Please confirm',
    'Your email to sara@example.com is being held. Click https://www.spamarrest.com/a2?x to verify',
  ),
];

/** People with the same signs. */
export const FOOTER_PERSON_ROWS: readonly Row[] = [
  person(
    'a workshop named AUTO',
    'AUTO: my car workshop',
    'The car workshop AUTO beside my house is noisy every night and blocks the street.\n\nNote: I wrote to you in May. This is not an automated response.',
  ),
  person(
    'an absence of the centre’s own staff',
    'Out of office',
    'Nobody was in your office on Sunday. I waited for two hours.\n\nNote: the street is still dark and the pit is open.',
  ),
  person(
    'an absence with a report, above a disclaimer',
    'AUTO: John is out of the office',
    `I am out of the office. But the pit before my house is still open and my child fell in it. Please repair it.\n\n${LEGAL}`,
  ),
  person(
    'who asks about a filter',
    'Your mail',
    'Why does your answer to me stop at https://www.boxbe.com/crs?tc=1 and want me to confirm?',
  ),
  person(
    'who mentions a filter',
    'Street',
    'My neighbour uses Boxbe. The street is dark: https://maps.example/1',
  ),
];
