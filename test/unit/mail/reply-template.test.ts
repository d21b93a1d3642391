import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fillTemplate,
  hasPlaceholder,
  PLACEHOLDERS,
  suits,
  unknownPlaceholders,
} from '#shared/domain/mail/reply-template.ts';
import { defaultReplyTemplates } from '#shared/settings/default-reply-templates.ts';

const template = (ar: string) => ({ text: { ar, en: ar } });

describe('the names a template may use', () => {
  it.each([
    ['{{reference}} {{ promise }}', []],
    ['{{Reference}} {{price}} {{price}}', ['Reference', 'price']],
    ['{{}} and {{reference', ['', '{{']],
    ['reference}}', ['}}']],
    ['{reference} is no placeholder', []],
  ])('%j: %j', (text, unknown) => {
    expect(unknownPlaceholders(text)).toEqual(unknown);
  });

  it('is all that the shipped templates name', () => {
    for (const { text } of defaultReplyTemplates)
      for (const wording of Object.values(text)) expect(unknownPlaceholders(wording)).toEqual([]);
  });
});

describe('a template that is filled', () => {
  it('holds what the case says, in the language of the case', () => {
    const filled = fillTemplate({ text: { ar: 'رقم {{ reference }}', en: 'No. {{reference}}' } }, 'en', {
      reference: '4K7-R2M-0385',
    });
    expect(filled).toEqual({ text: 'No. 4K7-R2M-0385' });
  });

  it('names each thing it lacks, once', () => {
    const values = { reference: 'x', beneficiary: ' ' };
    expect(fillTemplate(template('{{promise}} {{beneficiary}} {{promise}}'), 'ar', values)).toEqual({
      missing: ['promise', 'beneficiary'],
    });
  });

  it('is not read again: a name in braces stays a name', () => {
    const filled = fillTemplate(template('{{beneficiary}} {{agent}}'), 'ar', {
      beneficiary: '{{agent}} $& $1',
      agent: 'سالم',
    });
    expect(filled).toEqual({ text: '{{agent}} $& $1 سالم' });
  });

  it('has no hole, whatever it says and whatever is known', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(...PLACEHOLDERS).map((name) => `{{${name}}}`),
    );
    const word = fc.stringMatching(/^[a-zء-ي]{1,9}$/u);
    const values = fc.record(Object.fromEntries(PLACEHOLDERS.map((name) => [name, word])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(fc.array(piece), values, (pieces, given) => {
        const text = pieces.join('');
        fc.pre(unknownPlaceholders(text).length === 0);
        const filled = fillTemplate(template(text), 'ar', given);
        if ('missing' in filled) expect(filled.missing.every((name) => given[name] === undefined)).toBe(true);
        else expect(hasPlaceholder(filled.text)).toBe(false);
      }),
    );
  });
});

it.each([
  [{}, true],
  [{ type: 'report' as const }, true],
  [{ type: 'complaint' as const }, false],
  [{ category: 'lighting' }, true],
  [{ type: 'report' as const, category: 'roads' }, false],
])('a template for %j suits a report about lighting: %s', (meant, yes) => {
  expect(suits(meant, { type: 'report', category: 'lighting' })).toBe(yes);
});
