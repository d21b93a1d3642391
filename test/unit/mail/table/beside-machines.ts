import { multi, part, plain, type Row } from './row.ts';

/** A mail of a person whose words resemble those of a machine. */
export const person = (name: string, subject: string, text: string, ...headers: readonly string[]): Row => ({
  name,
  raw: plain(text, `Subject: ${subject}`, ...headers),
  out: { kind: null, decision: 'open' },
});

const invitation = (method: string) =>
  part(
    [`Content-Type: text/calendar; charset=utf-8; method=${method}`],
    `BEGIN:VCALENDAR\r\nMETHOD:${method}\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Visit\r\nDTSTART:20261122T073000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
  );
const answered = (name: string, text: string, kind: string | null, subject = 'Accepted: Visit'): Row => ({
  name,
  raw: multi(
    'mixed',
    [part(['Content-Type: text/plain; charset=utf-8'], text), invitation('REPLY')],
    `Subject: ${subject}`,
  ),
  out: { kind, decision: kind === null ? 'open' : 'feedback' },
});

export const BESIDE_MACHINE_ROWS: readonly Row[] = [
  person('answers an automatic reply', 'Re: Automatic reply: Lamp', 'It is NOT repaired.'),
  person(
    'answers an automatic reply in Arabic',
    'رد: رد تلقائي: الإنارة',
    'لم يتم إصلاح شيء، والعمود ما زال مطفأ.',
  ),
  person('answers an absence', 'RE: Out of Office: Lamp', 'When you are back please look at the lamp.'),
  person(
    'forwards an absence',
    'Fwd: Automatic reply: Lamp',
    'This is all I get from your department, nobody answers.',
  ),
  person(
    'outside the office, garbage',
    'خارج المكتب: قمامة متراكمة',
    'توجد قمامة متراكمة خارج المكتب منذ أسبوع.',
  ),
  person('outside the office, garbage, without a text', 'خارج المكتب: قمامة متراكمة', ''),
  person('outside working hours', 'خارج الدوام: إزعاج من ورشة', 'الورشة تعمل ليلًا وتزعج السكان.'),
  person(
    'a holiday and a flood',
    'On holiday - my house was flooded',
    'While I was away the drain overflowed into my house.',
  ),
  person(
    'on leave, and a neighbour digs',
    'Street',
    'I am on leave this week. In the meantime my neighbour digs up the street, and I will be back on Sunday.',
  ),
  person(
    'on leave, asks for a call',
    'Permit',
    'I am on vacation until Sunday. Please issue my building permit before I return, the contractor waits.',
  ),
  person(
    'on leave in Arabic, about a hole',
    'حفرة',
    'أنا في إجازة هذا الأسبوع وقد لاحظت حفرة عميقة أمام المدرسة تهدد الأطفال.',
  ),
  person(
    'out of the office is the place',
    'Out of office hours noise',
    'The generator runs all night next to my house.',
  ),
  person(
    'received a ticket number and nothing else',
    'Ticket number 48213',
    'I received your ticket number 48213 two weeks ago and nothing has happened.',
  ),
  person(
    'complains about automatic messages',
    'Automatic reply again',
    'I only get the same automatic reply. Will somebody repair the lamp?',
  ),
  person(
    'complains about them in Arabic',
    'رد تلقائي فقط',
    'كل مرة يصلني رد تلقائي ولا أحد يعالج طفح المجاري.',
  ),
  person(
    'a subject read by nobody',
    'Read: my complaint about the street',
    'The street is dark since Monday.',
  ),
  person(
    'recalls a visit',
    'Recall: inspection of last week',
    'The inspector promised to return and did not.',
  ),
  person(
    'a declined request',
    'Declined: my licence request',
    'My licence was declined without a reason. Why?',
  ),
  person(
    'a cancelled appointment',
    'ملغي: موعد الكشف',
    'تم إلغاء موعد الكشف دون إشعار، أرجو تحديد موعد آخر.',
  ),
  answered('an invitation with a note', 'I accept, but the lamp at the gate is still broken.', null),
  answered('an invitation with an Arabic note', 'سأحضر، لكن الحفرة ما زالت مفتوحة.', null, 'مقبول: زيارة'),
  answered(
    'an invitation of Google with a note',
    'Sara has accepted this invitation with a note:\n\n"Please bring the plan."\n\nInvitation from Google Calendar',
    null,
  ),
  answered(
    'an invitation of Google',
    'Sara has accepted this invitation.\n\nVisit\nSunday\n\nInvitation from Google Calendar',
    'calendar-response',
  ),
  answered('an invitation without a word', '', 'calendar-response'),
  person(
    'Auto-Submitted: no under an absence',
    'Automatic reply: Lamp',
    'I am out of the office, will reply on my return.',
    'Auto-Submitted: no',
  ),
  person(
    'a phone under the subject of an absence',
    'Out of office',
    'I am out of the office until Sunday, please contact me on my phone.',
    'X-Mailer: iPhone Mail (20A362)',
  ),
  person('asks about an absence', 'Out of office', 'Is Mr Ali out of the office until Sunday?'),
  person('contacts a colleague', 'Lamp', 'Please contact my colleague Ali at the site, the lamp is broken.'),
  person(
    'thanks for an answer and asks more',
    'Re: Lamp',
    'Thank you for your message. I will be back with the papers, when can I come?',
  ),
  person(
    'is a guest of a list',
    'Guest list',
    'The hall wants a guest list for the permit, see https://example.com/list',
  ),
  person(
    'quotes a failure',
    'Undelivered furniture',
    'The furniture was not delivered because the road is closed.',
  ),
  person(
    'the office is closed',
    'Your office',
    'Your office is closed every day when I come. When is it open?',
  ),
  person(
    'is not available for an inspection',
    'Inspection',
    'I am not available on Monday for the inspection. Please come on Tuesday.',
  ),
  person(
    'received a fine',
    'Fine',
    'Your request has been received is all that the app shows; the fine 4821 is wrong.',
  ),
  person(
    'wishes a later visit',
    'Re: visit',
    'I will be on leave from Sunday, please postpone the inspection.',
  ),
  person('wishes it in Arabic', 'موعد', 'سأكون في إجازة من الأحد، أرجو تأجيل موعد الكشف'),
  person('wishes more time', 'مهلة', 'أنا مسافر حتى الخميس وأرجو تمديد المهلة'),
  person(
    'wishes it in French',
    'Re: visite',
    "Je suis en vacances jusqu'au 5 mai, merci de reporter la visite.",
  ),
  person('wishes it in German', 'Re: Termin', 'Ich bin im Urlaub bis Freitag, bitte den Termin verschieben.'),
  person('travels and wants a licence', 'Re: licence', 'I am travelling tomorrow, kindly post the licence.'),
  person(
    'recalls a number',
    'Recall: hole',
    'I would like to recall the message I sent: it is street 5, not 4.',
  ),
  person(
    'repeats a confirmation',
    'Ticket 48213',
    'You wrote that my request has been received with number 48213, but nobody came.',
  ),
  person(
    'repeats a confirmation and the lamp',
    'Re: Request received 48213',
    'You told me "your request has been received" under number 48213. The lamp is still out.',
  ),
  person(
    'repeats one in Arabic',
    'تم استلام بلاغكم رقم 12345',
    'وصلتني رسالة: تم تسجيل بلاغك برقم 12345 ولم يحضر أحد',
  ),
  person('repeats a period', 'تم استلام طلبكم', 'قلتم تم استلام طلبكم رقم 5523 خلال 48 ساعة والحفرة كما هي'),
  person(
    'repeats a number and a period',
    'Ticket created #4821',
    'Your message says: your ticket number is 4821 and within 48 hours you come. It is five days now.',
  ),
];
