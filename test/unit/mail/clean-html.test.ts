import { describe, expect, it } from 'vitest';
import { cleanHtml } from '#shared/adapters/mail/clean-html.ts';

describe('cleanHtml', () => {
  it.each([
    ['a script', '<script>alert(1)</script>x', 'x'],
    ['a script in SVG', '<svg><script>alert(1)</script></svg>x', 'x'],
    [
      'markup hidden in MathML',
      '<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>x',
      'x',
    ],
    ['handlers', '<p onclick="x()" onmouseover=x()>a</p>', '<p>a</p>'],
    ['a form', '<form action="https://evil.example"><input name=a><button>go</button></form>', 'go'],
    ['a frame', '<iframe src="https://evil.example"></iframe>x', 'x'],
    ['a style sheet', '<style>body{display:none}</style><link rel=stylesheet href=x>x', 'x'],
    ['a base', '<base href="https://evil.example/">x', 'x'],
    ['a redirect', '<meta http-equiv=refresh content="0;url=x">x', 'x'],
    ['hiding styles', '<span style="color:#fff;font-size:0;display:none">a</span>', '<span>a</span>'],
    [
      'pictures in styles',
      '<p style="background:url(https://t.example/x);text-align:right">a</p>',
      '<p style="text-align:right">a</p>',
    ],
    ['classes and ids', '<p class=a id=b>a</p>', '<p>a</p>'],
    ['a template', '<template><script>x</script></template>x', 'x'],
    ['characters that reorder', '<p>a\u202eb&#8238;c&#x202E;d\u2066</p>', '<p>abcd</p>'],
    [
      'direction and tables, which stay',
      '<table><tr><td dir="rtl" colspan="2">أ</td></tr></table>',
      '<table><tr><td dir="rtl" colspan="2">أ</td></tr></table>',
    ],
  ])('%s', (_name, html, clean) => expect(cleanHtml(html, 'en')).toBe(clean));

  it.each([
    ['javascript', 'javascript:alert(1)'],
    ['javascript in capitals with a tab', 'JaVa\tScript:alert(1)'],
    ['an encoded one', '&#106;avascript:alert(1)'],
    ['data', 'data:text/html,<script>x</script>'],
    ['vbscript', 'vbscript:x'],
    ['an address without a scheme', '//evil.example'],
    ['a file', 'file:///etc/passwd'],
  ])('takes the target from a link to %s', (_name, href) => {
    expect(cleanHtml(`<a href="${href}">a</a>`, 'en')).not.toContain('href');
  });

  it('lets a link tell nothing about where it was read', () => {
    expect(cleanHtml('<a href="https://a.example/?b=1&c=2" target=_self rel=opener>a</a>', 'en')).toBe(
      '<a href="https://a.example/?b=1&amp;c=2" target="_blank" rel="noreferrer noopener nofollow">a</a>',
    );
  });

  it('puts words in the place of pictures', () => {
    expect(cleanHtml('<img src="https://t.example/x.png" alt="<b>logo</b>">', 'ar')).toBe(
      '<span>[صورة خارجية محجوبة: &lt;b&gt;logo&lt;/b&gt;]</span>',
    );
    expect(cleanHtml('<img src="cid:1">', 'ar')).toBe('<span>[صورة مرفقة]</span>');
    expect(cleanHtml('<img srcset="https://t.example/x.png 2x">', 'en')).toBe(
      '<span>[remote picture blocked]</span>',
    );
  });

  it('keeps only the words of HTML too deep to parse', () => {
    expect(cleanHtml(`${'<div>'.repeat(20_000)}<b>a</b> &amp; b`, 'en')).toBe(
      '<p dir="auto">a &amp;amp; b</p>',
    );
  });

  it.each([
    ['open tags', '<'.repeat(400_000)],
    ['comments', '<!--'.repeat(100_000)],
    ['attributes', `<a ${'a=b '.repeat(100_000)}>x`],
    ['entities', '&'.repeat(400_000)],
  ])('answers to nothing but %s', (_name, html) => {
    expect(cleanHtml(html, 'en')).not.toMatch(/<(?!\/?(?:a|span)\b)/);
  });
});
