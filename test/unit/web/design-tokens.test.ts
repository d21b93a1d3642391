import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const FOLDER = 'functions/web/design/browser';
const sheet = (file: string): string => readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//gu, '');
const tokens = sheet(`${FOLDER}/tokens.css`);
const [light = '', dark = ''] = tokens.split('@media');

const coloursIn = (part: string): Map<string, string> =>
  new Map(
    [...part.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/gu)].map(([, name = '', value = '']) => [name, value]),
  );

const themes = { light: coloursIn(light), dark: coloursIn(dark) };

/** Relative luminance and contrast of WCAG 2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

const grounds = ['ground', 'surface', 'surface-sunken', 'surface-hover'];
const texts = ['text', 'text-soft', 'brand-text', 'danger', 'warning', 'info'];
const pairs: readonly (readonly [text: string, ground: string])[] = [
  ...texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ['on-brand', 'brand'],
  ['on-brand', 'brand-hover'],
  ...['text', 'text-soft', 'brand-text'].map((text) => [text, 'brand-soft'] as const),
  ...['text', 'text-soft', 'danger'].map((text) => [text, 'danger-soft'] as const),
  ...['text', 'text-soft', 'warning', 'brand-text'].map((text) => [text, 'warning-soft'] as const),
  ...['text', 'text-soft', 'info'].map((text) => [text, 'info-soft'] as const),
];
/** Borders of fields, marks and focus: 3:1 against the ground beside them. */
const marks = ['field-line', 'brand', 'warning-mark', 'danger', 'focus'];

describe.each(Object.entries(themes))('the colours of the %s theme', (_, colours) => {
  const of = (name: string) => colours.get(name) ?? themes.light.get(name) ?? '';

  it.each(pairs)('%s can be read on %s', (text, ground) => {
    expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(marks.flatMap((mark) => grounds.map((ground) => [mark, ground])))(
    '%s is seen on %s',
    (mark, ground) => {
      expect(contrast(of(mark ?? ''), of(ground ?? ''))).toBeGreaterThanOrEqual(3);
    },
  );
});

describe('the style sheets', () => {
  const files = [
    ...readdirSync(FOLDER)
      .filter((file) => file.endsWith('.css'))
      .map((file) => `${FOLDER}/${file}`),
    'infra/local/web/local.css',
  ];

  it('use only tokens that exist', () => {
    const defined = new Set([...tokens.matchAll(/--([a-z0-9-]+):/gu)].map(([, name]) => name));
    const unknown = files.flatMap((file) =>
      [...sheet(file).matchAll(/var\(--([a-z0-9-]+)/gu)].flatMap(([, name]) =>
        defined.has(name) ? [] : [`${file}: ${name}`],
      ),
    );
    expect(unknown).toEqual([]);
  });

  it('name no colour beside the tokens, except the white of paper and of foreign mail', () => {
    const named = files
      .filter((file) => !file.endsWith('tokens.css'))
      .flatMap((file) =>
        [...sheet(file).matchAll(/#[0-9a-f]{3,8}\b|\brgba?\([^)]*\)|\bhsla?\([^)]*\)/giu)].map(
          ([colour]) => `${file}: ${colour}`,
        ),
      )
      .filter((one) => !/#ffffff|#000000/u.test(one));
    expect(named.filter((one) => !one.includes('#desk'))).toEqual([]);
  });

  it('name no physical side', () => {
    const physical = files.flatMap((file) =>
      [...sheet(file).matchAll(/(?:^|[\s;{-])(?:left|right)(?:\s*:|-)|float:/gu)].map(
        ([found]) => `${file}: ${found.trim()}`,
      ),
    );
    expect(physical).toEqual([]);
  });
});
