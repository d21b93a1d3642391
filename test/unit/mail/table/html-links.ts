import { html, type Row } from './row.ts';

const row = (name: string, source: string, text: string): Row => ({ name, raw: html(source), out: { text } });
const PAGE = 'https://maps.example/p?q=24.7,46.6';

/** Links and lists of HTML mails. */
export const HTML_LINK_ROWS: readonly Row[] = [
  row(
    'a labelled link',
    `<p>الحفرة <a href="${PAGE}">هنا</a> أمام المسجد</p>`,
    `الحفرة هنا <${PAGE}> أمام المسجد`,
  ),
  row('a link with bold words', `<a href="${PAGE}"><b>the</b> pit</a>`, `the pit <${PAGE}>`),
  row('a link that shows its page', `<a href="${PAGE}">${PAGE}</a>`, PAGE),
  row(
    'a link that shows its page without the scheme',
    '<a href="https://www.x.example/">x.example</a>',
    'x.example',
  ),
  row(
    'a link with another page as its words',
    '<a href="https://a.example">b.example</a>',
    'b.example <https://a.example>',
  ),
  row('a link with words and its page', `<a href="${PAGE}">map: ${PAGE}</a>`, `map: ${PAGE}`),
  row('a labelled address', '<a href="mailto:ali@example.com?subject=x">علي</a>', 'علي <ali@example.com>'),
  row('an address', '<a href="mailto:ali@example.com">ali@example.com</a>', 'ali@example.com'),
  row('a telephone number', '<a href="tel:+966501234567">اتصل بي</a>', 'اتصل بي <tel:+966501234567>'),
  row('a link without words', `<a href="${PAGE}"><img src="cid:x"></a><p>x</p>`, 'x'),
  row('an anchor', '<a name="top">top</a> <a href="#top">up</a>', 'top up'),
  row('a script as a link', '<a href="javascript:alert(1)">press</a>', 'press'),
  row(
    'an advertisement with a link',
    '<p>مظلم</p><p><a href="https://aka.ms/o0ukef">Get Outlook for iOS</a></p>',
    'مظلم',
  ),
  row('a numbered list', '<ol><li>حفرة</li><li>إنارة</li></ol>', '1. حفرة\n2. إنارة'),
  row('a numbered list from 5', '<ol start="5"><li>a</li><li>b</li></ol>', '5. a\n6. b'),
  row('a number of its own', '<ol><li>a</li><li value="7">b</li><li>c</li></ol>', '1. a\n7. b\n8. c'),
  row('a list in a numbered list', '<ol><li>a<ul><li>x</li></ul></li><li>b</li></ol>', '1. a\n\n- x\n\n2. b'),
  row('two numbered lists', '<ol><li>a</li></ol><p>then</p><ol><li>b</li></ol>', '1. a\n\nthen\n\n1. b'),
  row('an item without a list', '<li>a</li>', '- a'),
  row('a number that is none', '<ol start="x"><li>a</li></ol>', '1. a'),
  row('a numbered list that never closes', '<ol><li>a<li>b', '1. a\n2. b'),
];
