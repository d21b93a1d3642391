import { html, type Row } from './row.ts';

const NEW = 'ما زالت مطفأة.';
const above = (name: string, history: string, text = NEW): Row => ({
  name,
  raw: html(`<html><body><div dir="rtl">${text}</div>${history}</body></html>`, 'Subject: Re: Lamp'),
  out: { text, decision: 'open', kind: null },
});
const row = (name: string, source: string, text: string): Row => ({ name, raw: html(source), out: { text } });
const OUTLOOK =
  '<b>From:</b> Rida &lt;help@rida.example&gt;<br><b>Sent:</b> Sunday, November 22, 2026<br><b>To:</b> Sara<br><b>Subject:</b> Lamp';

export const HTML_ROWS: readonly Row[] = [
  above(
    'Gmail',
    '<br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Sun, Nov 22, 2026 at 10:00 AM Rida &lt;help@rida.example&gt; wrote:<br></div><blockquote class="gmail_quote" style="border-left:1px solid #ccc">old</blockquote></div>',
  ),
  above(
    'Gmail in a language nobody listed',
    '<div class="gmail_quote"><div dir="ltr" class="gmail_attr">I sön 22 nov skrev Rida:<br></div><blockquote class="gmail_quote">old</blockquote></div>',
  ),
  above(
    'Outlook on the web',
    `<div id="appendonsend"></div><hr tabindex="-1"><div id="divRplyFwdMsg" dir="ltr">${OUTLOOK}</div><div>old</div>`,
  ),
  above(
    'Outlook in a language nobody listed',
    '<hr><div id="divRplyFwdMsg"><b>Från:</b> Rida<br><b>Skickat:</b> i dag</div><div>old</div>',
  ),
  above(
    'Outlook on the desk',
    `<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal">${OUTLOOK}</p></div><p class="MsoNormal">old</p>`,
  ),
  above('OutlookMessageHeader', '<div class="OutlookMessageHeader" dir="rtl">من: رضا</div><div>قديم</div>'),
  above(
    'Outlook in Arabic',
    '<div id="divRplyFwdMsg" dir="rtl"><b>من:</b> رضا<br><b>تم الإرسال:</b> الأحد<br><b>إلى:</b> سارة<br><b>الموضوع:</b> الإنارة</div><div>قديم</div>',
  ),
  above(
    'Apple Mail',
    '<div><br><blockquote type="cite"><div>On 22 Nov 2026, at 10:00, Rida wrote:</div><div>old</div></blockquote></div>',
  ),
  above(
    'Thunderbird',
    '<div class="moz-cite-prefix">On 11/22/26 10:00, Rida wrote:<br></div><blockquote type="cite" cite="mid:x">old</blockquote>',
  ),
  above('Yahoo', '<div id="ydp1" class="yahoo_quoted"><div>On Sunday, Rida wrote:</div><div>old</div></div>'),
  above(
    'Proton',
    '<div class="protonmail_quote">On Sunday Rida wrote:<blockquote class="protonmail_quote">old</blockquote></div>',
  ),
  above(
    'a Gmail signature',
    '<br><span class="gmail_signature_prefix">-- </span><br><div class="gmail_signature">Sara, 0555555555</div>',
  ),
  above(
    'an Outlook phone’s signature',
    '<div id="ms-outlook-mobile-signature">Get Outlook for Android</div>',
  ),
  above('a hidden preview', '<div style="display:none;max-height:0">preview text</div>'),
  row(
    'answers between quotes',
    '<blockquote type="cite">متى؟</blockquote><div>أمس.</div><blockquote type="cite">أين؟</blockquote><div>عند المسجد.</div>',
    'أمس.\n\nعند المسجد.',
  ),
  row(
    'an answer inside Gmail’s quote',
    '<div>انظر أدناه</div><div class="gmail_quote"><div class="gmail_attr">On Nov 22, 2026 Rida wrote:</div><blockquote class="gmail_quote">q</blockquote><div>جوابي</div></div>',
    'انظر أدناه\n\nجوابي',
  ),
  row(
    'a Gmail forward',
    '<div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>From: <b>Noor</b><br>Subject: x<br></div><br>توجد حفرة</div>',
    '---------- Forwarded message ---------\nFrom: Noor\nSubject: x\n\nتوجد حفرة',
  ),
  row(
    'the author’s own indented words',
    '<p>أطلب:</p><blockquote style="margin:0 0 0 40px;border:none;padding:0px">إنارة الشارع</blockquote>',
    'أطلب:\n\nإنارة الشارع',
  ),
  row('lines as div', '<div>one</div><div>two</div><div><br></div><div>three</div>', 'one\ntwo\n\nthree'),
  row(
    'lines as Word paragraphs',
    '<p class="MsoNormal">one</p><p class="MsoNormal">two</p><p class="MsoNormal">&nbsp;</p><p class="MsoNormal">three</p>',
    'one\ntwo\n\nthree',
  ),
  row('paragraphs', '<p>one</p><p>two</p>', 'one\n\ntwo'),
  row(
    'a table',
    '<table><tr><td>رقم</td><td>123</td></tr><tr><td>حي</td><td>النور</td></tr></table>',
    'رقم 123\nحي النور',
  ),
  row('a list', '<ul><li>one</li><li>two</li></ul>', '- one\n- two'),
  row('entities', '<p>a &amp; b &lt;c&gt; &quot;d&quot; &euro;</p>', 'a & b <c> "d" €'),
  row('preformatted lines', '<pre>a\n  b</pre>', 'a\n  b'),
  row('scripts and styles', '<style>p{}</style><script>x()</script><p>words</p><!-- note -->', 'words'),
  row('markup that never closes', '<div><p>one<div>two<b>three', 'one\n\ntwothree'),
  row('nothing but a picture', '<img src="https://example.com/a.png">', ''),
];
