import { html, mail, multi, part, plain, type Row } from './row.ts';

const THANKS = 'asks-for-nothing';
const REPLY = ['Subject: Re: [Rida 9T9-0A9-2918] Lamp', 'In-Reply-To: <9T90A92918.reply@rida.example>'];

const thanks = (name: string, text: string, ...headers: readonly string[]): Row => ({
  name,
  raw: plain(text, ...(headers.length > 0 ? headers : REPLY)),
  out: { kind: null, decision: 'append', reasons: [THANKS] },
});
/** A reply that looks like thanks, with something an agent must see. */
const asks = (name: string, text: string, ...headers: readonly string[]): Row => ({
  name: `a message: ${name}`,
  raw: plain(text, ...(headers.length > 0 ? headers : REPLY)),
  out: { kind: null, decision: 'append', without: [THANKS] },
});
const reaction = (emoji: string) =>
  multi(
    'alternative',
    [
      part(
        ['Content-Type: text/plain; charset=utf-8'],
        `${emoji}\r\n\r\nSara reacted via Gmail\r\n<https://www.google.com/gmail/about/>\r\n\r\nOn Sun, Nov 22, 2026 at 10:30 AM Rida <help@rida.example> wrote:\r\n> The lamp is repaired.`,
      ),
      part(
        ['Content-Type: text/vnd.google.email-reaction+json; charset=utf-8'],
        `{"emoji":"${emoji}","version":1}`,
      ),
      part(
        ['Content-Type: text/html; charset=utf-8'],
        `<p style="font-size:50px">${emoji}</p><p>Sara reacted via Gmail</p>`,
      ),
    ],
    ...REPLY,
  );
const QUOTE =
  '\n\nOn Sun, Nov 22, 2026 at 10:30 AM Rida <help@rida.example> wrote:\n> The lamp is repaired. Is it bright now?';

export const THANKS_ROWS: readonly Row[] = [
  {
    name: 'a reaction of Gmail',
    raw: reaction('👍'),
    out: { decision: 'append', reasons: [THANKS], attachments: [] },
  },
  { name: 'a heart of Gmail', raw: reaction('❤️'), out: { decision: 'append', reasons: [THANKS] } },
  {
    name: 'a message: an unhappy reaction of Gmail',
    raw: reaction('👎'),
    out: { decision: 'append', without: [THANKS] },
  },
  {
    name: 'a reaction of Gmail without another part',
    raw: mail([...REPLY, 'Content-Type: text/vnd.google.email-reaction+json'], '{"emoji":"🙏","version":1}'),
    out: { decision: 'append', reasons: [THANKS], text: '🙏' },
  },
  thanks(
    'a reaction of Outlook',
    '👍 Sara Ahmad reacted to your message:\n\n-----Original Message-----\nFrom: help@rida.example\nSent: Sunday\nSubject: x\n\nIs it bright now?',
  ),
  thanks('a reaction of Outlook in Arabic', '❤️ سارة أحمد تفاعلت مع رسالتك:'),
  {
    name: 'a reaction of Outlook in HTML',
    raw: html(
      '<p>👍</p><p>Sara Ahmad reacted to your message:</p><blockquote>The lamp is repaired. Is it bright?</blockquote>',
      ...REPLY,
    ),
    out: { decision: 'append', reasons: [THANKS] },
  },
  thanks('a thumb alone', '👍'),
  thanks('praying hands above the quote', `🙏🙏${QUOTE}`),
  thanks('Arabic thanks', 'شكرا جزيلا لكم'),
  thanks('Arabic thanks with diacritics above the quote', `شُكرًا جزيلًا لَكُم${QUOTE}`),
  thanks(
    'Arabic thanks with praise',
    'السلام عليكم ورحمة الله وبركاته\nشكرًا لكم على سرعة الاستجابة وحسن التعاون، جزاكم الله خيرًا.',
  ),
  thanks('Arabic thanks of the Gulf', 'الله يعطيكم العافية ما قصرتوا وبيض الله وجيهكم'),
  thanks('Arabic thanks with a name below', 'شكرًا جزيلًا\nسارة محمد العتيبي'),
  thanks('Arabic thanks to a person', 'شكرا أستاذ خالد'),
  thanks('an Arabic confirmation', 'تم الاستلام، شكرًا لكم'),
  thanks('English thanks', 'thanks, all good'),
  thanks('English thanks with a name', 'Thank you very much for the quick help!\n\nBest regards\nSara Ahmad'),
  thanks('English thanks to a person', 'Thanks Ahmad'),
  thanks('a perfect result', 'Perfect, it works now. Thank you all 🙏'),
  thanks('a confirmation', 'Noted with thanks.'),
  thanks('French', 'Merci beaucoup pour votre réponse rapide.'),
  thanks('German', 'Vielen Dank für die schnelle Hilfe!'),
  thanks('Turkish', 'Çok teşekkür ederim, iyi çalışmalar'),
  thanks('Urdu', 'آپ کا بہت بہت شکریہ'),
  thanks('Hindi', 'आपका बहुत धन्यवाद'),
  thanks('Indonesian', 'Terima kasih banyak atas bantuannya'),
  thanks('Filipino', 'Maraming salamat po!'),
  thanks('Chinese', '非常感谢您的帮助！'),
  asks('thanks, and the hole is there', 'شكرا، الحفرة موجودة'),
  asks('thanks, and it is dark', 'Thanks, but the lamp is still dark.'),
  asks('thanks for nothing', 'Thanks for nothing'),
  asks('thanks in advance', 'شكرا مقدما'),
  asks('thanks and a question', 'شكرا لكم، متى يتم الإصلاح؟'),
  asks('not good', 'Not good'),
  asks('no thanks', 'لا شكرا، لم يتم شيء'),
  asks('an unhappy face', '😡'),
  asks('only a number', '1029'),
  asks('thanks with a request below', 'Thank you\n\nPlease also clean the street'),
  asks('the subject says more', 'شكرا لكم', 'Subject: [Rida 9T9-0A9-2918] الحفرة ما زالت مفتوحة'),
  asks('a reply of nothing', `${QUOTE}`),
  {
    name: 'a message: thanks with a photograph',
    raw: multi(
      'mixed',
      [
        part(['Content-Type: text/plain; charset=utf-8'], 'شكرا لكم'),
        part(
          ['Content-Type: image/jpeg; name=hole.jpg', 'Content-Disposition: attachment; filename=hole.jpg'],
          'x'.repeat(90),
        ),
      ],
      ...REPLY,
    ),
    out: { decision: 'append', without: [THANKS] },
  },
];
