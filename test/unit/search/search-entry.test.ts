import { expect, it } from 'vitest';
import { searchEntryOf, wordsOfCase } from '#shared/domain/search/search-entry.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';

it('the entry of a case has its identifiers without signs, and those of the bodies that held it', () => {
  const beneficiary = aBeneficiary({
    email: 'N.Q@Example.com',
    phone: '+966551234567',
    answerTo: 'h@example.org',
  });
  const held = { since: WORKING_MORNING, until: WORKING_MORNING, by: 'agent:salem' } as const;
  const outside = [
    { id: 'h1', holder: 'بلدي', number: '٩٤٠-2026/771', ...held },
    { id: 'h2', holder: '', ...held },
  ];
  const supportCase = aCase({ beneficiary, outside, place: { words: 'خلف الجامع' }, service: 'permits' });
  const { numbers, names, facets } = searchEntryOf(supportCase);
  expect(numbers).toEqual([
    ...[supportCase.id.replaceAll('-', '').toLowerCase(), 'nqexamplecom', 'hexampleorg', '9402026771'],
    ...['966551234567', '551234567', '0551234567'],
  ]);
  expect(names).toContain('نوره');
  expect(facets).toEqual({
    ...{ state: 'active', type: 'report', department: 'operations', category: 'lighting', channel: 'mail' },
  });
  expect(wordsOfCase(supportCase)).toEqual(expect.arrayContaining(['بلدي', 'جامع', 'permits', '771']));
});
