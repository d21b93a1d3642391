import { plain, type Row } from './row.ts';

const WORDS = 'ما زال الشارع مظلمًا.';

/** A reply, and the part of it that its author wrote. Layouts of public collections of replies, in our own words. */
const reply = (name: string, body: string, text = WORDS): Row => ({
  name: `a reply with ${name}`,
  raw: plain(body, 'Subject: Re: Lamp', 'In-Reply-To: <c1@rida.example>'),
  out: { text, kind: null },
});

export const CLIENT_QUOTE_ROWS: readonly Row[] = [
  reply(
    'an address in three lines (Polymail)',
    `${WORDS}\n\nOn Sun, 22 Nov 2026 at 11:16 Rida\n\n<\nmailto:Rida <help@rida.example>\n> wrote:\n\nكلام قديم`,
  ),
  reply(
    'a bar as the mark',
    `${WORDS}\n\n2026/11/22 Rida <help@rida.example>\n\n| كلام قديم\n| وسطر ثان\n|\n`,
  ),
  reply(
    'initials as the mark',
    `${WORDS}\n\nOn Sun, 22 Nov 2026 at 10:00, Rida wrote:\nRida> كلام قديم\nRida> وسطر ثان\n`,
  ),
  reply('initials without an attribution', `${WORDS}\n\nRC> an old word\nRC> and a second line\n`),
  reply('the zone of Gmail and no quote', `${WORDS}\n\n2026-11-22 10:21 GMT+03:00 Rida Centre\n\nكلام قديم`),
  reply(
    'a time with a dot (Yandex)',
    `${WORDS}\n\n22.11.2026, 10.30, "Rida - Centre" <help@rida.example>:\n\nكلام قديم`,
  ),
  reply(
    'a time with a dot (Finnish)',
    `${WORDS}\n\nsu 22. marraskuuta 2026 klo 10.30 Rida\n<help@rida.example> kirjoitti:\n\nكلام قديم`,
  ),
  reply(
    'a date folded twice (Apple)',
    `${WORDS}\n\nOn Nov 22, 2026,\nat 10:18,\nRida <help@rida.example> wrote:\n\n> كلام قديم\n`,
  ),
  reply(
    'a date without a year, folded',
    `${WORDS}\n\nOn Sun, Nov 22, Rida Centre\n<help@rida.example>\nwrote:\n> كلام قديم\n`,
  ),
  reply(
    'a date in figures, folded',
    `${WORDS}\n\nOn 22/11/2026 10:18,\nRida <help@rida.example> wrote:\n\n> كلام قديم\n`,
  ),
  reply('a name between dashes', `${WORDS}\n\n---- Rida Centre wrote ----\n\n> كلام قديم\n`),
  reply(
    'a date between dashes and no quote',
    `${WORDS}\n\n------On 22/11/2026 10:32 AM, Rida Centre wrote-----\nكلام قديم`,
  ),
  reply(
    'three dashes (Yahoo)',
    `${WORDS}\n\n--- On Sun, 22/11/26, help@rida.example <help@rida.example> wrote:\n\nFrom: Rida\nكلام قديم`,
  ),
  reply(
    'two fields of RFC 5322',
    `${WORDS}\n\nFrom: help@rida.example\nDate: Sun, 22 Nov 2026 10:15:02 +0300\n\nكلام قديم`,
  ),
  reply(
    'a date and a receiver',
    `${WORDS}\n\nDate: Sun, 22 Nov 2026 10:15:02 +0300\nTo: sara@example.com\n\nكلام قديم`,
  ),
  reply(
    'fields below equals signs (La Poste)',
    `${WORDS}\n\n====\n\nMessage du : 22/11/2026 13:20\nDe : "Rida " <help@rida.example>\nA : sara@example.com\nSujet : Lampe\n\nكلام قديم`,
  ),
  reply(
    'words on the line of the attribution',
    `${WORDS} On Sun, 22 Nov 2026 at 10:00, help@rida.example wrote:\n\n> كلام قديم\n`,
  ),
  reply(
    'words and dashes on the line of the attribution',
    `الشارع مظلم\nجدًّا - جدًّا--- On Sun, 22 Nov 2026 at 10:00, help@rida.example wrote:\n\n> كلام قديم\n`,
    'الشارع مظلم\nجدًّا - جدًّا',
  ),
  reply(
    'words on the line of an Arabic attribution',
    `ما زال الشارع مظلمًا في الأحد، 22 نوفمبر 2026 في 10:00 ص، كتب رضا <help@rida.example>:\n\n> كلام قديم\n`,
    'ما زال الشارع مظلمًا',
  ),
  reply(
    'an ornament of its own',
    'زوروا موقعنا\n>>> >>>  www.example.com <<<\nففيه صور الحفرة\n',
    'زوروا موقعنا\n>>> >>>  www.example.com <<<\nففيه صور الحفرة',
  ),
  reply(
    'a table of its own',
    'الأعطال:\n| العمود | المدة |\n| 12 | أسبوع |\n',
    'الأعطال:\n| العمود | المدة |\n| 12 | أسبوع |',
  ),
  reply(
    'equals signs between its parts',
    `${WORDS}\n\n====\n\nوالحفرة باقية.`,
    `${WORDS}\n\n====\n\nوالحفرة باقية.`,
  ),
  reply(
    'dates of its own',
    'زرتكم مرتين:\n2026-11-15 14:30\n22.11.2026 10.30\nولم يصلح شيء.',
    'زرتكم مرتين:\n2026-11-15 14:30\n22.11.2026 10.30\nولم يصلح شيء.',
  ),
  reply(
    'a day of its own before a sentence',
    'On Sun, Nov 22, nobody came.\nOn Monday I wrote again.',
    'On Sun, Nov 22, nobody came.\nOn Monday I wrote again.',
  ),
  ...[
    'Sent from my cell, please excuse any typos.',
    'Sent from my Windows 8 PC <http://windows.microsoft.com/consumer-preview>',
    'Sent with Airmail',
    'Sent from Mailbox',
    'Sent from TypeApp<http://www.typeapp.com/r?b=2621>',
    '<<sent by galaxy>>',
    'Sent from [mail](https://go.microsoft.com/fwlink/?LinkId=550986) for windows 10',
    'Get [Outlook for Android](https://aka.ms/ghei36)',
    '從我的 iPhone 傳送',
    '发自我的iPhone',
    'Sendt fra min iPad',
    'Skickat från min iPhone',
    'Отправлено с iPhone',
  ].map((line) => reply(`the advertisement "${line}"`, `${WORDS}\n\n${line}\n`)),
  ...['Sent with hope that you come.', 'Sent from my desk, is much easier than my phone.'].map((line) =>
    reply(`the sentence "${line}"`, `${WORDS}\n\n${line}\n`, `${WORDS}\n\n${line}`),
  ),
];
